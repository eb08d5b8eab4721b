# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The store: everything that was imported into a workspace, as tidy tables."""

import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace as changed
from pathlib import Path

import polars as pl

from wijkverhaal.areas.neighbours import neighbours_of
from wijkverhaal.figures.conflict import conflicts, refuse_conflicts
from wijkverhaal.figures.parsed_source import ParsedSource
from wijkverhaal.figures.source import Source, read_source, write_source
from wijkverhaal.figures.tidy import ADJACENCY, AREAS, BOUNDARIES, FIGURES, REGIONS
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import finished_folders, whole_folder
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace

#: Whose names of areas win where two sources name the same area.
_NAMES_FIRST = ("kwb", "scp", "boundaries", "local", "youth-care")
_SCHEMAS = {
    "figures": FIGURES,
    "areas": AREAS,
    "boundaries": BOUNDARIES,
    "adjacency": ADJACENCY,
    "regions": REGIONS,
}


class FigureStore:
    """Reads and writes the folder `sources/` of a workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def sources(self) -> list[Source]:
        """All sources, the oldest import first."""
        found = [read_source(folder / "source.json") for folder in self._folders()]
        return sorted(found, key=lambda source: (source.imported, source.id))

    def figures(self) -> pl.DataFrame:
        """All figures, schema `figures.tidy.FIGURES`; empty in an empty workspace."""
        return self._concatenated("figures", FIGURES, self.sources())

    def areas(self) -> pl.DataFrame:
        """Every area once per year, schema `figures.tidy.AREAS`.

        Where sources name the same area, a column takes its value from the first that has one,
        KWB before SCP before boundaries.
        """
        sources = [s for s in self.sources() if s.kind in _NAMES_FIRST]
        ordered = sorted(sources, key=lambda source: _NAMES_FIRST.index(source.kind))
        together = self._concatenated("areas", AREAS, ordered)
        others = [pl.col(name).drop_nulls().first() for name in AREAS if name not in ("area", "year")]
        once = together.group_by("area", "year", maintain_order=True).agg(others)
        return once.select(list(AREAS)).sort("year", "area")

    def boundaries(self, year: int | None = None) -> pl.DataFrame:
        """The boundaries nearest to `year`, else of the newest import, schema `figures.tidy.BOUNDARIES`."""
        return self._concatenated("boundaries", BOUNDARIES, self._nearest("boundaries", year))

    def adjacency(self, year: int | None = None) -> pl.DataFrame:
        """Which areas touch in `year`, schema `figures.tidy.ADJACENCY`.

        The imported list nearest to the year; computed from the boundaries where there is no list,
        or where there are boundaries nearer to the year. Without a year the newest import counts.
        """
        chosen = self.adjacency_list(year)
        if chosen is None and self._nearest("boundaries", year):
            return neighbours_of(self.boundaries(year)).match_to_schema(ADJACENCY)
        return self._concatenated("adjacency", ADJACENCY, [chosen] if chosen else [])

    def adjacency_list(self, year: int | None = None) -> Source | None:
        """The imported list that `adjacency` gives; None where it has none, or computes one."""
        lists, maps = self._nearest("adjacency", year), self._nearest("boundaries", year)
        if not lists or (maps and year is not None and _distance(maps[0], year) < _distance(lists[0], year)):
            return None
        return lists[0]

    def regions(self) -> pl.DataFrame:
        """Which gemeente belongs to which jeugdregio, schema `figures.tidy.REGIONS`."""
        return self._concatenated("regions", REGIONS, self._nearest("regions", None))

    def add_all(self, parsed: Sequence[ParsedSource], replace: bool = False) -> list[Source]:
        """Write all of `parsed`, or nothing.

        Parameters
        ----------
        parsed : sequence of ParsedSource
            What was read; their sources' ids are made unique where needed.
        replace : bool
            Whether sources about the same thing and year give way to the new ones.

        Returns
        -------
        list of Source
            The sources as written, in the order given.

        Raises
        ------
        InputError
            When the same thing was imported before and `replace` is False, or the folder
            cannot be written.
        """
        there = self.parsed()
        refuse_conflicts(parsed, [] if replace else there)
        giving_way = {old.source.id for new in parsed for old in there if conflicts(new, old)}
        written = self._write(parsed)
        for name in giving_way:
            shutil.rmtree(self.workspace.sources / name)
        return written

    def remaining(self, parsed: Sequence[ParsedSource]) -> list[ParsedSource]:
        """The sources that stay when `parsed` takes the place of what it is about."""
        return [old for old in self.parsed() if not any(conflicts(new, old) for new in parsed)]

    def parsed(self) -> list[ParsedSource]:
        """All sources with their tables."""
        return [
            ParsedSource(source, **{name: self._table(source, name) for name in _SCHEMAS})
            for source in self.sources()
        ]

    def _write(self, parsed: Sequence[ParsedSource]) -> list[Source]:
        taken = {folder.name for folder in self._folders()}
        written: list[Source] = []
        try:
            with ExitStack() as all_or_nothing:
                for one in parsed:
                    source = changed(one.source, id=_free_name(one.source.id, taken))
                    folder = all_or_nothing.enter_context(whole_folder(self._folder(source)))
                    written.append(source)
                    _fill(folder, source, one)
        except BaseException as error:
            for source in written:
                shutil.rmtree(self._folder(source), ignore_errors=True)
            if isinstance(error, OSError):
                raise InputError(
                    _(
                        "De werkmap {folder} is niet te schrijven ({reason}); er is niets geïmporteerd."
                    ).format(folder=self.workspace.root, reason=error.strerror)
                ) from error
            raise
        return written

    def _folder(self, source: Source) -> Path:
        return self.workspace.sources / source.id

    def _folders(self) -> list[Path]:
        return [f for f in finished_folders(self.workspace.sources) if (f / "source.json").exists()]

    def _concatenated(self, table: str, schema: pl.Schema, sources: Sequence[Source]) -> pl.DataFrame:
        frames = [self._table(source, table) for source in sources]
        return pl.concat([schema.to_frame(), *(frame for frame in frames if frame is not None)])

    def _table(self, source: Source, name: str) -> pl.DataFrame | None:
        path = self._folder(source) / f"{name}.parquet"
        return read_table(path, _SCHEMAS[name]) if path.exists() else None

    def _nearest(self, table: str, year: int | None) -> list[Source]:
        """The source with such a table nearest to the year, else the newest import; at most one."""
        have = [s for s in self.sources() if (self._folder(s) / f"{table}.parquet").exists()]
        if year is not None:
            have.sort(key=lambda source: -_distance(source, year))
        return have[-1:]


def _distance(source: Source, year: int) -> int:
    """Years between the source and a year; 0 where a year does not apply."""
    return min((abs(year - one) for one in source.years), default=0)


def read_table(path: Path, schema: pl.Schema) -> pl.DataFrame:
    """A table of the workspace.

    Raises
    ------
    InputError
        When the file cannot be read, or is not such a table.
    """
    try:
        table = pl.read_parquet(path)
        pl.concat([schema.to_frame(), table.head(0)])
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        raise InputError(
            _(
                "Het bestand {file} in de werkmap is stuk; verwijder de map {folder} en importeer opnieuw,"
                " of kies een andere werkmap met --workspace."
            ).format(file=path, folder=path.parent.name)
        ) from error
    return table


def _free_name(name: str, taken: set[str]) -> str:
    free, count = name, 1
    while free in taken:
        count += 1
        free = f"{name}-{count}"
    taken.add(free)
    return free


def _fill(folder: Path, source: Source, parsed: ParsedSource) -> None:
    write_source(source, folder / "source.json")
    for name, table in parsed.tables().items():
        if name == "figures":
            table = table.with_columns(source=pl.lit(source.id))
        table.write_parquet(folder / f"{name}.parquet")
