# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time as people say it."""

from datetime import date
from math import inf

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.calendar_time import moment
from wijkverhaal.stories.temporal_network import TimeStatement, temporal_network
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW, TimeExpression, read_time


def months(year: int, month: int) -> float:
    return year * 12.0 + month - 1


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("toen hij drie was", 36, 48),
        ("Toen ze 3 jaar was.", 36, 48),
        ("toen Sem drie of vier was", 36, 60),
        ("toen hij acht maanden oud was", 8, 9),
        ("toen hij drieënhalf was", 39, 45),
        ("toen zij vier werd", 47, 49),
        ("vijf jaar oud", 60, 72),
        ("op zijn vierde", 48, 60),
        ("rond haar vierde verjaardag", 42, 54),
        ("vanaf zijn tweede", 24, inf),
        ("voor zijn 12e", 0, 144),
        ("tussen zijn derde en vijfde", 36, 72),
        ("tussen 3 en 5 jaar", 36, 72),
        ("in zijn vierde levensjaar", 36, 48),
        ("op 3-jarige leeftijd", 36, 48),
        ("op driejarige leeftijd", 36, 48),
        ("als baby", 0, 12),
        ("groep 1", 48, 72),
        ("In groep 4", 80, 108),
        ("in groep 5 of 6", 92, 132),
        ("in de brugklas", 140, 168),
        ("tweede klas", 152, 180),
        ("toen hij bijna vier was", 42, 48),
        ("toen hij net vier was", 48, 54),
        ("toen zij nog geen vier was", 36, 48),
        ("toen hij vier en een half was", 51, 57),
        ("toen hij ongeveer vier was", 42, 66),
        ("toen mijn zoon drie was", 36, 48),
        ("acht jaar", 96, 108),
        ("hij was acht", 96, 108),
        ("als achtjarige", 96, 108),
        ("in groep vier", 80, 108),
        ("groep drie of vier", 68, 108),
        ("groep 3/4", 68, 108),
        ("bij de kleuters", 48, 84),
        ("kleuters", 48, 84),
        ("toen hij in groep 4 zat", 80, 108),
        ("voor groep 3", -inf, 84),
        ("na groep 3", 80, inf),
        ("op zijn vierde verjaardag", 48, 49),
        ("vlak voor zijn vierde verjaardag", 45, 48),
        ("voordat hij vier was", 0, 48),
    ],
)
def test_ages(text: str, low: float, high: float) -> None:
    assert read_time(text) == TimeExpression(BIRTH, low, high)


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("najaar 2013", months(2013, 9), months(2014, 1)),
        ("in het voorjaar van 2014", months(2014, 3), months(2014, 7)),
        ("maart 2013", months(2013, 3), months(2013, 4)),
        ("eind 2013", months(2013, 9), months(2014, 1)),
        ("in 2013", months(2013, 1), months(2014, 1)),
        ("schooljaar 2013-2014", months(2013, 8), months(2014, 8)),
        ("tussen 2011 en 2013", months(2011, 1), months(2014, 1)),
        ("2013-11", months(2013, 11), months(2013, 12)),
        ("vanaf 2013", months(2013, 1), inf),
        ("na 2013", months(2014, 1), inf),
        ("voor 2013", -inf, months(2013, 1)),
        ("2013 of 2014", months(2013, 1), months(2015, 1)),
        ("2014 of 2013", months(2013, 1), months(2015, 1)),
        ("2013-2014", months(2013, 1), months(2015, 1)),
        ("2013/14", months(2013, 1), months(2015, 1)),
        ("schooljaar 2013/14", months(2013, 8), months(2014, 8)),
        ("rond 2013", months(2012, 1), months(2015, 1)),
        ("ongeveer 2013", months(2012, 1), months(2015, 1)),
        ("in 2013, denk ik", months(2012, 1), months(2015, 1)),
        ("mei of juni 2013", months(2013, 5), months(2013, 7)),
        ("tussen mei en augustus 2013", months(2013, 5), months(2013, 9)),
        ("begin jaren 2010", months(2010, 1), months(2014, 1)),
        ("eind jaren '90", months(1996, 1), months(2000, 1)),
        ("januari '14", months(2014, 1), months(2014, 2)),
        ("05/2014", months(2014, 5), months(2014, 6)),
        ("eind mei 2013", months(2013, 5), months(2013, 6)),
        ("na de zomer van 2013", months(2013, 8), inf),
        ("vlak voor 2013", months(2012, 10), months(2013, 1)),
    ],
)
def test_the_calendar(text: str, begin: float, end: float) -> None:
    assert read_time(text) == TimeExpression(CALENDAR, begin, end)


