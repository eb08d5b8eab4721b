# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bad input about wijken, youths, totals and years: a clear answer or a clear refusal."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.multilevel import FittedYear, fit_panel, fit_panels
from wijkverhaal.expectation.reservation import reservations
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import FitError, InputError
from wijkverhaal.foundation.workspace import Workspace

from .panels import NO_ROW, SECRET, changed, only

FEW = Settings(draws=40)


@pytest.fixture(scope="module")
def before(imported: Workspace) -> Panel:
    return count_panel(FigureStore(imported), "jeugdzorg", 2021)


def largest_gemeente(panel: Panel) -> str:
    """The gemeente with the most wijken that are shown."""
    shown = panel.areas.filter(pl.col("status") == "shown").group_by("gemeente").len()
    return str(shown.sort("len", "gemeente")["gemeente"][-1])


def shown_wijken(panel: Panel, count: int) -> list[str]:
    shown = panel.areas.filter(pl.col("status") == "shown", pl.col("youths") > 300)
    return shown["area"].to_list()[:count]


def said(fitted: FittedYear) -> str:
    return " ".join(reservations(fitted.specification))


def assert_sane(fitted: FittedYear) -> None:
    answers = fitted.answers
    for draws in (answers.expected_population, answers.expected_here, answers.actual):
        assert np.isfinite(draws).all()
        assert (draws > 0).all()
        assert (draws < 100).all()
        assert (draws.std(0) > 0).all()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_figures_are_refused(panel: Panel, count: int) -> None:
    with pytest.raises(FitError, match=rf"maar {count} wijken met een cijfer"):
        fit_panel(only(panel, shown_wijken(panel, count)), FEW)


def test_two_years_of_two_wijken_are_refused_too(before: Panel, panel: Panel) -> None:
    wijken = shown_wijken(panel, 2)
    with pytest.raises(FitError, match="een model vraagt er minstens 3"):
        fit_panels([only(before, wijken), only(panel, wijken)], FEW)


def test_three_wijken_give_an_answer_that_is_very_unsure(panel: Panel, fitted: FittedYear) -> None:
    wijken = shown_wijken(panel, 3)
    few = fit_panel(only(panel, wijken), FEW)
    assert_sane(few)
    there = panel.areas["area"].is_in(wijken).to_numpy()
    unsure = few.answers.expected_here.std(0) / few.answers.expected_here.mean(0)
    sure = (fitted.answers.expected_here.std(0) / fitted.answers.expected_here.mean(0))[there]
    assert (unsure > 1.5 * sure).all()
    assert "maar 3 wijken met een cijfer" in said(few)


def test_one_gemeente_says_little_about_another(panel: Panel, fitted: FittedYear) -> None:
    there = panel.areas["gemeente"] == largest_gemeente(panel)
    one = fit_panel(only(panel, panel.areas.filter(there)["area"].to_list()), FEW)
    assert_sane(one)
    assert "maar één gemeente" in said(one)
    unsure = np.median(one.answers.expected_population.std(0))
    assert unsure > 2.0 * np.median(fitted.answers.expected_population.std(0)[there.to_numpy()])
    assert one.answers.actual.mean() == pytest.approx(
        fitted.answers.actual[:, there.to_numpy()].mean(), rel=0.1
    )


@pytest.mark.parametrize("nothing", [SECRET, NO_ROW], ids=["secret", "no rows"])
def test_a_country_without_a_shown_count_is_refused(
    before: Panel, panel: Panel, nothing: dict[str, object]
) -> None:
    silent = changed(panel, pl.lit(True), nothing)
    with pytest.raises(FitError, match="Er zijn in 2022 maar 0 wijken"):
        fit_panel(silent, FEW)
    with pytest.raises(FitError, match="Er zijn in 2022 maar 0 wijken"):
        fit_panels([before, silent], FEW)


def test_a_gemeente_without_youths_counts_for_nothing(panel: Panel, fitted: FittedYear) -> None:
    gemeente = largest_gemeente(panel)
    for youths in (0, None):
        empty = changed(panel, pl.col("gemeente") == gemeente, {"youths": youths, "published_rate": None})
        found = fit_panel(empty, FEW)
        elsewhere = (panel.areas["gemeente"] != gemeente).to_numpy()
        assert np.isfinite(found.answers.actual).all()
        assert found.answers.actual.mean(0)[elsewhere] == pytest.approx(
            fitted.answers.actual.mean(0)[elsewhere], rel=0.15
        )
        assert "geen aantal jeugdigen, daarom telt het niet mee" in said(found)


def test_a_wijk_that_is_there_twice_is_refused(panel: Panel) -> None:
    twice = replace(
        panel,
        areas=pl.concat([panel.areas, panel.areas[:1]]),
        values=np.concatenate([panel.values, panel.values[:1]]),
    )
    with pytest.raises(InputError, match=f"Wijk {panel.areas['area'][0]} staat in 2022 twee keer"):
        fit_panel(twice, FEW)


