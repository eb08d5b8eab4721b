# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which order things came in: as the server counted them, never by the clock of who sent them.

A phone's clock can be a year off, and a phone that lost its connection sends again. So every
contribution gets a serial number from the server, and a key from the sender that is the same each
time it is sent: what comes in twice is there once.
"""

import re
from collections.abc import Callable, Hashable, Iterable
from typing import Protocol, TypeVar

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_KEY = re.compile(r"[A-Za-z0-9_-]{8,64}")


class Numbered(Protocol):
    """Anything with a place in the server's order."""

    @property
    def serial(self) -> int: ...


N = TypeVar("N", bound=Numbered)


def read_client_key(typed: str) -> str:
    """The sender's key, where it can be one.

    Raises
    ------
    InputError
        When it is too short, too long or holds other characters.
    """
    if not _KEY.fullmatch(typed):
        raise InputError(_("Het formulier is niet volledig aangekomen; laad de bladzijde opnieuw."))
    return typed


def newest_of_each(numbered: Iterable[N], key: Callable[[N], Hashable]) -> list[N]:
    """Of things that replace each other the newest, in the server's order."""
    newest: dict[Hashable, N] = {}
    for one in sorted(numbered, key=lambda one: one.serial):
        newest[key(one)] = one
    return sorted(newest.values(), key=lambda one: one.serial)
