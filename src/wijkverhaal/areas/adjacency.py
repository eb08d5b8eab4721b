# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adjacency: which areas touch, and over how many metres."""

import polars as pl

from wijkverhaal.areas.code import canonical_codes, refuse_other_levels
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

ONE = frozenset({"wijka", "areaa", "codea", "wijk1", "wijkcodea", "from"})
OTHER = frozenset({"wijkb", "areab", "codeb", "wijk2", "wijkcodeb", "to"})
LENGTH = frozenset({"sharedboundarym", "sharedboundary", "lengtem", "lengte", "lengthm", "length"})


def is_adjacency(table: RawTable) -> bool:
    """Whether a table looks like a list of pairs of areas."""
    return table.find(ONE) is not None and table.find(OTHER) is not None


def read_adjacency(table: RawTable) -> tuple[pl.DataFrame, int]:
    """Pairs of areas that touch.

    Returns
    -------
    tuple of pl.DataFrame and int
        Columns `area_a`, `area_b` (each pair once, in order of code) and `shared_boundary` (metres,
        null unknown); and how many codes were completed.

    Raises
    ------
    InputError
        When a column is missing, a code cannot be completed, an area touches itself, or a length is
        negative.
    """
    columns = [table.find(ONE), table.find(OTHER)]
    if columns[0] is None or columns[1] is None:
        raise InputError(
            _(
                "In {file} staan geen paren van wijken; noem de kolommen wijk_a, wijk_b en shared_boundary_m."
            ).format(file=table.place)
        )
    codes = [canonical_codes(table.text(c), table.rows, table.place, c, "wijk") for c in columns if c]
    for name, found in zip(columns, codes, strict=True):
        if name:
            refuse_other_levels(found, table.text(name), table.rows, table.place, name, "wijk")
    length = table.find(LENGTH)
    pairs = pl.DataFrame(
        {
            "one": codes[0].codes,
            "other": codes[1].codes,
            "shared_boundary": table.numbers(length)
            if length
            else pl.Series([None] * len(table.rows), dtype=pl.Float64),
            "row": table.rows,
        }
    )
    _refuse(pairs, table.place)
    ordered = pairs.select(
        area_a=pl.min_horizontal("one", "other"),
        area_b=pl.max_horizontal("one", "other"),
        shared_boundary="shared_boundary",
    )
    once = ordered.unique(["area_a", "area_b"], keep="first", maintain_order=True)
    return once, codes[0].completed + codes[1].completed


def _refuse(pairs: pl.DataFrame, place: str) -> None:
    itself = pairs.filter(pl.col("one") == pl.col("other"))
    if itself.height:
        raise InputError(
            _("In {file}, rij {row} grenst {code} aan zichzelf; haal die rij weg.").format(
                file=place, row=itself["row"][0], code=itself["one"][0]
            )
        )
    negative = pairs.filter(pl.col("shared_boundary") < 0)
    if negative.height:
        raise InputError(
            _("In {file}, rij {row} is de lengte van de grens negatief; verbeter die.").format(
                file=place, row=negative["row"][0]
            )
        )
