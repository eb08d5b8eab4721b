# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Determinants: whatever comes in, the design is finite, on one scale, and says what was done."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.determinants import Determinants, determinants_of
from wijkverhaal.expectation.multilevel import fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators


def column(found: Determinants, term: str) -> np.ndarray:
    return found.matrix[:, [one.term for one in found.columns].index(term)]


@pytest.fixture
def three(panel: Panel) -> Panel:
    """One complete indicator, one that is missing for a fifth, one that is missing for one wijk."""
    chance = np.random.default_rng(1)
    values = 20.0 + 4.0 * chance.standard_normal((panel.areas.height, 3))
    values[::5, 1] = np.nan
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


def own(panel: Panel, group: str) -> Panel:
    """The panel with its first indicator as a gemeente's own."""
    first = replace(panel.indicators[0], group=group, family="local")
    return replace(panel, indicators=(first, *panel.indicators[1:]))


def test_the_place_enters_only_where_its_group_is_named(three: Panel) -> None:
    place = own(three, "safety")
    assert determinants_of(place).left_out == {"whole": "neighbourhood"}
    assert determinants_of(place, neighbourhood=frozenset({"amenities"})).left_out == {
        "whole": "neighbourhood"
    }
    found = determinants_of(place, neighbourhood=frozenset({"safety"}))
    assert found.left_out == {}
    assert column(found, "whole") == pytest.approx(column(determinants_of(three), "whole"))
    both = determinants_of(place, frozenset({"safety"}), neighbourhood=frozenset({"safety"}))
    assert both.left_out == {"whole": "excluded"}


def test_own_figures_stay_out_of_the_model_on_scps_file_too(three: Panel) -> None:
    place = replace(own(three, "safety"), family="scp")
    assert determinants_of(place).left_out == {"whole": "neighbourhood"}


def test_which_gemeente_asked_is_no_determinant(three: Panel) -> None:
    values = three.values[:, [1, 0, 2]]
    place = own(replace(three, values=values), "own")
    terms = [one.term for one in determinants_of(place, neighbourhood=frozenset({"own"})).columns]
    assert "whole" in terms
    assert "whole_missing" not in terms


def test_the_mean_of_a_gemeente_is_a_column_weighted_by_youths(three: Panel) -> None:
    found = determinants_of(three, within_between=frozenset({"whole"}))
    assert [one.term for one in found.columns][:2] == ["whole", "whole_between"]
    between = found.columns[1]
    assert (between.form, between.group) == ("between", "age")
    mean = column(found, "whole_between") * between.scale + between.centre
    gemeente = three.areas["gemeente"].to_numpy()
    youths = three.column("youths")
    for code in sorted(set(gemeente))[:5]:
        rows = gemeente == code
        wanted = np.average(three.values[rows, 0], weights=youths[rows])
        assert mean[rows] == pytest.approx(np.full(rows.sum(), wanted), abs=1e-6)


def test_one_gemeente_has_no_mean_of_its_own(three: Panel) -> None:
    alone = replace(three, areas=three.areas.with_columns(gemeente=pl.lit("GM9001")))
    terms = [one.term for one in determinants_of(alone, within_between=frozenset({"whole"})).columns]
    assert "whole" in terms
    assert "whole_between" not in terms


def test_an_explanation_with_slopes_between_gemeenten_adds_up(panel: Panel) -> None:
    ids = frozenset(one.id for one in panel.indicators if one.group in ("income", "benefits"))
    fitted = fit_panel(panel, Settings(draws=20, within_between=ids))
    assert any(one.form == "between" for one in fitted.specification.determinants.columns)
    assert fitted.explanation.effect.sum(0) == pytest.approx(fitted.explanation.total, abs=1e-8)
