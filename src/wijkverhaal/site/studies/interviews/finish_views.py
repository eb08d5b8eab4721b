# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A coder is done with an interview, or after all not."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.site.studies.door import RAW, Door, back_or, study_page
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.record import Finished, Interview
from wijkverhaal.stories.study.study import Study


@study_page(RAW, "POST")
def finish(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """Say that one is done with an interview, or take that back."""
    study = door.study([interview])
    one = study.one(Interview, interview)
    done = finished_by(study, interview, door.actor)
    if request.POST.get("doe") == "open":
        if done:
            storage.apply_changes(door.opened, study, removal_of(study, [done.id]))
    elif not done:
        storage.put(door.opened, study, Finished(storage.new_id(), one.id, door.actor))
    return back_or(request, door.id, "text", door.id, interview)


def finished_by(study: Study, interview: str, coder: str) -> Finished | None:
    """That this coder is done with it; None while not."""
    mine = (one for one in study.all(Finished) if (one.interview, one.coder) == (interview, coder))
    return next(mine, None)
