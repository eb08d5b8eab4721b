# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A gemeente's own table: a column with codes of wijken and columns with numbers."""

import polars as pl

from wijkverhaal.areas.code_column import code_column, codes_of, refuse_duplicates
from wijkverhaal.figures.figure_year import figure_year, year_note
from wijkverhaal.figures.local_group import LOCAL_PREFIX
from wijkverhaal.figures.plausibility import check_decimal_signs, check_percentages
from wijkverhaal.figures.reading import Reading
from wijkverhaal.figures.source_title import source_title
from wijkverhaal.figures.tidy_rows import tidy_areas, tidy_figures, used_rows
from wijkverhaal.foundation.column_name import stem
from wijkverhaal.foundation.decimal_text import numbers
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

_PERCENTAGE = ("perc", "pct", "procent")
#: From this share of a column being numbers, the rest is a mistake rather than text.
_MOSTLY = 0.5
_NO_FIGURE = frozenset({"id", "kolom1", "nr", "volgnummer", "fid", "objectid"})


def is_local(table: RawTable) -> bool:
    """Whether a table has a column with codes of areas."""
    return code_column(table) is not None


def read_local(table: RawTable, year: int | None) -> Reading:
    """The figures in a gemeente's own table, under the measures `local:<column>`.

    Raises
    ------
    InputError
        When there is no column with codes, no wijk, no column with numbers, no year, an area
        stands twice, or a percentage cannot be true.
    """
    column, codes = codes_of(table)
    used = used_rows(table, codes.codes)
    years = figure_year(table, year)
    rows, area, per_row = table.filter(used), codes.codes.filter(used), years.per_row.filter(used)
    refuse_duplicates(rows, [f"{a} ({y})" for a, y in zip(area, per_row, strict=True)], column)
    described = {column, years.column}
    numeric = [c for c in rows.columns if c not in described and _is_numeric(rows, c)]
    if not numeric:
        raise InputError(
            _("In {file} staat naast de codes geen kolom met getallen; voeg de cijfers toe.").format(
                file=table.place
            )
        )
    wide = pl.DataFrame(
        {"area": area, "year": per_row} | {LOCAL_PREFIX + c: rows.numbers(c) for c in numeric}
    )
    known = tuple(sorted(per_row.unique().to_list()))
    return Reading(
        kind="local",
        title=source_title("local", file=table.file),
        rows=rows.cells.height,
        years=known,
        year_from=years.known_from,
        figures=tidy_figures(wide, wide.columns[2:]),
        areas=tidy_areas(area, per_row),
        completed=codes.completed,
        not_understood=[c for c in rows.columns if c not in described and c not in numeric],
        notes=year_note(years.known_from, known[0]) + _notes(int((~used).sum())),
        warnings=_warnings(wide, rows),
    )


def _is_numeric(table: RawTable, column: str) -> bool:
    text = table.text(column).drop_nulls()
    if not text.len() or stem(column) in _NO_FIGURE:
        return False
    return numbers(text).count() > _MOSTLY * text.len()


def _warnings(wide: pl.DataFrame, table: RawTable) -> list[str]:
    names = wide.columns[2:]
    shares = [n for n in names if "%" in n or any(word in n.lower() for word in _PERCENTAGE)]
    others = [n for n in names if n not in shares]
    return check_percentages(wide, shares, table) + check_decimal_signs(wide, others, table)


def _notes(left_out: int) -> list[str]:
    if not left_out:
        return []
    return [_("{count} rijen over buurten of andere gebieden zijn overgeslagen.").format(count=left_out)]
