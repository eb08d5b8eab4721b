# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Downloads: safe, of the right wijken, made once, and never in the way of a page."""

from __future__ import annotations

import csv
import gzip
import shutil
import subprocess
import sys
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import openpyxl
import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.foundation.files import remove_folder

from .conftest import GEMEENTE, RUN, SECRET_COUNT, SECRET_RATE, WIJK, Site
from .people import last_events

if TYPE_CHECKING:
    from pathlib import Path

    from django.http import HttpResponse
    from django.test import Client

pytestmark = pytest.mark.any_database


def test_a_gemeente_as_csv_holds_its_own_wijken(site: Site, reader: Client) -> None:
    answer = reader.get(site.address(f"gemeente/{GEMEENTE}/wijken.csv"))
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert {row["gemeente"] for row in rows} == {GEMEENTE}
    assert {row["year"] for row in rows} == {"2021", "2022"}
    assert len(rows) == 20
    assert f'filename="{RUN}-{GEMEENTE}.csv"' in answer.headers["Content-Disposition"]
    assert reader.get(site.address("gemeente/GM0001/wijken.csv")).status_code == 404


def test_a_gemeente_as_workbook_holds_no_secret(site: Site, reader: Client) -> None:
    answer = reader.get(site.address(f"gemeente/{GEMEENTE}/wijken.xlsx"))
    book = openpyxl.load_workbook(BytesIO(answer.content))
    values = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert GEMEENTE in values
    assert not values & {SECRET_COUNT, SECRET_RATE}
    assert reader.get(site.address("gemeente/GM0001/wijken.xlsx")).status_code == 404


def test_the_form_leads_to_the_file_of_the_gemeente(site: Site, reader: Client) -> None:
    asked = site.address("downloads/gemeente/")
    for form, file in (("xlsx", "wijken.xlsx"), ("csv", "wijken.csv"), ("pdf", "overzicht.pdf")):
        answer = reader.get(asked, {"gemeente": GEMEENTE, "vorm": form})
        assert answer.headers["Location"] == site.address(f"gemeente/{GEMEENTE}/{file}")
    for wrong in ({}, {"gemeente": "GM0001"}, {"gemeente": GEMEENTE, "vorm": "exe"}):
        assert reader.get(asked, wrong).status_code == 404


def test_every_file_on_the_page_can_be_had(site: Site, reader: Client) -> None:
    from wijkverhaal.publication.download import DOWNLOADS

    text = reader.get(site.address("downloads/")).text
    for name in DOWNLOADS:
        assert site.address(f"downloads/{name}") in text
        answer = reader.get(site.address(f"downloads/{name}"))
        assert answer.status_code == 200
        assert len(b"".join(answer.streaming_content)) > 100
    assert reader.get(site.address("downloads/run.json")).status_code == 404


def test_a_reader_who_can_unpack_gets_it_packed(site: Site, reader: Client) -> None:
    address = site.address("downloads/comparable.csv")
    plain = b"".join(reader.get(address).streaming_content)
    packed = reader.get(address, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(packed.streaming_content)) == plain


