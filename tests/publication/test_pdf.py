# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page as PDF: with tags, title and language, in time, and nothing fetched from anywhere."""

from pathlib import Path

import pypdf
import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.publication import pdf

BASE = "http://127.0.0.1:8000/"
PAGE = """<!doctype html><html lang="nl"><head><title>Een wijk</title>
<link rel="stylesheet" href="/static/site/page.css"></head>
<body><h1>Een wijk</h1><p class="hidden">onzichtbaar</p><p>zichtbaar</p>{more}</body></html>"""

needs_weasyprint = pytest.mark.skipif(not pdf.can_make_pdf(), reason="the extra pdf is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "static"
    (own / "site").mkdir(parents=True)
    (own / "site" / "page.css").write_text("@media print { .hidden { display: none } }")
    (tmp_path / "secret.txt").write_text("geheim")
    return own


def _made(html: str, folder: Path, seconds: float = 60.0) -> Path:
    target = folder.parent / "made.pdf"
    pdf.begin_pdf(html, BASE, {"/static/": [folder]}, target, seconds).wait(120)
    return target


def _read(html: str, folder: Path) -> pypdf.PdfReader:
    return pypdf.PdfReader(_made(html, folder))


@needs_weasyprint
def test_it_has_tags_a_title_and_a_language(folder: Path) -> None:
    found = _read(PAGE.format(more=""), folder)
    root = found.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert found.metadata is not None
    assert found.metadata.title == "Een wijk"
    assert b"pdfuaid" in root["/Metadata"].get_data()


@needs_weasyprint
def test_it_goes_through_the_print_stylesheet(folder: Path) -> None:
    text = _read(PAGE.format(more=""), folder).pages[0].extract_text()
    assert "zichtbaar" in text
    assert "onzichtbaar" not in text


@needs_weasyprint
def test_pictures_from_elsewhere_are_left_out(folder: Path) -> None:
    more = f'<img src="file://{folder.parent}/secret.txt" alt="x"><img src="http://127.0.0.1:9/a" alt="y">'
    found = _read(PAGE.format(more=more), folder)
    assert "geheim" not in found.pages[0].extract_text()


@needs_weasyprint
def test_what_takes_too_long_is_stopped_and_leaves_nothing(folder: Path) -> None:
    assert not _made(PAGE.format(more=""), folder, seconds=0.001).exists()
    assert [path.name for path in folder.parent.iterdir() if "unfinished" in path.name] == []


def test_without_the_extra_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf, "can_make_pdf", lambda: False)
    with pytest.raises(InputError, match=r"Druk de pagina af, of installeer wijkverhaal\[pdf\]"):
        pdf.begin_pdf(PAGE, BASE, {}, tmp_path / "made.pdf")


def test_only_our_own_files_answer_an_address(folder: Path) -> None:
    folders = {"/static/": [str(folder)]}
    assert pdf.own_file(f"{BASE}static/site/page.css?v=1", BASE, folders) == folder / "site" / "page.css"
    for address in (
        f"{BASE}static/../secret.txt",
        f"{BASE}static/%2e%2e/secret.txt",
        f"{BASE}static/%2Fetc%2Fpasswd",
        f"{BASE}static/",
        f"{BASE}berekening/x/",
        f"file://{folder}/site/page.css",
        "https://example.org/static/site/page.css",
        "data:text/css,p{}",
    ):
        assert pdf.own_file(address, BASE, folders) is None, address


@needs_weasyprint
def test_the_operator_reads_why_and_not_what(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert not _made(PAGE.format(more="<p>geheim</p>"), folder, 0.0).exists()
    told = capfd.readouterr().err
    assert told.startswith("PDF niet gemaakt: ")
    assert "geheim" not in told
    assert len(told.splitlines()) == 1


def test_a_reason_holds_no_content() -> None:
    try:
        int("geheim")
    except ValueError as error:
        reason = pdf.reason_of(error)
    assert reason.startswith("ValueError in test_pdf.py:")
    assert "geheim" not in reason
