# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An indicator: what a number about a wijk is, and how it is made of published columns."""

from dataclasses import dataclass
from typing import Literal

from wijkverhaal.foundation.language import _, current_language


@dataclass(frozen=True)
class Indicator:
    """One property of a wijk.

    Its value is `multiplier` times the sum of `measure`, divided by the sum of `over` where that is
    not empty. A term may hold several names of the same column, separated by `|`, because
    publishers rename columns: the first one that a table has counts.

    Attributes
    ----------
    id : str
        Short name, unique within its family.
    label, label_english : str
        What a reader sees.
    unit : str
        "%" for a percentage from 0 to 100; otherwise in Dutch, marked for the catalogue.
    denominator : str
        Of what it is a share, in Dutch, marked for the catalogue; empty where it is no share.
    group : str
        Key of `indicator_group.GROUPS`.
    measure, over : tuple of str
        The published columns above and below the line.
    multiplier : float
        100 where a share becomes a percentage.
    transform : str
        "log" where the model takes the logarithm of the value.
    floor : float
        Below it the value counts as this, so that the logarithm of next to nothing says no more.
    curved : bool
        Whether the model also takes the square of the value: use may bend with it.
    family : str
        From whose file it comes: "scp", "kwb" or "local".
    """

    id: str
    label: str
    label_english: str
    unit: str
    denominator: str
    group: str
    measure: tuple[str, ...]
    over: tuple[str, ...] = ()
    multiplier: float = 1.0
    transform: Literal["identity", "log"] = "identity"
    floor: float = 0.0
    curved: bool = False
    family: Literal["scp", "kwb", "local"] = "kwb"

    @property
    def text(self) -> str:
        """The label in the reader's language."""
        return self.label_english if current_language() == "en" else self.label

    @property
    def unit_text(self) -> str:
        """The unit in the reader's language."""
        return _(self.unit)

    @property
    def denominator_text(self) -> str:
        """Of what it is a share, in the reader's language; empty where it is no share."""
        return _(self.denominator)

    @property
    def terms(self) -> tuple[tuple[str, ...], ...]:
        """The names of every published column it needs, per term.

        >>> share = Indicator("x", "", "", "%", "", "age", ("a_opl_lg|a_opl_bvm",), ("a_inw",))
        >>> share.terms
        (('a_opl_lg', 'a_opl_bvm'), ('a_inw',))
        """
        return tuple(tuple(term.split("|")) for term in self.measure + self.over)

    @property
    def columns(self) -> frozenset[str]:
        """Every published column that it can use."""
        return frozenset(name for term in self.terms for name in term)
