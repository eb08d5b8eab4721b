# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A family's help history: what happened, according to whom, and whose account is followed and why."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.calendar_time import moment
from wijkverhaal.stories.temporal_network import TimeStatement
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW, TimeExpression


@dataclass(frozen=True)
class Event:
    """Something that happened.

    Attributes
    ----------
    id : str
        Unique within the history.
    kind : str
        One of `event_kind.EVENT_KINDS`, or the researcher's own.
    name : str
        What people call it, such as "verhuizing"; for reading times that count from it.
    domain, organisation : str
        Where it belongs: gezin, school, jeugdhulp...; and whose help it is.
    """

    id: str
    kind: str
    name: str = ""
    domain: str = ""
    organisation: str = ""


@dataclass(frozen=True)
class Account:
    """What one informant says about when an event was.

    Attributes
    ----------
    id : str
    informant : str
    event : str
        The id of the event.
    time : TimeExpression or None
        None where the informant tells the event without its time.
    said : str
        The words about the time.
    passage : str
        Where it stands: the id of a passage in an interview.
    child : str
        Whose age the time is, where that is another child than the one whose birth `HelpHistory.born` is.
    """

    id: str
    informant: str
    event: str
    time: TimeExpression | None = None
    said: str = ""
    passage: str = ""
    child: str = ""

    @property
    def anchor(self) -> Hashable:
        """What the time is counted from: each interview has a day of its own, and each child a birth."""
        if self.time is None:
            return None
        if self.time.anchor == INTERVIEW:
            return (INTERVIEW, self.informant)
        return (BIRTH, self.child) if self.time.anchor == BIRTH and self.child else self.time.anchor


@dataclass(frozen=True)
class Choice:
    """A researcher's decision in a clash.

    Attributes
    ----------
    set_aside : frozenset of str
        The accounts that the history does not follow.
    reason : str
        Why; there must be one.
    by : str
        Who decided.
    """

    set_aside: frozenset[str]
    reason: str
    by: str = ""

    def __post_init__(self) -> None:
        if not self.reason.strip():
            raise InputError(_("Een keuze tussen verhalen heeft een reden nodig; schrijf op waarom."))


@dataclass(frozen=True)
class HelpHistory:
    """All that was told about one family.

    Attributes
    ----------
    family : str
    events : tuple of Event
    accounts : tuple of Account
    choices : tuple of Choice
        Nothing is followed or set aside but by these.
    born : date, optional
        Of the child by whose age the history is looked at; ties ages to the calendar.
    births : mapping of child to date
        Of the other children.
    interviewed : mapping of informant to date
        For times such as "twee jaar geleden".
    """

    family: str
    events: tuple[Event, ...]
    accounts: tuple[Account, ...] = ()
    choices: tuple[Choice, ...] = ()
    born: date | None = None
    interviewed: Mapping[str, date] = field(default_factory=dict)
    births: Mapping[str, date] = field(default_factory=dict)

    def __post_init__(self) -> None:
        known = [event.id for event in self.events]
        for account in self.accounts:
            if account.event not in known:
                raise InputError(
                    _(
                        "Een uitspraak van {informant} gaat over een gebeurtenis die er niet is: {event}."
                    ).format(informant=account.informant, event=account.event)
                )

    @property
    def informants(self) -> tuple[str, ...]:
        """Who tell it, each once."""
        return tuple(dict.fromkeys(account.informant for account in self.accounts))

    @property
    def names(self) -> dict[str, Hashable]:
        """What people call the events, for `read_time`."""
        return {event.name.lower(): event.id for event in self.events if event.name}

    def side_of(self, informant: str) -> "HelpHistory":
        """The history as one informant tells it: only that account, and every event in it."""
        own = tuple(account for account in self.accounts if account.informant == informant)
        told = {account.event for account in own}
        told |= {
            account.time.anchor for account in own if account.time and isinstance(account.time.anchor, str)
        }
        events = tuple(event for event in self.events if event.id in told)
        return replace(self, events=events, accounts=own, choices=())

    def without(self, informant: str) -> "HelpHistory":
        """The history after an informant has withdrawn; events that nobody else tells are gone.

        Choices keep their reason only for accounts that are still there.
        """
        left = tuple(account for account in self.accounts if account.informant != informant)
        told = {account.event for account in left}
        told |= {a.time.anchor for a in left if a.time and isinstance(a.time.anchor, str)}
        gone = {account.event for account in self.accounts} - told
        ids = {account.id for account in left}
        choices = tuple(
            replace(choice, set_aside=choice.set_aside & ids)
            for choice in self.choices
            if choice.set_aside & ids
        )
        return replace(
            self,
            events=tuple(event for event in self.events if event.id not in gone),
            accounts=left,
            choices=choices,
            interviewed={who: day for who, day in self.interviewed.items() if who != informant},
        )

    def followed(self) -> tuple[Account, ...]:
        """The accounts that no choice has set aside."""
        aside = {account for choice in self.choices for account in choice.set_aside}
        return tuple(account for account in self.accounts if account.id not in aside)

    def fixed(self) -> list[TimeStatement]:
        """What is known beside the accounts: the births and the days of the interviews."""
        known: list[tuple[Hashable, date]] = [
            ((INTERVIEW, who), day) for who, day in self.interviewed.items()
        ]
        known += [((BIRTH, child), day) for child, day in self.births.items()]
        if self.born is not None:
            known.append((BIRTH, self.born))
        return [TimeStatement(CALENDAR, event, moment(day), moment(day)) for event, day in known]


def statements_of(accounts: Sequence[Account]) -> dict[str, TimeStatement]:
    """What the accounts say about time, by the id of the account."""
    return {
        account.id: account.time.statement(account.event, account.informant, account.said, account.anchor)
        for account in accounts
        if account.time is not None
    }
