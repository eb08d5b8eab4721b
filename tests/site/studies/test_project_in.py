# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program: shown with what was found, and in only after consent was written down."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from tests.stories.test_refi import PROJECT, TEXT
from wijkverhaal.stories.refi_write import write_qdc, write_qdpx

from .conftest import NAME, PASSPHRASE, Cast

ALLOWED = {
    "doe": "toestemming",
    "voor": "",
    "door": "de verteller zelf",
    "gegeven": "2025-03-01",
    "waarvoor": "onderzoek naar hulp",
}


@pytest.fixture
def qdpx(tmp_path: Path) -> bytes:
    path = tmp_path / "studie.qdpx"
    write_qdpx(PROJECT, path)
    return path.read_bytes()


def send(cast: Cast, content: bytes, name: str = f"project van {NAME}.qdpx", **more: str) -> Any:
    file = io.BytesIO(content)
    file.name = name
    return cast.researcher.post(f"{cast.home}project/", {"bestand": file, **more})


def told(number: int, family: str = "gezin Z", role: str = "vader") -> dict[str, str]:
    return {
        "gesprek": str(number),
        f"gezin-{number}": family,
        f"rol-{number}": role,
        f"dag-{number}": "2025-06-01",
        f"sprekers-{number}": "Moeder, School",
    }


def study_of(cast: Cast) -> Any:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy

    stored = StoredStudy.objects.get(pk=cast.filled.opened.id)
    opened = open_with_passphrase(stored, cast.filled.opened.actor, PASSPHRASE)
    return opened, storage.load_study(opened)


def test_what_was_found_is_shown_before_anything_comes_in(cast: Cast, qdpx: bytes) -> None:
    from wijkverhaal.site.studies.models import Draft

    answer = send(cast, qdpx)
    assert answer.status_code == 302
    there = answer.headers["Location"]
    assert b"drie" not in bytes(Draft.objects.get().sealed)
    shown = cast.researcher.get(there).content.decode()
    assert "tekens (zoals de standaard zegt)" in shown
    assert "Hij was drie" in shown
    assert "Interview moeder" in shown
    assert cast.coder.get(there).status_code == 404
    assert cast.outsider.get(there).status_code == 404
    _opened, study = study_of(cast)
    assert study.records == cast.filled.study.records


def test_it_comes_in_only_with_role_day_and_consent(cast: Cast, qdpx: bytes) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.models import Draft
    from wijkverhaal.stories.study.record import Coding, Consent, Factor, Family, Informant, Interview

    there = send(cast, qdpx).headers["Location"]
    assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 400
    form = {"doe": "gesprekken", **told(0), **told(1, role="school"), "gesprek": ["0", "1"]}
    assert cast.researcher.post(there, form).status_code == 302
    answer = cast.researcher.post(there, {"doe": "neem-op"})
    assert answer.status_code == 400
    assert "toestemming" in answer.content.decode()
    assert cast.researcher.post(there, ALLOWED).status_code == 302
    assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    assert not Draft.objects.exists()
    opened, study = study_of(cast)
    family = next(one for one in study.all(Family) if one.label == "gezin Z")
    who, school = (one for one in study.all(Informant) if one.family == family.id)
    assert school.role == "school"
    consent = next(one for one in study.all(Consent) if one.informant == who.id)
    interview = next(one for one in study.all(Interview) if one.informant == who.id)
    assert (who.role, consent.given_by, consent.quotations) == ("vader", "de verteller zelf", False)
    text = storage.interview_text(opened, interview).text
    assert text == TEXT
    coded = {
        (study.one(Factor, one.factor).name, text[one.start : one.end])
        for one in study.all(Coding)
        if one.interview == interview.id
    }
    assert coded == {("te laat", "Hij was drie"), ("geen klik", "👩‍👧 was moe")}
    assert "Interview moeder" not in str(study.records)
    assert cast.researcher.get(f"{cast.home}interview/{interview.id}/").status_code == 200


def test_what_is_not_taken_leaves_nothing(cast: Cast, qdpx: bytes) -> None:
    from wijkverhaal.stories.study.record import Factor, Interview

    there = send(cast, qdpx).headers["Location"]
    out = {"gesprek": ["0", "1"], "mee-0": "nee", "mee-1": "nee"}
    cast.researcher.post(there, {"doe": "gesprekken", **out})
    assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    _opened, study = study_of(cast)
    assert len(list(study.all(Interview))) == 2
    assert "te laat" in {one.name for one in study.all(Factor)}


def test_a_draft_opens_for_nobody_else(cast: Cast, qdpx: bytes) -> None:
    from wijkverhaal.site.studies.models import Member

    there = send(cast, qdpx).headers["Location"]
    account = Member.objects.filter(study=cast.filled.opened.id, role="coder").get().account
    Member.objects.create(study=cast.filled.opened.stored, account=account, role="researcher")
    assert cast.coder.get(there).status_code == 400
    assert cast.researcher.get(there.replace("project", "concept")).status_code == 400


def test_a_codebook_comes_in_at_once_and_not_twice(cast: Cast, tmp_path: Path) -> None:
    from wijkverhaal.stories.study.record import Factor

    write_qdc(PROJECT.codes, tmp_path / "codes.qdc")
    for _time in range(2):
        there = send(cast, (tmp_path / "codes.qdc").read_bytes(), "codes.qdc").headers["Location"]
        assert cast.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    _opened, study = study_of(cast)
    names = sorted(one.name for one in study.all(Factor))
    assert names == sorted({*names})
    assert {"hulp", "te laat", "geen klik"} <= set(names)
