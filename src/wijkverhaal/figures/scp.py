# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""SCP's own file with "Jeugdhulp in de wijk" (2017): use, SCP's expectation and 27 determinants."""

from collections.abc import Sequence

import polars as pl

from wijkverhaal.areas.code import canonical_codes, gemeente_of
from wijkverhaal.areas.code_column import codes_of, refuse_duplicates
from wijkverhaal.figures.plausibility import check_decimal_signs, check_percentages
from wijkverhaal.figures.reading import Reading
from wijkverhaal.figures.scp_indicators import SCP_INDICATORS
from wijkverhaal.figures.source_title import source_title
from wijkverhaal.figures.tidy import FIGURES, YOUTH_CARE_RATE
from wijkverhaal.figures.tidy_rows import tidy_areas, tidy_figures
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

#: The year of SCP's study; the file itself says it only in prose.
YEAR = 2017
#: SCP's own expectation, kept beside the published rate.
SCP_EXPECTED = "perc_przv"

_USE = "perc_jhzv"
_GEMEENTE = frozenset({"gemeentecode"})
_NAME = frozenset({"wijknaam"})
_GEMEENTE_NAME = frozenset({"gemnaam", "gemeentenaam"})
_IGNORED = ("residu",)
_SHARES = {_USE, SCP_EXPECTED} | {indicator.id for indicator in SCP_INDICATORS if indicator.unit == "%"}


def is_scp(tables: Sequence[RawTable]) -> bool:
    """Whether one of the tables has SCP's column with the use of care."""
    return any(_USE in table.columns for table in tables)


def read_scp(tables: Sequence[RawTable]) -> Reading:
    """The figures in SCP's file.

    Raises
    ------
    InputError
        When a sheet is missing, a code cannot be completed, a wijk stands twice or belongs to no
        gemeente, or a percentage cannot be true.
    """
    use = _sheet(tables, {_USE})
    determinants = _sheet(tables, {indicator.id for indicator in SCP_INDICATORS})
    parts = [_part(use, [_USE, SCP_EXPECTED]), _part(determinants, [i.id for i in SCP_INDICATORS])]
    figures = pl.concat(
        [_rates(parts[0][0]), *(tidy_figures(wide, wide.columns[2:]) for wide, _done in parts)]
    )
    figures = figures.filter(pl.col("measure") != _USE)
    areas, completed = _areas(tables, use)
    _refuse_without_gemeente(figures, areas, use)
    understood = {_USE, SCP_EXPECTED, *_IGNORED, *(i.id for i in SCP_INDICATORS)}
    return Reading(
        kind="scp",
        title=source_title("scp"),
        rows=use.cells.height,
        years=(YEAR,),
        year_from="content",
        licence="",
        figures=figures,
        areas=areas,
        completed=completed,
        not_understood=[c for t in (use, determinants) for c in t.columns[1:] if c not in understood],
        warnings=[warning for _wide, warnings in parts for warning in warnings],
    )


def _sheet(tables: Sequence[RawTable], columns: set[str]) -> RawTable:
    """The sheet that has most of `columns`."""
    best = max(tables, key=lambda table: len(columns & set(table.columns)))
    if not columns & set(best.columns):
        raise InputError(
            _("In {file} ontbreekt het blad met {column}; neem het hele bestand van het SCP.").format(
                file=tables[0].file, column=min(columns)
            )
        )
    return best


def _part(table: RawTable, measures: Sequence[str]) -> tuple[pl.DataFrame, list[str]]:
    """Columns `area`, `year` and the measures that are there; and warnings about them."""
    column, codes = codes_of(table)
    refuse_duplicates(table, codes.codes.to_list(), column)
    there = [name for name in measures if name in table.columns]
    wide = pl.DataFrame(
        {"area": codes.codes, "year": pl.Series([YEAR] * codes.codes.len(), dtype=pl.Int16)}
        | {name: table.numbers(name) for name in there}
    )
    shares = [name for name in there if name in _SHARES]
    warnings = check_percentages(wide, shares, table)
    return wide, warnings + check_decimal_signs(wide, [n for n in there if n not in shares], table)


def _rates(wide: pl.DataFrame) -> pl.DataFrame:
    """The published percentages; withheld means fewer than 10 users, so nothing is known of the rate."""
    withheld = pl.col("value").is_null()
    return (
        tidy_figures(wide, [_USE])
        .with_columns(
            measure=pl.lit(YOUTH_CARE_RATE),
            care_form=pl.lit("help_without_residence"),
            status=pl.when(withheld).then(pl.lit("secret")).otherwise(pl.lit("shown")),
        )
        .select(list(FIGURES))
    )


def _areas(tables: Sequence[RawTable], use: RawTable) -> tuple[pl.DataFrame, int]:
    named = next((t for t in tables if t.find(_GEMEENTE) and t.find(frozenset({"wijk"}))), None)
    table = named or use
    _column, codes = codes_of(table)
    name, gemeente_name = table.find(_NAME), table.find(_GEMEENTE_NAME)
    years = pl.Series("year", [YEAR] * codes.codes.len(), pl.Int16)
    areas = tidy_areas(
        codes.codes,
        years,
        table.text(name) if name else None,
        table.text(gemeente_name) if gemeente_name else None,
    )
    if named is None:
        return areas, codes.completed
    column = named.find(_GEMEENTE) or ""
    gemeenten = canonical_codes(named.text(column), named.rows, named.place, column, "gemeente")
    _refuse_other_gemeente(codes.codes, gemeenten.codes, named)
    own = tidy_areas(
        gemeenten.codes,
        years,
        table.text(gemeente_name) if gemeente_name else None,
        table.text(gemeente_name) if gemeente_name else None,
    )
    completed = codes.completed + (own.height if gemeenten.completed else 0)
    return pl.concat([areas, own]), completed


def _refuse_other_gemeente(wijken: pl.Series, gemeenten: pl.Series, table: RawTable) -> None:
    for wijk, gemeente, row in zip(wijken, gemeenten, table.rows, strict=True):
        if gemeente_of(wijk) != gemeente:
            raise InputError(
                _(
                    "In {file}, rij {row} hoort wijk {wijk} bij gemeente {gemeente}, maar de code zegt {own};"
                    " verbeter een van de twee."
                ).format(file=table.place, row=row, wijk=wijk, gemeente=gemeente, own=gemeente_of(wijk))
            )


def _refuse_without_gemeente(figures: pl.DataFrame, areas: pl.DataFrame, table: RawTable) -> None:
    unknown = figures.join(areas, on="area", how="anti")
    if unknown.height:
        raise InputError(
            _(
                "In {file} hoort wijk {wijk} bij geen gemeente; zet die op het blad wijk, met gemeentecode."
            ).format(file=table.file, wijk=unknown["area"][0])
        )
