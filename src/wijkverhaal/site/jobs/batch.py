# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that somebody sent, together in one folder until they are read in or thrown away.

On disk they have random names. A reader sees them under a clean form of the name that they
had, in a folder of its own, for some files say only in their name what year they are about.
"""

import os
import re
import secrets
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r"[0-9a-f]{32}")
_LONGEST = 100
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Sent:
    """One file: its random name on disk, its clean name, and its size in bytes."""

    stored: str
    name: str
    size: int

    def to_json(self) -> dict[str, str | int]:
        """The file as values that JSON knows."""
        return {"stored": self.stored, "name": self.name, "size": self.size}


def uploads_of(root: str) -> Path:
    """Where files wait that somebody sent; the same folder as `SiteFiles.uploads`."""
    return Path(root) / "site" / "uploads"


def new_token() -> str:
    """A random name."""
    return secrets.token_hex(16)


def batch_folder(uploads: Path, token: str) -> Path:
    """The folder of a batch.

    Raises
    ------
    ValueError
        When the token is none of ours.
    """
    if not _TOKEN.fullmatch(token):
        raise ValueError("no token of a batch")
    return uploads / token


def clean_name(given: str) -> str:
    """A name that is safe as one part of a path, and that its owner still recognises.

    >>> clean_name("../../etc/kwb 2021 (2).csv"), clean_name("..\\\\CON"), clean_name("=x|y\\n.csv")
    ('kwb 2021 (2).csv', '_CON', '_x_y_.csv')
    """
    last = unicodedata.normalize("NFC", given).replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(letter if letter.isalnum() or letter in " ._-()" else "_" for letter in last)
    bare = kept.strip(" .") or "bestand"
    if len(bare) > _LONGEST:
        stem, dot, ending = bare.rpartition(".")
        ending = (dot + ending)[:20]
        bare = (stem or bare)[: _LONGEST - len(ending)] + ending
    return "_" + bare if _RESERVED.fullmatch(bare) else bare


@contextmanager
def presented(folder: Path, sent: Sequence[Sent]) -> Iterator[tuple[list[Path], Path]]:
    """The files under their clean names, and a scratch folder; both are gone afterwards."""
    room = Path(tempfile.mkdtemp(prefix="room-", dir=folder))
    try:
        yield [_put(folder / one.stored, room / str(place), one.name) for place, one in enumerate(sent)], room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _put(stored: Path, folder: Path, name: str) -> Path:
    folder.mkdir()
    try:
        os.link(stored, folder / name)
    except OSError:
        shutil.copyfile(stored, folder / name)
    return folder / name


def erase(folder: Path) -> None:
    """Throw a batch away."""
    shutil.rmtree(folder, ignore_errors=True)


def sweep(uploads: Path, kept: set[str]) -> int:
    """Throw away every batch that nobody waits for; how many those were."""
    if not uploads.is_dir():
        return 0
    left = [folder for folder in uploads.iterdir() if folder.name not in kept]
    for folder in left:
        erase(folder) if folder.is_dir() else folder.unlink(missing_ok=True)
    return len(left)
