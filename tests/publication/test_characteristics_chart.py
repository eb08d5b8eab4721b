# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The characteristics of a wijk beside gemeente and country."""

from dataclasses import replace

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.indicator_means import indicator_means
from wijkverhaal.publication.characteristic import Characteristic, characteristics
from wijkverhaal.publication.characteristics_chart import characteristics_chart

WIJK, YEAR = "WK900201", 2022


def _known(run: FinishedRun, area: str) -> dict[str, Characteristic]:
    return {one.id: one for one in characteristics(run, area, YEAR, indicator_means(run, YEAR))}


def test_a_value_from_an_earlier_year_says_so(run: FinishedRun) -> None:
    known = _known(run, WIJK)
    assert known["g_ink"].year_words == "2021, uit een eerder jaar"
    assert known["distance_gp"].year_words == "2022"


def test_a_missing_value_is_not_shown_and_said_to_be_filled_in(run: FinishedRun) -> None:
    chart = characteristics_chart(run, "WK900202", YEAR, list(_known(run, "WK900202").values()))
    assert chart is not None
    row = next(row for row in chart.table.rows if row[0] == "Eenoudergezinnen")
    assert row[2] == "–"
    assert row[-1] == "niet bekend; het model vult aan"
    assert str(chart.svg).count("<circle") == len(chart.table.rows) - 1


def test_the_scale_is_that_of_the_country(run: FinishedRun) -> None:
    one = _known(run, WIJK)["g_ink"]
    assert one.country is not None
    assert one.away(one.country) == 0.0
    assert one.away(one.country + 2 * one.spread) == pytest.approx(2.0)
    assert replace(one, spread=0.0).away(one.wijk) is None


def test_each_has_its_unit(run: FinishedRun) -> None:
    units = {one.id: one.unit for one in _known(run, WIJK).values()}
    assert units == {"a_1ouder": "% van huishoudens", "g_ink": "1.000 euro", "distance_gp": "km"}


def test_a_run_from_before_has_none(run: FinishedRun) -> None:
    old = replace(run, indicators=None)
    assert indicator_means(old, YEAR) is None
    assert characteristics(old, WIJK, YEAR, None) == []
    assert characteristics_chart(old, WIJK, YEAR, []) is None
