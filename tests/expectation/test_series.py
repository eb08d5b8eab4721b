# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which years stand on one line, and which wijken go on from year to year."""

from dataclasses import replace

import polars as pl
import pytest

from wijkverhaal.expectation.multilevel import FittedYear, fit_panels
from wijkverhaal.expectation.series import graph_of, series_of, wijken_of
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace


@pytest.fixture(scope="module")
def panels(imported: Workspace) -> list[Panel]:
    return [count_panel(FigureStore(imported), "jeugdzorg", year) for year in (2021, 2022)]


@pytest.fixture(scope="module")
def together(panels: list[Panel]) -> list[FittedYear]:
    return fit_panels(panels, Settings(draws=400))


def years(series: list[list[Panel]]) -> list[list[int]]:
    return [[panel.year for panel in one] for one in series]


def test_no_line_is_drawn_across_the_trend_break(panels: list[Panel]) -> None:
    older = [replace(panels[0], year=year) for year in (2019, 2020)]
    assert years(series_of([*panels[::-1], *older])) == [[2019, 2020], [2021, 2022]]
    assert years(series_of(panels, together=False)) == [[2021], [2022]]


def test_a_wijk_that_keeps_its_boundary_goes_on(panels: list[Panel]) -> None:
    units = wijken_of(panels)
    kept = [code in panels[1].kept for code in panels[1].areas["area"]]
    before = dict(zip(panels[0].areas["area"], units.unit[0].tolist(), strict=True))
    for code, unit, same in zip(panels[1].areas["area"], units.unit[1].tolist(), kept, strict=True):
        assert (before.get(code) == unit) == (same and code in before)
    assert units.chain is not None
    assert units.chain.first.size == sum(kept)


def test_a_redrawn_wijk_is_another(panels: list[Panel]) -> None:
    code = panels[1].areas["area"][0]
    redrawn = replace(panels[1], kept=panels[1].kept - {code})
    usual, changed = wijken_of(panels), wijken_of([panels[0], redrawn])
    assert changed.count == usual.count + (code in panels[1].kept)


def test_a_year_in_between_without_figures_breaks_the_chain(panels: list[Panel]) -> None:
    later = replace(panels[1], year=2024)
    chain = wijken_of([panels[0], later]).chain
    assert chain is not None
    assert chain.first.size == 0


def test_wijken_touch_in_any_of_the_years(panels: list[Panel]) -> None:
    units = wijken_of(panels)
    both = graph_of(panels, units)
    assert both is not None
    without = [replace(panel, touching=None) for panel in panels]
    assert graph_of(without, units) is None
    one = graph_of([panels[0], without[1]], units)
    assert one is not None
    assert len(one.edges) <= len(both.edges)


def test_years_of_one_series_share_a_model_and_their_draws(together: list[FittedYear]) -> None:
    first, second = together
    assert first.specification.model is second.specification.model
    assert first.answers.actual.shape[0] == second.answers.actual.shape[0]
    assert first.series == second.series


def test_a_year_sharpens_the_other(panels: list[Panel], together: list[FittedYear]) -> None:
    alone = fit_panels(panels, Settings(draws=400, together=False))
    shown = (panels[1].areas["status"] == "shown").to_numpy()
    narrower = together[1].answers.actual.std(0)[shown] / alone[1].answers.actual.std(0)[shown]
    assert narrower.mean() < 0.95
    assert [one.series for one in alone] == [0, 1]


def test_each_year_has_a_level_of_its_own(together: list[FittedYear]) -> None:
    first, second = (one.specification.own_coefficients(one.posterior.draws.fixed) for one in together)
    assert (first[:, 1:4] == second[:, 1:4]).all()
    assert abs(first[:, 0].mean() - second[:, 0].mean()) > 1e-4


def test_a_wijk_that_vanishes_has_no_later_year(panels: list[Panel]) -> None:
    gone = panels[0].areas["area"][3]
    second = panels[1]
    keep = (second.areas["area"] != gone).to_numpy()
    shorter = replace(second, areas=second.areas.filter(pl.Series(keep)), values=second.values[keep])
    fitted = fit_panels([panels[0], shorter], Settings(draws=20))
    assert [one.answers.actual.shape[1] for one in fitted] == [keep.size, keep.size - 1]
