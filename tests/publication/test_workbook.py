# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workbook: numbers are numbers, text is text, and the first sheet says what stands where."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import speaking
from wijkverhaal.publication.workbook import MOST_ALIKE, write_workbook

from .conftest import GEMEENTE
from .run_factory import fabricate_run


def _book(run: FinishedRun, gemeente: str | None = None) -> Any:
    file = BytesIO()
    write_workbook(run, file, gemeente)
    return openpyxl.load_workbook(file)


@pytest.fixture(scope="module")
def book(run: FinishedRun) -> Any:
    return _book(run)


def test_every_cell_is_what_the_run_holds(book: Any, run: FinishedRun) -> None:
    sheet = book["Wijken"]
    names = [cell.value for cell in sheet[1]]
    assert names == [*run.areas.columns, "fictional"]
    for row, cells in zip(run.areas.iter_rows(named=True), sheet.iter_rows(min_row=2), strict=True):
        for name, cell in zip(names[:-1], cells, strict=False):
            # a spreadsheet keeps fifteen digits
            number = type(row[name]) is float
            assert cell.value == (pytest.approx(row[name], rel=1e-14) if number else row[name]), name
            assert not number or cell.data_type == "n"


def test_the_first_sheet_tells_what_stands_in_the_others(book: Any, run: FinishedRun) -> None:
    assert book.sheetnames[0] == "Uitleg"
    told = [str(cell.value or "") for row in book["Uitleg"].iter_rows() for cell in row]
    for words in ("jeugdzorg", "2022, 2021", run.id, "Bron: verzonnen land 2022, bewerking Wijkverhaal."):
        assert any(words in text for text in told), words
    assert "Verzonnen land: deze cijfers zijn niet echt" in told
    for title in book.sheetnames[1:]:
        columns = [cell.value for cell in book[title][1] if cell.value != "fictional"]
        assert set(columns) <= set(told)


def test_a_sheet_keeps_its_head_in_sight(book: Any) -> None:
    assert {book[title].freeze_panes for title in book.sheetnames[1:]} == {"B2"}


def test_every_row_of_the_fictional_country_says_so(book: Any) -> None:
    for title in book.sheetnames[1:]:
        last = [row[-1].value for row in book[title].iter_rows(min_row=2)]
        assert set(last) <= {"Verzonnen land: deze cijfers zijn niet echt"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_hostile_name_stays_text(tmp_path: Path, start: str) -> None:
    name = f'{start}HYPERLINK("https://example.org")'
    run = fabricate_run(tmp_path / "run", wijken=3, names={"WK900101": name})
    cells = [cell for row in _book(FinishedRun.read(run))["Wijken"].iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert any("HYPERLINK" in str(cell.value) and cell.data_type in ("s", "inlineStr") for cell in cells)


def test_a_gemeente_gets_its_own_wijken_only(run: FinishedRun) -> None:
    book = _book(run, GEMEENTE)
    own = set(run.areas.filter(run.areas["gemeente"] == GEMEENTE)["area"])
    for title in ("Wijken", "Verklaring", "Vergelijkbaar"):
        assert {row[0].value for row in book[title].iter_rows(min_row=2)} <= own, title
    assert {row[0].value for row in book["Wijken"].iter_rows(min_row=2)} == own
    assert max(row[2].value for row in book["Vergelijkbaar"].iter_rows(min_row=2)) <= MOST_ALIKE
    with pytest.raises(NotFoundError):
        _book(run, "GM0001")


def test_a_secret_count_is_an_empty_cell(book: Any) -> None:
    sheet = book["Wijken"]
    place = {cell.value: cell.column - 1 for cell in sheet[1]}
    secret = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[place["status"]] == "secret"]
    assert secret
    assert {row[place["published"]] for row in secret} == {None}


def test_in_english_each_sheet_has_a_name_of_its_own(run: FinishedRun, english: None) -> None:
    with speaking("en"):
        names = _book(run).sheetnames
    assert len({name.casefold() for name in names}) == 5
