# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A figure of a conversation as people see it, also when its run is gone."""

from dataclasses import dataclass
from functools import lru_cache

from django.http import Http404

from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of
from wijkverhaal.dialogue.guess import GuessKind
from wijkverhaal.dialogue.guess_question import guess_question
from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.publication.sentence import fictional_label
from wijkverhaal.site.conversations.contributions.figure_key import figure_key, read_figure_key
from wijkverhaal.site.runs import library


@dataclass(frozen=True)
class ToldFigure:
    """A figure with its words.

    Attributes
    ----------
    key : str
    wijk : str
        What the wijk is called.
    label, sentence : str
    value : float or None
        None where the run does not have it any more.
    unit : str
    guess : "percentage", "number" or None
        How it can be guessed; None where nobody can, such as a difference.
    fictional : str
        That the country is fictional; else empty.
    asked : str
        What is asked before it is shown; empty where nobody can guess it.
    """

    key: str
    wijk: str
    label: str
    sentence: str
    value: float | None
    unit: str
    guess: GuessKind | None
    fictional: str
    asked: str = ""

    @property
    def area(self) -> str:
        """Code of the wijk that it is about."""
        return read_figure_key(self.key).area

    @property
    def question(self) -> str:
        """What it is called before it is shown, without its value."""
        return _("{label} in {wijk}").format(label=self.label, wijk=self.wijk)


_GUESSED = (FigureKind.USE, FigureKind.EXPECTED, FigureKind.INDICATOR, FigureKind.COMPARABLE)


def told_figure(run_id: str, reference: FigureReference) -> ToldFigure:
    """The figure in the language of the reader."""
    return _told(run_id, figure_key(reference), current_language())


@lru_cache(maxsize=500)
def _told(run_id: str, key: str, language: str) -> ToldFigure:
    reference = read_figure_key(key)
    with speaking(language):
        try:
            run = library.opened(run_id)
            found = figure_of(run, reference)
        except (WijkverhaalError, Http404):
            gone = _("Dit cijfer is er niet meer: de berekening is verwijderd.")
            return ToldFigure(key, reference.area, _("Cijfer"), gone, None, "", None, "")
        name = (run.area(reference.area, reference.year) or {}).get("name") or reference.area
        can = reference.kind in _GUESSED and found.value.value >= 0.0
        kind: GuessKind | None = None if not can else "percentage" if found.unit == "%" else "number"
        fictional = fictional_label() if run.fictional else ""
        asked = guess_question(run, reference, found) if kind else ""
        return ToldFigure(
            key, name, found.label, found.sentence, found.value.value, found.unit, kind, fictional, asked
        )


def wijk_names(run_id: str, wijken: list[str], year: int) -> list[str]:
    """What the wijken of a conversation are called; their codes where the run is gone."""
    try:
        run = library.opened(run_id)
    except (WijkverhaalError, Http404):
        return list(wijken)
    return [str((run.area(code, year) or {}).get("name") or code) for code in wijken]
