# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conditions of a comparison: crisp, with more values, or fuzzy; and how they are written."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

Numbers = NDArray[np.float64]
#: In a term: the condition does not matter.
ANY = -1
_WRITTEN = re.compile(r"^\s*([~!]?)\s*(.+?)\s*(?:(?:\[\s*(\d+)\s*\]|\{\s*(\d+)\s*\})|=\s*(\d+))?\s*$")


@dataclass(frozen=True)
class Condition:
    """One condition.

    Attributes
    ----------
    name : str
        As its column is called.
    levels : int
        How many values it has: 0 to levels - 1; 2 for a crisp or a fuzzy set.
    fuzzy : bool
        Whether its values are degrees of membership from 0 to 1.
    """

    name: str
    levels: int = 2
    fuzzy: bool = False

    def membership(self, values: Numbers, level: int) -> Numbers:
        """How far each value belongs to `level`, from 0 to 1."""
        if self.fuzzy:
            return values if level else 1.0 - values
        return np.asarray(values == level, dtype=float)

    def level(self, values: Numbers) -> NDArray[np.int64]:
        """The level to which each value belongs most."""
        return (values > 0.5).astype(np.int64) if self.fuzzy else values.astype(np.int64)

    def literal(self, level: int, brackets: bool) -> str:
        """How one level is written.

        >>> Condition("LAAT").literal(0, brackets=False), Condition("LAAT", 3).literal(2, brackets=True)
        ('~LAAT', 'LAAT[2]')
        """
        if brackets:
            return f"{self.name}[{level}]"
        return self.name if level else f"~{self.name}"


@dataclass(frozen=True)
class Literal:
    """A name as somebody typed it: negated or not, with a value or without."""

    name: str
    negated: bool = False
    value: int | None = None


def read_literal(written: str) -> Literal:
    """What was typed for an outcome or a direction.

    >>> read_literal("~LAAT")
    Literal(name='LAAT', negated=True, value=None)
    >>> read_literal("SCHOOL[2]")
    Literal(name='SCHOOL', negated=False, value=2)

    Raises
    ------
    InputError
        When there is no name in it.
    """
    found = _WRITTEN.match(written)
    if found is None:
        raise InputError(
            _("'{text}' is geen naam van een kolom; schrijf bijvoorbeeld A, ~A of A[2].").format(text=written)
        )
    sign, name, *values = found.groups()
    value = next((int(one) for one in values if one is not None), None)
    return Literal(name, bool(sign), value)


def split_names(typed: str) -> list[str]:
    """The names in a list with commas; a comma inside brackets does not count.

    >>> split_names("A, ~B,C[2]")
    ['A', '~B', 'C[2]']
    """
    return [name.strip() for name in re.split(r",(?![^\[{]*[\]}])", typed) if name.strip()]
