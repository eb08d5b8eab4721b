# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that somebody sends as an interview: read, shown, and frozen, or refused in one sentence."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import Any

import pytest

from tests.stories.intake.files import docx, odt, pdf

from .conftest import NAME, Cast

TEXT = f"I: Hoe gaat het?\r\nMoeder: Goed met {NAME}. 🙂 Ja, écht.\r\n"


def _send(cast: Cast, content: bytes, name: str = "gesprek met Wiebrigje.txt") -> Any:
    file = io.BytesIO(content)
    file.name = name
    return cast.researcher.post(
        f"{cast.home}verteller/A-school/interview/", {"gehouden": "2025-06-01", "bestand": file}
    )


def test_a_text_is_shown_and_then_frozen(cast: Cast) -> None:
    from wijkverhaal.site.studies.models import Draft

    answer = _send(cast, TEXT.encode())
    assert answer.status_code == 302
    there = answer.headers["Location"]
    assert NAME.encode() not in bytes(Draft.objects.get().sealed)
    shown = cast.researcher.get(there).content.decode()
    assert "Moeder" in shown
    assert cast.coder.get(there).status_code == 404
    assert cast.researcher.post(there, {"doe": "bewaar", "spreker": ["I", "Moeder"]}).status_code == 302
    assert not Draft.objects.exists()


def test_a_frozen_text_keeps_its_checksum(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.stories.study.record import Interview

    from .conftest import PASSPHRASE

    there = _send(cast, TEXT.encode("utf-16")).headers["Location"]
    cast.researcher.post(there, {"doe": "bewaar", "spreker": ["I", "Moeder"]})
    opened = open_with_passphrase(
        StoredStudy.objects.get(pk=cast.filled.opened.id), cast.filled.opened.actor, PASSPHRASE
    )
    study = storage.load_study(opened)
    one = next(one for one in study.all(Interview) if one.id not in cast.filled.study.records)
    text = storage.interview_text(opened, one).text
    assert text == TEXT.replace("\r\n", "\n").strip("\n")
    assert one.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert one.length == len(text)


def test_a_draft_that_is_thrown_away_is_gone(cast: Cast) -> None:
    from wijkverhaal.site.studies.models import Draft

    there = _send(cast, TEXT.encode()).headers["Location"]
    cast.researcher.post(there, {"doe": "weg"})
    assert not Draft.objects.exists()
    assert cast.researcher.get(there).status_code == 400


def _bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 120_000_000)
    return packed.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK\x03\x04 stuk", b"%PDF-1.4 stuk", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 oud", b"   \n"],
    ids=["empty", "zip", "pdf", "doc", "blank"],
)
def test_what_is_no_interview_is_refused_in_one_sentence(cast: Cast, content: bytes) -> None:
    answer = _send(cast, content)
    assert answer.status_code == 400
    assert answer.content.decode().count('role="alert"') == 1


def test_a_zip_bomb_is_refused(cast: Cast) -> None:
    assert _send(cast, _bomb(), "gesprek.docx").status_code == 400


def test_a_file_that_announces_itself_as_huge_is_not_read(cast: Cast) -> None:
    answer = cast.researcher.post(
        f"{cast.home}verteller/A-school/interview/", {"gehouden": "2025-06-01"}, CONTENT_LENGTH="2000000000"
    )
    assert answer.status_code == 400
    assert "te groot" in answer.content.decode()


def test_the_form_is_checked_for_its_origin(cast: Cast) -> None:
    cast.researcher.handler.enforce_csrf_checks = True
    assert _send(cast, TEXT.encode()).status_code == 403


@pytest.mark.parametrize("kind", ["docx", "odt", "pdf", "vtt"])
def test_every_kind_of_file_is_shown(cast: Cast, kind: str) -> None:
    made = {
        "docx": docx("<w:p><w:r><w:t>Moeder: Het ging vlug.</w:t></w:r></w:p>"),
        "odt": odt("<text:p>Moeder: Het ging vlug.</text:p>"),
        "pdf": pdf("Moeder: Het ging vlug."),
        "vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Moeder>Het ging vlug.\n",
    }
    answer = _send(cast, made[kind], f"gesprek.{kind}")
    assert answer.status_code == 302
    shown = cast.researcher.get(answer.headers["Location"]).content.decode()
    assert "Het ging vlug." in shown
    assert "Moeder" in shown


def test_a_pdf_without_text_is_refused(cast: Cast) -> None:
    answer = _send(cast, pdf(""), "scan.pdf")
    assert answer.status_code == 400
    assert "alleen beeld" in answer.content.decode()


def test_a_draft_that_is_forgotten_goes(cast: Cast) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from wijkverhaal.site.studies.models import Draft
    from wijkverhaal.site.tidy import tidy

    _send(cast, TEXT.encode())
    tidy()
    assert Draft.objects.exists()
    Draft.objects.update(made=timezone.now() - timedelta(days=2))
    tidy()
    assert not Draft.objects.exists()
