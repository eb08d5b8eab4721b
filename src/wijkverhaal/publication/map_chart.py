# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of one year as a chart: where use differs from what was expected here."""

from typing import Any

import numpy as np
import polars as pl
from markupsafe import Markup

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.map import MapShapes
from wijkverhaal.publication.map_drawing import MapArea, draw_map
from wijkverhaal.publication.marking import MARKINGS, RARE, Marking, marking_of, unknown_marking
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.place import Place, gemeente_of
from wijkverhaal.publication.predicted import (
    is_predicted,
    predicted_label,
    predicted_sentence,
    use_of_wijk,
)
from wijkverhaal.publication.sentence import (
    country_name,
    fictional_label,
    figure,
    margin,
    outcome_name,
    rate,
    signed,
    source,
)

#: With fewer wijken the lowest and highest are named, not the middle 90%.
_MANY = 20


def map_chart(run: FinishedRun, year: int, drawing: MapShapes, gemeente: str | None) -> Chart:
    """The map of a year, the number of wijken per class, and the sentence on use."""
    return place_map_chart(run, year, drawing, gemeente_of(run, gemeente) if gemeente else None)


def place_map_chart(run: FinishedRun, year: int, drawing: MapShapes, place: Place | None) -> Chart:
    """The map of a gemeente or jeugdregio with what lies around it; of all wijken where None."""
    frame = run.of_year(year)
    rows = frame.filter(pl.col("area").is_in(list(drawing.paths))).to_dicts()
    name = f"kaart-{year}"
    place_name = place.name if place else country_name(run)
    own = place.wijken(frame) if place else frame
    sentence = spread_sentence(run, year, own, place_name, place.code if place else None)
    areas = [
        MapArea(
            row["area"],
            marking_of(row),
            area_title(row),
            place is not None and row[place.kind] != place.code,
        )
        for row in rows
    ]
    known = {area.code for area in areas}
    present = {area.marking for area in areas} | {one for one in MARKINGS if one.key not in RARE}
    present |= {unknown_marking()} if any(code not in known for code in drawing.paths) else set()
    svg = draw_map(
        drawing,
        areas,
        name,
        title=_("Kaart van het verschil met het verwachte gebruik in {place}, {year}").format(
            place=place_name, year=year
        ),
        description=sentence,
        label=fictional_label() if run.fictional else "",
    )
    return Chart(
        name,
        svg,
        _classes(own, year),
        sentence,
        fictional_label() if run.fictional else "",
        legend=[(swatch(name, marking), marking.label) for marking in MARKINGS if marking in present],
    )


def area_title(row: dict[str, Any]) -> str:
    """What appears when a reader points at a wijk."""
    if is_predicted(row):
        return _("{name} ({gemeente}): {actual}, {verdict}").format(
            name=row["name"],
            gemeente=row["gemeente_name"] or row["gemeente"],
            actual=rate(row["actual"]),
            verdict=predicted_label(),
        )
    return _("{name} ({gemeente}): {actual}, verschil {difference} ({margin}), {verdict}").format(
        name=row["name"],
        gemeente=row["gemeente_name"] or row["gemeente"],
        actual=rate(row["actual"]),
        difference=signed(row["difference_here"]),
        margin=margin(row["difference_here_low"], row["difference_here_high"]),
        verdict=standing_out(way_of(row)),
    )


def swatch(name: str, marking: Marking) -> Markup:
    """A small square of the class, drawn with the pattern of the map itself."""
    own = f"{name}-l"
    return Markup(
        '<svg class="swatch" width="28" height="20" aria-hidden="true"><defs>{}</defs>'
        '<rect x=".5" y=".5" width="27" height="19" fill="{}" stroke="#52606d"/></svg>'
    ).format(marking.definition(own), marking.fill(own))


def spread_sentence(
    run: FinishedRun, year: int, frame: pl.DataFrame, place: str, code: str | None = None
) -> str:
    """How much care was used in a place, how far its wijken lie apart, and how many stand out.

    Parameters
    ----------
    frame
        The wijken of the place.
    place, code
        Its name; its code, or None where the wijken are all that there are.
    """
    known = frame.filter(pl.col("actual").is_not_null())
    if known.is_empty():
        text = _("Over {place} zijn er in {year} geen cijfers.").format(place=place, year=year)
        return f"{text} {source(run, year)}"
    if len(known) == 1:
        return f"{use_of_wijk(run, known.to_dicts()[0])} {source(run, year)}"
    lead = predicted_sentence(known.to_dicts(), place, year)
    if known["status"].eq("no_row").all():
        return " ".join(filter(None, (lead, _spread(run, year, frame, place, code), source(run, year))))
    keys = [marking_of(row).key for row in frame.to_dicts()]
    marked = _(
        "Wijken die opvallen: {higher} met een hoger gebruik dan hier verwacht, {lower} met een lager."
    ).format(
        higher=figure(sum(key.endswith("higher") for key in keys), 0),
        lower=figure(sum(key.endswith("lower") for key in keys), 0),
    )
    return " ".join(filter(None, (_spread(run, year, frame, place, code), marked, lead, source(run, year))))


def _spread(run: FinishedRun, year: int, frame: pl.DataFrame, place: str, code: str | None) -> str:
    """Empty where a run from before regions had totals is asked about a region."""
    known = frame.filter(pl.col("actual").is_not_null())
    values = known["actual"].to_numpy()
    counted = run.family == "cbs"
    many = len(values) >= _MANY
    use = run.use_of(code, year)
    if use["actual"] != use["actual"]:
        return ""
    low, high = (float(edge) for edge in np.quantile(values, [0.05, 0.95] if many else [0, 1]))
    if all(is_predicted(row) for row in known.iter_rows(named=True)):
        text = _(
            "Voorspeld voor alle wijken samen: {value} van de jeugdigen met {outcome} (90%-marge {margin})."
        )
    elif counted:
        text = _(
            "In de {count} wijken van {place} gebruikte in {year} naar schatting {value} van de jeugdigen"
            " {outcome} (90%-marge {margin})."
        )
    else:
        text = _(
            "In de {count} wijken van {place} gebruikte in {year} naar schatting gemiddeld {value} van de"
            " jeugdigen {outcome} (90%-marge {margin}); elke wijk telt even zwaar."
        )
    if many:
        text += " " + _("In 90% van de wijken ligt dat tussen {low} en {high}.")
    else:
        text += " " + _("De wijken lopen van {low} tot {high}.")
    silent = len(frame) - len(known)
    if silent:
        text += " " + ngettext(
            "Van {silent} wijk is er geen schatting.", "Van {silent} wijken is er geen schatting.", silent
        )
    return text.format(
        count=figure(len(frame), 0),
        place=place,
        year=year,
        value=rate(use["actual"]),
        margin=margin(use["actual_low"], use["actual_high"]) + "%",
        outcome=outcome_name(run.outcome),
        low=rate(low),
        high=rate(high),
        silent=figure(silent, 0),
    )


def _classes(frame: pl.DataFrame, year: int) -> Table:
    keys = [marking_of(row).key for row in frame.to_dicts()]
    total = max(len(keys), 1)
    rows = [
        (
            marking.label,
            figure(keys.count(marking.key), 0),
            figure(100 * keys.count(marking.key) / total, 0) + "%",
        )
        for marking in MARKINGS
        if marking.key not in RARE or marking.key in keys
    ]
    columns = (
        Column(_("Verschil met hier verwacht, in procentpunt")),
        Column(_("Wijken"), True),
        Column(_("Deel"), True),
    )
    return Table(_("Aantal wijken per soort verschil, {year}").format(year=year), columns, rows)
