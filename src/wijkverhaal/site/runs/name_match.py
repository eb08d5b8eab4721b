# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names as people type them: without accents, apostrophes and capitals, the nearest name first."""

import re
import unicodedata
from collections.abc import Iterable

#: How near a name is when nothing of what was typed is in it.
FAR = 5
_SIGNS = re.compile(r"[^a-z0-9]+")


def folded(text: str) -> str:
    """A name in plain small letters, with one space between its words.

    >>> folded("Súdwest-Fryslân"), folded("'s-Gravenhage")
    ('sudwest fryslan', 's gravenhage')
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _SIGNS.sub(" ", plain).strip()


def holds(name: str, typed: str) -> bool:
    """Whether all typed words are somewhere in a name; both folded."""
    return all(word in name for word in typed.split())


def nearness(names: Iterable[str], typed: str) -> int:
    """How near the nearest of some names is to what was typed: 0 is the name itself, `FAR` no name.

    >>> [nearness([name], "den haag") for name in ("den haag", "den haag zuid", "hoef en haag")]
    [0, 1, 5]
    """
    return min((_nearness(name, typed) for name in names), default=FAR)


def _nearness(name: str, typed: str) -> int:
    if name == typed:
        return 0
    if name.startswith(typed):
        return 1
    if f" {typed}" in name:
        return 2
    if all(f" {word}" in f" {name}" for word in typed.split()):
        return 3
    return 4 if holds(name, typed) else FAR
