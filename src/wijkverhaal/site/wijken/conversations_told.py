# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The conversations about a wijk that somebody leads: who keeps conversations registers here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ToldConversation:
    """A conversation as it stands in a list.

    Attributes
    ----------
    title : str
    day : date or None
        When it was held; None where it is not closed.
    address : str
        Of its report, or of the conversation itself while it is not closed.
    """

    title: str
    day: date | None
    address: str


_Tell = Callable[[int, str], Sequence[ToldConversation]]
_registered: list[_Tell] = []


def register(tell: _Tell) -> None:
    """Ask this, with an account and the code of a wijk, from now on."""
    _registered[:] = [tell]


def conversations_about(account: int, area: str) -> list[ToldConversation]:
    """The conversations about a wijk that an account leads, the newest first."""
    return [one for tell in _registered for one in tell(account, area)]
