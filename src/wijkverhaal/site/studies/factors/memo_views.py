# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Memos on anything in a study: all in one place, found by their words, changed and taken away."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RAW, Door, back_or, people_names, study_page
from wijkverhaal.site.studies.factors.memo_words import MemoShown, kind_words, shown_memo, subjects
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.memo_place import memo_kind, memo_subject, memos_with, newest_first
from wijkverhaal.stories.study.record import Memo
from wijkverhaal.stories.study.study import Study

_LONGEST = 10_000
_SHOWN = 200


@study_page(RAW, "GET", "HEAD", "POST")
def memos(request: HttpRequest, door: Door) -> HttpResponse:
    """Every memo that this visitor may see; what is looked for is never in an address."""
    study = door.study()
    words = request.POST.get("woorden", "").strip()
    kind, about = request.GET.get("soort", ""), request.GET.get("bij", "")
    found = list(study.all(Memo))
    if kind in kind_words():
        found = [one for one in found if memo_kind(study, one) == kind]
    if about:
        found = [one for one in found if one.about == about]
    if words:
        found = memos_with(found, words)
    found = list(newest_first(found))
    writers = people_names({one.author for one in found})
    return page(
        request,
        "studies/memos.html",
        door=door,
        written=[_shown(door, study, one, writers) for one in found[:_SHOWN]],
        count=len(found),
        words=words,
        kinds=kind_words(),
        kind=kind,
        about=about,
        subjects=subjects(study, door.researcher),
        address=request.get_full_path(),
    )


def _shown(door: Door, study: Study, memo: Memo, writers: dict[str, str]) -> MemoShown:
    own = door.researcher or memo.author == door.actor
    return shown_memo(door.id, study, memo, writers[memo.author], own, door.researcher)


@study_page(RAW, "POST")
def add_memo(request: HttpRequest, door: Door) -> HttpResponse:
    """A memo on the study, or on something in it."""
    study = door.study()
    about = request.POST.get("bij", "")
    memo_subject(study, about)
    memo = Memo(storage.new_id(), door.actor, timezone.now(), _text(request), about)
    storage.put(door.opened, study, memo)
    return back_or(request, door.id, "memos")


@study_page(RAW, "POST")
def memo(request: HttpRequest, door: Door, memo: str) -> HttpResponse:
    """Change or remove a memo; both can be taken back."""
    study = door.study()
    one = study.one(Memo, memo)
    if request.POST.get("doe") == "weg":
        storage.apply_changes(door.opened, study, removal_of(study, [memo]))
    else:
        storage.put(door.opened, study, replace(one, text=_text(request)))
    return back_or(request, door.id, "memos")


def _text(request: HttpRequest) -> str:
    words = request.POST.get("notitie", "").strip()
    if not words or len(words) > _LONGEST:
        raise InputError(_("Schrijf een notitie van hoogstens 10.000 tekens."))
    return words
