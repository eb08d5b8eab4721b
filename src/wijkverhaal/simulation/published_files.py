# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional country as files, laid out as the real publishers lay out theirs."""

from collections.abc import Callable
from pathlib import Path

import polars as pl

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import _
from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.key_figures import key_figures
from wijkverhaal.simulation.map_files import adjacency_table, boundaries_geojson, region_table
from wijkverhaal.simulation.publisher import care_table
from wijkverhaal.simulation.truth import truth_card, truth_table

TRUTH_FOLDER = "truth"


def publish(country: Country, folder: Path) -> list[Path]:
    """Write the published files into `folder`, and the truth into `truth/` below it.

    Every file says that it is fictional: a column `fictional` with 1 in it, or the same word in
    the head of a JSON file.

    Returns
    -------
    list of Path
        The published files, to be imported in this order; the truth is not among them.

    Raises
    ------
    InputError
        When the folder cannot be written.
    """
    try:
        published = [_write(folder / name, write) for name, write in _published(country).items()]
        _write(
            folder / TRUTH_FOLDER / "wijken.parquet", lambda path: truth_table(country).write_parquet(path)
        )
        _write(folder / TRUTH_FOLDER / "truth.json", _text(truth_card(country)))
    except OSError as error:
        raise InputError(
            _("De map {folder} is niet te schrijven ({reason}); kies een andere map.").format(
                folder=folder, reason=error.strerror
            )
        ) from error
    return published


_Writer = Callable[[Path], object]


def _published(country: Country) -> dict[str, _Writer]:
    geography, years = country.geography, country.settings.years
    files: dict[str, _Writer] = {}
    for index, year in enumerate(years):
        files[f"kwb_{year}.csv"] = _table(key_figures(geography, country.population[index]), ";")
        files[f"jeugdzorg_wijk_{year}.csv"] = _table(care_table(geography, country.care[index], year), ";")
    local = (
        geography.areas.select(wijkcode="wijk")
        .hstack(country.neighbourhood)
        .with_columns(fictional=pl.lit(1))
    )
    files[f"neighbourhood_{years[-1]}.csv"] = _table(local, ",")
    files[f"wijken_{years[-1]}.geojson"] = _text(boundaries_geojson(geography))
    files[f"adjacency_{years[-1]}.csv"] = _table(adjacency_table(geography), ",")
    files["gemeente_jeugdregio.csv"] = _table(region_table(geography), ",")
    return files


def _table(frame: pl.DataFrame, separator: str) -> _Writer:
    return lambda path: frame.write_csv(path, separator=separator)


def _text(text: str) -> _Writer:
    return lambda path: path.write_text(text, "utf-8")


def _write(path: Path, write: _Writer) -> Path:
    with whole_file(path) as unfinished:
        write(unfinished)
    return path
