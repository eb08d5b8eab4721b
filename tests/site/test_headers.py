# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer tells the browser, and how the secret and the database are kept."""

from __future__ import annotations

import logging
import stat
from logging.handlers import MemoryHandler
from typing import TYPE_CHECKING

import pytest

from wijkverhaal.foundation.errors import InputError

from .conftest import Site

if TYPE_CHECKING:
    from pathlib import Path

    from django.test import Client


def test_every_page_has_a_strict_policy(site: Site, reader: Client, stranger: Client) -> None:
    answers = [reader.get(page) for page in [*site.pages(), "/niets/"]] + [stranger.get("/inloggen/")]
    for answer in answers:
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer.headers["Cache-Control"]


def test_pages_need_nothing_that_the_policy_forbids(site: Site, reader: Client) -> None:
    for page in site.pages():
        text = reader.get(page).text
        assert " style=" not in text
        assert "<style" not in text
        assert " onclick=" not in text
        assert 'src="http' not in text
        assert 'href="http' not in text


def test_cookies_are_out_of_reach_of_scripts(reader: Client) -> None:
    for name in ("wijkverhaal-session", "wijkverhaal-form"):
        reader.get("/")
        assert reader.cookies[name]["httponly"]
        assert reader.cookies[name]["samesite"] in ("Lax", "Strict")


def test_the_secret_is_the_owners_alone(site: Site) -> None:
    path = site.root / "site" / "secret-key"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(path.read_text("ascii")) >= 64


def test_a_secret_stays_and_one_that_others_can_read_is_refused(tmp_path: Path) -> None:
    from wijkverhaal.site.secret_key import secret_key

    path = tmp_path / "site" / "secret-key"
    assert secret_key(path) == secret_key(path) != secret_key(tmp_path / "other")
    path.chmod(0o644)
    with pytest.raises(InputError, match="Anderen kunnen"):
        secret_key(path)
    path.write_text("kort", "ascii")
    path.chmod(0o600)
    with pytest.raises(InputError, match="te kort"):
        secret_key(path)


def test_the_database_is_a_file_that_many_can_read_at_once(site: Site) -> None:
    from django.db import connection

    if connection.vendor != "sqlite":
        pytest.skip("the database is not a file here")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"


def test_a_wrong_database_address_is_refused_without_its_password(tmp_path: Path) -> None:
    from wijkverhaal.site.database import database

    for address in ("mysql://a:geheim@b/c", "postgresql://a:geheim@b/", "postgresql://a:geheim@b:x/c"):
        with pytest.raises(InputError) as caught:
            database(address, tmp_path)
        assert "geheim" not in str(caught.value)
    found = database("postgresql://lezer:a%40b@db:5433/wijk", tmp_path)
    assert (found["HOST"], found["PORT"], found["PASSWORD"]) == ("db", "5433", "a@b")


def test_the_models_and_the_migrations_agree(site: Site) -> None:
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_an_event_is_not_replaced_either(site: Site) -> None:
    from django.db import DatabaseError, connection, transaction

    from wijkverhaal.site.log.models import Event
    from wijkverhaal.site.log.record import record

    if connection.vendor != "sqlite":
        pytest.skip("the database is not a file here")
    event = record("logged-out")
    asked = "INSERT OR REPLACE INTO log_event (id, moment, actor, key, facts) VALUES (%s, %s, %s, %s, %s)"
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(asked, [event.pk, event.moment, "een ander", "logged-out", "{}"])
    assert Event.objects.get(pk=event.pk).actor == ""


def test_no_page_may_use_a_camera_and_no_file_is_kept_for_others(site: Site, reader: Client) -> None:
    from wijkverhaal.site.log.models import Event

    for address in ("/", "/niets/", "/static/site/frame.css"):
        assert "camera=()" in reader.get(address).headers["Permissions-Policy"]
    told = Event.objects.filter(key="file-downloaded")
    before = told.count()
    file = reader.get(site.address("gemeente/GM9002/wijken.csv"))
    assert file.headers["Cache-Control"] == "private, no-cache"
    assert told.count() == before + 1


def test_a_folder_made_in_advance_becomes_the_owners_alone(tmp_path: Path) -> None:
    from wijkverhaal.site.set_up import _own_folder

    folder = tmp_path / "site"
    folder.mkdir(mode=0o755)
    _own_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_another_name_of_the_site_fills_no_terminal(stranger: Client) -> None:
    told = MemoryHandler(capacity=100)
    logger = logging.getLogger("django")
    logger.addHandler(told)
    try:
        assert stranger.get("/", SERVER_NAME="boos.example").status_code == 400
    finally:
        logger.removeHandler(told)
    assert [one.name for one in told.buffer if one.levelno >= logging.ERROR] == []


def test_a_large_form_is_refused_also_from_who_is_inside(reader: Client) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    large = SimpleUploadedFile("groot.bin", b"x" * 200_000)
    assert reader.post("/taal/", {"taal": "nl", "terug": "/", "bestand": large}).status_code in (400, 413)
