# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raw tables: any file, with the rows where a person finds them."""

import zipfile
from pathlib import Path

import openpyxl
import polars as pl
import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.table import read_tables


def save(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_delimiter_and_encoding_do_not_matter(tmp_path: Path, delimiter: str, encoding: str) -> None:
    lines = [["wijkcode", "naam ", "x"], ["WK036300", "Fryslân", "1"], ["WK036301", " ", "."]]
    text = "\r\n".join(delimiter.join(line) for line in lines)
    table = read_tables(save(tmp_path / "t.csv", text, encoding))[0]
    assert table.columns == ["wijkcode", "naam", "x"]
    assert table.cells.rows() == [("WK036300", "Fryslân", "1"), ("WK036301", None, None)]
    assert table.rows.to_list() == [2, 3]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_end_of_a_line_does_not_matter(tmp_path: Path, end: str) -> None:
    table = read_tables(save(tmp_path / "t.csv", f"wijkcode;x{end}WK036300;1{end}WK036301;2{end}"))[0]
    assert table.cells.rows() == [("WK036300", "1"), ("WK036301", "2")]


def test_a_decimal_comma_does_not_make_a_column(tmp_path: Path) -> None:
    table = read_tables(save(tmp_path / "t.csv", "wijkcode;x;y\nWK036300;1,5;2,5\n"))[0]
    assert table.numbers("x").to_list() == [1.5]


def test_lines_above_the_header_and_below_the_rows_are_no_data(tmp_path: Path) -> None:
    text = '"Kerncijfers wijken en buurten"\n\nwijkcode;x;y\nWK036300;1;2\n\n"Bron: CBS"\n'
    table = read_tables(save(tmp_path / "t.csv", text))[0]
    assert table.cells.rows() == [("WK036300", "1", "2")]
    assert table.rows.to_list() == [4]


def test_names_that_are_empty_or_repeated_stay_apart(tmp_path: Path) -> None:
    assert read_tables(save(tmp_path / "t.csv", ",x,x\n0,1,2\n"))[0].columns == ["kolom 1", "x", "x (3)"]


def test_a_cell_that_is_no_number_is_named(tmp_path: Path) -> None:
    table = read_tables(save(tmp_path / "t.csv", "wijkcode,x\nWK036300,1\nWK036301,veel\n"))[0]
    with pytest.raises(InputError, match=r't\.csv, rij 3, kolom x staat "veel"'):
        table.numbers("x")


def test_rows_that_are_longer_than_the_header_are_refused(tmp_path: Path) -> None:
    for text in ("a,b\n1,2\n1,2,5\n", "a,b\n1,2,5\n1,2\n"):
        with pytest.raises(InputError, match=r"meer cellen dan de kop|evenveel kolommen"):
            read_tables(save(tmp_path / "t.csv", text))


def test_a_delimiter_at_the_end_of_each_line_is_no_column(tmp_path: Path) -> None:
    assert read_tables(save(tmp_path / "t.csv", "a;b;\n1;2;\n"))[0].columns == ["a", "b"]


def test_every_sheet_is_a_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Toelichting"])
    sheet = book.create_sheet("cijfers")
    for row in (["Cijfers van Duinstad"], ["wijk", "x"], [36300, 1.5], [36301, None]):
        sheet.append(row)
    book.create_sheet("leeg")
    book.save(tmp_path / "t.xlsx")
    tables = {table.sheet: table for table in read_tables(tmp_path / "t.xlsx")}
    assert set(tables) == {"Sheet", "cijfers"}
    assert tables["cijfers"].cells.rows() == [("36300", "1.5"), ("36301", None)]
    assert tables["cijfers"].rows.to_list() == [3, 4]
    assert tables["cijfers"].place == "t.xlsx (blad cijfers)"


def test_an_empty_spreadsheet_is_refused(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "t.xlsx")
    with pytest.raises(InputError, match="leeg"):
        read_tables(tmp_path / "t.xlsx")


def test_a_spreadsheet_that_is_none_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", "geen xml")
    with pytest.raises(InputError, match="niet te lezen"):
        read_tables(tmp_path / "t.xlsx")


def test_parquet_becomes_text(tmp_path: Path) -> None:
    pl.DataFrame({"gwb_code ": ["WK036300"], "a_inw": [1005], "g_hhgro": [-99997.0]}).write_parquet(
        tmp_path / "t.parquet"
    )
    table = read_tables(tmp_path / "t.parquet")[0]
    assert table.cells.rows() == [("WK036300", "1005", None)]
    assert table.columns[0] == "gwb_code"


def test_damaged_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "t.parquet").write_bytes(b"PAR1" + b"x" * 100)
    with pytest.raises(InputError, match="parquet"):
        read_tables(tmp_path / "t.parquet")


def test_a_map_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kaart en geen tabel"):
        read_tables(save(tmp_path / "t.csv", '{"type": "FeatureCollection"}'))