def test_a_large_file_is_made_aside_while_the_page_goes_on(
    site: Site, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings

    from wijkverhaal.site.runs import exported, making

    shutil.rmtree(settings.FILES.exports, ignore_errors=True)
    monkeypatch.setattr(exported, "_SMALL", 0)
    address = site.address("downloads/workbook.xlsx")
    waiting = reader.get(address)
    assert waiting.status_code == 202
    assert int(waiting.headers["Retry-After"]) > 0
    assert "wordt gemaakt" in waiting.text
    assert reader.get(address).status_code in (200, 202)
    (program,) = making._making.values()
    assert program.wait(60) == 0
    done = reader.get(address)
    assert b"".join(done.streaming_content).startswith(b"PK")


def _pdf(reader: Client, address: str) -> HttpResponse:
    """Ask until it is made."""
    from wijkverhaal.publication.pdf import can_make_pdf
    from wijkverhaal.site.runs import making

    if not can_make_pdf():
        pytest.skip("the extra pdf is not installed")
    answer = reader.get(address)
    while answer.status_code == 202:
        for program in list(making._making.values()):
            program.wait(60)
        answer = reader.get(address)
    return answer


def test_a_page_as_pdf(site: Site, reader: Client) -> None:
    answer = _pdf(reader, site.address(f"wijk/{WIJK}/wijkprofiel.pdf"))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert last_events(1) == ["file-downloaded"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert reader.get(site.address("wijk/WK000000/wijkprofiel.pdf")).status_code == 404


def test_a_gemeente_as_pdf_is_made_once(site: Site, reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.runs import pdf_views

    address = site.address(f"gemeente/{GEMEENTE}/overzicht.pdf")
    assert _pdf(reader, address).status_code == 200
    monkeypatch.setattr(pdf_views, "begin_pdf", lambda *_asked: pytest.fail("made again"))
    assert reader.get(address).status_code == 200


def test_a_gemeente_of_eighty_wijken_as_pdf_holds_them_all(site: Site, reader: Client) -> None:
    """More than fits on a page: the list, the map, and both drawings go on over the pages."""
    import pypdf

    run = "20260102-groot"
    folder = fabricate_run(site.root / "runs" / run, wijken=80, corners=2)
    for file in folder.glob("*.parquet"):
        table = pl.read_parquet(file)
        for name in {"gemeente", "gemeente_name"} & set(table.columns):
            table = table.with_columns(pl.lit("GM9001" if name == "gemeente" else "Nergensdam").alias(name))
        table.write_parquet(file)
    try:
        answer = _pdf(reader, f"/berekening/{run}/gemeente/GM9001/overzicht.pdf")
        assert answer.status_code == 200
        pages = pypdf.PdfReader(BytesIO(b"".join(answer.streaming_content))).pages
        text = " ".join("".join(page.extract_text() for page in pages).split())
        names = pl.read_parquet(folder / "areas.parquet")["name"].unique()
        assert len(names) == 80
        # In the list, in the table under the drawing, and in the drawing itself.
        assert {name for name in names if text.count(name) < 3} == set()
        assert len(pages) < 20
    finally:
        remove_folder(folder)


def test_a_pdf_that_cannot_be_made_is_told(
    site: Site, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.runs import making, pdf_views

    begun = []

    def fails(*_asked: object) -> subprocess.Popen[bytes]:
        begun.append(_asked)
        return subprocess.Popen([sys.executable, "-c", "raise SystemExit(1)"])

    monkeypatch.setattr(pdf_views, "can_make_pdf", lambda: True)
    monkeypatch.setattr(pdf_views, "begin_pdf", fails)
    monkeypatch.setattr(making, "_failed", {})
    for _visit in range(3):
        answer = reader.get(site.address("wijk/WK900202/wijkprofiel.pdf"))
        assert answer.status_code == 503
        assert "lukt niet" in answer.text
    assert len(begun) == 1
    monkeypatch.setattr(making, "_failed", dict.fromkeys(making._failed, 0.0))
    assert reader.get(site.address("wijk/WK900202/wijkprofiel.pdf")).status_code == 503
    assert len(begun) == 2


def test_without_the_extra_the_page_says_what_to_do(
    site: Site, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.runs import download_views, pdf_views

    monkeypatch.setattr(pdf_views, "can_make_pdf", lambda: False)
    monkeypatch.setattr(download_views, "can_make_pdf", lambda: False)
    told = "Druk de pagina af, of installeer wijkverhaal[pdf]"
    answer = reader.get(site.address(f"wijk/{WIJK}/wijkprofiel.pdf"))
    assert answer.status_code == 501
    assert told in answer.text
    page = reader.get(site.address("downloads/")).text
    assert told in page
    assert 'value="pdf"' not in page


def test_no_more_is_made_at_once_than_the_machine_can_bear(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.runs import making

    def slow() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])

    monkeypatch.setattr(making, "_making", {})
    try:
        assert not any(making.made_aside(tmp_path / name, slow) for name in ("a", "b", "a"))
        assert len(making._making) == 2
        assert not making.made_aside(tmp_path / "c", lambda: pytest.fail("a third was begun"))
    finally:
        for program in making._making.values():
            program.kill()
            program.wait()
