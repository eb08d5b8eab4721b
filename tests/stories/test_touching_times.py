# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times that follow each other do not meet: a year ends before the next begins, three ends at four."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.stories.clash import clashes
from wijkverhaal.stories.drawing.history_chart import history_chart
from wijkverhaal.stories.help_history import Account, Event, HelpHistory
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.temporal_network import TimeStatement, Window, is_consistent, temporal_network
from wijkverhaal.stories.time_expression import read_time

BORN = date(2010, 6, 1)
ROLES = {"m": "moeder", "v": "vader"}


def _history(*told: tuple[str, str, str], born: date | None = BORN) -> HelpHistory:
    """Informant, event and words; the events are a first signal and a move."""
    events = (Event("s", "first_signal"), Event("m", "move", "verhuizing"))
    names = HelpHistory("A", events).names
    accounts = [
        Account(str(number), who, event, read_time(said, names), said)
        for number, (who, event, said) in enumerate(told)
    ]
    return HelpHistory("A", events, tuple(accounts), (), born, {})


@pytest.mark.parametrize(
    ("mother", "father"),
    [
        ("toen hij drie was", "toen hij vier was"),
        ("2013", "2014"),
        ("mei 2013", "juni 2013"),
        ("3 mei 2013", "4 mei 2013"),
        ("28 februari 2013", "1 maart 2013"),
        ("voor 2013", "in 2013"),
        ("na 2013", "in 2013"),
        ("schooljaar 2012-2013", "augustus 2013"),
        ("voor zijn vierde", "toen hij vier was"),
        ("na de verhuizing", "voor de verhuizing"),
        ("vlak na de verhuizing", "voor de verhuizing"),
    ],
)
def test_neighbours_cannot_both_be_true(mother: str, father: str) -> None:
    found = timeline(_history(("m", "s", mother), ("v", "s", father)))
    assert [clash.sources for clash in found.open_clashes] == [("m", "v")]
    sentence = history_chart(found, ROLES, "gezin A").sentence
    assert "Op 1 punt kunnen de verhalen niet allemaal waar zijn" in sentence
    assert "spreken elkaar over de tijd niet tegen" not in sentence


@pytest.mark.parametrize(
    ("mother", "father"),
    [
        ("3 mei 2013", "mei 2013"),
        ("31 mei 2013", "2 of 3 weken voor de verhuizing"),
        ("toen hij vier was", "1 juni 2014"),
        ("toen hij drie was", "31 mei 2014"),
        ("tegelijk met de verhuizing", "na de verhuizing"),
        ("op hetzelfde moment als de verhuizing", "op dezelfde dag als de verhuizing"),
        ("op dezelfde dag als de verhuizing", "na de verhuizing"),
        ("sinds 2013", "in 2013"),
        ("ongeveer 2013", "zomer 2014"),
        ("2013 of 2014", "zomer 2014"),
    ],
)
def test_what_meets_or_is_at_the_same_moment_is_no_clash(mother: str, father: str) -> None:
    told = (("m", "s", mother), ("v", "s", father))
    assert timeline(_history(*told)).open_clashes == ()


@pytest.mark.parametrize(("day", "is_three"), [("14 februari 2015", False), ("15 februari 2015", True)])
def test_a_birthday_is_on_its_day_also_over_leap_years(day: str, is_three: bool) -> None:
    found = timeline(_history(("m", "s", "toen hij drie was"), ("v", "s", day), born=date(2012, 2, 15)))
    assert (found.open_clashes == ()) == is_three


def test_the_day_of_a_leap_year_is_a_day() -> None:
    day, other = ("m", "s", "29 februari 2012"), ("v", "s", "1 maart 2012")
    assert timeline(_history(day)).open_clashes == ()
    assert len(timeline(_history(day, other)).open_clashes) == 1


def test_one_day_is_one_day_for_two_events() -> None:
    for words in ("op hetzelfde moment als de verhuizing", "na de verhuizing", "voor de verhuizing"):
        day = "3 mei 2013"
        assert timeline(_history(("m", "s", day), ("v", "m", day), ("v", "s", words))).open_clashes == ()


def test_two_events_cannot_each_be_the_first() -> None:
    events = (Event("a", "start", "hulp"), Event("b", "move", "verhuizing"))
    names = HelpHistory("A", events).names
    accounts = (
        Account("1", "m", "a", read_time("na de verhuizing", names), "na"),
        Account("2", "v", "b", read_time("na de hulp", names), "na"),
    )
    assert len(timeline(HelpHistory("A", events, accounts)).open_clashes) == 1


def test_the_smallest_sets_follow_the_same_rule() -> None:
    """Signal before help, help in 2013, signal in 2014: no two of these clash, all three do."""
    said = [
        read_time("in 2014").statement("s", "moeder"),
        read_time("in 2013").statement("h", "vader"),
        read_time("voor de h").statement("s", "school"),
    ]
    assert [one.sources for one in clashes(said)] == [("moeder", "vader", "school")]
    assert clashes([said[0], said[1]]) == []


