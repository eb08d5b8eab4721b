# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence: what is hung on an explanation, for it or against it."""

from dataclasses import dataclass
from enum import StrEnum

from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of, source_of
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _


class EvidenceKind(StrEnum):
    """What kind of thing says something about an explanation."""

    FIGURE = "cijfer"
    PART = "deel-van-de-verklaring"
    INDICATOR = "kenmerk"
    COMPARABLE = "vergelijkbare-wijk"
    QUESTION = "wijkvraag"
    QUOTATION = "citaat"
    HISTORY = "hulpgeschiedenis"
    DOCUMENT = "document"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            EvidenceKind.FIGURE: _("cijfer"),
            EvidenceKind.PART: _("deel van de verklaring"),
            EvidenceKind.INDICATOR: _("kenmerk van de wijk"),
            EvidenceKind.COMPARABLE: _("vergelijkbare wijk"),
            EvidenceKind.QUESTION: _("uitkomst van de buurtvraag"),
            EvidenceKind.QUOTATION: _("citaat"),
            EvidenceKind.HISTORY: _("hulpgeschiedenis"),
            EvidenceKind.DOCUMENT: _("document"),
        }
        return words[self]

    @property
    def of_a_run(self) -> bool:
        """Whether it is a figure of a run, and needs a reference to it."""
        return self in _OF_A_RUN


_OF_A_RUN = (EvidenceKind.FIGURE, EvidenceKind.PART, EvidenceKind.INDICATOR, EvidenceKind.COMPARABLE)
_OF_A_STUDY = (EvidenceKind.QUOTATION, EvidenceKind.HISTORY)


class Direction(StrEnum):
    """Which way a piece of evidence points."""

    FOR = "voor"
    AGAINST = "tegen"

    @property
    def word(self) -> str:
        """What a reader sees."""
        return _("pleit ervoor") if self is Direction.FOR else _("pleit ertegen")


@dataclass(frozen=True)
class Evidence:
    """One thing that says something about one hypothesis.

    Attributes
    ----------
    id, hypothesis : str
    kind : EvidenceKind
    direction : Direction
    text : str
        What it says: the sentence of the figure, the quotation, or the title of the document.
    source : str
        Where it comes from.
    run : str
        Id of the run of a figure, or of the neighbourhood question; else empty.
    figure : FigureReference or None
    released : bool
        Of a quotation or history: that it was pseudonymised and released.
    remark : str
        Why it points this way, in somebody's own words.
    serial : int
    """

    id: str
    hypothesis: str
    kind: EvidenceKind
    direction: Direction
    text: str
    source: str
    run: str = ""
    figure: FigureReference | None = None
    released: bool = False
    remark: str = ""
    serial: int = 0


_KINDS = {
    FigureKind.PART: EvidenceKind.PART,
    FigureKind.INDICATOR: EvidenceKind.INDICATOR,
    FigureKind.COMPARABLE: EvidenceKind.COMPARABLE,
}


def evidence_of_figure(
    run: FinishedRun,
    reference: FigureReference,
    hypothesis: str,
    direction: Direction,
    identity: str,
    remark: str = "",
    serial: int = 0,
) -> Evidence:
    """A figure of a run as evidence; its sentence is in the current language and keeps its source.

    Raises
    ------
    NotFoundError
        When the run does not have the figure.
    """
    figure = figure_of(run, reference)
    return Evidence(
        identity,
        hypothesis,
        _KINDS.get(reference.kind, EvidenceKind.FIGURE),
        direction,
        figure.sentence,
        source_of(run, figure.year),
        run.id,
        reference,
        remark=remark,
        serial=serial,
    )
