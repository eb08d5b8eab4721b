# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""`wijkverhaal demo --serve`: the fictional country is built, and then the site shows it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

_PROGRAM = "from wijkverhaal.cli import main; main()"


def test_the_country_is_built_and_shown(tmp_path: Path) -> None:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("DJANGO_", "DATABASE_", "WIJKVERHAAL_"))
    }
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _PROGRAM,
            "demo",
            "--serve",
            "--port",
            "0",
            "--workspace",
            str(tmp_path / "d"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=kept | {"PYTHONUNBUFFERED": "1"},
    )
    said: list[str] = []
    try:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if "Ctrl+C" in line:
                break
        told = "".join(said)
        link = re.search(r"(http://127\.0\.0\.1:\d+)/inloggen/\?sleutel=(\S{40,})", told)
        assert link is not None, said
        door_of_conversation = re.search(r"http://127\.0\.0\.1:\d+/gesprek/mee/\S{22}/", told)
        assert door_of_conversation is not None, said
        somebody = build_opener(HTTPCookieProcessor(CookieJar()))
        name = somebody.open(door_of_conversation[0], timeout=60).read().decode()
        browser = build_opener(HTTPCookieProcessor(CookieJar()))
        door = browser.open(link[0], timeout=60).read().decode()
        form = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', door)
        assert form is not None
        fields = {"sleutel": link[2], "csrfmiddlewaretoken": form[1]}
        inside = browser.open(f"{link[1]}/inloggen/", urlencode(fields).encode(), 60).read().decode()
        work = browser.open(f"{link[1]}/werk/", timeout=60).read().decode()
        conversations = browser.open(f"{link[1]}/gesprek/", timeout=60).read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        rest, trouble = process.communicate(timeout=120)
    assert process.returncode == 0, trouble
    assert "Verzonnen land" in inside
    assert "jongeren met jeugdzorg (CBS)" in work
    assert 'name="organisatie"' in name
    assert conversations.count("(verzonnen)") >= 2
    assert "De site is gestopt." in rest
    assert (tmp_path / "d" / "export" / "report.html").is_file()
