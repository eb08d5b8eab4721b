# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The funnel: walls that follow the marking, and nothing drawn of what was withheld."""

import re
from statistics import NormalDist

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.funnel_chart import funnel_chart
from wijkverhaal.publication.marking_limits import MarkingLimits, marking_limits

YEAR = 2022
Z = NormalDist().inv_cdf(0.95)


def _exact(run: FinishedRun, before: float, per_youth: float) -> FinishedRun:
    """The run with differences whose precision is exactly a line in the number of youths."""
    sd = 1.0 / np.sqrt(before + per_youth * run.areas["youths"].to_numpy())
    away = run.areas["difference_here"]
    wide = pl.Series(Z * sd) * run.areas["expected_here"]
    areas = run.areas.with_columns(difference_here_low=away - wide, difference_here_high=away + wide)
    return FinishedRun(**{**_fields(run), "areas": areas})


def _fields(run: FinishedRun) -> dict[str, object]:
    names = ("card", "model", "areas", "explanation", "coefficients", "boundaries", "places", "comparable")
    return {name: getattr(run, name) for name in names}


def test_the_line_of_precision_is_found_back(run: FinishedRun) -> None:
    limits = marking_limits(_exact(run, 60.0, 0.25), YEAR)
    assert limits is not None
    assert (limits.before, limits.per_youth) == pytest.approx((60.0, 0.25))
    assert limits.smallest == 0.1


def test_a_wijk_is_marked_exactly_where_it_lies_outside_the_walls() -> None:
    """Where the precision is a line in the youths, the walls are those of the marking."""
    random = np.random.default_rng(2)
    youths, difference = random.uniform(50, 5000, 400), random.normal(0.0, 0.25, 400)
    limits = MarkingLimits(0.1, NormalDist().inv_cdf(0.8), 40.0, 0.1)
    sd = 1.0 / np.sqrt(40.0 + 0.1 * youths)
    above = np.array([1.0 - NormalDist(d, s).cdf(0.1) for d, s in zip(difference, sd, strict=True)])
    below = np.array([NormalDist(d, s).cdf(-0.1) for d, s in zip(difference, sd, strict=True)])
    walls = np.array([limits.at(n) for n in youths])
    assert ((np.maximum(above, below) > 0.8) == (np.abs(100.0 * difference) > walls)).all()
    assert 0 < (np.abs(100.0 * difference) > walls).sum() < 400


def test_walls_come_nearer_with_every_youth(run: FinishedRun) -> None:
    limits = marking_limits(_exact(run, 60.0, 0.25), YEAR)
    assert limits is not None
    walls = [limits.at(youths) for youths in (50, 500, 5000)]
    assert walls == sorted(walls, reverse=True)
    assert min(walls) > 100 * limits.smallest


def test_a_run_without_youths_has_no_funnel(run: FinishedRun) -> None:
    areas = run.areas.with_columns(pl.lit(None, pl.Float64).alias("youths"))
    bare = FinishedRun(**{**_fields(run), "areas": areas})
    assert marking_limits(bare, YEAR) is None
    limits = marking_limits(run, YEAR)
    assert funnel_chart(bare, YEAR, bare.of_year(YEAR).to_dicts(), limits, "Oord") is None


def test_withheld_wijken_are_drawn_apart_and_have_no_value(run: FinishedRun) -> None:
    rows = run.of_year(YEAR).filter(pl.col("gemeente") == "GM9002").to_dicts()
    chart = funnel_chart(run, YEAR, rows, marking_limits(run, YEAR), "Oord")
    assert chart is not None
    withheld = [row for row in rows if row["status"] != "shown"]
    assert len(withheld) == 2
    squares = re.findall(r'<path d="M[\d.]+ ([\d.]+)h7v7h-7z"[^>]*><title>([^<]+)<', str(chart.svg))
    assert {title for _y, title in squares} == {row["name"] for row in withheld}
    assert len({y for y, _title in squares}) == 1
    told = {row[0]: row[2] for row in chart.table.rows}
    assert {told[row["name"]] for row in withheld} == {"geheim", "geen cijfer"}
    assert all("%" in told[row["name"]] for row in rows if row["status"] == "shown")


def test_the_sentence_has_value_margin_year_and_source(run: FinishedRun) -> None:
    rows = run.of_year(YEAR).to_dicts()
    chart = funnel_chart(run, YEAR, rows, marking_limits(run, YEAR), "Oord")
    assert chart is not None
    for told in (r"\d,\d%", "90%-marge", "2022", "Bron: verzonnen land 2022"):
        assert re.search(told, chart.sentence)
