# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The command: it listens on this machine only, and says in one sentence why it does not start."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest

from .conftest import RUN, Site

_PROGRAM = "from wijkverhaal.cli import main; main()"


@pytest.fixture
def workspace(site: Site, tmp_path: Path) -> Path:
    shutil.copytree(site.root / "runs" / RUN, tmp_path / "werkmap" / "runs" / RUN)
    return tmp_path / "werkmap"


def _start(arguments: Sequence[str]) -> subprocess.Popen[str]:
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))
    }
    return subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, "serve", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=kept | {"PYTHONUNBUFFERED": "1"},
    )


def test_it_starts_tells_a_link_and_stops(workspace: Path) -> None:
    process = _start(["--workspace", str(workspace), "--port", "0"])
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _line in range(3)]
        found = re.search(r"http://127\.0\.0\.1:\d+/inloggen/\?sleutel=\S{40,}", lines[2])
        assert found is not None, lines
        # a browser keeps the key, which its address loses at once
        browser = build_opener(HTTPCookieProcessor())
        with browser.open(found[0]) as answer:
            assert "Ga naar binnen" in answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        rest, trouble = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "De site is gestopt." in rest
    assert trouble == ""
    assert (workspace / "site" / "site.sqlite3").is_file()


def test_a_port_that_is_taken_is_said_in_one_sentence(workspace: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        process = _start(["--workspace", str(workspace), "--port", port])
        _out, trouble = process.communicate(timeout=60)
    assert process.returncode == 2
    assert trouble.strip().count("\n") == 0
    assert f"Poort {port} is niet vrij" in trouble


def test_an_empty_workspace_is_served_and_says_where_to_begin(tmp_path: Path) -> None:
    process = _start(["--workspace", str(tmp_path / "leeg"), "--port", "0"])
    try:
        assert process.stdout is not None
        link = [process.stdout.readline() for _line in range(3)][2].strip()
        browser = build_opener(HTTPCookieProcessor())
        with browser.open(link) as answer:
            door = answer.read().decode()
        names = ("csrfmiddlewaretoken", "sleutel", "verder")
        found = {name: re.search(rf'name="{name}" value="([^"]*)"', door) for name in names}
        sent = {name: value[1] for name, value in found.items() if value is not None}
        start = link.split("inloggen")[0]
        body = urlencode(sent).encode()
        form = Request(f"{start}inloggen/", body, {"Referer": start})  # noqa: S310 (our own machine)
        with browser.open(form) as answer:
            assert "/werk/inlezen/" in answer.read().decode()
    finally:
        process.send_signal(signal.SIGINT)
        _rest, trouble = process.communicate(timeout=60)
    assert (process.returncode, trouble) == (0, "")


def test_another_address_than_this_machine_needs_the_name_of_the_site(tmp_path: Path) -> None:
    process = _start(["--workspace", str(tmp_path / "leeg"), "--host", "0.0.0.0", "--port", "0"])  # noqa: S104
    _out, trouble = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "WIJKVERHAAL_HOSTS" in trouble
    assert trouble.strip().count("\n") == 0


def test_a_web_process_does_not_load_the_model(site: Site) -> None:
    """Whoever reads does not fit: a hundred megabytes less, and no wait for the first reader."""
    program = (
        "import sys; from pathlib import Path; from wijkverhaal.foundation.workspace import Workspace;"
        "from wijkverhaal.site.commands import prepare; prepare(Workspace(Path(sys.argv[1])));"
        "from wijkverhaal.site import wsgi; wsgi.keep_what_stays();"
        "print([name for name in ('numba', 'qdldl', 'weasyprint', 'wijkverhaal.site.runs.views',"
        " 'wijkverhaal.site.jobs.views') if name in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, str(site.root)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "['wijkverhaal.site.runs.views', 'wijkverhaal.site.jobs.views']"


def test_other_commands_never_import_django() -> None:
    program = (
        "import sys; from wijkverhaal.cli.main import _program; import typer;"
        "typer.main.get_command(_program()); print('django' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