@pytest.mark.parametrize("factor", [0.0, 0.3, 1e6, np.nan], ids=["nothing", "too small", "huge", "unknown"])
def test_totals_that_do_not_fit_are_not_believed(panel: Panel, factor: float, fitted: FittedYear) -> None:
    """A total of nothing, one below its wijken, and one of which hardly anybody is in a wijk."""
    wrong = {code: factor * total for code, total in panel.gemeente_totals.items()}
    found = fit_panel(replace(panel, gemeente_totals=wrong), FEW)
    assert_sane(found)
    assert not found.specification.coverage.known.any()
    assert found.answers.actual.mean() == pytest.approx(fitted.answers.actual.mean(), rel=0.08)
    assert found.answers.actual.std(0).mean() > fitted.answers.actual.std(0).mean()
    assert "Van geen gemeente is er in 2022 een bruikbaar totaal" in said(found)


def test_one_total_that_does_not_fit_is_named(panel: Panel, fitted: FittedYear) -> None:
    gemeente = largest_gemeente(panel)
    name = panel.areas.filter(pl.col("gemeente") == gemeente)["gemeente_name"][0]
    wrong = panel.gemeente_totals | {gemeente: 0.1 * panel.gemeente_totals[gemeente]}
    found = fit_panel(replace(panel, gemeente_totals=wrong), FEW)
    text = said(found)
    assert "past niet bij de wijken" in text
    assert name in text
    assert name not in said(fitted)


def test_a_very_low_coverage_is_said(panel: Panel) -> None:
    gemeente = largest_gemeente(panel)
    name = panel.areas.filter(pl.col("gemeente") == gemeente)["gemeente_name"][0]
    many = panel.gemeente_totals | {gemeente: 2.5 * panel.gemeente_totals[gemeente]}
    text = said(fit_panel(replace(panel, gemeente_totals=many), FEW))
    assert "Minder dan de helft van de jongeren met jeugdzorg" in text
    assert name in text


def test_a_wijk_of_a_billion_youths_is_refused(panel: Panel) -> None:
    code = panel.areas["area"][3]
    with pytest.raises(InputError, match=f"Wijk {code} telt in 2022 1.000.000.000 jeugdigen"):
        fit_panel(changed(panel, pl.col("area") == code, {"youths": 10**9}), FEW)


@pytest.mark.parametrize("like_scp", [False, True])
@pytest.mark.parametrize("rate", [1e6, 101.0, -3.0])
def test_what_is_no_percentage_counts_for_nothing(scp_panel: Panel, like_scp: bool, rate: float) -> None:
    code = scp_panel.areas.filter(pl.col("status") == "shown")["area"][0]
    settings = Settings(draws=40, like_scp=like_scp)
    odd = changed(scp_panel, pl.col("area") == code, {"published_rate": rate})
    none = changed(scp_panel, pl.col("area") == code, {"published_rate": None})
    found, without = fit_panel(odd, settings), fit_panel(none, settings)
    assert np.array_equal(found.answers.expected_here, without.answers.expected_here)
    assert f"niet mee in: {code}." in said(found)


@pytest.mark.parametrize("like_scp", [False, True])
def test_the_same_percentage_everywhere_is_what_is_expected(scp_panel: Panel, like_scp: bool) -> None:
    same = changed(scp_panel, pl.col("status") == "shown", {"published_rate": 10.0})
    found = fit_panel(same, Settings(draws=40, like_scp=like_scp))
    assert found.answers.expected_here.mean(0) == pytest.approx(np.full(same.areas.height, 10.0), abs=0.3)


def test_a_year_that_is_there_twice_is_refused(panel: Panel) -> None:
    with pytest.raises(InputError, match="Het jaar 2022 komt twee keer voor"):
        fit_panels([panel, panel], FEW)


def test_no_line_is_drawn_across_the_break_of_2021(before: Panel, panel: Panel) -> None:
    across = fit_panels([replace(before, year=2020), replace(panel, year=2021)], FEW)
    apart = [fit_panel(replace(before, year=2020), FEW), fit_panel(replace(panel, year=2021), FEW)]
    assert [one.series for one in across] == [0, 1]
    for one, alone in zip(across, apart, strict=True):
        assert np.array_equal(one.answers.actual, alone.answers.actual)


def test_wijken_that_all_changed_say_nothing_of_one_another(before: Panel, panel: Panel) -> None:
    """Another count in the year before then moves a wijk no more than any other wijk."""
    there = shown_wijken(panel, 400)
    other = changed(before, pl.col("area") == there[0], {"published": 5.0, "low": 3.0, "high": 7.0})
    row = panel.areas["area"].to_list().index(there[0])

    def moved(kept: frozenset[str]) -> float:
        year = replace(panel, kept=kept)
        with_own = fit_panels([before, year], FEW)[1].answers.actual.mean(0)[row]
        with_other = fit_panels([other, year], FEW)[1].answers.actual.mean(0)[row]
        return abs(float(with_other / with_own - 1.0))

    assert moved(frozenset()) < 0.25 * moved(panel.kept)


def test_a_gap_makes_all_wijken_new_but_keeps_the_gemeenten(before: Panel, panel: Panel) -> None:
    later = replace(panel, year=2025)
    found = fit_panels([before, panel, later], FEW)
    assert [one.series for one in found] == [0, 0, 0]
    for one in found:
        assert_sane(one)
    wijk = found[0].specification.model.members[0].effect
    areas = panel.areas.height
    assert np.intersect1d(wijk.area[: 2 * areas], wijk.area[2 * areas :]).size == 0  # type: ignore[attr-defined]
    table = area_table(found[2])
    assert (table["year"] == 2025).all()
