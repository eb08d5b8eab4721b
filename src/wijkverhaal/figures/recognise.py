# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which kind of file it is, by what is in it and never by its name."""

from collections.abc import Sequence
from pathlib import Path

from wijkverhaal.areas.adjacency import is_adjacency
from wijkverhaal.areas.code_column import code_column
from wijkverhaal.areas.jeugdregio import is_regions
from wijkverhaal.figures.area_sources import adjacency_source, boundaries_source, regions_source
from wijkverhaal.figures.kwb import read_kwb
from wijkverhaal.figures.kwb_column import is_kwb
from wijkverhaal.figures.local import is_local, read_local
from wijkverhaal.figures.reading import Reading
from wijkverhaal.figures.scp import is_scp, read_scp
from wijkverhaal.figures.source import KINDS
from wijkverhaal.figures.youth_care import is_youth_care, read_youth_care
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.raw_file import file_form
from wijkverhaal.foundation.table import RawTable, read_tables

_FICTIONAL = "fictional"


def read_file(path: Path, kind: str | None = None, year: int | None = None) -> Reading:
    """Everything in a file.

    Parameters
    ----------
    path : Path
        The file.
    kind : str, optional
        One of `source.KINDS`; None recognises it.
    year : int, optional
        What it is about, where the content does not say so.

    Raises
    ------
    InputError
        When it cannot be read, is of no known kind, or holds what cannot be true.
    """
    if kind is not None and kind not in KINDS:
        raise InputError(
            _("{kind} is geen soort bestand; kies uit {kinds}.").format(kind=kind, kinds=", ".join(KINDS))
        )
    if file_form(path) in ("geojson", "geopackage"):
        if kind not in (None, "boundaries"):
            raise InputError(
                _("Het bestand {file} is een kaart en geen {kind}; laat --as weg.").format(
                    file=path.name, kind=kind
                )
            )
        return boundaries_source(path, year)
    marked = [_without_marker(table) for table in read_tables(path)]
    tables = [table for table, _fictional in marked if table.cells.height]
    if not tables:
        raise InputError(
            _("In {file} staan geen rijen onder de kop; download het opnieuw.").format(file=path.name)
        )
    reading = _read(tables, kind or recognise(tables), year)
    reading.fictional = any(fictional for _table, fictional in marked)
    return reading


def recognise(tables: Sequence[RawTable]) -> str:
    """The kind of the tables in a file.

    Raises
    ------
    InputError
        When no table is of a known kind.
    """
    if is_scp(tables):
        return "scp"
    for kind, fits in (
        ("kwb", is_kwb),
        ("youth-care", is_youth_care),
        ("adjacency", is_adjacency),
        ("regions", is_regions),
        ("local", is_local),
    ):
        if any(fits(table) for table in tables):
            return kind
    raise InputError(
        _(
            "In {file} is geen kolom met codes van wijken gevonden, dus het is onbekend waar het over gaat;"
            " noem die kolom wijkcode (met codes als WK036300)."
        ).format(file=tables[0].place)
    )


def _read(tables: Sequence[RawTable], kind: str, year: int | None) -> Reading:
    if kind == "scp":
        return read_scp(tables)
    if kind == "boundaries":
        raise InputError(
            _("Het bestand {file} is geen kaart; geef een GeoJSON of GeoPackage.").format(file=tables[0].file)
        )
    table = _fitting(tables, kind)
    if kind == "regions":
        return regions_source(table)
    readers = {
        "kwb": read_kwb,
        "youth-care": read_youth_care,
        "adjacency": adjacency_source,
        "local": read_local,
    }
    return readers[kind](table, year)


def _fitting(tables: Sequence[RawTable], kind: str) -> RawTable:
    """The sheet to read: the first that fits the kind, else the first with codes, else the first."""
    fits = {"kwb": is_kwb, "youth-care": is_youth_care, "adjacency": is_adjacency, "regions": is_regions}
    fitting = [table for table in tables if kind in fits and fits[kind](table)]
    with_codes = [table for table in tables if code_column(table)]
    return (fitting or with_codes or list(tables))[0]


def _without_marker(table: RawTable) -> tuple[RawTable, bool]:
    """The table without the column that marks the fictional country, and whether it was marked."""
    if _FICTIONAL not in table.columns:
        return table, False
    marked = bool((table.text(_FICTIONAL) == "1").any())
    return RawTable(table.cells.drop(_FICTIONAL), table.rows, table.file, table.sheet), marked
