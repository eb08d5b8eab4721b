# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody could compute who holds every number on a page, in a file or in an answer.

Two runs differ in nothing but what stands where a publisher kept a count back. If everything that leaves
the site is the same for both, no sum, difference, product or search over those numbers can tell one secret
from another: there is nothing of it in them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import polars as pl
import pypdf
import pytest

from wijkverhaal.publication.download import DOWNLOADS
from wijkverhaal.publication.pdf import can_make_pdf

from .conftest import GEMEENTE, RUN, SECRET_COUNT, SECRET_RATE, Site, visitor_with
from .test_access import ADDRESSES

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.any_database

TWIN = "20251231-b"
#: A visitor's own token, checksums of a file with the name of its run in it, and the list of runs.
_OWN = re.compile(
    r'name="csrfmiddlewaretoken" value="[A-Za-z0-9]+"|"[0-9a-f]{32,}"|<li>.*class="soft">20.*</li>'
)
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


@pytest.fixture(scope="module")
def twin(site: Site) -> Iterator[None]:
    """The same run with other secrets: 3 where the first has thousands, and a rate that fits it."""
    folder = site.root / "runs" / TWIN
    shutil.copytree(site.root / "runs" / RUN, folder)
    card = (folder / "run.json").read_text("utf-8").replace(RUN, TWIN)
    (folder / "run.json").write_text(card, "utf-8")
    areas = pl.read_parquet(folder / "areas.parquet")
    secret = pl.col("status") == "secret"
    areas.with_columns(
        pl.when(secret).then(3.0).otherwise(pl.col("published")).alias("published"),
        pl.when(secret).then(0.3).otherwise(pl.col("published_rate")).alias("published_rate"),
    ).write_parquet(folder / "areas.parquet")
    yield
    shutil.rmtree(folder)


def _addresses(site: Site) -> list[str]:
    """Every address with the run in it that can be asked for: pages, files and answers of the API."""
    areas = pl.read_parquet(site.root / "runs" / RUN / "areas.parquet")
    codes = areas["area"].unique().sort().to_list()
    every = [*ADDRESSES.values(), *site.pages()]
    every += [f"/berekening/{RUN}/wijk/{code}/" for code in codes]
    every += [f"/api/v1/berekeningen/{RUN}/wijken/{code}" for code in codes]
    every += [f"/berekening/{RUN}/downloads/{name}" for name in DOWNLOADS]
    return [address for address in dict.fromkeys(every) if RUN in address and "verwijderen" not in address]


def _body(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def _told(visitor: Client, address: str) -> str:
    """What comes back, without the name of the run and what is a visitor's own."""
    body = _body(visitor.get(address))
    return _OWN.sub("", body.decode("utf-8", "replace").replace(TWIN, RUN))


def test_nothing_that_leaves_the_site_depends_on_a_secret(site: Site, twin: None) -> None:
    from wijkverhaal.site.runs.models import ShownRun
    from wijkverhaal.site.runs.shown_run import show

    visitor = visitor_with("reader")
    seen = 0
    for address in _addresses(site):
        if address.endswith((".pdf", ".xlsx")):
            continue  # with a moment of making in them; what a reader sees in them is compared below
        show(RUN)  # each as the run that everybody sees
        first = _told(visitor, address)
        show(TWIN)
        other = _told(visitor, address.replace(RUN, TWIN))
        assert first == other, address
        seen += len(_NUMBER.findall(first))
    ShownRun.objects.all().delete()
    assert seen > 5_000


def _workbook(visitor: Client, address: str) -> list[tuple[str, str, object]]:
    """Every cell of every sheet: a hidden one too, and what was written beside a cell."""
    book = openpyxl.load_workbook(BytesIO(_body(visitor.get(address))))
    return [
        (sheet.title, cell.coordinate, _same_name(value))
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        for value in (cell.value, cell.comment and cell.comment.text)
        if value is not None
    ]


def _same_name(value: object) -> object:
    return value.replace(TWIN, RUN) if isinstance(value, str) else value


def _paper(visitor: Client, address: str) -> list[str]:
    """What stands on each side of a PDF, and what the file says of itself."""
    for _time in range(20):
        answer = visitor.get(address)
        if answer.status_code != 202:
            break
    assert answer.status_code == 200
    paper = pypdf.PdfReader(BytesIO(_body(answer)))
    return [*(side.extract_text().replace(TWIN, RUN) for side in paper.pages), str(paper.metadata.title)]


def test_no_cell_of_a_workbook_depends_on_a_secret(site: Site, twin: None) -> None:
    visitor = visitor_with("reader")
    addresses = [address for address in _addresses(site) if address.endswith(".xlsx")]
    assert len(addresses) == 2
    for address in addresses:
        first = _workbook(visitor, address)
        assert first == _workbook(visitor, address.replace(RUN, TWIN)), address
        values = {value for _sheet, _place, value in first}
        assert "secret" in values
        assert len(values) > 100
        assert not values & {SECRET_COUNT, SECRET_RATE}


@pytest.mark.parametrize(
    "rest",
    [
        f"gemeente/{GEMEENTE}/overzicht.pdf",
        "wijk/WK900204/wijkprofiel.pdf",
        "wijk/WK900205/wijkprofiel.pdf",
    ],
)
def test_no_side_of_a_pdf_depends_on_a_secret(site: Site, twin: None, rest: str) -> None:
    if not can_make_pdf():
        pytest.skip("the extra pdf is not installed")
    visitor = visitor_with("reader")
    first = _paper(visitor, site.address(rest))
    assert first == _paper(visitor, site.address(rest).replace(RUN, TWIN))
    assert len(_NUMBER.findall("".join(first))) > 50


def test_no_number_is_the_secret_or_has_it_in_a_sum(site: Site) -> None:
    visitor = visitor_with("reader")
    areas = pl.read_parquet(site.root / "runs" / RUN / "areas.parquet")
    shown = areas.filter(pl.col("status") == "shown")
    sums = {0.0, *shown.group_by("gemeente", "year").agg(pl.col("published").sum())["published"]}
    sums |= set(shown.group_by("year").agg(pl.col("published").sum())["published"])
    wanted = {f"{SECRET_COUNT + total:.0f}" for total in sums}
    for address in _addresses(site):
        text = _told(visitor, address)
        numbers = {number.replace(".", "") for number in _NUMBER.findall(text)}
        assert not numbers & wanted, address


def test_numbers_of_youths_are_fives_and_never_below_ten(site: Site) -> None:
    visitor = visitor_with("reader")
    said = re.compile(r"jeugdigen, naar schatting, van de [\d.]+</dt><dd>([^<]+)<")
    found = []
    for address in _addresses(site):
        if "/wijk/" in address and address.endswith("/"):
            found += said.findall(_told(visitor, address))
    assert len(found) > 20
    for words in found:
        for number in _NUMBER.findall(words.replace("minder dan 10", "").replace("hooguit 10", "")):
            value = int(number.replace(".", ""))
            assert value >= 10, words
            assert value % 5 == 0, words
