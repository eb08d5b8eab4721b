# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves for another program: valid, without a name of the register, and written down."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.stories.conftest import published
from wijkverhaal.stories.refi_read import read_qdc, read_qdpx

from .conftest import MOTHER, NAME, PASSPHRASE, Cast
from .test_project_in import ALLOWED, send, study_of
from .test_what_leaves import WORD, _coded, _with_register


def ask(cast: Cast, kind: str = "qdpx", **more: str) -> Any:
    return cast.researcher.post(f"{cast.home}meegeven/", {"doe": "haal", "soort": kind, **more})


@pytest.fixture
def ready(cast: Cast) -> Cast:
    """With a coding, a register, and every place of the mother's interview decided."""
    _coded(cast)
    _with_register(cast)
    return cast


def _valid(content: bytes, schema: str) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is needed to validate against a schema")
    etree.XMLSchema(etree.parse(str(published(f"qda/refi/{schema}.xsd")))).assertValid(
        etree.fromstring(content)
    )


def test_a_project_leaves_valid_and_without_names(ready: Cast) -> None:
    answer = ask(ready)
    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == 'attachment; filename="onderzoek.qdpx"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
        _valid(packed.read("project.qde"), "Project")
        assert not any(NAME in name for name in packed.namelist())
    assert NAME.encode() not in whole
    assert b"Toen [kind-A] drie was" in whole
    assert b"Wij hadden geen tijd" not in whole  # the school did not let its words be quoted
    assert "haalde citaten op" not in ready.coder.get(f"{ready.home}logboek/").content.decode()


def test_a_codebook_leaves_valid(ready: Cast) -> None:
    answer = ask(ready, "qdc")
    _valid(answer.content, "Codebook")
    assert [one.name for one in read_qdc(bytes(answer.content), "x.qdc")] == ["Te laat", "Klik"]


