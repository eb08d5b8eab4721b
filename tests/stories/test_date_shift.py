# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dates of a family move together; ages and groups do not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.date_shift import DateShift, date_hits, new_date_shift
from wijkverhaal.stories.pseudonym import pseudonymise

SHIFT = DateShift(2, 5)


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("op 3 mei 2013", "op 8 mei 2015"),
        ("op 30 december 2013", "op 4 januari 2016"),
        ("op 3-5-2013 of 03/05/2013", "op 8-5-2015 of 8/5/2015"),
        ("2013-05-03", "2015-05-08"),
        ("najaar 2013 en mei 2014", "najaar 2015 en mei 2016"),
        ("schooljaar 2013-2014", "schooljaar 2015-2016"),
        ("2013/2014, 2013–2014 en 2013 - 2014", "2015/2016, 2015–2016 en 2015 - 2016"),
        ("2013/14 en schooljaar 2013-14", "2015/16 en schooljaar 2015-16"),
        ("2012-2013-2014", "2014-2015-2016"),
        ("05/2013 en 2013-05", "05/2015 en 2015-05"),
        ("januari '14, in ’13, '13-'14", "januari '16, in ’15, '15-'16"),
        ("zij zei: '14 dagen'", "zij zei: '14 dagen'"),
        ("31-2-2013", "31-2-2015"),
        ("hij was 3, groep 4, 1100 gram, 2.013 euro", "hij was 3, groep 4, 1100 gram, 2.013 euro"),
        ("31 februari 2013", "31 februari 2015"),
    ],
)
def test_what_moves(text: str, moved: str) -> None:
    assert pseudonymise(text, date_hits(text, SHIFT))[0] == moved


def test_two_years_together_are_one_place() -> None:
    for text in ("2013-2014", "2013/14"):
        assert [hit.text for hit in date_hits(f"in schooljaar {text}.", SHIFT)] == [text]


def test_without_a_shift_nothing_moves() -> None:
    assert date_hits("op 3 mei 2013", DateShift()) == []


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.dates(date(1990, 1, 1), date(2030, 1, 1)))
def test_the_order_of_days_stays(one: date, other: date) -> None:
    if one < other:
        assert SHIFT.moved(one) <= SHIFT.moved(other)


def test_a_shift_by_chance_always_moves() -> None:
    for _ in range(50):
        shift = new_date_shift()
        assert shift.years
        assert shift.days
