# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of opinion: none in noise, none among few people; true ones are found."""

import numpy as np
import pytest

from wijkverhaal.dialogue.opinion import Vote
from wijkverhaal.dialogue.opinion_clusters import Floats, adjusted_rand, repeated_clusters
from wijkverhaal.dialogue.opinion_group import FEWEST_PEOPLE, FEWEST_STATEMENTS, opinion_groups


def _votes(table: Floats) -> dict[str, dict[str, Vote]]:
    words = {1.0: Vote.AGREE, 0.0: Vote.DOUBT, -1.0: Vote.DISAGREE}
    return {
        f"s{k:02d}": {f"p{j:03d}": words[vote] for j, vote in enumerate(column) if not np.isnan(vote)}
        for k, column in enumerate(table.T)
    }


def _noise(random: np.random.Generator, people: int, statements: int) -> Floats:
    """Everybody votes as it comes; statements differ in how many agree, some votes are missing."""
    agree = random.uniform(0.15, 0.85, statements)
    table = np.where(random.random((people, statements)) < agree, 1.0, -1.0)
    table[random.random(table.shape) < 0.15] = 0.0
    table[random.random(table.shape) < 0.15] = np.nan
    return table


def _two_camps(random: np.random.Generator, people: int, statements: int, faithful: float) -> Floats:
    side = np.where(np.arange(people) % 2 == 0, 1.0, -1.0)[:, None]
    table = side * random.choice([-1.0, 1.0], statements)
    return np.where(random.random(table.shape) < faithful, table, -table)


@pytest.mark.parametrize(("people", "statements"), [(12, 8), (24, 12), (60, 20)])
def test_noise_has_no_groups(people: int, statements: int) -> None:
    random = np.random.default_rng(people)
    for _ in range(15):
        assert opinion_groups(_votes(_noise(random, people, statements))).groups == ()


@pytest.mark.slow
@pytest.mark.parametrize(("people", "statements"), [(12, 8), (16, 10), (30, 15), (100, 30)])
def test_noise_passes_less_than_once_in_a_hundred(people: int, statements: int) -> None:
    random = np.random.default_rng(people)
    found = sum(repeated_clusters(_noise(random, people, statements), k) is not None for k in range(300))
    assert found <= 3


def test_who_agrees_with_everything_is_no_group() -> None:
    random = np.random.default_rng(2)
    bent = random.normal(size=(60, 1)) + random.normal(size=(60, 20))
    for seed in range(5):
        assert repeated_clusters(np.where(bent > 0, 1.0, -1.0), seed) is None


def test_one_scale_of_opinion_is_no_group() -> None:
    """People spread evenly along one line differ, but there is no gap between them."""
    random = np.random.default_rng(3)
    for seed in range(10):
        line = random.normal(size=(60, 1)) * random.choice([-0.6, 0.6], 20)
        table = np.where(line + random.normal(size=(60, 20)) > 0, 1.0, -1.0)
        assert repeated_clusters(table, seed) is None


def test_two_camps_are_found_with_the_right_people() -> None:
    random = np.random.default_rng(4)
    for seed in range(10):
        found = repeated_clusters(_two_camps(random, 30, 14, 0.9), seed)
        assert found is not None
        placed = found.place >= 0
        assert adjusted_rand(found.place[placed], np.arange(30)[placed] % 2) > 0.8


def test_groups_tell_statements_and_numbers_and_no_people() -> None:
    table = _two_camps(np.random.default_rng(5), 30, 14, 0.95)
    found = opinion_groups(_votes(table))
    assert len(found.groups) == 2
    assert all(group.people >= 4 for group in found.groups)
    assert all(group.agrees or group.disagrees for group in found.groups)
    assert "p0" not in repr(found)
    assert "2 groepen" in found.sentence


def test_what_everybody_agrees_on_is_told() -> None:
    table = _two_camps(np.random.default_rng(6), 30, 14, 0.95)
    shared = np.where(np.arange(30) < 28, 1.0, -1.0)[:, None]
    assert opinion_groups(_votes(np.column_stack([table, shared]))).shared == ("s14",)


def test_of_few_people_or_statements_nothing_is_shown() -> None:
    table = _two_camps(np.random.default_rng(7), 40, 20, 1.0)
    assert opinion_groups(_votes(table[: FEWEST_PEOPLE - 1])).groups == ()
    assert opinion_groups(_votes(table[:, : FEWEST_STATEMENTS - 1])).groups == ()
    assert "te weinig stemmen" in opinion_groups({}).sentence


def test_a_group_of_three_is_not_shown() -> None:
    """Three people of one mind among twenty: by their answers they could be known."""
    side = np.where(np.arange(20) < 3, 1.0, -1.0)[:, None] * np.tile([1.0, -1.0], 8)
    found = opinion_groups(_votes(side))
    assert all(group.people >= 4 for group in found.groups)


def test_the_same_votes_give_the_same_groups() -> None:
    votes = _votes(_two_camps(np.random.default_rng(8), 30, 14, 0.9))
    mixed = {name: dict(reversed(mine.items())) for name, mine in reversed(votes.items())}
    assert opinion_groups(votes) == opinion_groups(mixed)
