# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a server tells the site: read strictly, described in the manual, seen in cookies and headers."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.environment import VARIABLES, Environment
from wijkverhaal.site.server import read_server

pytestmark = pytest.mark.any_database

_MANUAL = Path(__file__).resolve().parents[2] / "docs" / "handleiding" / "12-beheer.md"
_PROGRAM = """
import json, sys
from pathlib import Path
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.site import commands
commands.prepare(Workspace(Path(sys.argv[1])))
from django.test import Client
plain = Client(SERVER_NAME="wijk.example").get("/inloggen/")
client = Client(SERVER_NAME="wijk.example", headers={"x-forwarded-proto": "https"})
safe = client.get("/inloggen/")
link = client.get("/inloggen/", {"sleutel": "x" * 43})
cookies = {name: [bool(one["secure"]), one["path"], one["domain"]] for name, one in client.cookies.items()}
print(json.dumps([plain.status_code, plain.headers.get("Location"), safe.status_code,
                  safe.headers.get("Strict-Transport-Security"), cookies,
                  client.get("/", headers={"host": "127.0.0.1"}).status_code]))
"""


@pytest.mark.parametrize("value", ["1", "yes", "True", "ja", "TRUE"])
def test_true_and_false_and_nothing_else(value: str) -> None:
    with pytest.raises(InputError, match="true of false"):
        Environment({"WIJKVERHAAL_PASSWORDS": value}).flag("WIJKVERHAAL_PASSWORDS")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WIJKVERHAAL_PROXY", "-1"),
        ("WIJKVERHAAL_PROXY", "6"),
        ("WIJKVERHAAL_PROXY", "een"),
        ("WIJKVERHAAL_PROXY", "²"),
        ("WIJKVERHAAL_IDLE_MINUTES", "0"),
        ("WIJKVERHAAL_LOG_YEARS", "0"),
        ("WIJKVERHAAL_HOSTS", "*"),
        ("WIJKVERHAAL_HOSTS", "https://wijk.example"),
        ("WIJKVERHAAL_HOSTS", ".example"),
    ],
)
def test_a_value_that_cannot_be_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(InputError, match=name):
        read_server(Environment({name: value}))


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "geheim"
    file.write_text("postgresql://a:b@c/d\n", "utf-8")
    assert Environment({"DATABASE_URL_FILE": str(file)}).text("DATABASE_URL") == "postgresql://a:b@c/d"
    with pytest.raises(InputError, match="niet allebei"):
        Environment({"DATABASE_URL_FILE": str(file), "DATABASE_URL": "x"}).text("DATABASE_URL")
    file.write_text(" \n", "utf-8")
    with pytest.raises(InputError, match="leeg"):
        Environment({"DATABASE_URL_FILE": str(file)}).text("DATABASE_URL")
    with pytest.raises(InputError, match="niet te lezen"):
        Environment({"DATABASE_URL_FILE": str(tmp_path / "weg")}).text("DATABASE_URL")


def test_without_anything_it_is_one_computer() -> None:
    server = read_server(Environment({}))
    assert not server.shared
    assert server.allowed == ["127.0.0.1", "localhost"]
    assert (server.passwords, server.idle_minutes, server.log_years) == (True, 30, 2)


def test_the_manual_describes_exactly_what_is_read() -> None:
    text = _MANUAL.read_text("utf-8")
    rows = re.findall(r"^\| `([A-Z_]+)`(\*?) \|[^|]+\| ([^|]*) \|$", text, re.MULTILINE)
    told = {name: (bool(star), default.strip("` ")) for name, star, default in rows}
    assert told == {one.name: (one.secret, one.default or "–") for one in VARIABLES}


def test_on_a_server_everything_is_over_https(tmp_path: Path) -> None:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))
    }
    told = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(tmp_path)],
        env=kept | {"WIJKVERHAAL_HOSTS": "wijk.example", "WIJKVERHAAL_PROXY": "1"},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stderr
    plain, location, safe, strict, cookies, other = json.loads(told.stdout)
    assert (plain, location) == (301, "https://wijk.example/inloggen/")
    assert safe == 200
    assert strict is not None
    assert int(strict.partition("=")[2]) >= 31_536_000
    assert {"__Host-wijkverhaal-form", "__Host-wijkverhaal-link"} <= set(cookies)
    assert all(one == [True, "/", ""] for one in cookies.values())
    assert other == 400


@pytest.mark.parametrize(
    ("proxies", "told", "found"),
    [
        (0, "198.51.100.1", "192.0.2.1"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "verzonnen, 198.51.100.1", "198.51.100.1"),
        (2, "verzonnen, 198.51.100.1, 198.51.100.2", "198.51.100.1"),
        (2, "198.51.100.1", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "198.51.100.1, unknown", "192.0.2.1"),
        (1, "198.51.100.1:4711", "198.51.100.1"),
        (1, "[2001:DB8:0::1]:443", "2001:db8::1"),
        (1, "2001:db8::1", "2001:db8::1"),
        (1, "::ffff:198.51.100.1", "198.51.100.1"),
    ],
)
def test_an_address_is_what_our_own_proxies_saw(site: object, proxies: int, told: str, found: str) -> None:
    from dataclasses import replace

    from django.conf import settings
    from django.test import RequestFactory, override_settings

    from wijkverhaal.site.client_address import client_address

    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": told})
    with override_settings(SERVER=replace(settings.SERVER, proxies=proxies)):
        assert client_address(request) == found
