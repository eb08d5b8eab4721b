# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of wijken as the reader asked for it: searched, filtered and in an order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.foundation.language import _
from wijkverhaal.publication.marking_sentence import way_of
from wijkverhaal.publication.predicted import predicted_label
from wijkverhaal.site.runs.everyday_name import everyday_names
from wijkverhaal.site.runs.name_match import folded, holds

_NUMBERS = {"werkelijk": "actual", "verwacht": "expected_here", "verschil": "difference_here"}
_LONGEST = 100


@dataclass(frozen=True)
class Wish:
    """What the reader typed and chose; everything unknown is read as the ordinary choice."""

    search: str = ""
    show: str = "alle"
    order: str = "naam"

    @classmethod
    def read(cls, typed: Mapping[str, str]) -> "Wish":
        show, order = typed.get("toon", ""), typed.get("volgorde", "")
        return cls(
            search=typed.get("zoek", "").strip()[:_LONGEST],
            show=show if show in dict(show_choices()) else "alle",
            order=order if order in dict(order_choices()) else "naam",
        )


def show_choices() -> list[tuple[str, str]]:
    """What can be shown, in words."""
    return [
        ("alle", _("alle wijken")),
        ("opvallend", _("wijken die opvallen")),
        ("hoger", _("valt op: hoger")),
        ("lager", _("valt op: lager")),
        ("gepubliceerd", _("met een gepubliceerd cijfer")),
        ("zonder", _("geheim of zonder cijfer")),
        ("voorspeld", predicted_label()),
    ]


def order_choices() -> list[tuple[str, str]]:
    """In which order, in words."""
    return [
        ("naam", _("naam")),
        ("verschil-af", _("verschil, van hoog naar laag")),
        ("verschil-op", _("verschil, van laag naar hoog")),
        ("werkelijk-af", _("werkelijk, van hoog naar laag")),
        ("werkelijk-op", _("werkelijk, van laag naar hoog")),
        ("verwacht-af", _("verwacht, van hoog naar laag")),
        ("verwacht-op", _("verwacht, van laag naar hoog")),
    ]


def ordered(frame: pl.DataFrame, order: str) -> list[dict[str, Any]]:
    """The wijken in the order asked for; those without a number last."""
    by, _dash, way = order.partition("-")
    if by in _NUMBERS:
        number = pl.col(_NUMBERS[by])
        if by == "verschil":
            number = pl.when(pl.col("status").ne_missing("no_row")).then(number)
        frame = frame.sort(number, "name", descending=[way == "af", False], nulls_last=True)
    else:
        frame = frame.sort("name", "area")
    return frame.to_dicts()


def listed(rows: Sequence[dict[str, Any]], wish: Wish) -> list[dict[str, Any]]:
    """Those wijken, in the order in which they come, that the reader asked for."""
    return [row for row in rows if _sought(row, wish.search) and _shown(row, wish.show)]


def _sought(row: dict[str, Any], search: str) -> bool:
    names = (row["name"], row["area"], row["gemeente_name"], *everyday_names(row["gemeente_name"]))
    return holds(folded(" ".join(filter(None, names))), folded(search))


def _shown(row: dict[str, Any], show: str) -> bool:
    way = way_of(row)
    return {
        "opvallend": way in ("higher", "lower"),
        "hoger": way == "higher",
        "lager": way == "lower",
        "gepubliceerd": row["status"] == "shown",
        "zonder": row["status"] != "shown",
        "voorspeld": way == "predicted",
    }.get(show, True)
