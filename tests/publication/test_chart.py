# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chart is a drawing, a table and a sentence, and stays so whatever it is given."""

import re

import pytest
from markupsafe import Markup

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.bars import Part, bars
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.explanation_chart import country_chart, parts_of, wijk_chart


def test_a_table_has_a_cell_for_every_column() -> None:
    with pytest.raises(ValueError, match="every column"):
        Table("titel", [Column("a"), Column("b")], [("een",)])


def test_figure_escapes_words_and_keeps_the_drawing() -> None:
    table = Table("<b>", [Column("a"), Column("b", True)], [("<i>", "1,0")])
    html = Chart("k", Markup("<svg></svg>"), table, "1 < 2").figure()
    assert "<svg></svg>" in html
    assert "1 &lt; 2" in html
    assert "<b>" not in html
    assert "<i>" not in html


def test_bars_start_at_zero_and_show_their_margin() -> None:
    svg = bars([Part("Inkomen", 2.0, 1.0, 3.0), Part("Leeftijd", -1.0, -2.0, 0.5)], "u", "t", "d")
    zeros = re.findall(r"M([\d.]+) \d+v22", svg)
    boxes = re.findall(r'<rect x="([\d.]+)" y="\d+" width="([\d.]+)"', svg)
    assert len(set(zeros)) == 1
    zero = float(zeros[0])
    assert float(boxes[0][0]) == zero
    assert float(boxes[1][0]) + float(boxes[1][1]) == pytest.approx(zero, abs=0.11)
    assert float(boxes[0][1]) == pytest.approx(2 * float(boxes[1][1]), abs=0.3)
    assert "+2,0" in svg
    assert "−1,0" in svg


def test_bars_of_nothing_are_drawn_at_zero() -> None:
    assert 'width="0"' in bars([Part("Niets", 0.0, 0.0, 0.0)], "u", "t", "d")


def test_parts_of_a_wijk_add_up(run: FinishedRun) -> None:
    row = run.of_year(2022).filter(area="WK900105").to_dicts()[0]
    assert sum(part.effect for part in parts_of(run, "WK900105", 2022)) == pytest.approx(
        row["actual"] - 9, abs=1e-9
    )


def test_the_sentence_says_which_side_of_the_country(run: FinishedRun) -> None:
    for row in run.of_year(2022).iter_rows(named=True):
        chart = wijk_chart(run, row["area"], 2022)
        assert chart
        distance = round(row["actual"] - 9.0, 1)
        words = "hoger dan in" if distance > 0 else "lager dan in" if distance < 0 else "even hoog als in"
        assert words in chart.sentence


def test_a_year_without_explanation_has_no_chart(run: FinishedRun) -> None:
    assert country_chart(run, 1999) is None
    assert wijk_chart(run, "WK000000", 2022) is None


def test_the_country_is_the_mean_size_weighted_by_youths(run: FinishedRun) -> None:
    chart = country_chart(run, 2022)
    assert chart
    effects = run.explanation.filter(year=2022, part="income").join(
        run.of_year(2022).select("area", "youths"), on="area"
    )
    mean = (effects["effect"].abs() * effects["youths"]).sum() / effects["youths"].sum()
    shown = {row[0]: row[1] for row in chart.table.rows}
    assert float(shown["Inkomen"].replace(",", ".")) == pytest.approx(mean, abs=0.0051)
