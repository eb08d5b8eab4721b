# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An explanation as one short statement, with what kind of explanation it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

LONGEST_STATEMENT = 500


class Tag(StrEnum):
    """What kind of explanation a statement is."""

    POPULATION = "bevolking"
    NEIGHBOURHOOD = "wijk"
    SUPPLY = "aanbod"
    COOPERATION = "samenwerking"
    REGISTRATION = "registratie"
    ANOTHER = "anders"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            Tag.POPULATION: _("wie er wonen"),
            Tag.NEIGHBOURHOOD: _("de wijk zelf"),
            Tag.SUPPLY: _("het aanbod"),
            Tag.COOPERATION: _("hoe we samenwerken"),
            Tag.REGISTRATION: _("hoe er geteld is"),
            Tag.ANOTHER: _("iets anders"),
        }
        return words[self]


@dataclass(frozen=True)
class Statement:
    """A statement; the text is already cleaned.

    Attributes
    ----------
    id : str
    participant : str
        Who wrote it; empty where the facilitator did, or the writer was erased.
    text : str
    tag : Tag
    serial : int
    figure : str
        The figure that it explains; empty where none.
    hidden : bool
        Whether moderation or withdrawal took it away.
    """

    id: str
    participant: str
    text: str
    tag: Tag
    serial: int
    figure: str = ""
    hidden: bool = False
    client_key: str = ""


@dataclass(frozen=True)
class Merge:
    """That a statement says the same as another; `into` None takes an earlier merge back."""

    statement: str
    into: str | None
    serial: int


def roots_of(statements: Iterable[Statement], merges: Iterable[Merge]) -> dict[str, str]:
    """Under which statement each is shown: itself, or that into which it was merged.

    A merge whose statement is gone, or that would lead back to itself, does not count.

    Returns
    -------
    dict of statement id to statement id
    """
    into: dict[str, str] = {}
    known = {statement.id for statement in statements}
    for merge in newest_of_each(merges, lambda merge: merge.statement):
        if merge.into is None or merge.statement not in known or merge.into not in known:
            continue
        if root_of(merge.into, into) != merge.statement:
            into[merge.statement] = merge.into
    return {one: root_of(one, into) for one in sorted(known)}


def root_of(statement: str, into: Mapping[str, str]) -> str:
    """Where a chain of merges ends.

    >>> root_of("c", {"c": "b", "b": "a"})
    'a'
    """
    while statement in into:
        statement = into[statement]
    return statement


def check_merge(statements: Iterable[Statement], merges: Iterable[Merge], merge: Merge) -> None:
    """Refuse a merge that cannot be.

    Raises
    ------
    InputError
        When one of the two does not exist, or the other is already under this one.
    """
    roots = roots_of(statements, merges)
    if merge.statement not in roots or (merge.into is not None and merge.into not in roots):
        raise InputError(_("Deze uitspraak is er niet meer; laad de bladzijde opnieuw."))
    if merge.into is not None and roots[merge.into] == merge.statement:
        raise InputError(_("Deze uitspraken zijn al samengevoegd; kies een andere uitspraak."))
