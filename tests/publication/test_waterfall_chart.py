# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The waterfall: from the country to the wijk, and not a hundredth lost on the way."""

from itertools import pairwise

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.bars import Part
from wijkverhaal.publication.explanation_chart import parts_of
from wijkverhaal.publication.waterfall import Waterfall, steps_of, waterfall
from wijkverhaal.publication.waterfall_chart import waterfall_chart

from .run_factory import COUNTRY_RATE

WIJK, YEAR = "WK900201", 2022


def test_the_steps_lead_from_the_country_to_the_wijk(run: FinishedRun) -> None:
    for area in run.of_year(YEAR)["area"]:
        steps = steps_of(COUNTRY_RATE, parts_of(run, area, YEAR))
        assert steps[0].start == COUNTRY_RATE
        assert all(before.end == after.start for before, after in pairwise(steps))
        row = run.area(area, YEAR)
        assert row is not None
        assert steps[-1].end == pytest.approx(row["actual"], abs=1e-9)


def test_the_table_starts_with_the_country_and_ends_with_the_wijk(run: FinishedRun) -> None:
    chart = waterfall_chart(run, WIJK, YEAR)
    assert chart is not None
    row = run.area(WIJK, YEAR)
    assert row is not None
    assert chart.table.rows[0][-1] == "9,0%"
    assert chart.table.rows[-1][-1].startswith(f"{row['actual']:.1f}% (".replace(".", ","))
    # the margin of a level stands with the level, not with the effects
    assert chart.table.rows[-1][2] == ""
    assert f"{row['actual_high']:.1f}%".replace(".", ",") in chart.table.rows[-1][-1]
    assert [cells[0] for cells in chart.table.rows[1:-1]] == [
        part.label for part in parts_of(run, WIJK, YEAR)
    ]


def test_what_is_drawn_lies_where_the_numbers_are() -> None:
    steps = steps_of(9.0, [Part("erbij", 1.0, 0.5, 1.5), Part("eraf", -2.0, -3.0, -1.0, unexplained=True)])
    svg = str(waterfall(Waterfall("land", "wijk", 9.0, steps, 8.0, 8.4), "w", "t", "d"))
    assert svg.count("<rect x=") == 2
    assert svg.count("<circle") == 2
    assert 'fill="url(#w-p)"' in svg


def test_names_cannot_break_out_of_the_drawing() -> None:
    steps = steps_of(9.0, [Part("<b>&", 1.0, 0.5, 1.5)])
    svg = str(waterfall(Waterfall("<i>", '"', 9.0, steps, 10.0, None), "w", "<t>", "<d>"))
    assert "<b>" not in svg
    assert "<i>" not in svg
    assert "&lt;b&gt;&amp;" in svg


def test_a_wijk_without_explanation_has_no_waterfall(run: FinishedRun) -> None:
    assert waterfall_chart(run, "WK000000", YEAR) is None
