# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Determinants: whatever comes in, the design is finite, on one scale, and says what was done."""

from dataclasses import replace

import numpy as np
import pytest

from wijkverhaal.expectation.determinants import Determinants, determinants_of
from wijkverhaal.expectation.multilevel import fit_panel
from wijkverhaal.expectation.specification import Settings
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators


def column(found: Determinants, term: str) -> np.ndarray:
    return found.matrix[:, [one.term for one in found.columns].index(term)]


@pytest.fixture
def three(panel: Panel) -> Panel:
    """One complete indicator, one that is missing for a fifth, one that is missing for one wijk."""
    chance = np.random.default_rng(1)
    values = 20.0 + 4.0 * chance.standard_normal((panel.areas.height, 3))
    values[: panel.areas.height // 5, 1] = np.nan
    values[3, 2] = np.nan
    return with_indicators(panel, {"whole": "age", "holed": "income", "nearly": "income"}, values)


def test_columns_are_on_one_scale(three: Panel) -> None:
    whole = column(determinants_of(three), "whole")
    assert whole.mean() == pytest.approx(0.0, abs=1e-12)
    assert whole.std() == pytest.approx(1.0)
    assert np.corrcoef(whole, three.values[:, 0])[0, 1] == pytest.approx(1.0)


def test_a_missing_value_takes_the_median_and_a_column_says_so(three: Panel) -> None:
    found = determinants_of(three)
    absent = np.isnan(three.values[:, 1])
    indicator = next(one for one in found.columns if one.term == "holed")
    filled = column(found, "holed")[absent] * indicator.scale + indicator.centre
    assert filled == pytest.approx(np.full(absent.sum(), np.nanmedian(three.values[:, 1])))
    said = column(found, "holed_missing")
    assert set(said[absent]) != set(said[~absent])
    assert len(set(said[absent])) == len(set(said[~absent])) == 1
    assert found.missing["holed"] == pytest.approx(absent.mean())
    assert "whole" not in found.missing


def test_the_plain_design_only_fills_in(three: Panel) -> None:
    found = determinants_of(three, plain=True)
    assert [one.term for one in found.columns] == ["whole", "holed", "nearly"]
    assert np.isfinite(found.matrix).all()
    assert not any(one.form == "absence" for one in found.columns)


def test_the_same_pattern_of_absence_gets_one_column(three: Panel) -> None:
    values = np.column_stack([three.values[:, 1], -(three.values[:, 1] ** 2)])
    found = determinants_of(with_indicators(three, {"a": "age", "b": "income"}, values))
    assert sum(one.form == "absence" for one in found.columns) == 1


def test_what_cannot_serve_is_left_out_with_a_reason(three: Panel) -> None:
    wijken = three.areas.height
    mostly = np.where(np.arange(wijken) % 10 == 0, np.arange(wijken), np.nan)
    values = np.column_stack([np.full(wijken, 3.0), np.full(wijken, np.nan), mostly, three.values[:, 0]])
    groups = {"same": "age", "gone": "age", "mostly_gone": "age", "foreign": "origin"}
    found = determinants_of(with_indicators(three, groups, values), without_groups=frozenset({"origin"}))
    assert found.left_out == {
        "same": "constant",
        "gone": "absent",
        "mostly_gone": "missing",
        "foreign": "excluded",
    }
    assert found.columns == ()
    assert found.matrix.shape == (wijken, 0)


def test_a_wild_scale_changes_nothing(three: Panel) -> None:
    wild = replace(three, values=three.values * np.array([1e12, 1e-6, -1.0]) + np.array([0.0, 0.0, 1e6]))
    usual, found = determinants_of(three), determinants_of(wild)
    assert column(found, "whole") == pytest.approx(column(usual, "whole"), abs=1e-8)
    assert column(found, "holed") == pytest.approx(column(usual, "holed"), abs=1e-8)
    assert column(found, "nearly") == pytest.approx(-column(usual, "nearly"), abs=1e-8)


def test_a_wild_scale_changes_no_answer(three: Panel) -> None:
    wild = replace(three, values=three.values * np.array([1e9, 1e-6, 1.0]))
    settings = Settings(draws=20)
    usual, found = fit_panel(three, settings).answers, fit_panel(wild, settings).answers
    assert found.expected_here == pytest.approx(usual.expected_here, rel=1e-4)


def test_one_odd_wijk_cannot_steer_a_coefficient(three: Panel) -> None:
    values = three.values.copy()
    values[7, 0] = 1e7
    found = determinants_of(replace(three, values=values))
    assert np.abs(found.matrix).max() <= 10.0


def test_columns_that_say_the_same_still_fit(three: Panel) -> None:
    first = three.values[:, 0]
    values = np.column_stack([first, 2.0 * first + 1.0, -first, 100.0 - first])
    groups = {"a": "age", "b": "age", "c": "income", "d": "income"}
    fitted = fit_panel(with_indicators(three, groups, values), Settings(draws=20))
    assert np.isfinite(fitted.answers.actual).all()
    assert np.isfinite(fitted.posterior.draws.fixed).all()


def test_groups_and_their_columns(three: Panel) -> None:
    found = determinants_of(three)
    assert found.groups == ("age", "income")
    together = sorted(k for group in found.groups for k in found.of_group(group))
    assert together == list(range(len(found.columns)))
    assert {found.columns[k].group for k in found.of_group("income")} == {"income"}
