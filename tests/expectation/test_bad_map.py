# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bad maps: pairs that say nothing change nothing, and a map that does not fit is said."""

from collections.abc import Callable

import numpy as np
import pytest

from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.reservation import reservations
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel

from .panels import touching

FEW = Settings(draws=40)
Pairs = list[tuple[str, str | None]]


@pytest.fixture(scope="module")
def usual(panel: Panel) -> FittedYear:
    return fit_panel(panel, FEW)


@pytest.fixture(scope="module")
def without(panel: Panel) -> FittedYear:
    return fit_panel(panel, Settings(draws=40, neighbours=False))


def pairs_of(panel: Panel) -> Pairs:
    assert panel.touching is not None
    return list(panel.touching.select("area_a", "area_b").iter_rows())


SAYING_NOTHING: dict[str, Callable[[Pairs], Pairs]] = {
    "twice": lambda pairs: pairs + pairs[:50],
    "the other way round": lambda pairs: pairs + [(str(b), a) for a, b in pairs],
    "with itself": lambda pairs: [*pairs, (pairs[0][0], pairs[0][0])],
    "an unknown wijk": lambda pairs: [*pairs, (pairs[0][0], "WK999901"), ("WK999901", "WK999902")],
    "no wijk at all": lambda pairs: [*pairs, (pairs[0][0], None)],
}


@pytest.mark.parametrize("change", SAYING_NOTHING.values(), ids=SAYING_NOTHING.keys())
def test_a_pair_that_says_nothing_changes_nothing(
    panel: Panel, usual: FittedYear, change: Callable[[Pairs], Pairs]
) -> None:
    found = fit_panel(touching(panel, change(pairs_of(panel))), FEW)
    assert np.array_equal(found.answers.actual, usual.answers.actual)


@pytest.mark.parametrize(
    "pairs",
    [[], [("WK999901", "WK999902")], [("WK999901", "WK999901")]],
    ids=["empty", "of another year", "an island of another year"],
)
def test_a_map_without_any_of_our_wijken_is_no_map(panel: Panel, without: FittedYear, pairs: Pairs) -> None:
    found = fit_panel(touching(panel, pairs), FEW)
    assert np.array_equal(found.answers.actual, without.answers.actual)
    assert any("noemt geen twee wijken van 2022" in text for text in reservations(found.specification))


def test_islands_only_is_no_map(panel: Panel, without: FittedYear) -> None:
    areas = panel.areas["area"].to_list()
    found = fit_panel(touching(panel, [(area, area) for area in areas]), FEW)
    assert np.array_equal(found.answers.actual, without.answers.actual)


def test_a_map_of_many_parts_fits(panel: Panel, without: FittedYear) -> None:
    areas = panel.areas["area"].to_list()
    pairs: Pairs = list(zip(areas[:-1:2], areas[1::2], strict=True))
    found = fit_panel(touching(panel, pairs), FEW)
    assert "neighbours_wijk" in found.specification.model.hyperparameters
    assert found.answers.actual.mean(0) == pytest.approx(without.answers.actual.mean(0), rel=0.15)
    assert found.explanation.effect.sum(0) == pytest.approx(found.explanation.total, abs=1e-8)


def test_a_map_that_knows_few_wijken_is_said(panel: Panel, usual: FittedYear) -> None:
    areas = panel.areas["area"].to_list()
    found = fit_panel(touching(panel, [(areas[0], areas[1])]), FEW)
    text = f"Van {len(areas) - 2} van de {len(areas)} wijken van 2022 kent de kaart geen buren."
    assert text in reservations(found.specification)
    assert not any("buren" in text for text in reservations(usual.specification))
    assert np.isfinite(found.answers.actual).all()