def test_exactly_at_another_event_is_not_open() -> None:
    same = TimeStatement("a", "b", 0, 0)
    assert is_consistent([same, TimeStatement("a", "b", 0, 5), TimeStatement("b", "a", 0, 5)])
    assert not is_consistent([same, TimeStatement("a", "b", 0, 5, open_low=True)])


STEP = 4
POINTS = range(-9 * STEP, 9 * STEP + 1)
EVENTS = "abc"


@st.composite
def bounds(draw: st.DrawFn) -> list[TimeStatement]:
    found = []
    for number in range(draw(st.integers(1, 5))):
        earlier, later = draw(st.permutations(EVENTS))[:2]
        low = draw(st.integers(-3, 3))
        high = low + draw(st.integers(0, 3))
        opened = draw(st.booleans()), draw(st.booleans())
        found.append(TimeStatement(earlier, later, low, high, str(number), "", *opened))
    return found


def _holds(one: TimeStatement, at: dict[object, int]) -> bool:
    apart = at[one.later] - at[one.earlier]
    above = apart > one.low * STEP if one.open_low else apart >= one.low * STEP
    return above and (apart < one.high * STEP if one.open_high else apart <= one.high * STEP)


@settings(max_examples=150, deadline=None)
@given(bounds())
def test_open_bounds_agree_with_trying_every_moment(statements: list[TimeStatement]) -> None:
    """With three events and whole bounds, quarters are fine enough to find a moment where there is one."""
    tried = ({"a": 0, "b": b, "c": c} for b, c in product(POINTS, POINTS))
    possible = [at for at in tried if all(_holds(one, at) for one in statements)]
    assert is_consistent(statements) == bool(possible)
    if not possible:
        return
    network = temporal_network(statements, EVENTS)
    for event in "bc":
        window = network.between("a", event)
        for end, is_open in ((window.low, window.open_low), (window.high, window.open_high)):
            if abs(end) < float("inf"):
                reached = any(at[event] == end * STEP for at in possible)
                assert reached is not is_open


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


Told = tuple[str, Callable[[date, date], bool]]


@st.composite
def told_times(draw: st.DrawFn) -> Told:
    """Words, and whether a day fits them given the day of birth."""
    year, month = draw(st.integers(2012, 2015)), draw(st.integers(1, 12))
    day = date(year, month, 1) + timedelta(days=draw(st.integers(0, 30)))
    years = draw(st.integers(2, 5))
    return draw(
        st.sampled_from(
            [
                (f"in {year}", lambda _born, one: one.year == year),
                (f"voor {year}", lambda _born, one: one.year < year),
                (f"na {year}", lambda _born, one: one.year > year),
                (f"{year}-{month:02d}", lambda _born, one: (one.year, one.month) == (year, month)),
                (day.isoformat(), lambda _born, one: one == day),
                (f"toen hij {years} was", lambda born, one: _age(born, one) == years),
                (f"voor zijn {years}e", lambda born, one: _age(born, one) < years),
                (f"{year} of {year + 1}", lambda _born, one: one.year in (year, year + 1)),
            ]
        )
    )


BIRTHS = [date(2010, 6, 1), date(2010, 12, 31), date(2012, 2, 15), date(2011, 2, 28), date(2012, 1, 31)]
DAYS = [date(2009, 1, 1) + timedelta(days=number) for number in range(10 * 365)]


@settings(max_examples=150, deadline=None)
@given(st.lists(told_times(), min_size=2, max_size=3), st.sampled_from(BIRTHS))
def test_words_about_one_event_agree_with_trying_every_day(told: list[Told], born: date) -> None:
    history = _history(*((str(number), "s", said) for number, (said, _fits) in enumerate(told)), born=born)
    # "voor zijn derde" is not before the birth, where the others do not say so
    possible = any(all(fits(born, day) for _said, fits in told) for day in DAYS if day >= born)
    before_birth = any(all(fits(born, day) for _said, fits in told) for day in DAYS if day < born)
    found = timeline(history).open_clashes
    if possible or not before_birth:
        assert (found == ()) == possible


@settings(max_examples=100, deadline=None)
@given(told_times(), told_times(), st.sampled_from(BIRTHS))
def test_words_about_two_events_agree_with_trying_every_day(first: Told, other: Told, born: date) -> None:
    """The signal came after the move, perhaps on the same day."""
    (said, fits), (moved, fits_move) = first, other
    history = _history(("a", "s", said), ("b", "m", moved), ("c", "s", "na de verhuizing"), born=born)
    signals = [day for day in DAYS if fits(born, day) and day >= born]
    moves = [day for day in DAYS if fits_move(born, day) and day >= born]
    if signals and moves:
        assert (timeline(history).open_clashes == ()) == (max(signals) >= min(moves))


def test_a_window_knows_on_which_side_of_nought_it_is() -> None:
    assert Window(0, 3, open_low=True).is_after
    assert not Window(0, 3).is_after
    assert Window(-3, 0, open_high=True).is_before
    assert not Window(-3, 0).is_before
