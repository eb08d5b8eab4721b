# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The families of the fictional study: times that can be read, and clashes where they were planned."""

import pytest

from wijkverhaal.simulation.study.fictional_family import Family
from wijkverhaal.simulation.study.fictional_study import fictional_study
from wijkverhaal.stories.event_kind import EVENT_KINDS
from wijkverhaal.stories.help_history import Account, Choice, Event, HelpHistory
from wijkverhaal.stories.history_timeline import Timeline, timeline
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW, read_time

STUDY = fictional_study()
FAMILIES = {family.key: family for family in STUDY.families}
INFORMANTS = [informant for family in STUDY.families for informant in family.informants]

#: Which accounts cannot all be true, by the ids of the tellings; the other families are consistent.
PLANNED = {
    "A": [
        {"a-mother:request", "a-school:request"},
        {"a-mother:request", "a-provider:request"},
    ],
    "C": [
        {"c-school:request", "c-provider:request"},
        {"c-mother:request", "c-provider:request"},
        {"c-school:refusal", "c-provider:request-2"},
        {"c-mother:refusal", "c-school:request", "c-provider:request-2"},
        {"c-mother:refusal", "c-school:refusal", "c-provider:request"},
    ],
    "D": [
        {"d-foster-mother:place", "d-foster-mother:request", "d-provider:request"},
        {"d-foster-mother:request", "d-provider:place", "d-provider:request"},
    ],
    "F": [
        {"f-mother:split", "f-father:split"},
        {"f-mother:request", "f-father:request"},
        {"f-mother:request", "f-provider:request"},
        {"f-mother:refusal", "f-father:request", "f-provider:refusal"},
        {"f-mother:refusal", "f-provider:request", "f-provider:refusal"},
        {"f-mother:signal", "f-mother:split", "f-father:signal"},
        {"f-mother:signal", "f-father:split", "f-father:signal"},
    ],
    "H": [
        {"h-youth:worry", "h-school:worry"},
        {"h-youth:worry", "h-school:worry-2"},
        {"h-youth:worry", "h-mother:request", "h-school:request"},
    ],
    "I": [
        {"i-mother:signal", "i-provider:signal"},
        {"i-mother:worry", "i-school:worry"},
        {"i-provider:request", "i-school:request"},
        {"i-provider:request-2", "i-school:request", "i-school:refusal"},
    ],
}


def _history(family: Family, *, choices: bool = True) -> HelpHistory:
    events = tuple(Event(e.id, e.kind, e.name, e.domain, e.organisation) for e in family.events)
    names = HelpHistory(family.key, events).names
    accounts = tuple(
        Account(t.id, t.informant, t.event, read_time(t.said, names) if t.said else None, t.said, t.quote)
        for t in family.accounts
    )
    chosen = tuple(Choice(frozenset(c.set_aside), c.reason, c.by) for c in family.choices if choices)
    days = {informant.id: informant.interviewed for informant in family.informants}
    return HelpHistory(family.key, events, accounts, chosen, family.born, days)


def _smallest_clashes(family: Family, found: Timeline) -> set[frozenset[str]]:
    """The open clashes by the ids of their tellings, without those that hold another."""
    ids = {(t.informant, t.event, t.said): t.id for t in family.accounts}
    sets = {
        frozenset(ids[(one.source, str(one.later), one.text)] for one in clash.statements)
        for clash in found.open_clashes
    }
    return {one for one in sets if not any(other < one for other in sets)}


@pytest.mark.parametrize("family", STUDY.families, ids=lambda one: one.key)
def test_events_are_told_in_times_that_can_be_read(family: Family) -> None:
    assert 6 <= len(family.events) <= 15
    assert {event.id for event in family.events} == {told.event for told in family.accounts}
    assert {event.kind for event in family.events} <= {*EVENT_KINDS, *STUDY.kinds}
    assert {told.informant for told in family.accounts} == {one.id for one in family.informants}
    history = _history(family)  # an InputError where a time cannot be read
    assert all((account.time is None) == (account.said == "") for account in history.accounts)


def test_times_of_every_sort_are_told() -> None:
    told = [account for one in STUDY.families for account in _history(one).accounts if account.time]
    anchors = {account.time.anchor for account in told if account.time}
    assert {BIRTH, CALENDAR, INTERVIEW} < anchors
    assert len(anchors) >= 12
    said = " ".join(account.said.lower() for account in told)
    for example in ("toen hij drie was", "groep 4", "een half jaar na de", "najaar 20", "12 oktober 2023"):
        assert example in said


@pytest.mark.parametrize("family", STUDY.families, ids=lambda one: one.key)
def test_the_planned_clashes_are_found_and_no_others(family: Family) -> None:
    found = _smallest_clashes(family, timeline(_history(family)))
    assert found == {frozenset(one) for one in PLANNED.get(family.key, [])}


def test_a_choice_closes_a_clash() -> None:
    family = FAMILIES["D"]
    (choice,) = family.choices
    assert set(choice.set_aside) <= {told.id for told in family.accounts}
    before = _smallest_clashes(family, timeline(_history(family, choices=False)))
    after = _smallest_clashes(family, timeline(_history(family)))
    assert frozenset({"d-youth:place", "d-provider:place"}) in before
    assert after < before
    assert not any(set(choice.set_aside) & clash for clash in after)


def test_help_was_quick_in_one_family_and_slow_in_another() -> None:
    quick = timeline(_history(FAMILIES["J"])).delay("first_signal", "fitting")
    slow = timeline(_history(FAMILIES["G"])).delay("first_signal", "fitting")
    assert quick is not None
    assert slow is not None
    assert quick.longest < 3
    assert slow.shortest > 24


def test_outcomes_by_everyone_and_by_the_researcher() -> None:
    verdicts = {}
    for family in STUDY.families:
        *told, own = family.outcomes
        assert [one.by for one in told] == [informant.id for informant in family.informants]
        assert all(one.quote for one in told)
        assert own.reason
        verdicts[family.key] = own.value
    assert set(verdicts.values()) == {"helped", "partly", "not_helped"}
    assert any(len({one.value for one in family.outcomes}) > 1 for family in STUDY.families)


def test_consent_came_before_the_interview_and_ends_with_the_study() -> None:
    for informant in INFORMANTS:
        assert informant.role in STUDY.roles
        assert informant.consent.given < informant.interviewed < informant.consent.until
        assert informant.consent.until <= STUDY.retention
        assert "research" in informant.consent.purposes
    for family in STUDY.families:
        for youth in (one for one in family.informants if one.role == "youth"):
            age = (youth.interviewed - family.born).days / 365.25
            assert (youth.consent.by != "self") == (age < 16)
