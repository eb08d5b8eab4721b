# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a Wijkverhaal is generated from: figures of a run, and what the conversation gave."""

from dataclasses import dataclass

from wijkverhaal.dialogue.agreement import Agreement
from wijkverhaal.dialogue.change import FollowUp
from wijkverhaal.dialogue.figure_reference import FigureReference
from wijkverhaal.dialogue.hypothesis import EvidenceBalance, Hypothesis
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.tally import Tally
from wijkverhaal.dialogue.valuation import Valued
from wijkverhaal.expectation.finished_run import FinishedRun


@dataclass(frozen=True)
class Quotation:
    """A released quotation, pseudonymised; and who tells, such as "een moeder"."""

    text: str
    informant: str
    study: str


@dataclass(frozen=True)
class FigureOutcome:
    """What the conversation made of one figure.

    Attributes
    ----------
    label : str
    recognition, valuation : Tally or None
    year : int
        The year that was looked at; 0 where that is not known.
    value : str
        The figure with its margin as people saw it; empty where its run is gone.
    sentence : str
        The same in a sentence with its wijk and source; empty where nobody asked for it.
    guesses : str
        What people guessed, in words; empty where they did not.
    reasons, wishes : tuple of str
        What people wrote beside their answers, as it may be read.
    """

    label: str
    recognition: Tally[Recognised] | None = None
    valuation: Tally[Valued] | None = None
    year: int = 0
    value: str = ""
    sentence: str = ""
    guesses: str = ""
    reasons: tuple[str, ...] = ()
    wishes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Material:
    """Everything about one wijk that goes into its Wijkverhaal.

    Attributes
    ----------
    run : FinishedRun
        Read in the language of the document.
    area : str
    year : int
    figures : tuple of FigureReference
        What is told beside the use of care itself.
    quotations : tuple of Quotation
        Released ones only.
    outcomes : tuple of FigureOutcome
    hypotheses : tuple of (Hypothesis, EvidenceBalance)
    agreements : tuple of (Agreement, FollowUp or None)
    cooperation : tuple of str
        What partners said of how they work together, told as it may be.
    without_figures : tuple of str
        Texts of the explanations of which `what_the_data_could_say` says that no figure can tell.
    """

    run: FinishedRun
    area: str
    year: int
    figures: tuple[FigureReference, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    outcomes: tuple[FigureOutcome, ...] = ()
    hypotheses: tuple[tuple[Hypothesis, EvidenceBalance], ...] = ()
    agreements: tuple[tuple[Agreement, FollowUp | None], ...] = ()
    cooperation: tuple[str, ...] = ()
    without_figures: tuple[str, ...] = ()
