# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files and folders appear whole or not at all, whatever happens to the process."""

import hashlib
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from wijkverhaal.foundation.files import (
    checksum,
    finished_folders,
    remove_unfinished,
    whole_file,
    whole_folder,
)

_KILLED = """
import os, signal, sys
from pathlib import Path
from wijkverhaal.foundation.files import whole_file, whole_folder

place = Path(sys.argv[1])
with whole_folder(place / "folder") as folder, whole_file(place / "file.txt") as file:
    (folder / "half.txt").write_text("half")
    file.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_folder_appears_when_it_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "deep" / "run"
    with whole_folder(place) as folder:
        (folder / "a.txt").write_text("a")
        assert not place.exists()
        assert finished_folders(place.parent) == []
    assert (place / "a.txt").read_text() == "a"
    assert list(place.parent.iterdir()) == finished_folders(place.parent) == [place]


def test_a_folder_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_folder(tmp_path / "run") as folder:
            (folder / "a.txt").write_text("a")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_never_changed(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "run") as folder:
        (folder / "a.txt").write_text("a")
    with pytest.raises(FileExistsError), whole_folder(tmp_path / "run"):
        pytest.fail("the block must not start")
    assert (tmp_path / "run" / "a.txt").read_text() == "a"


def test_a_file_is_replaced_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_text("old")
    with whole_file(path) as file:
        file.write_text("new")
        assert file.suffix == ".json"
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "card.json"
    path.write_text("old")

    def fail() -> None:
        with whole_file(path) as file:
            file.write_text("new")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_process_leaves_nothing_that_counts(tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("old")
    done = subprocess.run([sys.executable, "-c", _KILLED, str(tmp_path)], check=False, timeout=120)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "file.txt").read_text() == "old"
    assert not (tmp_path / "folder").exists()
    assert finished_folders(tmp_path) == []
    assert len(list(tmp_path.iterdir())) == 3
    remove_unfinished(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["file.txt"]


def test_what_a_living_process_is_writing_stays(tmp_path: Path) -> None:
    """The parent of this process lives; its half-written folder is not ours to remove."""
    others = tmp_path / f".unfinished-{os.getppid()}-abc"
    others.mkdir()
    remove_unfinished(tmp_path)
    assert others.exists()
    remove_unfinished(tmp_path / "nowhere")


def test_others_may_read_what_is_finished(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with whole_folder(tmp_path / "run"), whole_file(tmp_path / "card.json") as file:
            file.write_text("{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "run").stat().st_mode) == 0o755
    assert stat.S_IMODE((tmp_path / "card.json").stat().st_mode) == 0o644


def test_folders_come_by_name(tmp_path: Path) -> None:
    for name in ("b", "a", "c"):
        (tmp_path / name).mkdir()
    (tmp_path / "file").write_text("")
    assert [folder.name for folder in finished_folders(tmp_path)] == ["a", "b", "c"]
    assert finished_folders(tmp_path / "nowhere") == []


def test_the_checksum_is_sha_256(tmp_path: Path) -> None:
    content = bytes(range(256)) * 10_000
    (tmp_path / "x").write_bytes(content)
    assert checksum(tmp_path / "x") == hashlib.sha256(content).hexdigest()
