# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guessing becomes slow, and a mistake stays cheap."""

from datetime import UTC, datetime, timedelta

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.vault.attempts import Attempts, check_attempt

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_few_mistakes_cost_nothing() -> None:
    check_attempt(Attempts(), NOON)
    check_attempt(Attempts().after_wrong(NOON).after_wrong(NOON), NOON)


def test_then_one_waits_longer_each_time_but_never_more_than_an_hour() -> None:
    attempts, waits = Attempts(), []
    for _ in range(40):
        attempts = attempts.after_wrong(NOON)
        waits.append(attempts.wait(NOON))
    assert waits == sorted(waits)
    assert waits[-1] == timedelta(hours=1)
    assert waits[2] > timedelta()


def test_the_sentence_says_how_long() -> None:
    attempts = Attempts(4, NOON)
    with pytest.raises(InputError, match="30 seconden"):
        check_attempt(attempts, NOON)
    with pytest.raises(InputError, match="1 seconde\\."):
        check_attempt(attempts, NOON + timedelta(seconds=29, milliseconds=500))
    check_attempt(attempts, NOON + timedelta(seconds=30))
    with pytest.raises(InputError, match="60 minuten"):
        check_attempt(Attempts(30, NOON), NOON)


def test_a_clock_put_back_makes_nobody_wait_for_ever() -> None:
    assert Attempts(30, NOON).wait(NOON - timedelta(days=400)) <= timedelta(hours=1)
