# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that only their owner reads, and that only one worker changes at a time."""

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.vault.secret_file import alone, destroy_file, write_secret


def test_it_appears_whole_and_for_the_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "map" / "sleutels"
    write_secret(path, b"een")
    write_secret(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["sleutels"]


def test_what_is_destroyed_is_overwritten_first(tmp_path: Path) -> None:
    path, other = tmp_path / "register", tmp_path / "zelfde-blokken"
    write_secret(path, b"geheim" * 20_000)
    os.link(path, other)
    assert destroy_file(path)
    assert not path.exists()
    assert b"geheim" not in other.read_bytes()
    assert not destroy_file(path)


def test_workers_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "teller"
    path.write_text("0")

    def count() -> None:
        for _ in range(5):
            with alone(path):
                number = int(path.read_text())
                time.sleep(0.001)
                write_secret(path, str(number + 1).encode())

    workers = [Thread(target=count) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert path.read_text() == "20"


def test_who_cannot_have_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkverhaal.stories.vault.secret_file._PATIENCE", 0.0)
    with alone(tmp_path / "teller"), pytest.raises(InputError), alone(tmp_path / "teller"):
        pytest.fail("two at the same time")


def test_a_killed_worker_does_not_keep_it(tmp_path: Path) -> None:
    dies = (
        "import os, sys; from pathlib import Path; from wijkverhaal.stories.vault.secret_file import alone\n"
        "with alone(Path(sys.argv[1])): os._exit(9)"
    )
    done = subprocess.run([sys.executable, "-c", dies, str(tmp_path / "teller")], check=False)
    assert done.returncode == 9
    with alone(tmp_path / "teller"):
        pass


def test_a_lock_is_let_go_after_trouble(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), alone(tmp_path / "teller"):
        raise ZeroDivisionError
    with alone(tmp_path / "teller"):
        pass
