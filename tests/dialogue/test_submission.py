# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sent twice, in another order, by a wrong clock: each contribution is there once, as the server counted."""

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.submission import each_once, newest_of_each, read_client_key
from wijkverhaal.foundation.errors import InputError


@dataclass(frozen=True)
class Sent:
    participant: str
    client_key: str
    serial: int


SENT = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("kl")), max_size=30)


@settings(deadline=None)
@given(SENT, st.randoms())
def test_each_is_there_once_and_the_first_counts(told: list[tuple[str, str]], random: object) -> None:
    sent = [Sent(who, key, serial) for serial, (who, key) in enumerate(told)]
    mixed = list(sent)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    kept = each_once(mixed)
    assert kept == each_once(sent)
    assert len(kept) == len(set(told))
    assert all(one.serial == told.index((one.participant, one.client_key)) for one in kept)


def test_nobody_pushes_out_what_another_sent() -> None:
    assert len(each_once([Sent("a", "key", 1), Sent("b", "key", 2)])) == 2


def test_the_newest_by_the_server_counts() -> None:
    sent = [Sent("a", "late", 7), Sent("a", "early", 3), Sent("b", "only", 5)]
    assert [one.client_key for one in newest_of_each(sent, lambda one: one.participant)] == ["only", "late"]


@pytest.mark.parametrize("typed", ["", "kort", "a" * 65, "spatie in sleutel", "'; drop", "\u00e9" * 10])
def test_a_key_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="opnieuw"):
        read_client_key(typed)
