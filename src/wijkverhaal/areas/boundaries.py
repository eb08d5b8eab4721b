# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Boundaries of wijken: read from GeoJSON or GeoPackage, in WGS84, whole and without real overlap."""

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyogrio
import shapely
from numpy.typing import NDArray

from wijkverhaal.areas.code import CodeColumn, canonical_codes, gemeente_of, refuse_other_levels
from wijkverhaal.areas.coordinates import in_degrees
from wijkverhaal.areas.overlap import check_overlap
from wijkverhaal.areas.surface import refuse_shapeless, repaired
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.raw_file import says_fictional

_CODE = ("wijkcode", "wk_code", "statcode", "wijk_code", "area", "code")
_NAME = ("wijknaam", "wk_naam", "statnaam", "wijk_naam", "name", "naam")
_WATER = ("water", "h2o", "ind_water")

Geometries = NDArray[Any]


@dataclass(frozen=True)
class Boundaries:
    """Boundaries and what was done to them.

    Attributes
    ----------
    table : pl.DataFrame
        Columns `area`, `name`, `gemeente` and `geometry` (WKB in WGS84), one row per wijk.
    completed : int
        How many codes were completed.
    fictional : bool
        Whether the file says that it is of the fictional country.
    notes : tuple of str
        What a reader must know: converted coordinates, repaired rings, small overlaps.
    """

    table: pl.DataFrame
    completed: int
    fictional: bool
    notes: tuple[str, ...]


def read_boundaries(path: Path) -> Boundaries:
    """The boundaries of wijken in a file.

    Raises
    ------
    InputError
        When the file cannot be read, has no codes of wijken, has coordinates in metres without
        saying so, a wijk twice or without a shape, or wijken that overlap by more than 1%.
    """
    meta, geometries, fields = _read(path)
    geometries, fields, notes = _on_land(geometries, fields)
    column = _field(fields, _CODE)
    if column is None:
        raise InputError(
            _(
                "In {file} hebben de vlakken geen code;"
                " geef elk vlak een eigenschap wijkcode (zoals WK036300)."
            ).format(file=path.name)
        )
    codes = _codes(path, column, fields[column])
    names = codes.codes.to_list()
    refuse_shapeless(path.name, geometries, names)
    geometries, converted = in_degrees(path.name, geometries, meta["crs"])
    geometries, put_right = repaired(path.name, geometries, names)
    overlaps = check_overlap(geometries, names, path.name)
    name = _field(fields, _NAME)
    table = pl.DataFrame(
        {
            "area": codes.codes,
            "name": pl.Series(
                [_text(v) for v in fields[name]] if name else [None] * len(geometries), dtype=pl.String
            ),
            "gemeente": pl.Series([gemeente_of(code) for code in codes.codes], dtype=pl.String),
            "geometry": pl.Series(shapely.to_wkb(geometries).tolist(), dtype=pl.Binary),
        }
    )
    return Boundaries(
        table, codes.completed, says_fictional(path), (*notes, *converted, *put_right, *overlaps)
    )


def _read(path: Path) -> tuple[dict[str, Any], Geometries, dict[str, Any]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            meta, _fids, wkb, data = pyogrio.raw.read(path, layer=_layer(path), force_2d=True)
            geometries = shapely.from_wkb(wkb)
    except (
        pyogrio.errors.DataSourceError,
        pyogrio.errors.DataLayerError,
        shapely.errors.ShapelyError,
        ValueError,
    ) as error:
        raise InputError(
            _("De kaart {file} is niet te lezen; download hem opnieuw als GeoJSON of GeoPackage.").format(
                file=path.name
            )
        ) from error
    if wkb is None or not len(geometries):
        raise InputError(
            _("In de kaart {file} staan geen vlakken; geef de grenzen van wijken.").format(file=path.name)
        )
    return meta, geometries, dict(zip((str(f) for f in meta["fields"]), data, strict=True))


def _layer(path: Path) -> str:
    """The layer with wijken; a GeoPackage of CBS has gemeenten and buurten beside it."""
    layers = [str(name) for name, _kind in pyogrio.list_layers(path)]
    with_wijk = [name for name in layers if "wijk" in name.lower() or name.lower().startswith("wk")]
    return (with_wijk or layers)[0]


def _field(fields: dict[str, Any], names: tuple[str, ...]) -> str | None:
    lower = {field.lower(): field for field in fields}
    return next((lower[name] for name in names if name in lower), None)


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _on_land(geometries: Geometries, fields: dict[str, Any]) -> tuple[Geometries, dict[str, Any], list[str]]:
    """Leave out the water that CBS draws as areas of their own."""
    water = _field(fields, _WATER)
    if water is None:
        return geometries, fields, []
    land = np.array([str(value).upper() not in ("JA", "B") for value in fields[water]])
    if land.all():
        return geometries, fields, []
    note = _("{count} vlakken met alleen water zijn weggelaten.").format(count=int((~land).sum()))
    return geometries[land], {name: values[land] for name, values in fields.items()}, [note]


def _codes(path: Path, column: str, values: Any) -> CodeColumn:
    text = pl.Series("area", [_text(v) for v in values], pl.String)
    rows = pl.Series("row", range(1, text.len() + 1), pl.Int64)
    codes = canonical_codes(text, rows, path.name, column, "wijk")
    refuse_other_levels(codes, text, rows, path.name, column, "wijk")
    double = codes.codes.filter(codes.codes.is_duplicated())
    if double.len():
        raise InputError(
            _("De kaart {file} bevat {code} twee keer; voeg de vlakken samen of haal er een weg.").format(
                file=path.name, code=double[0]
            )
        )
    return codes
