# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log is a chain: whatever is changed in it is found."""

from dataclasses import replace

import pytest

from tests.stories.example import NOW
from wijkverhaal.stories.study.action_log import (
    LogEntry,
    content_digest,
    first_broken,
    new_salt,
    next_entry,
)

KEY = b"k" * 32


def _log() -> list[LogEntry]:
    entries: list[LogEntry] = []
    for kind in ("action", "opened-text", "action", "exported"):
        last = entries[-1] if entries else None
        entries.append(next_entry(last, kind, "anna", NOW, KEY, content_digest(kind.encode(), b"zout")))
    return entries


def test_an_untouched_log_is_whole() -> None:
    log = _log()
    assert first_broken(log, KEY) is None
    assert first_broken(log, KEY, head=log[-1].seal) is None
    assert first_broken([], KEY) is None


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize(
    "change",
    [
        {"actor": "bo"},
        {"kind": "niets"},
        {"moment": "2020-01-01"},
        {"digest": "0"},
        {"seal": "0"},
        {"number": 9},
    ],
)
def test_every_change_is_found(place: int, change: dict[str, str]) -> None:
    log = _log()
    log[place] = replace(log[place], **change)  # type: ignore[arg-type]
    assert first_broken(log, KEY) == place + 1


def test_leaving_out_swapping_and_cutting_off_are_found() -> None:
    log = _log()
    assert first_broken([log[0], *log[2:]], KEY) == 2
    assert first_broken([log[1], log[0], *log[2:]], KEY) == 1
    assert first_broken(log[:2], KEY, head=log[-1].seal) == 3
    assert first_broken([], KEY, head=log[-1].seal) == 1


def test_a_chain_made_without_the_key_is_found() -> None:
    forged: list[LogEntry] = []
    for one in _log():
        last = forged[-1] if forged else None
        forged.append(next_entry(last, one.kind, "bo", NOW, b"een andere sleutel", one.digest))
    assert first_broken(forged, KEY) == 1


def test_the_digest_tells_nothing_once_the_salt_is_gone() -> None:
    assert content_digest(b"zelfde", new_salt()) != content_digest(b"zelfde", new_salt())
