# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader found in one file, before it becomes a source."""

from dataclasses import dataclass, field

import polars as pl


@dataclass
class Reading:
    """The tables of a file, and what must be said about them.

    Attributes
    ----------
    kind : str
        One of `source.KINDS`.
    title : str
        What a reader calls it, in Dutch.
    rows : int
        How many rows (or shapes) were read.
    years : tuple of int
        What it is about; empty where a year does not apply.
    year_from : str
        How the year is known: "content", "option", "file name", or empty.
    completed : int
        How many codes were completed.
    not_understood : list of str
        Columns that were left out.
    notes, warnings : list of str
        Sentences for the user.
    fictional : bool
        Whether the file says that it is of the fictional country.
    """

    kind: str
    title: str
    rows: int
    years: tuple[int, ...] = ()
    year_from: str = ""
    licence: str = ""
    figures: pl.DataFrame | None = None
    areas: pl.DataFrame | None = None
    boundaries: pl.DataFrame | None = None
    adjacency: pl.DataFrame | None = None
    regions: pl.DataFrame | None = None
    completed: int = 0
    not_understood: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    fictional: bool = False


#: The licence under which CBS publishes its tables.
CBS_LICENCE = "CC BY 4.0 (bron: CBS)"
