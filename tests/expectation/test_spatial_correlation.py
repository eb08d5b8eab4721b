# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moran's I, beside all permutations of a small map and published numbers."""

import itertools
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.areas.graph import edges_of
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.spatial_correlation import moran_of_draws, spatial_correlation
from wijkverhaal.foundation.language import speaking

#: A small map that is no lattice: degrees 1 to 4.
EDGES = np.array([[0, 1], [0, 2], [1, 2], [1, 3], [2, 4], [3, 4], [3, 5], [3, 6]])
VALUES = np.array([3.0, 2.5, 4.0, -1.0, 0.5, -2.0, 7.0])


def by_hand(values: Floats, edges: Ints) -> float:
    neighbours: dict[int, list[int]] = {}
    for one, other in edges.tolist():
        neighbours.setdefault(one, []).append(other)
        neighbours.setdefault(other, []).append(one)
    away = values - values.mean()
    total = sum(away[i] * np.mean(away[near]) for i, near in neighbours.items())
    return float(total / (away**2).sum())


def lattice(side: int) -> Ints:
    node = np.arange(side * side).reshape(side, side)
    right = np.column_stack([node[:, :-1].ravel(), node[:, 1:].ravel()])
    down = np.column_stack([node[:-1].ravel(), node[1:].ravel()])
    return np.concatenate([right, down])


def test_value_mean_and_sd_are_those_of_all_permutations() -> None:
    found = spatial_correlation(VALUES, EDGES)
    assert found is not None
    dealt = [by_hand(np.array(order), EDGES) for order in itertools.permutations(VALUES)]
    assert found.value == pytest.approx(by_hand(VALUES, EDGES))
    assert found.expected == pytest.approx(np.mean(dealt))
    assert found.sd == pytest.approx(np.std(dealt))
    assert found.areas == 7


def test_islands_and_unknown_areas_do_not_count() -> None:
    values = np.concatenate([VALUES, [99.0, np.nan]])
    assert spatial_correlation(values, np.vstack([EDGES, [[0, 8]]])) == spatial_correlation(VALUES, EDGES)


def test_scale_and_order_of_areas_change_nothing() -> None:
    order = np.random.default_rng(1).permutation(7)
    place = np.argsort(order)
    plain, other = spatial_correlation(VALUES, EDGES), spatial_correlation(VALUES[order], place[EDGES])
    scaled = spatial_correlation(-1e3 * VALUES + 5, EDGES)
    assert plain is not None
    for found in (other, scaled):
        assert found is not None
        assert (found.value, found.sd) == pytest.approx((plain.value, plain.sd))


@pytest.mark.parametrize("values", [np.full(7, 2.0), np.full(7, np.nan), np.append(np.full(6, np.nan), 1.0)])
def test_where_nothing_can_be_said_nothing_is_said(values: Floats) -> None:
    assert spatial_correlation(values, EDGES) is None
    assert moran_of_draws(np.tile(values, (3, 1)), EDGES) is None
    assert spatial_correlation(VALUES, np.empty((0, 2), dtype=np.int64)) is None


def test_draws_give_the_mean_and_interval_of_their_own_morans() -> None:
    draws = np.random.default_rng(2).normal(size=(50, 7))
    each = [by_hand(one, EDGES) for one in draws]
    found = moran_of_draws(draws, EDGES)
    assert found is not None
    assert found.mean == pytest.approx(np.mean(each))
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(each, [0.05, 0.95])))


@pytest.mark.parametrize(
    ("share", "says"), [(0.0, "niet méér"), (0.35, "enigszins"), (1.0, "sterk"), (-1.0, "verschilt")]
)
def test_the_sentence_says_how_alike(share: float, says: str) -> None:
    edges = lattice(20)
    row, column = np.divmod(np.arange(400), 20)
    smooth = np.sin(row / 4.0) + np.cos(column / 5.0)
    board = np.where((row + column) % 2 == 0, 1.0, -1.0)
    noise = np.random.default_rng(3).normal(size=400)
    signal = smooth if share >= 0 else board
    found = spatial_correlation(abs(share) * signal / signal.std() + (1 - abs(share)) * noise, edges)
    assert found is not None
    assert says in found.sentence("rate")
    assert found.sentence("rate").startswith("Het gebruik")
    assert found.sentence().startswith("Wat het model niet verklaart")
    assert "Moran" not in found.sentence() + found.sentence("rate")


def test_the_numbers_in_a_sentence_are_written_as_the_reader_writes_them() -> None:
    found = spatial_correlation(VALUES, EDGES)
    assert found is not None
    with speaking("nl"):
        assert f"{found.value:.2f}".replace(".", ",").replace("-", "") in found.sentence()


def test_noise_is_called_more_than_chance_about_as_often_as_said() -> None:
    edges = lattice(15)
    chance = np.random.default_rng(4)
    distances = [spatial_correlation(chance.gamma(0.5, size=225), edges) for _ in range(400)]
    beyond = np.mean([abs(found.distance) > 2.0 for found in distances if found is not None])
    assert 0.02 < beyond < 0.08


_REAL = Path(__file__).parents[3] / "shared" / "data"
_USERS = "TotaalJongerenMetJeugdzorgInNatura_1"


def test_real_rates_are_alike_between_gemeenten_and_hardly_within() -> None:
    if not _REAL.exists():
        pytest.skip("the real files are not on this machine")
    rates = _real_rates()
    pairs = pl.read_csv(
        _REAL / "areas/wijk_2022_adjacency_queen.csv", new_columns=["area_a", "area_b", "length"]
    )
    edges = edges_of(pairs, rates["area"])
    found = spatial_correlation(rates["rate"].to_numpy(), edges)
    within = spatial_correlation(rates["within"].to_numpy(), edges)
    assert found is not None
    assert within is not None
    assert found.value == pytest.approx(0.37, abs=0.02)
    assert within.value == pytest.approx(0.0, abs=0.03)
    assert "sterk" in found.sentence("rate")


def _real_rates() -> pl.DataFrame:
    """The shown rates of 2022, and their distance from the mean of the wijken of the gemeente."""
    users = pl.read_csv(
        _REAL / "cbs/85335NED_jeugdzorg_wijk_2022.csv", separator=";", columns=["Codering", _USERS]
    )
    youths = pl.read_parquet(_REAL / "cbs/kwb_2022.parquet", columns=["gwb_code", "a_00_14", "a_15_24"])
    together = users.join(youths, left_on="Codering", right_on="gwb_code").rename({"Codering": "area"})
    wijken = together.filter(pl.col("area").str.starts_with("WK"), pl.col(_USERS).is_not_null())
    rates = wijken.select("area", rate=pl.col(_USERS) / (pl.col("a_00_14") + 0.8 * pl.col("a_15_24")))
    gemeente = pl.col("area").str.slice(2, 4)
    return rates.with_columns(within=pl.col("rate") - pl.col("rate").mean().over(gemeente))
