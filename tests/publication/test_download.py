# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each file of a run can be made alone, is the same as in an export, and stands there whole."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication import download
from wijkverhaal.publication.download import DOWNLOADS, WORKBOOK, make_download
from wijkverhaal.publication.export import EXPORTED_FILES, export_run


def test_a_file_alone_is_the_file_of_the_export(run: FinishedRun, run_folder: Path, tmp_path: Path) -> None:
    export_run(run_folder, tmp_path / "export")
    for name in EXPORTED_FILES:
        made = make_download(run, name, tmp_path / "alone")
        assert made.read_bytes() == (tmp_path / "export" / name).read_bytes()
        assert gzip.decompress((tmp_path / "alone" / f"{name}.gz").read_bytes()) == made.read_bytes()
    assert (WORKBOOK, *EXPORTED_FILES) == DOWNLOADS


def test_a_program_of_its_own_makes_a_file(run_folder: Path, tmp_path: Path) -> None:
    words = [str(run_folder), WORKBOOK, str(tmp_path / "out"), "nl"]
    subprocess.run([sys.executable, "-m", "wijkverhaal.publication.download", *words], check=True)
    assert (tmp_path / "out" / WORKBOOK).read_bytes().startswith(b"PK")
    assert [path.name for path in (tmp_path / "out").iterdir()] == [WORKBOOK]


def test_what_is_not_finished_does_not_stand_there(
    run: FinishedRun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_run: FinishedRun, path: Path) -> None:
        path.write_text("half")
        raise OSError("no space left")

    monkeypatch.setitem(download.WRITERS, "areas.csv", broken)
    with pytest.raises(OSError, match="no space"):
        make_download(run, "areas.csv", tmp_path)
    assert list(tmp_path.iterdir()) == []
