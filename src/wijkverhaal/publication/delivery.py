# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that arrive together or not at all, and that spoil nothing of somebody else's."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.files import checksum, whole_folder
from wijkverhaal.foundation.language import _

#: Says in the target folder which files are ours, and what was in them when we left.
MARKER = "wijkverhaal-export.json"


@contextmanager
def delivered(target: Path, names: Sequence[str]) -> Iterator[Path]:
    """Fill a folder with the files `names`; they stand in `target` only when the block ends well.

    An earlier export of ours is replaced, unless somebody changed it since; other files in
    the target are left alone.

    Raises
    ------
    InputError
        When the target is no folder, cannot be written, or holds files of these names that
        are not ours or were changed.
    """
    try:
        _check(target, names)
        if not target.exists():
            with whole_folder(target) as folder:
                yield folder
                _mark(folder, names)
            return
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=target) as staging:
            fresh = Path(staging) / "new"
            fresh.mkdir()
            yield fresh
            _mark(fresh, names)
            _replace(fresh, target, [*names, MARKER], Path(staging) / "old")
    except OSError as error:
        raise InputError(
            _("De map {folder} is niet te schrijven ({reason}); kies een andere met --to.").format(
                folder=target, reason=error.strerror or error
            )
        ) from error


def _check(target: Path, names: Sequence[str]) -> None:
    if target.exists() and not target.is_dir():
        raise InputError(_("{path} is een bestand en geen map; kies een map met --to.").format(path=target))
    known = _marked(target)
    for name in names:
        there = target / name
        if not there.exists():
            continue
        if name not in known or not there.is_file():
            raise InputError(
                _(
                    "In {folder} staat al een {file} dat niet van Wijkverhaal is;"
                    " kies een andere map met --to."
                ).format(folder=target, file=name)
            )
        if checksum(there) != known[name]:
            raise InputError(
                _(
                    "Het bestand {file} in {folder} is na de vorige export veranderd;"
                    " bewaar het ergens anders of kies een andere map met --to."
                ).format(folder=target, file=name)
            )


def _marked(target: Path) -> dict[str, Any]:
    try:
        files = json.loads((target / MARKER).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return files if isinstance(files, dict) else {}


def _mark(folder: Path, names: Sequence[str]) -> None:
    files = {name: checksum(folder / name) for name in names}
    (folder / MARKER).write_text(json.dumps({"format": 1, "files": files}, indent=1) + "\n", "utf-8")


def _replace(fresh: Path, target: Path, names: Sequence[str], old: Path) -> None:
    """Move all in; when one fails, put back what was there."""
    old.mkdir()
    done: list[str] = []
    try:
        for name in names:
            if (target / name).exists():
                shutil.copy2(target / name, old / name)
            os.replace(fresh / name, target / name)
            done.append(name)
    except OSError:
        for name in done:
            if (old / name).exists():
                os.replace(old / name, target / name)
            else:
                (target / name).unlink(missing_ok=True)
        raise
