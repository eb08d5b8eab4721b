# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a wijk lies where it lies: bars that add up to its distance from the country."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.bars import Part, bars
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.predicted import use_of_wijk
from wijkverhaal.publication.sentence import (
    country_name,
    fictional_label,
    figure,
    margin,
    rate,
    signed,
    source,
    translated,
)


def parts_of(run: FinishedRun, area: str, year: int) -> list[Part]:
    """The parts of one wijk's distance, in the order of the run; they add up to it exactly."""
    return [
        Part(
            translated(row["part_label"]),
            row["effect"],
            row["effect_low"],
            row["effect_high"],
            row["part"] == "unexplained",
        )
        for row in run.explained(area, year)
        if row["effect"] is not None
    ]


def wijk_chart(run: FinishedRun, area: str, year: int) -> Chart | None:
    """The explanation of one wijk; None where the run has none."""
    parts = sorted(parts_of(run, area, year), key=lambda part: -abs(part.effect))
    wijk = run.area(area, year)
    if not parts or wijk is None:
        return None
    total = sum(part.effect for part in parts)
    sentence = explanation_sentence(run, wijk, parts)
    name = f"uitleg-{area}-{year}"
    title = _("Opbouw van het gebruik in {place}, {year}").format(place=wijk["name"], year=year)
    return Chart(
        name,
        bars(parts, name, title, sentence),
        _table(parts, total, title),
        sentence,
        fictional_label() if run.fictional else "",
        heading=f"{wijk['name']} ({area})",
    )


def explanation_sentence(run: FinishedRun, wijk: dict[str, Any], parts: Sequence[Part]) -> str:
    """The use of a wijk, how far that is from the country, and the part that counts most."""
    year, total = wijk["year"], sum(part.effect for part in parts)
    use = use_of_wijk(run, wijk)
    most = max(parts, key=lambda part: abs(part.effect))
    heaviest = _("Het zwaarst telt ‘{part}’: {effect} procentpunt (90%-marge {margin}).").format(
        part=most.label, effect=signed(most.effect), margin=signed_margin(most)
    )
    return f"{use} {_distance(run, total, year)} {heaviest} {source(run, year)}"


def _distance(run: FinishedRun, total: float, year: int) -> str:
    if round(total, 1) > 0:
        text = _("Dat is {total} procentpunt hoger dan in {country} als geheel ({rate}).")
    elif round(total, 1) < 0:
        text = _("Dat is {total} procentpunt lager dan in {country} als geheel ({rate}).")
    else:
        text = _("Dat is even hoog als in {country} als geheel ({rate}).")
    return text.format(total=figure(abs(total)), country=country_name(run), rate=rate(run.country_rate(year)))


def country_chart(run: FinishedRun, year: int) -> Chart | None:
    """Which parts matter how much on average: mean size of the effect, weighted by youths."""
    frame = run.explanation.filter(pl.col("year") == year).join(
        run.of_year(year).select("area", "youths"), on="area", how="left"
    )
    parts = []
    for (part, label), group in frame.filter(pl.col("effect").is_not_null()).group_by(
        ["part", "part_label"], maintain_order=True
    ):
        weights = group["youths"].fill_null(0).to_numpy()
        sizes = np.abs(group["effect"].to_numpy())
        mean = float(np.average(sizes, weights=weights if weights.sum() > 0 else None))
        low, high = (float(edge) for edge in np.quantile(sizes, [0.05, 0.95]))
        parts.append(Part(translated(label), mean, low, high, part == "unexplained"))
    if not parts:
        return None
    parts.sort(key=lambda part: -part.effect)
    sentence = _(
        "In {country} telt in {year} ‘{part}’ gemiddeld het zwaarst: {effect} procentpunt erbij of eraf"
        " (in 90% van de wijken {margin})."
    ).format(
        year=year,
        country=country_name(run),
        part=parts[0].label,
        effect=figure(parts[0].effect),
        margin=margin(parts[0].low, parts[0].high),
    )
    sentence += " " + source(run, year)
    name = f"uitleg-land-{year}"
    title = _("Wat gemiddeld hoeveel uitmaakt in {country}, {year}").format(
        country=country_name(run), year=year
    )
    columns = (
        Column(_("Onderdeel")),
        Column(_("Gemiddeld, in procentpunt"), True),
        Column(_("In 90% van de wijken"), True),
    )
    rows = [(part.label, figure(part.effect, 2), _plain_margin(part)) for part in parts]
    return Chart(
        name,
        bars(parts, name, title, sentence, with_sign=False),
        Table(title, columns, rows),
        sentence,
        fictional_label() if run.fictional else "",
    )


def signed_margin(part: Part) -> str:
    """The margin of a part, with signs."""
    return _("{low} tot {high}").format(low=signed(part.low), high=signed(part.high))


def _plain_margin(part: Part) -> str:
    return _("{low} tot {high}").format(low=figure(part.low, 2), high=figure(part.high, 2))


def _table(parts: Sequence[Part], total: float, title: str) -> Table:
    columns = (
        Column(_("Onderdeel")),
        Column(_("Effect, in procentpunt"), True),
        Column(_("90%-marge"), True),
    )
    rows = [(part.label, signed(part.effect), signed_margin(part)) for part in parts]
    return Table(title, columns, [*rows, (_("Samen"), signed(total), "")])
