# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A Wijkverhaal as it is read: its parts with the drawings that belong to them, for screen and paper."""

from dataclasses import dataclass

from django.http import Http404

from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.dialogue.three_way import Paragraphs
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.chart import Chart
from wijkverhaal.foundation.language import _, speaking
from wijkverhaal.publication.sentence import fictional_label, outcome_name
from wijkverhaal.publication.waterfall_chart import waterfall_chart
from wijkverhaal.publication.years_chart import years_chart
from wijkverhaal.site.day import day
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.answers_chart import answers_chart
from wijkverhaal.site.wijken.document_store import document_of
from wijkverhaal.site.wijken.models import StoredDocument
from wijkverhaal.site.wijken.wijk_now import WijkNow


@dataclass(frozen=True)
class PaperPart:
    """A part with its drawings; each drawing is also a table and a sentence."""

    heading: str
    paragraphs: Paragraphs
    charts: tuple[Chart, ...]


@dataclass(frozen=True)
class Paper:
    """The whole document in its language.

    Attributes
    ----------
    title, about : str
        The name of the wijk; form of care, year and day in one line.
    label : str
        That the country is fictional, where it is.
    """

    title: str
    about: str
    label: str
    language: str
    parts: tuple[PaperPart, ...]
    sources: tuple[str, ...]


def paper_of(stored: StoredDocument, wijk: WijkNow) -> Paper:
    """The document as it stands, in the language in which it was written."""
    with speaking(stored.language):
        document = document_of(stored, wijk.code, stored.language)
        run = _run(stored)
        charts = _charts(run, stored) if run else {}
        return Paper(
            _("Het Wijkverhaal van {wijk}").format(wijk=wijk.name),
            _about(stored, wijk, run),
            fictional_label() if (run or wijk.run) and (run or wijk.run).fictional else "",  # type: ignore[union-attr]
            stored.language,
            _parts(document, charts),
            document.sources,
        )


def _run(stored: StoredDocument) -> FinishedRun | None:
    try:
        return library.opened(stored.run)
    except Http404:
        return None


def _about(stored: StoredDocument, wijk: WijkNow, run: FinishedRun | None) -> str:
    changed = day(stored.changed.isoformat())
    if run is None:
        return _("{code}. Bijgewerkt op {day}.").format(code=wijk.code, day=changed)
    care = outcome_name(run.outcome)
    return _("{care} in {year}, {code}. Bijgewerkt op {day}.").format(
        care=care[:1].upper() + care[1:], year=stored.year, code=wijk.code, day=changed
    )


def _parts(document: WijkverhaalDocument, charts: dict[PartKind, list[Chart]]) -> tuple[PaperPart, ...]:
    return tuple(
        PaperPart(part.kind.heading, part.paragraphs, tuple(charts.get(part.kind, ())))
        for part in document.parts
    )


def _charts(run: FinishedRun, stored: StoredDocument) -> dict[PartKind, list[Chart]]:
    row = run.area(stored.area, stored.year)
    if row is None:
        return {}
    years, parts = years_chart(run, stored.area), waterfall_chart(run, stored.area, stored.year)
    return {
        PartKind.SEEN: [years] if years else [],
        PartKind.EXPECTED: [answers_chart(run, row), *([parts] if parts else [])],
    }
