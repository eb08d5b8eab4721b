# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader makes of one file, before anything is written."""

from dataclasses import dataclass

import polars as pl

from wijkverhaal.figures.source import Source


@dataclass(frozen=True)
class ParsedSource:
    """A source with its tidy tables; a table that the file does not have is None."""

    source: Source
    figures: pl.DataFrame | None = None
    areas: pl.DataFrame | None = None
    boundaries: pl.DataFrame | None = None
    adjacency: pl.DataFrame | None = None
    regions: pl.DataFrame | None = None

    def tables(self) -> dict[str, pl.DataFrame]:
        """The tables that are there, by the name of their file."""
        named = {
            "figures": self.figures,
            "areas": self.areas,
            "boundaries": self.boundaries,
            "adjacency": self.adjacency,
            "regions": self.regions,
        }
        return {name: table for name, table in named.items() if table is not None}
