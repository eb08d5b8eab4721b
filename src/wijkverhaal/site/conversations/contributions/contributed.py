# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that was contributed to a conversation, as the rules of the dialogue know it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from wijkverhaal.dialogue.cooperation import CooperationAnswer
from wijkverhaal.dialogue.guess import Guess
from wijkverhaal.dialogue.moderation import Moderation, ModerationReason
from wijkverhaal.dialogue.opinion import Opinion, Vote
from wijkverhaal.dialogue.recognition import Recognised, Recognition
from wijkverhaal.dialogue.session_report import Moment
from wijkverhaal.dialogue.statement import Merge, Statement, Tag
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.valuation import Valuation, Valued
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.models import Entry


@dataclass(frozen=True)
class Lead:
    """A lead for improvement, before the facilitator makes it an agreement.

    Attributes
    ----------
    id : str
    participant : str
        Empty where the facilitator wrote it.
    text, owner : str
    due : date or None
    indicator : str
        Id of the indicator; empty where the use of care itself is looked at.
    area : str
        Code of the wijk.
    serial : int
    """

    id: str
    participant: str
    text: str
    owner: str
    due: date | None
    indicator: str
    area: str
    serial: int


@dataclass
class Contributed:
    """What was contributed up to a serial number, each kind in the server's order."""

    through: int = 0
    guesses: list[Guess] = field(default_factory=list)
    recognitions: list[Recognition] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    opinions: list[Opinion] = field(default_factory=list)
    valuations: list[Valuation] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    cooperation: list[CooperationAnswer] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    moderations: list[Moderation] = field(default_factory=list)
    #: Per figure the serial number at which it was shown.
    shown: dict[str, int] = field(default_factory=dict)
    course: list[Moment] = field(default_factory=list)

    def take(self, rows: Iterable["Row"]) -> None:
        """Add rows, in order."""
        for row in rows:
            if not (row.erased and row.kind in _GONE_WHEN_ERASED):
                _TAKERS[row.kind](self, row)
            self.through = max(self.through, row.serial)


@dataclass(frozen=True)
class Row:
    """An entry as it is read; a plain record costs a tenth of a model."""

    serial: int
    kind: str
    who: str
    client_key: str
    content: dict[str, Any]
    erased: bool
    moment: datetime

    @property
    def id(self) -> str:
        return str(self.serial)


_COLUMNS = ("serial", "kind", "participant_id", "client_key", "content", "erased", "moment")
#: Of other kinds that were erased the choice still counts, and only the words are gone.
_GONE_WHEN_ERASED = (kinds.STATEMENT, kinds.LEAD)


def rows_after(conversation: str, serial: int = 0) -> list[Row]:
    """The entries of a conversation after a serial number, in order."""
    found = Entry.objects.filter(conversation=conversation, serial__gt=serial).order_by("serial")
    return [Row(*_told(values)) for values in found.values_list(*_COLUMNS)]


def _told(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*values[:2], values[2] or "", *values[3:])


def contributed_to(conversation: str) -> Contributed:
    """Everything that was contributed to a conversation."""
    found = Contributed()
    found.take(rows_after(conversation))
    return found


def _guess(all_: Contributed, row: Row) -> None:
    all_.guesses.append(Guess(row.who, row.content["figure"], row.content["value"], row.serial))


def _recognition(all_: Contributed, row: Row) -> None:
    c = row.content
    answer = Recognised(c["answer"])
    all_.recognitions.append(
        Recognition(row.who, c["figure"], answer, row.serial, c.get("reason", ""), row.client_key)
    )


def _statement(all_: Contributed, row: Row) -> None:
    c = row.content
    all_.statements.append(
        Statement(
            row.id,
            row.who,
            c["text"],
            Tag(c["tag"]),
            row.serial,
            c.get("figure", ""),
            client_key=row.client_key,
        )
    )


def _opinion(all_: Contributed, row: Row) -> None:
    all_.opinions.append(Opinion(row.who, row.content["statement"], Vote(row.content["vote"]), row.serial))


def _valuation(all_: Contributed, row: Row) -> None:
    c = row.content
    all_.valuations.append(
        Valuation(row.who, c["figure"], Valued(c["answer"]), row.serial, c.get("wish", ""), row.client_key)
    )


def _lead(all_: Contributed, row: Row) -> None:
    c = row.content
    due = date.fromisoformat(c["due"]) if c.get("due") else None
    all_.leads.append(
        Lead(row.id, row.who, c["text"], c["owner"], due, c.get("indicator", ""), c["area"], row.serial)
    )


def _cooperation(all_: Contributed, row: Row) -> None:
    c = row.content
    all_.cooperation.append(CooperationAnswer(row.who, c["own"], c["partner"], c["strength"], row.serial))


def _merge(all_: Contributed, row: Row) -> None:
    all_.merges.append(Merge(row.content["statement"], row.content["into"], row.serial))


def _moderation(all_: Contributed, row: Row) -> None:
    c = row.content
    reason = ModerationReason(c["reason"]) if c["reason"] else None
    all_.moderations.append(Moderation(c["contribution"], reason, c["facilitator"], row.serial))


def _reveal(all_: Contributed, row: Row) -> None:
    all_.shown.setdefault(row.content["figure"], row.serial)


def _move(all_: Contributed, row: Row) -> None:
    all_.course.append(Moment(Step(row.content["step"]), row.moment, row.content["figure"]))


_TAKERS: dict[str, Callable[[Contributed, Row], None]] = {
    kinds.GUESS: _guess,
    kinds.RECOGNITION: _recognition,
    kinds.STATEMENT: _statement,
    kinds.OPINION: _opinion,
    kinds.VALUATION: _valuation,
    kinds.LEAD: _lead,
    kinds.COOPERATION: _cooperation,
    kinds.MERGE: _merge,
    kinds.MODERATION: _moderation,
    kinds.REVEAL: _reveal,
    kinds.MOVE: _move,
}
