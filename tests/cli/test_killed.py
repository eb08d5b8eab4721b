# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A process that is killed leaves nothing half-written, and the next one goes on."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from wijkverhaal.cli.main import run


def _start(*words: str) -> subprocess.Popen[bytes]:
    program = "import sys; from wijkverhaal.cli import main; main(sys.argv[1:])"
    return subprocess.Popen(
        [sys.executable, "-c", program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_killed_estimate_leaves_the_earlier_run_the_newest(own_workspace: Path) -> None:
    before = sorted(path.name for path in (own_workspace / "runs").iterdir())
    process = _start("estimate", "--workspace", str(own_workspace))
    assert process.stderr is not None
    process.stderr.readline()  # it says which model it is at work on
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()  # type: ignore[union-attr]
    process.stderr.close()
    finished = [p.name for p in (own_workspace / "runs").iterdir() if not p.name.startswith(".")]
    assert sorted(finished) == before
    assert run(["estimate", "--workspace", str(own_workspace)]) == 0
    assert len(list((own_workspace / "runs").iterdir())) == len(before) + 1


def test_an_interrupted_demo_says_so_and_can_be_done_again(tmp_path: Path) -> None:
    home = tmp_path / "demo"
    process = _start("demo", "--workspace", str(home))
    assert process.stderr is not None
    process.stderr.readline()
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _out, err = process.communicate()
    assert process.returncode == 130
    assert "Onderbroken" in err.decode().splitlines()[-1]
    assert not (home / "export").exists()
    assert run(["demo", "--workspace", str(home)]) == 0
    assert (home / "export" / "report.html").stat().st_size > 100_000
    assert not [p for p in home.rglob("*") if ".unfinished" in p.name]
