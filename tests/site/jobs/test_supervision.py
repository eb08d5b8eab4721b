# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""kill -9 of the worker in mid-run: its child goes too, the job fails, another worker comes, and goes on."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks at processes in /proc")


@pytest.mark.any_database
def test_a_killed_worker(imported: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(imported, tmp_path / "werkmap"))
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "DATABASE_"))
    }
    program = Path(__file__).with_name("supervised_round.py")
    done = subprocess.run(
        [sys.executable, str(program), str(root)], capture_output=True, text=True, env=kept, timeout=600
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["state"] == "failed"
    assert "afgebroken" in told["trouble"]
    assert told["log"] == ["run-failed"], "the log tells it, once"
    assert told["children"] >= 1
    assert told["half"] == []
    assert told["new worker"]
    assert not told["joined"]
    assert told["again"] == "finished"
    assert told["runs"] == [told["result"]["run"]]
    assert told["stopped"]
