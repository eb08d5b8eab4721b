# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boundaries, adjacency and jeugdregio's as sources."""

from pathlib import Path

import polars as pl

from wijkverhaal.areas.adjacency import read_adjacency
from wijkverhaal.areas.boundaries import read_boundaries
from wijkverhaal.areas.jeugdregio import read_regions
from wijkverhaal.figures.figure_year import one_year, year_note
from wijkverhaal.figures.reading import Reading
from wijkverhaal.figures.source_title import source_title
from wijkverhaal.figures.tidy_rows import tidy_areas
from wijkverhaal.foundation.table import RawTable


def boundaries_source(path: Path, year: int | None) -> Reading:
    """The boundaries in a GeoJSON or GeoPackage, with the areas that they name."""
    read = read_boundaries(path)
    of_year, known_from = one_year(path.name, year)
    years = pl.Series("year", [of_year] * read.table.height, pl.Int16)
    return Reading(
        kind="boundaries",
        title=source_title("boundaries", (of_year,)),
        rows=read.table.height,
        years=(of_year,),
        year_from=known_from,
        boundaries=read.table,
        areas=tidy_areas(read.table["area"], years, read.table["name"]),
        completed=read.completed,
        notes=[*year_note(known_from, of_year), *read.notes],
        fictional=read.fictional,
    )


def adjacency_source(table: RawTable, year: int | None) -> Reading:
    """The pairs of wijken that touch."""
    of_year, known_from = one_year(table.file, year)
    pairs, completed = read_adjacency(table)
    return Reading(
        kind="adjacency",
        title=source_title("adjacency", (of_year,)),
        rows=len(table.rows),
        years=(of_year,),
        year_from=known_from,
        adjacency=pairs,
        completed=completed,
        notes=year_note(known_from, of_year),
    )


def regions_source(table: RawTable) -> Reading:
    """The jeugdregio of every gemeente; of no year, since gemeenten of several years may stand in it."""
    regions, completed = read_regions(table)
    return Reading(
        kind="regions",
        title=source_title("regions"),
        rows=len(table.rows),
        regions=regions,
        completed=completed,
    )
