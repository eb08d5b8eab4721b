# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Peers: simple predictors that know only what they may look at."""

import numpy as np
import pytest

from wijkverhaal.expectation import peers
from wijkverhaal.expectation.peers import Peer, TrainingSet, all_peers, national_mean, population_glm
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators


@pytest.fixture(autouse=True)
def _few_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few will do here, and many take long where cores are shared."""
    monkeypatch.setattr(peers, "_ROUNDS", 80, raising=False)
    monkeypatch.setattr(peers, "_TREES", {**peers._TREES, "num_threads": 1, "learning_rate": 0.1})


@pytest.fixture
def figures(panel: Panel) -> TrainingSet:
    """Rates that follow one indicator exactly, but for binomial noise; half may be looked at."""
    chance = np.random.default_rng(1)
    size = panel.areas.height
    trait = chance.standard_normal(size)
    youths = chance.integers(200, 4000, size)
    rate = 1.0 / (1.0 + np.exp(2.3 - 0.4 * trait))
    share = np.clip(chance.binomial(youths, rate) / youths, 1e-3, 1 - 1e-3)
    one = with_indicators(panel, {"trait": "age"}, trait[:, None])
    return TrainingSet(one, share, youths.astype(float), np.arange(size) % 2 == 0, seed=1)


def test_the_national_mean_is_the_weighted_rate_of_what_it_saw(figures: TrainingSet) -> None:
    found = national_mean(figures)
    train = figures.train
    rate = np.average(figures.share[train], weights=figures.weight[train])
    nodes, weights = np.polynomial.hermite_e.hermegauss(31)
    drawn = 1.0 / (1.0 + np.exp(-(found.mean[0][:, None] + found.sd[0][:, None] * nodes)))
    assert drawn @ (weights / weights.sum()) == pytest.approx(np.full(train.size, rate), rel=1e-4)


def test_the_glm_finds_the_coefficient(figures: TrainingSet) -> None:
    found = population_glm(figures)
    trait = figures.panel.values[:, 0]
    slope = np.polyfit(trait, found.mean[0], 1)
    assert slope == pytest.approx([0.4, -2.3], abs=0.03)
    assert found.sd[0, 0] < 0.05


def test_the_spread_is_what_the_noise_does_not_explain(figures: TrainingSet) -> None:
    assert national_mean(figures).sd[0, 0] == pytest.approx(0.4, rel=0.2)


def available() -> list[Peer]:
    return list(all_peers().values())


@pytest.mark.parametrize("peer", available(), ids=lambda peer: peer.__name__)
def test_no_peer_looks_at_what_is_held_out(figures: TrainingSet, peer: Peer) -> None:
    other = np.where(figures.train, figures.share, 0.5)
    blind = TrainingSet(figures.panel, other, figures.weight, figures.train, seed=1)
    first, second = peer(figures), peer(blind)
    assert np.array_equal(first.mean, second.mean)
    assert np.array_equal(first.sd, second.sd)


def test_trees_learn_the_trait(figures: TrainingSet) -> None:
    pytest.importorskip("lightgbm", reason="LightGBM is not installed")
    found = peers.lightgbm_with_region(figures)
    held_out = ~figures.train
    assert np.corrcoef(found.mean[0][held_out], figures.panel.values[held_out, 0])[0, 1] > 0.8
    assert (found.sd > 0).all()


def test_lightgbm_takes_part_only_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "lightgbm_installed", lambda: False)
    assert set(all_peers()) == {"national_mean", "population_glm"}
    monkeypatch.setattr(peers, "lightgbm_installed", lambda: True)
    assert "lightgbm_region" in all_peers()
