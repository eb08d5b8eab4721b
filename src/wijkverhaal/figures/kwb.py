# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""CBS's Kerncijfers wijken en buurten: inhabitants, households, income, homes and distances."""

import polars as pl

from wijkverhaal.areas.code_column import codes_of, refuse_duplicates
from wijkverhaal.figures.figure_year import figure_year, year_note
from wijkverhaal.figures.kwb_column import BOUNDARY_CHANGE, DESCRIBING, GEMEENTE_NAMES, NAMES, kwb_columns
from wijkverhaal.figures.plausibility import check_ages, check_counts, check_decimal_signs, check_percentages
from wijkverhaal.figures.reading import CBS_LICENCE, Reading
from wijkverhaal.figures.source_title import source_title
from wijkverhaal.figures.tidy_rows import tidy_areas, tidy_figures, used_rows
from wijkverhaal.foundation.column_name import stem
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

#: Named as shares by CBS, but per 1,000 inhabitants or per kilometre.
_NOT_OF_100 = frozenset({"p_geb", "p_ste", "p_wmo_t"})
#: Codes and names of postal areas and such, no figures.
_NO_FIGURE = frozenset({"pst_mvp", "pst_dekp", "ind_wbi"})


def read_kwb(table: RawTable, year: int | None) -> Reading:
    """The figures in a table of Kerncijfers wijken en buurten.

    Raises
    ------
    InputError
        When the year is not known, a code cannot be completed, an area stands twice, or a figure
        cannot be true.
    """
    columns = {name: c for name, c in kwb_columns(table).items() if name not in _NO_FIGURE}
    if "a_inw" not in columns:
        raise InputError(
            _(
                "In {file} ontbreken de kolommen van CBS (zoals a_inw);"
                " geef een tabel Kerncijfers wijken en buurten."
            ).format(file=table.place)
        )
    column, codes = codes_of(table)
    years = figure_year(table, year)
    used = used_rows(table, codes.codes)
    table, area, per_row = table.filter(used), codes.codes.filter(used), years.per_row.filter(used)
    refuse_duplicates(table, [f"{a} ({y})" for a, y in zip(area, per_row, strict=True)], column)
    wide = pl.DataFrame({"area": area, "year": per_row} | {n: table.numbers(c) for n, c in columns.items()})
    warnings = _check(wide, table)
    empty = [name for name in columns if wide[name].null_count() == wide.height]
    known = tuple(sorted(per_row.unique().to_list()))
    return Reading(
        kind="kwb",
        title=source_title("kwb", known),
        rows=wide.height,
        years=known,
        year_from=years.known_from,
        licence=CBS_LICENCE,
        figures=tidy_figures(wide, [name for name in columns if name not in empty]),
        areas=_areas(table, area, per_row),
        completed=codes.completed,
        not_understood=_not_understood(table, columns, years.column),
        notes=year_note(years.known_from, known[0]) + _notes(empty, int((~used).sum())),
        warnings=warnings,
    )


def _check(wide: pl.DataFrame, table: RawTable) -> list[str]:
    names = wide.columns[2:]
    check_counts(wide, [name for name in names if name.startswith("a_")], table)
    check_ages(wide, table)
    shares = [name for name in names if name.startswith("p_") and name not in _NOT_OF_100]
    means = [name for name in names if name.startswith("g_")]
    return check_percentages(wide, shares, table) + check_decimal_signs(wide, means, table)


def _areas(table: RawTable, area: pl.Series, years: pl.Series) -> pl.DataFrame:
    name, gemeente, change = table.find(NAMES), table.find(GEMEENTE_NAMES), table.find(BOUNDARY_CHANGE)
    return tidy_areas(
        area,
        years,
        table.text(name) if name else None,
        table.text(gemeente) if gemeente else None,
        table.numbers(change).cast(pl.Int8) if change else None,
    )


def _not_understood(table: RawTable, columns: dict[str, str], year_column: str | None) -> list[str]:
    used = {*columns.values(), year_column}
    described = [c for c in table.columns if stem(c) in DESCRIBING or c.lower() in _NO_FIGURE]
    return [c for c in table.columns if c not in used and c not in described]


def _notes(empty: list[str], left_out: int) -> list[str]:
    notes = []
    if empty:
        notes.append(
            _("{count} kolommen zijn leeg en tellen niet mee ({names}).").format(
                count=len(empty), names=", ".join(empty[:6]) + (", ..." if len(empty) > 6 else "")
            )
        )
    if left_out:
        notes.append(
            _("{count} rijen over buurten of andere gebieden zijn overgeslagen.").format(count=left_out)
        )
    return notes
