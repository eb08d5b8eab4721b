# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kinds of organisations: no name points at one person, now or by comparing two exports."""

import json
from collections import Counter, defaultdict
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.grouping_file import grouping_dict, grouping_from
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.participant import Participant
from wijkverhaal.dialogue.shown_together import (
    ENOUGH,
    EVERYONE,
    NOT_YET,
    OTHERS,
    Grouping,
    group_word,
    grouping_of,
    keys_of_types,
)

KINDS = list(OrganisationType)
COUNTS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 12))
PEOPLE = st.lists(st.sampled_from(KINDS), max_size=40)


def _people(kinds: list[OrganisationType]) -> list[Participant]:
    return [Participant(f"p{k}", f"Naam {k}", kind, k) for k, kind in enumerate(kinds)]


def _shown(counts: dict[OrganisationType, int]) -> Counter[str]:
    keys = keys_of_types(counts)
    found: Counter[str] = Counter()
    for kind, key in keys.items():
        found[key] += counts[kind]
    return found


@settings(deadline=None)
@given(COUNTS)
def test_every_group_holds_three_people(counts: dict[OrganisationType, int]) -> None:
    assert all(number >= ENOUGH for number in _shown(counts).values())
    assert bool(_shown(counts)) == (sum(counts.values()) >= ENOUGH)


@settings(deadline=None)
@given(COUNTS)
def test_overig_is_never_one_kind(counts: dict[OrganisationType, int]) -> None:
    kinds = Counter(keys_of_types(counts).values())
    assert kinds.get(OTHERS, 2) >= 2
    assert kinds.get(EVERYONE, 2) >= 2


@settings(deadline=None)
@given(COUNTS)
def test_nobody_disappears_and_large_kinds_keep_their_name_where_they_can(
    counts: dict[OrganisationType, int],
) -> None:
    keys = keys_of_types(counts)
    present = {kind for kind, number in counts.items() if number}
    if sum(counts.values()) >= ENOUGH:
        assert set(keys) == present
    if min((number for number in counts.values() if number), default=0) >= ENOUGH:
        assert all(key == kind for kind, key in keys.items())


def test_what_is_shown_never_tells_that_there_were_one_or_two_of_a_kind() -> None:
    """Over every session of up to three people of each kind, and large ones of two kinds."""
    pairs = [(0, 1), (2, 3)]
    worlds: dict[frozenset[tuple[str, int]], list[tuple[int, ...]]] = defaultdict(list)
    of_two = [tuple(many * (k == a) + (k == b) for k in range(9)) for many in range(30) for a, b in pairs]
    for numbers in (*product(range(4), repeat=len(KINDS)), *of_two):
        counts = dict(zip(KINDS, numbers, strict=True))
        worlds[frozenset(_shown(counts).items())].append(numbers)
    for shown, possible in worlds.items():
        if not shown:
            continue
        for column in zip(*possible, strict=True):
            assert set(column) not in ({1}, {2}), (shown, possible)


def test_a_full_overig_of_twos_takes_another_kind_in() -> None:
    counts = dict(zip(KINDS, (9, 8, 7, 6, 5, 4, 3, 2, 2), strict=True))
    assert sum(key == OTHERS for key in keys_of_types(counts).values()) == 3


def test_kinds_that_are_equally_small_join_together() -> None:
    counts = dict(zip(KINDS[:4], (6, 3, 3, 1), strict=True))
    assert sum(key == OTHERS for key in keys_of_types(counts).values()) == 3


@settings(deadline=None)
@given(PEOPLE, st.sets(st.integers(0, 39)), PEOPLE)
def test_two_exports_differ_in_nothing_that_tells_a_person(
    kinds: list[OrganisationType], leaving: set[int], later: list[OrganisationType]
) -> None:
    """Whoever leaves or comes in after the close: numbers and names of the others stay as they were."""
    people = _people(kinds)
    closed = grouping_of(people, through=len(people))
    after: Grouping = closed
    for gone in leaving:
        after = after.without(f"p{gone}")
    assert after.groups == closed.groups
    for k, person in enumerate(people):
        key = after.key_of(person.id, person.serial)
        assert key == (None if k in leaving else closed.key_of(person.id, person.serial))
    for k in range(len(later)):
        assert after.key_of(f"later{k}", len(people) + 1 + k) is None


@settings(deadline=None)
@given(PEOPLE)
def test_words_written_after_the_close_carry_no_kind(kinds: list[OrganisationType]) -> None:
    closed = grouping_of(_people(kinds), through=len(kinds))
    assert all(closed.key_of(f"p{k}", len(kinds) + 1) is None for k in range(len(kinds)))


def test_who_came_in_after_the_close_does_not_count() -> None:
    people = _people([OrganisationType.SCHOOL] * 5)
    assert [group.people for group in grouping_of(people, through=2).groups] == [3]


def test_a_grouping_is_stored_and_read_back() -> None:
    grouping = grouping_of(_people([OrganisationType.SCHOOL] * 3 + [OrganisationType.POLICE]), through=9)
    assert grouping_from(json.loads(json.dumps(grouping_dict(grouping)))) == grouping


def test_before_the_close_nobody_carries_a_kind() -> None:
    assert NOT_YET.key_of("p0", 0) is None
    assert NOT_YET.groups == ()


def test_words_for_groups() -> None:
    assert group_word(OTHERS) == "overig"
    assert group_word("politie") == "politie"
    assert group_word(None) == "een deelnemer"