def test_quotations_leave_one_in_a_row(ready: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding

    assert ask(ready, "csv").content.decode("utf-8-sig").splitlines()[1:] == []
    coding = next(storage.load_study(ready.filled.opened).all(Coding)).id
    ready.researcher.post(f"{ready.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    rows = ask(ready, "csv").content.decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].startswith("Te laat;gezin A;moeder;was er;")


def test_a_name_that_is_left_keeps_everything_here(ready: Cast) -> None:
    from wijkverhaal.site.studies.models import LogLine

    place = MOTHER.index(NAME)
    ready.researcher.post(f"{ready.told}namen/", {"plek": place, "doe": "terug"})
    ready.researcher.post(f"{ready.told}namen/", {"plek": place, "doe": "laat"})
    for kind in ("qdpx", "csv"):
        answer = ask(ready, kind)
        if kind == "qdpx":
            assert answer.status_code == 400
            assert "[kind-A]" in answer.content.decode()
        assert NAME not in answer.content.decode()
    assert LogLine.objects.filter(study=ready.filled.opened.id, kind="exported").count() == 1


def test_an_ordinary_word_may_leave_where_somebody_looked(ready: Cast) -> None:
    person = {"doe": "persoon", "gezin": "A", "namen": "Niemand", "rol": "huisdier"}
    ready.researcher.post(f"{ready.home}namen/", person)
    place = MOTHER.index("Niemand")
    ready.researcher.post(f"{ready.told}namen/", {"plek": place, "doe": "vervang"})
    ready.researcher.post(f"{ready.home}factoren/nieuw/", {"naam": "Er was niemand", "richting": "either"})
    assert ask(ready, "qdc").status_code == 400
    assert ask(ready, "qdc", gewoon="niemand").status_code == 200


def test_a_look_first_lets_nothing_go(ready: Cast) -> None:
    from wijkverhaal.site.studies.models import LogLine

    answer = ready.researcher.post(f"{ready.home}meegeven/", {"doe": "kijk", "soort": "qdpx"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "geen toestemming voor citeren" in page
    assert "geen naam uit het register" in page
    assert not LogLine.objects.filter(study=ready.filled.opened.id, kind="exported").exists()


def test_nothing_leaves_while_the_register_is_shut(cast: Cast) -> None:
    for kind in ("qdpx", "qdc", "csv"):
        assert ask(cast, kind).status_code == 400


def test_names_leave_only_with_passphrase_and_in_the_log(ready: Cast) -> None:
    from wijkverhaal.site.log.models import Event

    there = f"{ready.home}meegeven/"
    form = {"doe": "met-namen", "zeker": "ja", "wachtzin": PASSPHRASE}
    for client in (ready.coder, ready.reader, ready.outsider):
        assert client.post(there, form).status_code == 404
    assert ready.researcher.post(there, {**form, "zeker": ""}).status_code == 400
    assert ready.researcher.post(there, {**form, "wachtzin": "fout en toch lang"}).status_code == 400
    answer = ready.researcher.post(there, form)
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert NAME.encode() in b"".join(packed.read(name) for name in packed.namelist())
        _valid(packed.read("project.qde"), "Project")
    assert "haalde alles MET namen op" in ready.researcher.get(f"{ready.home}logboek/").content.decode()
    assert Event.objects.filter(key="study-exported-raw").exists()


@pytest.mark.parametrize("raw", [False, True])
def test_what_left_and_comes_back_is_the_same_study(ready: Cast, raw: bool, tmp_path: Path) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview

    form = {"doe": "met-namen", "zeker": "ja", "wachtzin": PASSPHRASE}
    left = ready.researcher.post(f"{ready.home}meegeven/", form) if raw else ask(ready)
    content = bytes(left.content)
    (tmp_path / "terug.qdpx").write_bytes(content)
    assert read_qdpx(tmp_path / "terug.qdpx").companion
    made = ready.researcher.post(
        "/verhalen/nieuw/",
        {"titel": "Terug", "bewaren": "2090-01-01", "wachtzin": PASSPHRASE, "nog-eens": PASSPHRASE},
    )
    address = made.content.decode().partition('class="button" href="')[2].partition('"')[0]
    file = io.BytesIO(content)
    file.name = "terug.qdpx"
    there = ready.researcher.post(f"{address}project/", {"bestand": file}).headers["Location"]
    assert ready.researcher.post(there, ALLOWED).status_code == 302
    assert ready.researcher.post(there, {"doe": "neem-op"}).status_code == 302
    _opened, before = study_of(ready)
    opened, study = _study(address)
    words: Callable[[Any, Any], set[tuple[str, ...]]] = _coded_words
    allowed = {one.id for one in before.all(Interview) if raw or one.informant == "A-mother"}
    texts = {one.id: storage.interview_text(opened, one).text for one in study.all(Interview)}
    assert words(study, texts) == words(before, {name: _text_of(ready, name, raw) for name in allowed})
    assert {one.label for one in study.all(Family)} == {"gezin A"}
    assert {one.held for one in study.all(Interview)} == {
        one.held for one in before.all(Interview) if one.id in allowed
    }
    assert {(one.name, one.direction) for one in study.all(Factor)} == {
        (one.name, one.direction) for one in before.all(Factor)
    }
    assert {one.role for one in study.all(Informant)} == ({"moeder", "school"} if raw else {"moeder"})
    assert {one.coder for one in study.all(Coding)} != set()


def _study(address: str) -> Any:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import Member, StoredStudy

    stored = StoredStudy.objects.get(pk=address.strip("/").rpartition("/")[2])
    account = Member.objects.filter(study=stored).first()
    assert account is not None
    opened = open_with_passphrase(stored, account.account_id, PASSPHRASE)
    return opened, storage.load_study(opened)


def _text_of(cast: Cast, interview: str, raw: bool) -> str:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.site.studies.names import names_store
    from wijkverhaal.stories.study.record import Interview

    opened, study = study_of(cast)
    one = study.one(Interview, interview)
    return storage.interview_text(opened, one).text if raw else names_store.reader_text(opened, one)[0]


def _coded_words(study: Any, texts: dict[str, str]) -> set[tuple[str, ...]]:
    """Per coding the factor, and who tells it; of each text the words."""
    from wijkverhaal.stories.study.record import Coding, Factor, Informant, Interview

    coded = {
        (study.one(Factor, one.factor).name, str(one.present), one.interview)
        for one in study.all(Coding)
        if one.interview in texts
    }
    roles = {
        one.id: study.one(Informant, one.informant).role for one in study.all(Interview) if one.id in texts
    }
    return {(name, said, roles[interview]) for name, said, interview in coded} | {
        (roles[name], text) for name, text in texts.items()
    }


def test_the_register_passphrase_is_not_the_study_passphrase(ready: Cast) -> None:
    form = {"doe": "met-namen", "zeker": "ja", "wachtzin": WORD}
    assert ready.researcher.post(f"{ready.home}meegeven/", form).status_code == 400


def test_sending_it_again_needs_a_yes(ready: Cast) -> None:
    from wijkverhaal.stories.study.record import Interview

    content = bytes(ask(ready).content)
    there = send(ready, content).headers["Location"]
    assert ready.researcher.post(there, {"doe": "weg"}).status_code == 302
    _opened, study = study_of(ready)
    assert len(list(study.all(Interview))) == 2
