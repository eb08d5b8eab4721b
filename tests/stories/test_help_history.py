# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A help history from three accounts that do not agree; all of it invented."""

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.care_period import care_periods, transitions
from wijkverhaal.stories.help_history import Account, Choice, Event, HelpHistory
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.temporal_network import Window
from wijkverhaal.stories.time_expression import read_time

EVENTS = (
    Event("s", "first_signal", domain="gezin"),
    Event("m", "move", "verhuizing", "gezin"),
    Event("h", "start", "hulp", "jeugdhulp", "Wijkteam"),
    Event("e", "end", "", "jeugdhulp", "Wijkteam"),
    Event("g", "start", "", "ggz", "Kliniek"),
)


def _history(*extra: Account, choices: tuple[Choice, ...] = ()) -> HelpHistory:
    blank = HelpHistory("Berk", EVENTS)
    told = [
        ("1", "moeder", "s", "toen hij twee was"),
        ("2", "moeder", "h", "een half jaar na de verhuizing"),
        ("3", "school", "h", "groep 1"),
        ("4", "moeder", "m", "voorjaar 2013"),
        ("5", "hulpverlener", "e", "eind 2015"),
        ("6", "hulpverlener", "g", "vlak na de hulp"),
    ]
    accounts = [
        Account(number, who, event, read_time(said, blank.names), said)
        for number, who, event, said in told
        if number != "6"
    ]
    accounts.append(Account("6", "hulpverlener", "g", read_time("maart 2016"), "maart 2016"))
    return HelpHistory(
        "Berk", EVENTS, (*accounts, *extra), choices, date(2009, 5, 1), {"moeder": date(2022, 1, 1)}
    )


def test_windows_from_several_accounts() -> None:
    found = timeline(_history())
    assert [placed.event.id for placed in found.events] == ["s", "m", "h", "e", "g"]
    windows = {placed.event.id: placed.window for placed in found.events}
    assert windows["s"] == Window(24, 36)
    assert windows["m"] == Window(46, 50)
    assert windows["h"] == Window(50, 58)  # from the move; school leaves 48 to 72
    assert found.open_clashes == ()
    assert found.first("start").informants == ("moeder", "school")  # type: ignore[union-attr]


LATER = Account("9", "jongere", "h", read_time("toen ik vijf was"), "toen ik vijf was")


def test_a_clash_stays_open_until_somebody_decides() -> None:
    found = timeline(_history(LATER))
    (clash,) = found.open_clashes
    assert [(one.source, one.later) for one in clash.statements] == [
        ("moeder", "h"),
        ("moeder", "m"),
        ("jongere", "h"),
    ]
    start = found.first("start")
    assert start is not None
    assert start.disputed
    assert start.window == Window(48, 72)  # only what the school says is beyond dispute
    decided = _history(LATER, choices=(Choice(frozenset({"9"}), "De school heeft het opgeschreven."),))
    again = timeline(decided)
    assert again.open_clashes == ()
    assert again.first("start").window == Window(50, 58)  # type: ignore[union-attr]
    assert again.first("start").informants == ("moeder", "school", "jongere")  # type: ignore[union-attr]


def test_a_choice_needs_a_reason() -> None:
    with pytest.raises(InputError, match="reden"):
        Choice(frozenset({"9"}), "  ")


def test_the_side_of_one_informant() -> None:
    side = _history(LATER).side_of("jongere")
    found = timeline(side)
    assert [(p.event.id, p.window) for p in found.events] == [("h", Window(60, 72))]
    mother = _history().side_of("moeder")
    assert {event.id for event in mother.events} == {"s", "h", "m"}


def test_withdrawing_an_informant_takes_what_only_they_told() -> None:
    history = _history(LATER, choices=(Choice(frozenset({"9"}), "Omdat."),))
    left = history.without("hulpverlener")
    assert {event.id for event in left.events} == {"s", "m", "h"}
    assert "hulpverlener" not in left.informants
    assert history.without("jongere").choices == ()
    assert history.without("moeder").interviewed == {}


def test_time_ago_counts_from_the_interview() -> None:
    ago = Account("8", "moeder", "s", read_time("twaalf jaar geleden"))
    history = replace(_history(), accounts=(ago,))
    # Interviewed at 152 months after birth; a dozen years of 144, said to half a year.
    assert timeline(history).first("first_signal").window == Window(2, 14)  # type: ignore[union-attr]


def test_delay_from_signal_to_help() -> None:
    found = timeline(_history()).delay("first_signal", "start")
    assert found is not None
    assert (found.shortest, found.longest) == (14, 34)
    assert timeline(_history()).delay("first_signal", "fitting").longest == inf  # type: ignore[union-attr]
    assert timeline(_history()).delay("crisis", "start") is None


@pytest.mark.parametrize(
    ("said", "sort"),
    [
        ("januari 2016", "unknown"),
        ("maart 2016", "gap"),
        ("2014", "overlap"),
    ],
)
def test_between_two_organisations(said: str, sort: str) -> None:
    history = _history()
    accounts = tuple(
        replace(one, time=read_time(said)) if one.event == "g" else one for one in history.accounts
    )
    placed = timeline(replace(history, accounts=accounts))
    periods = care_periods(placed)
    assert [(one.organisation, one.end) for one in periods] == [("Wijkteam", "e"), ("Kliniek", None)]
    assert [one.sort for one in transitions(placed)] == [sort]


def test_a_hand_over() -> None:
    history = _history()
    times = {"e": "31-12-2015", "g": "12-1-2016"}
    accounts = tuple(
        replace(one, time=read_time(times[one.event])) if one.event in times else one
        for one in history.accounts
    )
    (one,) = transitions(timeline(replace(history, accounts=accounts)))
    assert one.sort == "hand_over"
    assert 0 < one.months.low < one.months.high < 1


def test_accounts_are_about_events_that_are_there() -> None:
    with pytest.raises(InputError, match="die er niet is"):
        HelpHistory("Berk", EVENTS, (Account("1", "moeder", "zz"),))
