# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A reference to one figure of a run: what is looked at, guessed, or hung on a hypothesis."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from wijkverhaal.dialogue.estimate import Estimate, estimate_in
from wijkverhaal.dialogue.figure_words import bounds, outcome_word, plain, signed, with_margin, with_unit
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.figures.catalogue import catalogue, local_indicators
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _

#: The part of an explanation that stands for what no characteristic tells.
_UNEXPLAINED = "unexplained"


class FigureKind(StrEnum):
    """What a figure is about."""

    USE = "gebruik"
    EXPECTED = "verwacht"
    DIFFERENCE = "verschil"
    PART = "deel"
    INDICATOR = "kenmerk"
    COMPARABLE = "vergelijkbaar"


@dataclass(frozen=True)
class FigureReference:
    """Which figure.

    Attributes
    ----------
    kind : FigureKind
    area : str
        Code of the wijk.
    year : int
    item : str
        The part of the explanation, the indicator, or the code of the comparable wijk; else empty.
    """

    kind: FigureKind
    area: str
    year: int
    item: str = ""


@dataclass(frozen=True)
class Figure:
    """A figure as it is told: never without its year, unit and source.

    Attributes
    ----------
    label : str
    value : Estimate
    unit : str
        "%", "procentpunt" or the unit of the indicator, in the reader's language.
    year : int
        The year that the value is of.
    sentence : str
        The figure with its wijk, margin and source.
    """

    label: str
    value: Estimate
    unit: str
    year: int
    sentence: str


def figure_of(run: FinishedRun, reference: FigureReference) -> Figure:
    """The figure that is referred to, in the current language.

    Raises
    ------
    NotFoundError
        When the run does not have it.
    """
    row = run.area(reference.area, reference.year)
    if row is None:
        raise _absent(run, reference)
    found = {
        FigureKind.USE: _use,
        FigureKind.EXPECTED: _expected,
        FigureKind.DIFFERENCE: _difference,
        FigureKind.PART: _part,
        FigureKind.INDICATOR: _indicator,
        FigureKind.COMPARABLE: _comparable,
    }[reference.kind](run, reference, row)
    if found is None:
        raise _absent(run, reference)
    return found


def told_value(figure: Figure, reference: FigureReference) -> str:
    """The value of a figure with its unit and margin, without anything else."""
    value, sign = figure.value, reference.kind in (FigureKind.DIFFERENCE, FigureKind.PART)
    return with_margin(value.value, value.low, value.high, figure.unit, sign)


def indicators_by_id(run: FinishedRun) -> dict[str, Indicator]:
    """Every indicator that the run can know, with its words."""
    own = [] if run.indicators is None else run.indicators["indicator"].unique().to_list()
    known = (*catalogue("scp" if run.family == "scp" else "kwb"), *local_indicators(own))
    return {indicator.id: indicator for indicator in known}


def source_of(run: FinishedRun, year: int) -> str:
    """Where a figure comes from, as a sentence of its own."""
    publisher = _("verzonnen land") if run.fictional else run.family.upper()
    return _("Bron: {publisher} {year}, bewerking Wijkverhaal.").format(publisher=publisher, year=year)


