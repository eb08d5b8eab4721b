# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statements that say the same: votes carried over, nobody counted twice, nothing lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.opinion import Opinion, Vote, tallies_of, votes_of
from wijkverhaal.dialogue.statement import Merge, Statement, Tag, check_merge, roots_of
from wijkverhaal.foundation.errors import InputError

STATEMENTS = [Statement(f"s{k}", "p", f"tekst {k}", Tag.SUPPLY, k) for k in range(5)]
MERGES = st.lists(
    st.tuples(st.integers(0, 5), st.one_of(st.none(), st.integers(0, 5))).map(
        lambda pair: (f"s{pair[0]}", None if pair[1] is None else f"s{pair[1]}")
    ),
    max_size=12,
).map(lambda told: [Merge(one, into, 100 + k) for k, (one, into) in enumerate(told)])
OPINIONS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 4), st.sampled_from(list(Vote))), max_size=60
).map(lambda told: [Opinion(f"p{who}", f"s{what}", vote, k) for k, (who, what, vote) in enumerate(told)])


@settings(deadline=None)
@given(MERGES)
def test_merges_always_end_somewhere(merges: list[Merge]) -> None:
    roots = roots_of(STATEMENTS, merges)
    assert set(roots) == {one.id for one in STATEMENTS}
    assert all(roots[root] == root for root in roots.values())


@settings(deadline=None)
@given(MERGES, OPINIONS)
def test_nobody_counts_twice(merges: list[Merge], opinions: list[Opinion]) -> None:
    roots = roots_of(STATEMENTS, merges)
    for root, tally in tallies_of(opinions, roots, anonymous=False).items():
        voters = {one.participant for one in opinions if roots[one.statement] == root}
        assert tally.people == (len(voters) if len(voters) >= 3 else None)
        assert sum(tally.counts.values()) == (tally.people or 0)
        assert tally.torn <= (tally.people or 0)


@settings(deadline=None)
@given(OPINIONS)
def test_a_merge_taken_back_gives_each_its_own_votes_again(opinions: list[Opinion]) -> None:
    apart = votes_of(opinions, roots_of(STATEMENTS, []))
    back = [Merge("s1", "s0", 100), Merge("s1", None, 101)]
    assert votes_of(opinions, roots_of(STATEMENTS, back)) == apart


def test_the_newest_vote_counts_and_who_was_torn_is_told() -> None:
    roots = roots_of(STATEMENTS, [Merge("s1", "s0", 50)])
    opinions = [
        Opinion("a", "s0", Vote.AGREE, 1),
        Opinion("a", "s1", Vote.DISAGREE, 2),
        Opinion("b", "s1", Vote.AGREE, 3),
        Opinion("c", "s0", Vote.AGREE, 4),
    ]
    tally = tallies_of(opinions, roots)["s0"]
    assert (tally.people, tally.counts[Vote.DISAGREE], tally.torn) == (3, 1, 1)


def test_a_merge_in_a_circle_is_refused() -> None:
    merges = [Merge("s1", "s0", 50)]
    with pytest.raises(InputError, match="al samengevoegd"):
        check_merge(STATEMENTS, merges, Merge("s0", "s1", 51))
    with pytest.raises(InputError, match="er niet meer"):
        check_merge(STATEMENTS, merges, Merge("s0", "s99", 51))
    check_merge(STATEMENTS, merges, Merge("s2", "s1", 51))
