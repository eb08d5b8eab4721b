# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The drawings of a conversation: whatever people guess, all of it fits and the table has the numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ..conftest import Site
from .conftest import USE

if TYPE_CHECKING:
    from wijkverhaal.site.conversations.screen.told_figure import ToldFigure


@pytest.fixture
def figure(site: Site) -> ToldFigure:
    from wijkverhaal.site.conversations.screen.told_figure import ToldFigure

    return ToldFigure(USE, "Verzonnenoord", "Werkelijk gebruik", "", 11.3, "%", "percentage", "")


@pytest.mark.parametrize(
    "guesses",
    [[11.0, 11.0, 11.0], [0.0, 50.0, 100.0], [0.0] * 149 + [100.0], [float(n % 37) for n in range(150)]],
    ids=["alike", "wide", "outlier", "many"],
)
def test_all_guesses_fit_and_are_told(guesses: list[float], figure: ToldFigure) -> None:
    from wijkverhaal.dialogue.guess import Guess
    from wijkverhaal.dialogue.guess_spread import spread_of
    from wijkverhaal.site.conversations.screen.spread_chart import spread_chart

    said = [Guess(str(place), USE, value, place) for place, value in enumerate(guesses)]
    chart = spread_chart(spread_of(said, USE, 1000), figure)
    assert chart is not None
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', chart.svg).groups())  # type: ignore[union-attr]
    places = re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', chart.svg)
    assert places
    for x, y, r in ([float(one) for one in place] for place in places):
        assert r <= x <= width - r
        assert r <= y <= height - r
    assert sum(int(row[1]) for row in chart.table.rows) == len(guesses)
    assert "11,3%" in chart.sentence


def test_nothing_is_drawn_of_fewer_than_three(figure: ToldFigure) -> None:
    from wijkverhaal.dialogue.guess import Guess
    from wijkverhaal.dialogue.guess_spread import spread_of
    from wijkverhaal.site.conversations.screen.spread_chart import spread_chart
    from wijkverhaal.site.conversations.screen.tally_chart import tally_chart

    said = [Guess("a", USE, 12.0, 1), Guess("b", USE, 13.0, 2)]
    assert spread_chart(spread_of(said, USE, 1000), figure) is None
    assert tally_chart("x", "Titel", {}, "Te weinig.") is None


def test_bars_are_in_proportion_and_never_red_or_green(site: Site) -> None:
    from wijkverhaal.site.conversations.screen.tally_chart import tally_chart

    chart = tally_chart("x", "Titel", {"herkend": 4, "deels <herkend>": 2, "niet": 0}, "Zin.")
    assert chart is not None
    widths = [float(one) for one in re.findall(r'width="([\d.]+)" height="16"', chart.svg)]
    assert widths[0] == 2 * widths[1]
    assert widths[2] == 0
    assert "deels &lt;herkend&gt;" in chart.svg
    assert set(re.findall(r"#[0-9a-f]{6}", chart.svg)) <= {"#1b2733", "#5b9bd8", "#1d5b99"}


def test_a_figure_of_a_run_that_was_removed_is_told_as_gone(site: Site) -> None:
    from wijkverhaal.site.conversations.contributions.figure_key import read_figure_key
    from wijkverhaal.site.conversations.screen.told_figure import told_figure, wijk_names

    gone = told_figure("verdwenen-berekening", read_figure_key(USE))
    assert gone.value is None
    assert gone.guess is None
    assert "de berekening is verwijderd" in gone.sentence
    assert wijk_names("verdwenen-berekening", ["WK900201"], 2022) == ["WK900201"]


def test_a_difference_is_not_guessed(site: Site) -> None:
    from wijkverhaal.site.conversations.contributions.figure_key import read_figure_key
    from wijkverhaal.site.conversations.screen.told_figure import told_figure

    from ..conftest import RUN

    assert told_figure(RUN, read_figure_key(USE)).guess == "percentage"
    assert told_figure(RUN, read_figure_key(USE.replace("gebruik", "verschil"))).guess is None