def _use(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    text = _(
        "In {wijk} gebruikte in {year} naar schatting {value}% van de jeugdigen {care}"
        " (90%-marge {low} tot {high}%)"
    )
    if row["status"] != "no_row":
        return _rate(run, reference, row, "actual", _("Werkelijk gebruik"), text)
    text = _(
        "Van {wijk} is over {year} geen cijfer gepubliceerd; voorspeld is dat {value}% van de jeugdigen"
        " {care} gebruikte (90%-marge {low} tot {high}%)"
    )
    return _rate(run, reference, row, "actual", _("Voorspeld gebruik, zonder cijfer"), text)


def _expected(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    text = _(
        "Op grond van wie er wonen en van de gemeente was in {wijk} in {year} {value}% van de jeugdigen"
        " met {care} te verwachten (90%-marge {low} tot {high}%)"
    )
    return _rate(run, reference, row, "expected_here", _("Verwacht gebruik"), text)


def _rate(
    run: FinishedRun, reference: FigureReference, row: dict[str, Any], name: str, label: str, text: str
) -> Figure | None:
    value = estimate_in(row, name)
    if value is None:
        return None
    sentence = text.format(
        wijk=row["name"],
        year=reference.year,
        value=plain(value.value),
        care=outcome_word(run.outcome),
        low=plain(value.low),
        high=plain(value.high),
    )
    return Figure(label, value, "%", reference.year, _sourced(sentence, run, reference.year))


def _difference(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    value = estimate_in(row, "difference_here")
    if value is None or row["status"] == "no_row":
        return None
    sentence = _difference_text(value).format(
        wijk=row["name"],
        year=reference.year,
        size=plain(abs(value.value)) if value.tells else signed(value.value),
        margin=bounds(value.low, value.high),
    )
    label = _("Verschil met wat te verwachten was")
    return Figure(label, value, _("procentpunt"), reference.year, _sourced(sentence, run, reference.year))


def _difference_text(value: Estimate) -> str:
    if not value.tells:
        return _(
            "In {wijk} was het gebruik in {year} niet zeker anders dan verwacht"
            " (verschil {size} procentpunt, 90%-marge {margin})"
        )
    if value.value > 0.0:
        return _(
            "In {wijk} was het gebruik in {year} {size} procentpunt hoger dan verwacht (90%-marge {margin})"
        )
    return _("In {wijk} was het gebruik in {year} {size} procentpunt lager dan verwacht (90%-marge {margin})")


def _part(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    parts = run.explained(reference.area, reference.year)
    part = next((one for one in parts if one["part"] == reference.item), None)
    value = part and estimate_in(part, "effect")
    if not part or not value:
        return None
    sentence = _part_text(reference.item, value).format(
        part=part["part_label"],
        wijk=row["name"],
        year=reference.year,
        size=plain(abs(value.value)),
        margin=bounds(value.low, value.high),
    )
    label = str(part["part_label"])
    return Figure(label, value, _("procentpunt"), reference.year, _sourced(sentence, run, reference.year))


def _part_text(part: str, value: Estimate) -> str:
    """What a part does, in plain words; the part that nothing explains is no reason for anything."""
    higher = value.value >= 0.0
    if part == _UNEXPLAINED:
        return (
            _(
                "{part}: in {wijk} was het gebruik in {year} {size} procentpunt hoger dan de bekende"
                " kenmerken verklaren (90%-marge {margin})"
            )
            if higher
            else _(
                "{part}: in {wijk} was het gebruik in {year} {size} procentpunt lager dan de bekende"
                " kenmerken verklaren (90%-marge {margin})"
            )
        )
    if higher:
        return _(
            "{part}: hiervoor rekent het model in {wijk} in {year} op {size} procentpunt meer gebruik dan"
            " in het hele land (90%-marge {margin})"
        )
    return _(
        "{part}: hiervoor rekent het model in {wijk} in {year} op {size} procentpunt minder gebruik dan in"
        " het hele land (90%-marge {margin})"
    )


def _indicator(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    known = indicators_by_id(run).get(reference.item)
    rows = run.indicators_of(reference.area, reference.year)
    found = next((one for one in rows if one["indicator"] == reference.item), None)
    if known is None or found is None or found["value"] is None or found["filled_in"]:
        return None
    value, year = float(found["value"]), int(found["from_year"] or reference.year)
    sentence = _("{label} in {wijk}: {value} in {year}").format(
        label=known.text, wijk=row["name"], value=with_unit(value, known.unit_text), year=year
    )
    certain = Estimate(value, value, value)
    return Figure(known.text, certain, known.unit_text, year, _sourced(sentence, run, year))


def _comparable(run: FinishedRun, reference: FigureReference, row: dict[str, Any]) -> Figure | None:
    there = run.area(reference.item, reference.year)
    alike = {one["other"] for one in run.compared(reference.area, reference.year)}
    if there is None or reference.item not in alike:
        return None
    told = _use(run, FigureReference(FigureKind.USE, reference.item, reference.year), there)
    if told is None:
        return None
    label = _("Vergelijkbare wijk: {name} ({gemeente})").format(
        name=there["name"], gemeente=there["gemeente_name"] or there["gemeente"]
    )
    return Figure(label, told.value, told.unit, told.year, f"{label}. {told.sentence}")


def _sourced(sentence: str, run: FinishedRun, year: int) -> str:
    return f"{sentence}. {source_of(run, year)}"


def _absent(run: FinishedRun, reference: FigureReference) -> NotFoundError:
    return NotFoundError(
        _("De berekening {run} heeft dit cijfer van {area} in {year} niet; kies een ander cijfer.").format(
            run=run.id, area=reference.area, year=reference.year
        )
    )
