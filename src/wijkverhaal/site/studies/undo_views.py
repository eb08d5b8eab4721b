# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking back what one did last, and doing it again; what it was is said."""

from collections import Counter

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.door import RAW, Door, back_or, say_once, study_page, to
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.record_words import counted
from wijkverhaal.stories.study.action import Action


@study_page(RAW, "POST")
def undo(request: HttpRequest, door: Door) -> HttpResponse:
    """Take back what this person did last."""
    _opened, _study, action = storage.undo_last(door.opened)
    say_once(request, _("Ongedaan gemaakt: {what}.").format(what=_told(action)))
    return _back(request, door, action)


@study_page(RAW, "POST")
def redo(request: HttpRequest, door: Door) -> HttpResponse:
    """Do again what this person took back last."""
    _opened, _study, action = storage.redo_last(door.opened)
    say_once(request, _("Opnieuw gedaan: {what}.").format(what=_told(action)))
    return _back(request, door, action)


def _told(action: Action) -> str:
    """What was changed, by its kind and never by what is in it."""
    kinds = Counter(type(record) for one in action.changes if (record := one.after or one.before) is not None)
    return ", ".join(
        counted(kind, count) for kind, count in sorted(kinds.items(), key=lambda one: one[0].__name__)
    )


def _back(request: HttpRequest, door: Door, action: Action) -> HttpResponse:
    """Where the form stood, unless that was about something that is not there any more."""
    gone = {one.record for one in action.changes if one.after is None}
    if gone & set(request.POST.get("terug", "").partition("?")[0].split("/")):
        return to("study", door.id)
    return back_or(request, door.id, "study")
