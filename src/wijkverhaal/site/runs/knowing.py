# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How do we know this? Per answer: where it comes from, how it was made, how sure it is."""

from dataclasses import dataclass

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.site.runs.comparison_methods import comparison_methods
from wijkverhaal.site.runs.estimate_methods import estimate_methods
from wijkverhaal.site.runs.number_sources import number_sources


@dataclass(frozen=True)
class Knowing:
    """The answer to the question, about one number."""

    number: str
    sources: list[str]
    method: str
    sureness: str


def knowings(run: FinishedRun, year: int) -> dict[str, Knowing]:
    """The answers for the numbers of a year, by what they are."""
    known = number_sources(run, year)
    return {
        one.key: Knowing(one.number, getattr(known, one.rests_on), one.method, one.sureness)
        for one in (*estimate_methods(), *comparison_methods())
    }


def unsaid() -> list[str]:
    """What the figures do not say."""
    return [
        _("Een verschil is geen oordeel over een wijk of een gemeente."),
        _(
            "Veel gebruik is niet slecht en weinig gebruik is niet goed. Het kan ook zijn dat hulp"
            " goed te vinden is, of juist niet."
        ),
        _(
            "De cijfers gaan over wijken. Ze zeggen niets over een kind of een gezin en voorspellen"
            " niets over personen."
        ),
        _("Wat samengaat, hoeft niet elkaars oorzaak te zijn."),
        _("Hoe lang, hoe zwaar en hoe goed de hulp was, staat niet in deze cijfers."),
    ]
