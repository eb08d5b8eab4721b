# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The overview of a gemeente or jeugdregio: its wijken as a list, on a map and in two plots.

Made once per place, year, order and language, because a run never changes.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.publication.funnel_chart import funnel_chart
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.place import Place
from wijkverhaal.publication.predicted import actual_heading
from wijkverhaal.site.runs.drawn import figure, interval_key
from wijkverhaal.site.runs.library import opened, wijken_of
from wijkverhaal.site.runs.place_map import place_map
from wijkverhaal.site.runs.run_facts import limits_of
from wijkverhaal.site.runs.wijk_list import ordered
from wijkverhaal.site.runs.wijken_chart import (
    actual,
    difference,
    higher,
    margins_sentence,
    marking_key,
    wijken_chart,
)


@dataclass(frozen=True)
class Overview:
    """The wijken in the order asked for, and their drawings as they stand on the page."""

    rows: list[dict[str, Any]]
    actual: str
    sentence: str
    map: Markup | None
    funnel: Markup | None
    margins: Markup | None


def overview(run_id: str, place: Place, year: int, order: str) -> Overview:
    """The overview in the language of the reader."""
    return _overview(run_id, place, year, order, current_language())


@lru_cache(maxsize=150)
def _overview(run_id: str, place: Place, year: int, order: str, language: str) -> Overview:
    with speaking(language):
        run = opened(run_id)
        rows = ordered(wijken_of(run, place, year), order)
        named = _named(rows, place)
        drawn = _in_any_order(run_id, place, year, language)
        title = _("Wijken van {place} met hun marges, {year}").format(place=place.name, year=year)
        sentence = margins_sentence(run, year, named, place.name)
        margins = wijken_chart(run, year, named, title, sentence)
        return Overview(
            rows=[_told(row) for row in rows],
            actual=actual_heading(rows),
            sentence=drawn.sentence,
            map=drawn.map,
            funnel=drawn.funnel,
            margins=figure(margins, wide=True, key=interval_key(), open=False),
        )


@dataclass(frozen=True)
class _Drawn:
    """The drawings that are the same in every order."""

    sentence: str
    map: Markup | None
    funnel: Markup | None


@lru_cache(maxsize=150)
def _in_any_order(run_id: str, place: Place, year: int, language: str) -> _Drawn:
    with speaking(language):
        run = opened(run_id)
        rows = _named(ordered(wijken_of(run, place, year), "naam"), place)
        drawn = place_map(run_id, place, year)
        funnel = funnel_chart(run, year, rows, limits_of(run_id, year), place.name)
        return _Drawn(
            sentence=drawn.sentence if drawn else "",
            map=figure(drawn, legend_title=_("Verschil met wat hier verwacht was, in procentpunt")),
            funnel=figure(
                funnel, legend_title=_("Verschil met hier verwacht, in procent daarvan"), open=False
            ),
        )


def _named(rows: list[dict[str, Any]], place: Place) -> list[dict[str, Any]]:
    """The wijken of a region with their gemeente behind their name."""
    if place.kind == "gemeente":
        return rows
    return [
        {**row, "name": f"{row['name'] or row['area']}, {row['gemeente_name'] or row['gemeente']}"}
        for row in rows
    ]


def _told(row: dict[str, Any]) -> dict[str, Any]:
    """The row with what the list shows of it."""
    return {
        **row,
        "marking": marking_key(row),
        "standing": standing_out(way_of(row)),
        "actual_text": actual(row),
        "difference_text": difference(row),
        "chance_text": higher(row),
    }
