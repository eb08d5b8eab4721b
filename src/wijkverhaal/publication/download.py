# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One file of a run, made once; also as a program of its own, for files that take long.

`python -m wijkverhaal.publication.download RUN_FOLDER NAME TARGET_FOLDER LANGUAGE`
"""

import gzip
import shutil
import sys
from pathlib import Path

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.files import whole_file
from wijkverhaal.foundation.language import speaking
from wijkverhaal.publication.export import EXPORTED_FILES, WRITERS
from wijkverhaal.publication.workbook import write_workbook

WORKBOOK = "workbook.xlsx"
#: What a person can download of a run; the workbook stands first, for most want that.
DOWNLOADS = (WORKBOOK, *EXPORTED_FILES)
#: Beside a file stands the same file compressed, under its name and this.
COMPRESSED = ".gz"
_LEVEL = 5


def make_download(run: FinishedRun, name: str, folder: Path) -> Path:
    """Write a file of a run to a folder; it stands there whole or not at all.

    A text file gets its compressed twin, so that it is compressed once and not per reader.
    """
    target = folder / name
    write = write_workbook if name == WORKBOOK else WRITERS[name]
    with whole_file(target) as path:
        write(run, path)
        if name != WORKBOOK:
            _compress(path, folder / (name + COMPRESSED))
    return target


def _compress(path: Path, target: Path) -> None:
    with (
        whole_file(target) as unfinished,
        path.open("rb") as plain,
        unfinished.open("wb") as raw,
        gzip.GzipFile(fileobj=raw, mode="wb", compresslevel=_LEVEL, mtime=0, filename="") as packed,
    ):
        shutil.copyfileobj(plain, packed)


def main(arguments: list[str]) -> None:
    """Make one file, as another program asked."""
    run_folder, name, folder, language = arguments
    with speaking(language):
        make_download(FinishedRun.read(Path(run_folder)), name, Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
