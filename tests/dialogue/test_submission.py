# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sent twice, in another order, by a wrong clock: each contribution is there once, as the server counted."""

from dataclasses import dataclass

import pytest

from wijkverhaal.dialogue.submission import newest_of_each, read_client_key
from wijkverhaal.foundation.errors import InputError


@dataclass(frozen=True)
class Sent:
    participant: str
    client_key: str
    serial: int


def test_the_newest_by_the_server_counts() -> None:
    sent = [Sent("a", "late", 7), Sent("a", "early", 3), Sent("b", "only", 5)]
    assert [one.client_key for one in newest_of_each(sent, lambda one: one.participant)] == ["only", "late"]


@pytest.mark.parametrize("typed", ["", "kort", "a" * 65, "spatie in sleutel", "'; drop", "\u00e9" * 10])
def test_a_key_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="opnieuw"):
        read_client_key(typed)