@pytest.mark.parametrize("text", ["12 maart 2013", "12-3-2013", "12/03/2013", "2013-03-12", "op 12 mrt 2013"])
def test_an_exact_date_is_one_day(text: str) -> None:
    found = read_time(text)
    assert found.low == moment(date(2013, 3, 12))
    assert found.high == pytest.approx(moment(date(2013, 3, 13)))


@pytest.mark.parametrize(
    ("text", "anchor", "low", "high"),
    [
        ("een half jaar na de verhuizing", "verhuizing", 4, 8),
        ("drie maanden voor de scheiding", "scheiding", -4, -2),
        ("anderhalf jaar na zijn geboorte", BIRTH, 15, 21),
        ("ongeveer een half jaar na de verhuizing", "verhuizing", 2, 10),
        ("vlak voor de crisis", "crisis", -3, 0),
        ("na de verhuizing", "verhuizing", 0, inf),
        ("voor de verhuizing", "verhuizing", -inf, 0),
        ("tijdens de crisis", "crisis", -2, 2),
        ("twee jaar geleden", INTERVIEW, -30, -18),
        ("vorig jaar", INTERVIEW, -24, 0),
        ("binnen een jaar na de verhuizing", "verhuizing", 0, 12),
        ("binnen drie maanden voor de verhuizing", "verhuizing", -3, 0),
        ("meer dan een jaar na de verhuizing", "verhuizing", 12, inf),
        ("bijna een jaar na de verhuizing", "verhuizing", 6, 12),
        ("twee of drie maanden na de verhuizing", "verhuizing", 1, 4),
        ("een paar jaar na de verhuizing", "verhuizing", 18, 54),
        ("een jaar of drie na de verhuizing", "verhuizing", 24, 48),
        ("tegelijk met de verhuizing", "verhuizing", -1, 1),
        ("op dezelfde dag als de verhuizing", "verhuizing", -1 / 28, 1 / 28),
    ],
)
def test_after_and_before_events(text: str, anchor: str, low: float, high: float) -> None:
    assert read_time(text) == TimeExpression(anchor, low, high)


def test_only_events_that_were_told() -> None:
    assert read_time("na de verhuizing", {"verhuizing": 7}).anchor == 7
    with pytest.raises(InputError, match="scheiding"):
        read_time("na de scheiding", {"verhuizing": 7})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ooit",
        "toen het regende",
        "groep 9",
        "32-13-2013x",
        "niet in 2013",
        "in 2013 en 2014",
        "schooljaar 2013-2015",
        "tussen 2014 en 2013",
        "vorig jaar zomer",
        "in de zomer toen hij drie was",
        "toen moeder 28 was",
        "toen zijn broer vier was",
        "een jaar later",
        "binnen een jaar",
        "acht",
    ],
)
def test_what_is_not_understood_is_said_with_examples(text: str) -> None:
    with pytest.raises(InputError, match="schrijf bijvoorbeeld 'toen hij drie was'"):
        read_time(text, {})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31 februari 2014", "'31 februari 2014' staat op geen kalender"),
        ("29-2-2013", "staat op geen kalender"),
        ("13/2014", "staat op geen kalender"),
        ("toen hij 300 was", "is geen leeftijd van een kind"),
        ("op zijn 99e", "is geen leeftijd van een kind"),
        ("300 jaar geleden", "is langer dan een mensenleven"),
    ],
)
def test_what_cannot_be_is_refused(text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_time(text)


def test_three_ways_of_telling_meet_in_one_window() -> None:
    """Born in May 2009; help in group 1, half a year after a move in autumn 2013, before he was five."""
    birth = date(2009, 5, 10)
    statements = [
        TimeStatement(CALENDAR, BIRTH, moment(birth), moment(birth)),
        read_time("najaar 2013").statement("verhuizing", "moeder"),
        read_time("een half jaar na de verhuizing").statement("hulp", "moeder"),
        read_time("groep 1").statement("hulp", "school"),
        read_time("voor zijn vijfde").statement("hulp", "jongere"),
    ]
    window = temporal_network(statements).windows(BIRTH)["hulp"]
    assert 55 < window.low < window.high == 60
