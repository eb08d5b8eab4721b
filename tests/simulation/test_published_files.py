# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.published_files import publish

SEMICOLON = ["kwb_2021.csv", "kwb_2022.csv", "jeugdzorg_wijk_2021.csv", "jeugdzorg_wijk_2022.csv"]
COMMA = ["neighbourhood_2022.csv", "adjacency_2022.csv", "gemeente_jeugdregio.csv"]


def test_publishing_returns_the_files_to_import_and_not_the_truth(small: Country, tmp_path: Path) -> None:
    published = publish(small, tmp_path)
    assert {path.name for path in published} == {*SEMICOLON, *COMMA, "wijken_2022.geojson"}
    assert all(path.parent == tmp_path and path.stat().st_size > 0 for path in published)
    assert {path.name for path in (tmp_path / "truth").iterdir()} == {"truth.json", "wijken.parquet"}


def test_the_same_country_gives_the_same_bytes(small: Country, tmp_path: Path) -> None:
    first, second = (publish(small, tmp_path / name) for name in ("one", "two"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


@pytest.mark.parametrize("name", SEMICOLON)
def test_tables_of_cbs_are_read_with_semicolons(files: Path, name: str) -> None:
    table = pl.read_csv(files / name, separator=";")
    assert table.columns[-1] == "fictional"
    assert (table["fictional"] == 1).all()


@pytest.mark.parametrize("name", COMMA)
def test_other_tables_are_read_with_commas(files: Path, name: str) -> None:
    table = pl.read_csv(files / name)
    assert table.columns[-1] == "fictional"
    assert (table["fictional"] == 1).all()


def test_all_indicators_are_there_in_both_years(files: Path) -> None:
    first, second = (pl.read_csv(files / f"kwb_{year}.csv", separator=";") for year in (2021, 2022))
    assert first.columns == second.columns
    for table in (first, second):
        empty = [name for name in table.columns if table[name].is_null().all()]
        assert empty == []


def test_a_folder_that_cannot_be_written_is_named(small: Country, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file, not a folder")
    with pytest.raises(InputError, match="taken"):
        publish(small, taken)
