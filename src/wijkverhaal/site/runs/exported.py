# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of a run for who wants to download them; made once per language."""

from pathlib import Path
from threading import Lock

from django.conf import settings
from django.http import Http404

from wijkverhaal.expectation.run import RunEntry
from wijkverhaal.foundation.language import _, current_language
from wijkverhaal.publication.export import EXPORTED_FILES, export_run

_one_at_a_time = Lock()


def file_words() -> dict[str, str]:
    """What is in each file."""
    return {
        "areas.csv": _("alle wijken en jaren, met elk cijfer en zijn marge"),
        "explanation.csv": _("per wijk de uitleg, onderdeel voor onderdeel"),
        "coefficients.csv": _("het gewicht van elk kenmerk in het model"),
        "comparable.csv": _("per wijk de wijken die erop lijken"),
        "model.json": _("het model, zijn aannames en zijn bronnen"),
        "areas.geojson": _("de grenzen van de wijken met de belangrijkste cijfers, voor een kaartprogramma"),
        "report.html": _("een pagina om te mailen, met alles erin"),
    }


def exported(entry: RunEntry, name: str) -> Path:
    """The file, which is made together with the others when it is not there.

    Raises
    ------
    Http404
        When a run has no such file.
    """
    if name not in EXPORTED_FILES:
        raise Http404(_("Dit bestand bestaat niet."))
    folder: Path = settings.FILES.exports / entry.folder.name / current_language()
    with _one_at_a_time:
        if not (folder / name).is_file():
            export_run(entry.folder, folder)
    return folder / name
