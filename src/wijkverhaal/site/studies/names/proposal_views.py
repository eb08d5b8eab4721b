# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Let `deduce` look for names in an interview too, and take over what it proposes."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page, to
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.names import names_store, proposals
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import Interview


@study_page(RESEARCHERS, "POST")
def propose(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """Begin, take over, or throw away."""
    one = door.study([]).one(Interview, interview)
    if names_store.names_in(door.opened, interview) is None:
        raise InputError(_("Zoek eerst met het register; daarna kan deduce meezoeken."))
    doing = request.POST.get("doe")
    if doing == "weg":
        proposals.forget(door.id, one.id)
    else:
        text = storage.interview_text(door.opened, one).text
        if doing == "zoek":
            proposals.ask(door.opened, one.id, text)
            storage.note(door.opened, "proposals-asked", interview, interview_item(interview))
        elif doing == "neem-over":
            proposals.take_over(door.opened, one.id, text)
    return to("hits", door.id, interview)
