# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.geography import lay_out
from wijkverhaal.simulation.settings import LARGEST_GEMEENTE, CountrySettings


def _pieces(pairs: np.ndarray, group: np.ndarray) -> np.ndarray:
    """In how many pieces each group lies, going from neighbour to neighbour within it."""
    within = pairs[group[pairs[:, 0]] == group[pairs[:, 1]]]
    graph = coo_array((np.ones(len(within)), (within[:, 0], within[:, 1])), shape=(len(group), len(group)))
    label = connected_components(graph, directed=False)[1]
    return np.array([len(set(label[group == g])) for g in range(group.max() + 1)])


def test_every_gemeente_hangs_together(country: Country) -> None:
    assert (_pieces(country.geography.pairs, country.geography.gemeente) == 1).all()


def test_regions_hang_together_but_for_a_crossing(country: Country) -> None:
    geography = country.geography
    pairs = geography.gemeente[geography.pairs]
    pieces = _pieces(pairs[pairs[:, 0] != pairs[:, 1]], geography.region)
    assert len(pieces) == 42
    assert (pieces == 1).mean() > 0.9


def test_gemeenten_are_skewed_in_size_as_the_real_ones(country: Country) -> None:
    size = np.bincount(country.geography.gemeente)
    assert len(size) == 340
    assert 5 <= np.median(size) <= 9
    assert size.min() >= 1
    assert 50 <= size.max() <= LARGEST_GEMEENTE


@pytest.mark.parametrize(
    ("gemeenten", "wijken", "regions"), [(1, 1, 1), (1, 2, 1), (2, 5, 2), (3, 140, 1), (40, 40, 40)]
)
def test_the_smallest_countries_have_all_their_parts(gemeenten: int, wijken: int, regions: int) -> None:
    geography = lay_out(CountrySettings(gemeenten=gemeenten, wijken=wijken, regions=regions), seed=5)
    assert geography.areas["wijk"].n_unique() == wijken
    assert geography.areas["gemeente"].n_unique() == gemeenten
    assert geography.areas["region"].n_unique() == regions
