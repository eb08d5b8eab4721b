# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The synthetic country of the benchmarks: its field, its counts and how they are published."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from peers.country import Country, draw_country, published, without_secret
from peers.intrinsic_field import IntrinsicField
from peers.landscape import Landscape, draw_landscape


@pytest.fixture(scope="module")
def land() -> Landscape:
    return draw_landscape(300, 1, gemeenten=20)


def test_the_field_has_the_covariance_of_the_scaled_graph() -> None:
    land = draw_landscape(25, 2, gemeenten=3)
    laplacian = np.zeros((25, 25))
    for one, other in land.edges:
        laplacian[one, other] = laplacian[other, one] = -1.0
    laplacian -= np.diag(laplacian.sum(axis=0))
    covariance = np.linalg.pinv(laplacian)
    field = IntrinsicField(land.edges, 25)
    assert field.scale == pytest.approx(np.exp(np.log(np.diag(covariance)).mean()))
    chance = np.random.default_rng(3)
    draws = np.array([field.draw(chance) for _k in range(4000)])
    assert draws.sum(axis=1) == pytest.approx(0.0, abs=1e-9)
    assert np.cov(draws.T) == pytest.approx(covariance / field.scale, abs=0.15)


def test_a_country_is_the_same_again_and_comes_back_from_its_file(land: Landscape, tmp_path: Path) -> None:
    country = draw_country(land, 5, years=3)
    country.save(tmp_path / "country.npz")
    kept = Country.load(tmp_path / "country.npz")
    for again in (draw_country(land, 5, years=3), kept):
        for field in dataclasses.fields(Country):
            assert np.array_equal(getattr(again, field.name), getattr(country, field.name))
    assert (kept.areas, kept.years) == (300, 3)
    assert not np.array_equal(draw_country(land, 6, years=3).low, country.low)


def test_held_out_areas_tell_nothing_and_are_some(land: Landscape) -> None:
    country = draw_country(land, 5)
    assert 0 < country.held_out.sum() < 60
    assert (country.youths[country.held_out] == 0).all()
    assert (country.high <= country.youths).all()


def test_what_is_published_holds_the_truth_and_leaving_secret_out_does_not(land: Landscape) -> None:
    truth = draw_country(land, 5, median_youths=None, held_out=0.0)
    shown, short = published(truth), without_secret(truth)
    assert ((shown.low <= truth.low) & (truth.low <= shown.high)).all()
    assert set(shown.low[shown.high <= 7]) == {0}
    secret = shown.high <= 7
    assert 0.2 < secret.mean() < 0.6
    assert (short.youths[secret] == 0).all()
    assert short.low[~secret].tolist() == (shown.low[~secret] + 2).tolist()
    assert np.abs(short.low - truth.low)[~secret].max() <= 2
