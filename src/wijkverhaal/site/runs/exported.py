# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a run for who wants to download them; each is made once per language.

What takes at most a second is made while the reader waits, one at a time. The rest is made by a
program of its own, so that no page waits for it; the reader comes back for it.
"""

import subprocess
import sys
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import Http404

from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.publication.download import DOWNLOADS, make_download
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.making import made_aside

#: Are made at once, however large the run: measured below half a second for the whole country.
_QUICK = frozenset({"areas.csv", "coefficients.csv", "explanation.csv", "model.json"})
#: With fewer rows every file is made at once.
_SMALL = 500
_one_at_a_time = Lock()


def file_words() -> dict[str, str]:
    """What is in each file."""
    return {
        "workbook.xlsx": _("alles voor een rekenblad: een blad per tabel, met uitleg bij elke kolom"),
        "areas.csv": _("alle wijken en jaren, met elk cijfer en zijn marge"),
        "explanation.csv": _("per wijk de uitleg, onderdeel voor onderdeel"),
        "coefficients.csv": _("het gewicht van elk kenmerk in het model"),
        "comparable.csv": _("per wijk de wijken die erop lijken"),
        "model.json": _("het model, zijn aannames en zijn bronnen"),
        "areas.geojson": _("de grenzen van de wijken met de belangrijkste cijfers, voor een kaartprogramma"),
        "report.html": _("een pagina om te mailen of af te drukken, met alles erin"),
    }


def exported(entry: RunEntry, name: str) -> Path | None:
    """The file; None while it is being made, in which case it must be asked for again later.

    Raises
    ------
    Http404
        When a run has no such file.
    InputError
        When making it went wrong.
    """
    if name not in DOWNLOADS:
        raise Http404(_("Dit bestand bestaat niet."))
    folder: Path = settings.FILES.exports / entry.folder.name / current_language()
    target = folder / name
    if target.is_file():
        return target
    run = library.opened(entry.id)
    if name in _QUICK or run.areas.height < _SMALL:
        with _one_at_a_time:
            return target if target.is_file() else make_download(run, name, folder)
    return target if made_aside(target, lambda: _begin(entry.folder, target)) else None


def _begin(run_folder: Path, target: Path) -> "subprocess.Popen[bytes]":
    words = [str(run_folder), target.name, str(target.parent), current_language()]
    return subprocess.Popen(  # noqa: S603 (our own module, names from our own lists)
        [sys.executable, "-m", "wijkverhaal.publication.download", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
