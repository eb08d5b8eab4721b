# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jeugdregio's: which gemeenten buy youth care together."""

import re
from collections import Counter

import polars as pl

from wijkverhaal.areas.code import canonical_codes, refuse_other_levels
from wijkverhaal.areas.code_column import GEMEENTE, refuse_duplicates
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

REGION = frozenset({"jeugdregio", "jeugdregiocode", "jeugdzorgregio", "region", "jzcode"})

#: CBS numbered 42 regions in 2016; later regroupings got new numbers, for which there is room here.
_CBS_SHAPE = "JZ00"
_CBS = re.compile(r"JZ(?:0[1-9]|[1-5]\d)")


def is_regions(table: RawTable) -> bool:
    """Whether a table looks like a table of gemeenten and their jeugdregio."""
    return table.find(GEMEENTE) is not None and table.find(REGION) is not None


def read_regions(table: RawTable) -> tuple[pl.DataFrame, int]:
    """The jeugdregio of every gemeente.

    Returns
    -------
    tuple of pl.DataFrame and int
        Columns `gemeente` (canonical code) and `region` (code as written, in capitals); and how many
        codes of gemeenten were completed.

    Raises
    ------
    InputError
        When a column is missing, a gemeente stands twice, or a region code is missing or unknown.
    """
    gemeente, region = table.find(GEMEENTE), table.find(REGION)
    if gemeente is None or region is None:
        raise InputError(
            _(
                "In {file} staan geen gemeenten met hun jeugdregio;"
                " noem de kolommen gemeentecode en jeugdregio."
            ).format(file=table.place)
        )
    codes = canonical_codes(table.text(gemeente), table.rows, table.place, gemeente, "gemeente")
    refuse_other_levels(codes, table.text(gemeente), table.rows, table.place, gemeente, "gemeente")
    refuse_duplicates(table, codes.codes.to_list(), gemeente)
    regions = table.text(region).str.to_uppercase()
    _refuse_unknown(regions, table, region)
    return pl.DataFrame({"gemeente": codes.codes, "region": regions}).sort("gemeente"), codes.completed


def _refuse_unknown(regions: pl.Series, table: RawTable, column: str) -> None:
    """Refuse a code that CBS does not use, unless the whole table uses codes of one other shape."""
    shapes = Counter(_shape(code) for code in regions if code)
    usual = shapes.most_common(1)[0][0] if shapes else ""
    for code, row in zip(regions, table.rows, strict=True):
        fits = code and (_CBS.fullmatch(code) if usual == _CBS_SHAPE else _shape(code) == usual)
        if not fits:
            raise InputError(
                _(
                    'In {file}, rij {row}, kolom {column} is "{code}" geen jeugdregio die we kennen;'
                    " schrijf een code van CBS, zoals JZ01."
                ).format(file=table.place, row=row, column=column, code=code or "")
            )


def _shape(code: str) -> str:
    """What a code looks like: the CBS shape, or letters and digits as they stand."""
    if code.startswith("JZ"):
        return _CBS_SHAPE
    return re.sub(r"[A-Z]", "A", re.sub(r"\d", "0", code)) if re.search(r"\d", code) else "name"
