# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A wijk as the newest run knows it; what people kept of it can be older than any run that is left."""

from dataclasses import dataclass

from django.http import Http404

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.shown_run import for_readers
from wijkverhaal.site.wijken.models import StoredAgreement, StoredDocument, StoredHypothesis, WijkChange

#: So many runs are looked through: reading one takes a while, and anybody can ask for any code.
_LOOKED_THROUGH = 3


@dataclass(frozen=True)
class WijkNow:
    """A wijk with the newest run that has it.

    Attributes
    ----------
    code, name : str
    run : FinishedRun or None
        None where no run has it any more.
    year : int
        The newest year of that run with this wijk; 0 without a run.
    """

    code: str
    name: str
    run: FinishedRun | None
    year: int


def wijk_now(code: str) -> WijkNow:
    """The wijk with a code.

    Raises
    ------
    Http404
        When no recent run has it and nothing is kept of it.
    """
    for entry in for_readers()[:_LOOKED_THROUGH]:
        run = library.opened(entry.id)
        year = newest_year(run, code)
        if year:
            row = run.area(code, year) or {}
            return WijkNow(code, str(row.get("name") or code), run, year)
    if not WijkChange.objects.filter(area=code).exists():
        raise Http404(_("Er is geen wijk met deze code in de nieuwste berekeningen."))
    return WijkNow(code, code, None, 0)


def newest_year(run: FinishedRun, code: str) -> int:
    """The newest year in which a run has the wijk; 0 where it never has."""
    return next((year for year in run.years if run.area(code, year) is not None), 0)


def run_for(wijk: WijkNow, run_id: str) -> FinishedRun | None:
    """The run that somebody looked at, or the newest where it is gone."""
    try:
        return library.opened(run_id)
    except Http404:
        return wijk.run


def wijk_names(codes: set[str]) -> dict[str, str]:
    """The names of wijken in the newest runs; a code that they do not have stays a code."""
    found: dict[str, str] = {}
    for entry in for_readers()[:_LOOKED_THROUGH]:
        if codes <= set(found):
            break
        run = library.opened(entry.id)
        rows = run.areas.filter(run.areas["area"].is_in(sorted(codes - set(found))))
        found |= {area: str(name or area) for area, name in rows.select("area", "name").iter_rows()}
    return {code: found.get(code, code) for code in codes}


def wijken_with_something() -> set[str]:
    """The codes of the wijken of which something is kept."""
    tables = (StoredHypothesis, StoredAgreement, StoredDocument)
    return {code for table in tables for code in table.objects.values_list("area", flat=True).distinct()}
