# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The end of a study, and what was done in it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import KEYHOLDERS, RAW, Door, people_names, study_page
from wijkverhaal.site.studies.keeping import log_store, storage, visit, withdrawing
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.models import KEYHOLDER, LogLine
from wijkverhaal.site.studies.words import log_words
from wijkverhaal.stories.vault.opening import unlock

_SHOWN = 200


@study_page(KEYHOLDERS, "GET", "HEAD", "POST")
def erase(request: HttpRequest, door: Door) -> HttpResponse:
    """Ask for the passphrase once more; then all goes."""
    trouble = ""
    if request.method == "POST":
        try:
            if request.POST.get("zeker") != "ja":
                raise InputError(_("Zet een vinkje als u het zeker weet; dit is niet terug te draaien."))
            with_care = guarded(door.opened.stored, door.actor)
            unlock(door.opened.file, door.actor, request.POST.get("wachtzin", ""))
            with_care.clear()
        except InputError as error:
            trouble = str(error)
        else:
            study = door.id  # the row forgets it when it is deleted
            withdrawing.erase_study(door.opened.stored)
            visit.shut(request, study)
            record("study-erased", request.user, study=study)
            return HttpResponseRedirect(reverse("studies:list"))
    return page(
        request,
        "studies/erase.html",
        400 if trouble else 200,
        door=door,
        stored=door.opened.stored,
        trouble=trouble,
    )


@study_page(KEYHOLDERS | RAW)
def log(request: HttpRequest, door: Door) -> HttpResponse:
    """What was done, without what it was about; and whether the chain holds."""
    lines = list(LogLine.objects.filter(study=door.id).order_by("-number")[:_SHOWN])
    if KEYHOLDER not in door.roles and not door.researcher:
        lines = [one for one in lines if one.actor == door.actor]
    words = log_words()
    names = people_names(one.actor for one in lines)
    return page(
        request,
        "studies/log.html",
        door=door,
        lines=[
            (one.number, one.moment[:16].replace("T", " "), names[one.actor], _done(words, one))
            for one in lines
        ],
        broken=log_store.broken_at(door.opened),
        head=storage.head(door.opened),
    )


def _done(words: dict[str, str], line: LogLine) -> str:
    if line.undoes:
        return _("maakte iets ongedaan, of deed het opnieuw")
    return words.get(line.kind, line.kind)
