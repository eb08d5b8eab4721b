# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which sources a kind of number of a run rests on, each as a reader calls it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import source
from wijkverhaal.site.day import day

_COUNTED = frozenset({"youth-care", "scp"})
_OF_RESIDENTS = frozenset({"kwb", "local", "scp"})
_CHECKSUM_SHOWN = 12


@dataclass(frozen=True)
class NumberSources:
    """The sources by what is made of them.

    Attributes
    ----------
    published : list of str
        The tables in which the counts of the year stand.
    characteristics : list of str
        The tables of who live there, of this year and of earlier ones.
    expected : list of str
        Who live there, and the model.
    estimated : list of str
        The counts, who live there, and the run in which they came together.
    """

    published: list[str]
    characteristics: list[str]
    expected: list[str]
    estimated: list[str]


def number_sources(run: FinishedRun, year: int) -> NumberSources:
    """The sources of the numbers of a year; the run as a whole where it does not know them apart."""
    otherwise = [source(run, year)]
    published = _told(run, _COUNTED, lambda years: year in years) or otherwise
    residents = _told(run, _OF_RESIDENTS, lambda years: min(years) <= year) or otherwise
    both = [*published, *residents]
    if (run.card.get("settings") or {}).get("together"):
        both = [*_told(run, _COUNTED), *_told(run, _OF_RESIDENTS)] or otherwise
    facts = {"run": run.id, "day": day(str(run.card.get("created", "")))}
    model = _(
        "Het model van berekening {run}, gemaakt op {day}. Het leerde ook van de gepubliceerde aantallen."
    )
    return NumberSources(
        published=published,
        characteristics=residents,
        expected=[*residents, model.format(**facts)],
        estimated=[*dict.fromkeys(both), _("Berekening {run}, gemaakt op {day}.").format(**facts)],
    )


def _told(
    run: FinishedRun, kinds: frozenset[str], fits: Callable[[list[int]], bool] | None = None
) -> list[str]:
    """The sources of these kinds; a source without years is of every year."""
    found = []
    for entry in run.inputs:
        years = [int(one) for one in entry.get("years") or []]
        if entry.get("kind") in kinds and (fits is None or not years or fits(years)):
            found.append(_in_words(entry))
    return found


def _in_words(entry: dict[str, Any]) -> str:
    """Its title, and what is known of its licence, its import and its file."""
    facts = [str(entry.get("licence") or "")]
    if entry.get("imported"):
        facts.append(_("ingelezen op {day}").format(day=day(str(entry["imported"]))))
    if entry.get("checksum"):
        facts.append(_("controlegetal {digest}").format(digest=str(entry["checksum"])[:_CHECKSUM_SHOWN]))
    title = str(entry.get("title") or entry.get("file"))
    told = "; ".join(fact for fact in facts if fact)
    return f"{title} ({told})." if told else f"{title}."
