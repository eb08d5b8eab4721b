# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader of the page is told about the model: how sure, how it was made, what it cannot do."""

from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Column, Table
from wijkverhaal.publication.day import day_of
from wijkverhaal.publication.marking_sentence import year_marks
from wijkverhaal.publication.sentence import DASH, figure, translated
from wijkverhaal.publication.spread import spreads


@dataclass(frozen=True)
class ModelStory:
    """The model in sentences and small tables."""

    facts: list[tuple[str, str]]
    assumptions: list[str]
    notes: list[str]
    hyperparameters: Table | None
    thresholds: list[Table]
    coefficients: list[Table]


def model_story(run: FinishedRun) -> ModelStory:
    """Gather what the run says about its own model; what it does not say is left out."""
    return ModelStory(
        facts=_facts(run),
        assumptions=[translated(str(text)) for text in run.model.get("assumptions", [])],
        notes=[translated(str(text)) for text in run.model.get("notes", [])],
        hyperparameters=_hyperparameters(run),
        thresholds=[table for year in run.years if (table := _thresholds(run, year))],
        coefficients=[_coefficients(run, year) for year in _coefficient_years(run)],
    )


def _facts(run: FinishedRun) -> list[tuple[str, str]]:
    shift = run.model.get("intercept_shift") or {}
    facts = [
        (_("Nummer van de berekening"), run.id),
        (_("Gemaakt op"), day_of(run.card.get("created")) or DASH),
        (_("Versie van Wijkverhaal"), str(run.card.get("version", DASH))),
        (_("Startgetal van het toeval"), str(run.card.get("seed", DASH))),
        (_("Kansverdeling"), str(run.model.get("likelihood", DASH))),
    ]
    names = {"population": _("Verschuiving, bij deze bevolking"), "here": _("Verschuiving, hier")}
    facts.extend((names[key], _small(shift[key])) for key in names if key in shift)
    return facts


def _small(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_small(inner)}" for key, inner in value.items())
    return figure(float(value), 3) if isinstance(value, int | float) else str(value)


def _hyperparameters(run: FinishedRun) -> Table | None:
    rows = [
        (
            entry.label
            if not entry.years
            else _("{label}, {years}").format(label=entry.label, years=entry.years),
            figure(entry.estimate, 3),
            _wide(entry.low, entry.high),
        )
        for entry in spreads(run)
    ]
    columns = (Column(_("Spreiding")), Column(_("Schatting"), True), Column(_("90%-marge"), True))
    return Table(_("Hoe ver wijken, gemeenten en regio's uit elkaar liggen"), columns, rows) if rows else None


def _thresholds(run: FinishedRun, year: int) -> Table | None:
    """Which share of the wijken would stand out at other smallest differences."""
    shares = year_marks(run, year).get("share_marked") or {}
    rows = [(key, figure(100 * share) + "%") for key, share in shares.items()]
    columns = (Column(_("Kleinste verschil dat telt")), Column(_("Wijken die dan opvallen"), True))
    caption = _("Hoeveel wijken opvallen bij een andere grens, {year}").format(year=year)
    return Table(caption, columns, rows) if rows else None


def _coefficient_years(run: FinishedRun) -> list[int | None]:
    years = run.coefficients["year"].unique().to_list()
    return sorted(years, key=lambda year: (year is None, -(year or 0)))


def _coefficients(run: FinishedRun, year: int | None) -> Table:
    frame = run.coefficients.filter(run.coefficients["year"].eq_missing(year))
    groups = dict(run.explanation.select("part", "part_label").unique().iter_rows())
    rows = [
        (
            translated(row["label"]) or str(row["term"]),
            translated(groups.get(row["group"], row["group"])) or DASH,
            translated(row["unit"]) or DASH,
            figure(row["estimate"], 3),
            _wide(row["low"], row["high"]),
        )
        for row in frame.iter_rows(named=True)
    ]
    columns = (
        Column(_("Kenmerk")),
        Column(_("Groep")),
        Column(_("Eenheid")),
        Column(_("Schatting"), True),
        Column(_("90%-marge"), True),
    )
    caption = (
        _("Gewicht van elk kenmerk, alle jaren") if year is None else _("Gewicht van elk kenmerk, {year}")
    )
    return Table(caption.format(year=year), columns, rows)


def _wide(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return DASH
    return _("{low} tot {high}").format(low=figure(low, 3), high=figure(high, 3))
