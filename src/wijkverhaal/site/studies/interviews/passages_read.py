# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Raw passages are also read outside their interview: searching, side by side, behind a cell of a matrix."""

from django.http import HttpRequest

from wijkverhaal.site.studies.door import Door
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.visit import first_read

_PASSAGES = "passages"


def passages_read(request: HttpRequest, door: Door) -> None:
    """Put on the chain that somebody read raw passages; once per visit, and not which words or where."""
    if first_read(request, door.id, _PASSAGES):
        storage.note(door.opened, "read-passages")
