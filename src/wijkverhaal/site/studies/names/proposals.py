# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals of `deduce` for one interview: asked for, made by a program of their own, and taken over.

What was found lies in a folder of the site until somebody takes it over, sealed under the key of the
interview: where that key is destroyed, it is unreadable too.
"""

import json
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.conf import settings

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.names_store import NamesFound
from wijkverhaal.site.studies.names.proposal_maker import LONGEST
from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.vault.cipher import bound_to, derived_key, unseal
from wijkverhaal.stories.vault.key_json import sealed_words
from wijkverhaal.stories.vault.secret_file import destroy_file, write_secret

_MAKER = "wijkverhaal.site.studies.names.proposal_maker"
#: Who asked this long ago was forgotten by the machine; a result this old by the person.
_ASKED, _KEPT = LONGEST + 60, 24 * 3600


@dataclass(frozen=True)
class Proposals:
    """How it stands with the proposals for an interview.

    Attributes
    ----------
    installed, busy : bool
    count : int or None
        How many places were found; None where nothing lies ready.
    trouble : str
        Why it did not work, in a sentence.
    """

    installed: bool
    busy: bool = False
    count: int | None = None
    trouble: str = ""


def installed() -> bool:
    """Whether the package is there."""
    return find_spec("deduce") is not None


def standing(opened: OpenStudy, interview: str) -> Proposals:
    """How it stands."""
    found = _found(opened, interview)
    if found is None:
        return Proposals(installed(), _is_young(_busy(opened.id, interview), _ASKED))
    return Proposals(installed(), False, len(found.get("marks", [])), str(found.get("trouble", "")))


def ask(opened: OpenStudy, interview: str, text: str) -> None:
    """Let the program begin; it goes on when this request is over.

    Raises
    ------
    InputError
        When deduce is not installed, or is looking already: it takes a gigabyte.
    """
    if not installed():
        raise InputError(_("Het pakket deduce is niet geïnstalleerd; ga verder zonder, of installeer het."))
    if any(_is_young(one, _ASKED) for one in _folder().glob("*/*.busy")):
        raise InputError(_("Deduce zoekt al in een interview; wacht tot dat klaar is."))
    target = _target(opened.id, interview)
    destroy_file(target)
    write_secret(_busy(opened.id, interview), b"")
    asked = {
        "study": opened.id,
        "interview": interview,
        "text": text,
        "key": sealed_words(_key(opened, interview)),
        "target": str(target),
        "language": current_language(),
    }
    process = subprocess.Popen(  # noqa: S603 - a module of ours
        [sys.executable, "-I", "-m", _MAKER],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        if process.stdin is not None:
            process.stdin.write(json.dumps(asked).encode())
            process.stdin.close()
    except OSError:
        forget(opened.id, interview)
        raise InputError(_("Het zoeken met deduce is niet gelukt; ga verder zonder.")) from None


def take_over(opened: OpenStudy, interview: str, text: str) -> int:
    """Put what was found among the hits, for a person to decide about; how many are new."""
    found, known = _found(opened, interview), names_store.names_in(opened, interview) or NamesFound()
    forget(opened.id, interview)
    if found is None:
        return 0
    fresh = [
        Hit(start, end, text[start:end], replacement, "deduce")
        for start, end, replacement in found.get("marks", [])
        if 0 <= start < end <= len(text)
    ]
    hits = not_overlapping([*known.hits, *fresh])
    names_store.keep_names(opened, interview, replace(known, hits=tuple(hits)))
    return len(hits) - len(known.hits)


def forget(study: str, interview: str = "") -> None:
    """Throw away what lies ready, of one interview or of a whole study."""
    if interview:
        destroy_file(_target(study, interview))
        _busy(study, interview).unlink(missing_ok=True)
    else:
        shutil.rmtree(_folder() / study, ignore_errors=True)


def sweep() -> None:
    """Throw away what nobody took over within a day."""
    for one in _folder().glob("*/*"):
        if not _is_young(one, _KEPT):
            one.unlink(missing_ok=True)


def _found(opened: OpenStudy, interview: str) -> dict[str, Any] | None:
    try:
        sealed = _target(opened.id, interview).read_bytes()
    except FileNotFoundError:
        return None
    place = bound_to("proposals", opened.id, interview)
    read: dict[str, Any] = json.loads(unseal(_key(opened, interview), sealed, place, "deduce"))
    return read


def _key(opened: OpenStudy, interview: str) -> bytes:
    return derived_key(opened.key(interview_item(interview)), b"wijkverhaal proposals")


def _folder() -> Path:
    folder: Path = settings.FILES.folder / "proposals"
    return folder


def _target(study: str, interview: str) -> Path:
    return _folder() / study / f"{interview}.sealed"


def _busy(study: str, interview: str) -> Path:
    return _folder() / study / f"{interview}.busy"


def _is_young(path: Path, seconds: float) -> bool:
    try:
        return time.time() - path.stat().st_mtime < seconds
    except FileNotFoundError:
        return False
