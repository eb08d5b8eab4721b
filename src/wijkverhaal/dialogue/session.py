# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session: one conversation about one or more wijken and one run."""

from dataclasses import dataclass, replace
from enum import StrEnum

from wijkverhaal.dialogue.figure_reference import FigureReference
from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


class SessionState(StrEnum):
    """How far a session is."""

    PREPARED = "voorbereid"
    RUNNING = "bezig"
    CLOSED = "gesloten"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            SessionState.PREPARED: _("in voorbereiding"),
            SessionState.RUNNING: _("bezig"),
            SessionState.CLOSED: _("gesloten"),
        }
        return words[self]


@dataclass(frozen=True)
class Session:
    """What is agreed about a session, and where it is now.

    Attributes
    ----------
    id, title : str
    wijken : tuple of str
        Codes of the wijken.
    run : str
        Id of the finished run whose figures are looked at.
    year : int
    goal : str
        What the conversation is for; empty where nobody wrote it down.
    figures : tuple of FigureReference
        In the order in which they are looked at.
    quotations : tuple of str
        Ids of released quotations.
    anonymous : bool
        Whether contributions are shown without names.
    state : SessionState
    step : Step
        Where the facilitator is.
    figure : int
        Which of `figures` is looked at.
    version : int
        Goes up by one with every move, so that two facilitators cannot undo each other unseen.
    """

    id: str
    title: str
    wijken: tuple[str, ...]
    run: str
    year: int
    goal: str = ""
    figures: tuple[FigureReference, ...] = ()
    quotations: tuple[str, ...] = ()
    anonymous: bool = True
    state: SessionState = SessionState.PREPARED
    step: Step = Step.RECOGNISE
    figure: int = 0
    version: int = 0

    def started(self, seen: int) -> "Session":
        """The session as it runs; also one that was closed too early."""
        self._check_version(seen)
        return replace(self, state=SessionState.RUNNING, version=seen + 1)

    def at(self, step: Step, seen: int, figure: int | None = None) -> "Session":
        """The session at a step, and at a figure where one is named.

        Parameters
        ----------
        step : Step
        seen : int
            The version that the facilitator had on the screen.
        figure : int, optional
            The place of the figure in `figures`.

        Raises
        ------
        InputError
            When the session does not run, somebody else moved it meanwhile, or there is no such figure.
        """
        self._check_version(seen)
        if self.state is not SessionState.RUNNING:
            raise InputError(
                _("Het gesprek {title} is niet bezig; start het eerst.").format(title=self.title)
            )
        place = self.figure if figure is None else figure
        if not 0 <= place < max(len(self.figures), 1):
            raise InputError(_("Dit cijfer hoort niet bij het gesprek; kies er een uit de lijst."))
        return replace(self, step=step, figure=place, version=seen + 1)

    def closed(self, seen: int) -> "Session":
        """The session after its end; the moment at which `shown_together.grouping_of` is made."""
        self._check_version(seen)
        return replace(self, state=SessionState.CLOSED, version=seen + 1)

    def _check_version(self, seen: int) -> None:
        if seen != self.version:
            raise InputError(
                _("Een andere gespreksleider heeft het gesprek net verzet; kijk waar het nu is.")
            )
