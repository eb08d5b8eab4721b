# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who withdraws and what is erased: looked for in every table and every file of the site."""

from __future__ import annotations

import base64
import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.site.conftest import Site

from ..raw_file import raw
from .conftest import MOTHER, NAME, PASSPHRASE, Cast
from .test_what_leaves import WORD, _coded, _with_register

WITHDRAW = {"zeker": "ja", "wachtzin": WORD}


def _rows() -> Iterator[tuple[str, str]]:
    """Every row of every table of the site, as text."""
    from django.apps import apps

    for model in apps.get_models():
        for row in model.objects.all().values():
            cells = [bytes(one) if isinstance(one, memoryview) else one for one in row.values()]
            yield model.__name__, str(cells)


def _visits() -> str:
    from django.contrib.sessions.models import Session

    return json.dumps([one.get_decoded() for one in Session.objects.all()])


def _files(site: Site) -> list[Path]:
    """Every file of the site; the database is shut first, for reading its file would undo its locks."""
    from django.db import connections

    connections.close_all()
    return [one for one in (site.root / "site").rglob("*") if one.is_file()]


def _full(cast: Cast) -> None:
    """A study with codings, a register, drafts that wait, proposals and open visits."""
    from wijkverhaal.site.studies.names import proposals
    from wijkverhaal.stories.vault.secret_file import write_secret

    _coded(cast)
    _with_register(cast)
    assert cast.coder.get(cast.told).status_code == 200
    file = io.BytesIO(f"Moeder: {NAME} ging naar school.".encode())
    file.name = "gesprek.txt"
    form = {"gehouden": "2025-06-01", "bestand": file}
    assert cast.researcher.post(f"{cast.home}verteller/A-mother/interview/", form).status_code == 302
    write_secret(proposals._target(cast.filled.opened.id, cast.filled.mother.id), b"sealed")


def _backup(site: Site, days: int) -> Path:
    path = site.root / "site" / f"site-{days}.sqlite3.bak"
    database = site.root / "site" / "site.sqlite3"
    # on a server's database there is no file of ours, and copies of one are from before it
    path.write_bytes(raw(database) if database.exists() else b"")
    moment = path.stat().st_mtime - days * 24 * 3600
    os.utime(path, (moment, moment))
    return path


def test_of_who_withdrew_nothing_opens_in_any_table_or_file(cast: Cast, site: Site) -> None:
    from wijkverhaal.site.studies.keeping import key_store
    from wijkverhaal.stories.study.item import informant_item, interview_item
    from wijkverhaal.stories.vault.key_bytes import read_key_bytes

    _full(cast)
    study = cast.filled.opened.id
    there = f"{cast.home}verteller/A-mother/terugtrekken/"
    assert cast.researcher.post(there, WITHDRAW).status_code == 200
    items = {informant_item("A-mother"), interview_item(cast.filled.mother.id)}
    for path in (key_store.key_path(study), key_store.recovery_path(study)):
        assert not items & set(read_key_bytes(path.read_bytes()).keys)
    left = [(name, row) for name, row in _rows() if any(item in row for item in items)]
    assert left == []
    assert not [name for name, _row in _rows() if name == "Draft"]
    assert not list((site.root / "site" / "proposals").rglob("*.sealed"))
    for file in _files(site):
        content = raw(file)
        assert not any(word.encode() in content for word in (NAME, "Trijntje", "Niemand deed")), file.name


def test_who_had_the_study_open_must_open_it_again_and_finds_nothing(cast: Cast) -> None:
    _full(cast)
    assert cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", WITHDRAW).status_code == 200
    assert cast.coder.get(cast.home).headers["Location"].endswith("/openen/")
    for client in (cast.researcher, cast.coder):
        client.post(f"{cast.home}openen/", {"wachtzin": PASSPHRASE})
        assert client.get(cast.told).status_code == 404
        assert client.get(f"{cast.told}lezen/").status_code == 404
        found = client.get(f"{cast.home}zoeken/?zoek=Niemand").content.decode()
        assert "Niemand deed" not in found
        client.post(f"{cast.home}ongedaan/")
        assert client.get(cast.told).status_code == 404
    for address in ("gezin/A/geschiedenis/", "matrix/", "citaten/", "namen/", "wachten/"):
        page = cast.researcher.get(f"{cast.home}{address}")
        assert page.status_code == 200, address
        assert "Niemand deed" not in page.content.decode()
    assert "De keten klopt" in cast.researcher.get(f"{cast.home}logboek/").content.decode()


def test_an_erased_study_is_in_no_table_file_visit_or_old_backup(cast: Cast, site: Site) -> None:
    _full(cast)
    study = cast.filled.opened.id
    old, young = _backup(site, 40), _backup(site, 3)
    assert study in _visits()
    form = {"zeker": "ja", "wachtzin": PASSPHRASE}
    assert cast.researcher.post(f"{cast.home}wissen/", form).status_code == 302
    # what remains is that somebody erased it, in the log of the site
    assert {name for name, row in _rows() if study in row} == {"Event"}
    assert [row for name, row in _rows() if name == "Event" and study in row and "study-erased" in row]
    assert study not in _visits()
    assert not old.exists()
    assert young.exists()
    assert [one for one in _files(site) if study in str(one)] == []
    assert not any(MOTHER[:30].encode() in raw(one) for one in _files(site))
    young.unlink()
    for client in (cast.researcher, cast.coder, cast.reader):
        assert client.get(cast.home).status_code == 404


def test_nothing_in_a_copy_of_the_database_opens_without_the_keys(cast: Cast, site: Site) -> None:
    """A backup and a visit together hold no key: the other half is only in a cookie."""
    from wijkverhaal.site.studies.keeping import key_store

    _full(cast)
    keys = cast.filled.opened
    secrets = [keys.study_key.key, *keys.keys.values()]
    shown = [base64.b64encode(one) for one in secrets] + [one.hex().encode() for one in secrets]
    for file in _files(site):
        content = raw(file)
        assert not any(one in content for one in [*secrets, *shown]), file.name
    cookie: Any = cast.researcher.cookies["wijkverhaal-verhalen"].value
    half = cookie.partition(":")[0]
    assert half.encode() not in b"".join(raw(one) for one in _files(site))
    assert PASSPHRASE.encode() not in b"".join(raw(one) for one in _files(site))
    assert key_store.key_path(keys.id).parent.name == "keys"
