# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked before a figure is shown: of whom, of what, and in which year."""

from wijkverhaal.dialogue.figure_reference import Figure, FigureKind, FigureReference, indicators_by_id
from wijkverhaal.dialogue.figure_words import outcome_word
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _


def guess_question(run: FinishedRun, reference: FigureReference, figure: Figure) -> str:
    """The question, in the current language; empty for what nobody can guess, such as a difference.

    Parameters
    ----------
    run : FinishedRun
    reference : FigureReference
    figure : Figure
        What `figure_of` says of it.
    """
    known = run.area(reference.area, reference.year) or {}
    wijk = str(known.get("name") or reference.area)
    care = outcome_word(run.outcome)
    if reference.kind is FigureKind.USE:
        return _of_youths().format(wijk=wijk, year=figure.year, care=care)
    if reference.kind is FigureKind.COMPARABLE:
        there = run.area(reference.item, reference.year) or {}
        name = f"{there.get('name')} ({there.get('gemeente_name') or there.get('gemeente')})"
        return _of_youths().format(wijk=name, year=figure.year, care=care)
    if reference.kind is FigureKind.EXPECTED:
        text = _(
            "Denk aan wie er in {wijk} wonen, en in welke gemeente. Van hoeveel van de 100 jeugdigen"
            " verwacht je dan dat zij in {year} {care} gebruikten?"
        )
        return text.format(wijk=wijk, year=figure.year, care=care)
    if reference.kind is FigureKind.INDICATOR:
        return _of_the_wijk(run, reference, figure)
    return ""


def _of_youths() -> str:
    return _("Hoeveel van de 100 jeugdigen in {wijk} gebruikten in {year} {care}, denk je?")


def _of_the_wijk(run: FinishedRun, reference: FigureReference, figure: Figure) -> str:
    """Of an indicator; what it is and of which wijk stands above the question."""
    indicator = indicators_by_id(run).get(reference.item)
    of = indicator.denominator_text if indicator and indicator.denominator else ""
    if figure.unit == "%" and of:
        text = _("Hoeveel van de 100 {of} waren dat in {year}, denk je?")
    elif figure.unit == "%":
        text = _("Hoeveel procent was dat in {year}, denk je?")
    elif figure.unit == "km":
        text = _("Hoeveel kilometer was dat gemiddeld in {year}, denk je?")
    elif figure.unit:
        text = _("Hoeveel {unit} was dat in {year}, denk je?")
    else:
        text = _("Welk getal was dat in {year}, denk je?")
    return text.format(year=figure.year, of=of, unit=figure.unit)
