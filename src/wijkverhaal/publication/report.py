# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that can be mailed: one HTML file with everything in it."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.publication.alike_table import AlikeWijk, alike_wijken
from wijkverhaal.publication.change_table import ChangeSection, change_section
from wijkverhaal.publication.chart import Chart
from wijkverhaal.publication.explanation_chart import country_chart, wijk_chart
from wijkverhaal.publication.map import MapShapes, shapes
from wijkverhaal.publication.map_chart import map_chart
from wijkverhaal.publication.marking_sentence import expected_wrong, rule_sentence, way_of
from wijkverhaal.publication.model_story import model_story
from wijkverhaal.publication.sentence import (
    DASH,
    country_name,
    fictional_label,
    figure,
    outcome_name,
    rate,
    source,
)
from wijkverhaal.publication.template import own_file, render
from wijkverhaal.publication.wijk_table import WijkTable, wijk_table

#: A gemeente with more wijken gets the explanation of those with the most youths.
MOST_CHARTS = 120
_MARKS = ("marked", "probability_higher_here")


@dataclass(frozen=True)
class YearSection:
    """Everything on the page about one year."""

    year: int
    facts: list[tuple[str, str]]
    map: Chart | None
    missing_on_map: int
    table: WijkTable
    explanations: list[Chart]
    left_out: int
    change: ChangeSection | None
    alike: list[AlikeWijk]
    source: str


def report(run: FinishedRun, gemeente: str | None = None) -> str:
    """The whole page of a run as HTML, in the current language.

    Parameters
    ----------
    gemeente : str or None
        The gemeente whose wijken come first and are explained; None for the country.

    Raises
    ------
    NotFoundError
        When the run has no wijk in the gemeente.
    """
    name = run.gemeente_name(gemeente) if gemeente else None
    drawing = None if run.boundaries is None else shapes(run.boundaries, gemeente)
    return str(
        render(
            "report.html",
            run=run,
            language=current_language(),
            title=_title(run, name),
            outcome=outcome_name(run.outcome),
            country=country_name(run),
            gemeente=gemeente,
            gemeente_name=name,
            label=fictional_label() if run.fictional else "",
            sections=[_section(run, year, gemeente, drawing) for year in run.years],
            rule=rule_sentence(run, run.years[0]),
            story=model_story(run),
            inputs=[_input(entry) for entry in run.inputs],
            style=own_file("styles/drawing.css") + own_file("templates/report.css"),
            script=own_file("templates/report.js"),
        )
    )


def _title(run: FinishedRun, gemeente: str | None) -> str:
    care = outcome_name(run.outcome)
    care = care[:1].upper() + care[1:]
    return _("{care} in de wijken van {place}").format(care=care, place=gemeente or country_name(run))


def _section(run: FinishedRun, year: int, gemeente: str | None, drawing: MapShapes | None) -> YearSection:
    frame = run.of_year(year)
    explanations, left_out = _explanations(run, year, gemeente)
    drawn = drawing is not None and bool(drawing.paths)
    own = frame.filter(pl.col("gemeente") == gemeente) if gemeente else frame
    return YearSection(
        year=year,
        facts=_facts(run, year, own),
        map=map_chart(run, year, drawing, gemeente) if drawing is not None and drawn else None,
        missing_on_map=sum(code not in drawing.paths for code in own["area"]) if drawing else len(own),
        table=wijk_table(run, year, gemeente),
        explanations=explanations,
        left_out=left_out,
        change=change_section(run, year, gemeente) if gemeente else None,
        alike=alike_wijken(run, year, gemeente, MOST_CHARTS) if gemeente else [],
        source=source(run, year),
    )


def _facts(run: FinishedRun, year: int, frame: pl.DataFrame) -> list[tuple[str, str]]:
    ways = [way_of(row) for row in frame.select(_MARKS).iter_rows(named=True)]
    wrong = expected_wrong(frame)
    status = frame["status"].to_list()
    country = run.country_rate(year)
    facts = [
        (figure(len(frame), 0), _("wijken")),
        (figure(status.count("shown"), 0), _("met een gepubliceerd cijfer")),
        (figure(status.count("secret"), 0), _("met een geheim cijfer")),
        (figure(status.count("no_row"), 0), _("voorspeld, zonder cijfer")),
        (figure(ways.count("higher"), 0), _("vallen op: hoger dan hier verwacht")),
        (figure(ways.count("lower"), 0), _("vallen op: lager dan hier verwacht")),
    ]
    if wrong is not None:
        facts.append((figure(wrong), _("daarvan naar verwachting onterecht")))
    if country is not None:
        where = _("van de jeugdigen in {country}").format(country=country_name(run))
        if run.family == "scp":
            where = _("van de jeugdigen, gemiddeld over de wijken")
        facts.append((rate(country), where))
    return facts


def _explanations(run: FinishedRun, year: int, gemeente: str | None) -> tuple[list[Chart], int]:
    if gemeente is None:
        chart = country_chart(run, year)
        return ([chart] if chart else []), 0
    own = run.of_year(year).filter(pl.col("gemeente") == gemeente)
    kept = own.sort("youths", "area", descending=[True, False], nulls_last=True).head(MOST_CHARTS)
    charts = [wijk_chart(run, area, year) for area in kept.sort("name", "area")["area"]]
    return [chart for chart in charts if chart], len(own) - len(kept)


def _input(entry: dict[str, Any]) -> dict[str, str]:
    """One source in words."""
    return {
        "title": str(entry.get("title") or entry.get("id") or DASH),
        "file": entry["file"],
        "licence": str(entry.get("licence") or _("niet genoemd")),
        "years": ", ".join(str(year) for year in entry.get("years") or []),
        "checksum": str(entry.get("checksum") or "")[:12],
    }
