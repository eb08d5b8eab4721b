# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Verbeteren: a lead for improvement with an owner, a date and the figure by which one would see it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from babel.dates import format_date

from wijkverhaal.foundation.language import _, current_language


class AgreementState(StrEnum):
    """How far an agreement is."""

    AGREED = "afgesproken"
    BUSY = "bezig"
    DONE = "gedaan"
    STOPPED = "gestopt"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            AgreementState.AGREED: _("afgesproken"),
            AgreementState.BUSY: _("bezig"),
            AgreementState.DONE: _("gedaan"),
            AgreementState.STOPPED: _("gestopt"),
        }
        return words[self]

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something."""
        return self in (AgreementState.AGREED, AgreementState.BUSY)


class When(StrEnum):
    """Where the year of a figure lies beside the day on which something was agreed."""

    BEFORE = "ervoor"
    PARTLY = "deels-erna"
    AFTER = "erna"


@dataclass(frozen=True)
class Agreement:
    """Who does what, when it is done, and by which figure one would see it.

    Attributes
    ----------
    id, text, owner : str
        The owner is a function or organisation rather than a name, where the session is anonymous.
    due : date
    area : str
        Code of the wijk.
    run, year
        The run and the year of which the figures were looked at.
    indicator : str
        Id of the indicator; empty where the use of care itself is looked at.
    state : AgreementState
    hypothesis : str
        The explanation that it starts from; empty where none.
    reflection : str
        What people wrote when they looked back.
    made : date or None
        When it was agreed; None where nobody knows.
    """

    id: str
    text: str
    owner: str
    due: date
    area: str
    run: str
    year: int
    indicator: str = ""
    state: AgreementState = AgreementState.AGREED
    hypothesis: str = ""
    reflection: str = ""
    made: date | None = None

    def when(self, year: int) -> When:
        """Whether the figures of a year are of after the agreement."""
        if self.made is None or year > self.made.year:
            return When.AFTER
        return When.PARTLY if year == self.made.year else When.BEFORE

    def overdue(self, today: date) -> bool:
        """Whether it is still open after its date; `today` is the server's."""
        return self.state.open and today > self.due

    @property
    def sentence(self) -> str:
        """The agreement in one line."""
        return _("{text} – {owner}, klaar op {due} ({state})").format(
            text=self.text,
            owner=self.owner,
            due=format_date(self.due, "long", locale=current_language()),
            state=self.state.word,
        )


def reminders(agreements: Iterable[Agreement], today: date) -> list[Agreement]:
    """The agreements that are past their date, the oldest first."""
    return sorted((one for one in agreements if one.overdue(today)), key=lambda one: (one.due, one.id))


def reflection_questions() -> tuple[str, ...]:
    """What is asked when new figures come in."""
    return (
        _("Is gedaan wat we afspraken? Wat wel, en wat niet?"),
        _("Wat merken gezinnen en partners ervan?"),
        _("Wat kan er nog meer veranderd zijn?"),
        _("Gaan we door, doen we iets anders, of stoppen we?"),
    )
