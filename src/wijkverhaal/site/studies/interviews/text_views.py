# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of an interview: read, and coded by mouse or by number."""

import json
from bisect import bisect_right

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import EVERY_ROLE, RAW, Door, back_or, people_names, study_page
from wijkverhaal.site.studies.factors.coding_about import about_choices, read_about
from wijkverhaal.site.studies.interviews.finish_views import finished_by
from wijkverhaal.site.studies.interviews.text_parts import lines_of, part_of, shown_part, span_between
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.words import event_words, tree
from wijkverhaal.stories.intake.speaker import speaker_labels
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import (
    Coding,
    Factor,
    Family,
    Informant,
    Interview,
    Memo,
    ToldEvent,
)
from wijkverhaal.stories.study.study import Study


@study_page(RAW)
def text(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """A part of the text as it was told, with one's own codings."""
    study = door.study([interview])
    one = study.one(Interview, interview)
    frozen = storage.interview_text(door.opened, one).text
    if visit.first_read(request, door.id, interview):
        storage.note(door.opened, "opened-text", interview, interview_item(interview))
    spans = lines_of(frozen)
    part = number_of(request.GET.get("deel")) or _part_of_coding(study, request, spans)
    everybody = door.researcher and request.GET.get("wie") == "allen"
    codings = [
        coding
        for coding in study.all(Coding)
        if coding.interview == interview and (everybody or coding.coder == door.actor)
    ]
    lines, parts = shown_part(frozen, spans, part, speakers(door, interview, frozen), codings)
    part = min(max(part, 1), parts)
    here = [c for c in codings if lines and c.start < lines[-1].end and c.end > lines[0].start]
    who = study.one(Informant, one.informant)
    return page(
        request,
        "studies/text.html",
        door=door,
        interview=one,
        who=who,
        family=study.one(Family, who.family),
        lines=lines,
        part=part,
        parts=parts,
        everybody=everybody,
        here=sorted(here, key=lambda c: c.start),
        words={c.id: frozen[c.start : c.end] for c in here},
        factors=tree(study.all(Factor)),
        abouts=about_choices(study, who.family),
        events=[(e.id, event_words(e)) for e in study.all(ToldEvent) if e.family == who.family],
        factor_names={f.id: f.name for f in study.all(Factor)},
        memos=_memos(study, {c.id for c in here}),
        coders=people_names(c.coder for c in here),
        done=finished_by(study, interview, door.actor) is not None,
        address=request.get_full_path(),
    )


def _part_of_coding(study: Study, request: HttpRequest, spans: list[tuple[int, int]]) -> int:
    """The part where a coding or a place stands that somebody came for."""
    coding = study.records.get(request.GET.get("codering", ""))
    if isinstance(coding, Coding):
        return part_of(spans, coding.start)
    place = number_of(request.GET.get("plek"))
    return part_of(spans, place) if place else 1


def number_of(written: str | None) -> int:
    """A number from an address; 0 where there is none."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 9 else 0


def speakers(door: Door, interview: str, text: str) -> list[str]:
    """Who were confirmed as speakers, or who probably are."""
    kept = storage.read_text(door.opened, interview_item(interview), "speakers")
    if kept is not None:
        return list(json.loads(kept))
    return [one.label for one in speaker_labels(text) if one.likely]


def _memos(study: Study, codings: set[str]) -> dict[str, list[Memo]]:
    found: dict[str, list[Memo]] = {}
    for one in study.all(Memo):
        if one.about in codings:
            found.setdefault(one.about, []).append(one)
    return found


@study_page(RAW, "POST")
def code(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """Put one or more factors on a passage, with a memo if there is one."""
    study = door.study([interview])
    one = study.one(Interview, interview)
    factors = request.POST.getlist("factor")
    if not factors:
        raise InputError(_("Kies minstens één factor."))
    text = storage.interview_text(door.opened, one).text
    start, end = _passage(request, text)
    present = request.POST.get("zegt") != "niet"
    event = request.POST.get("gebeurtenis", "")
    if event:
        study.one(ToldEvent, event)
    about = read_about(study, study.family_of(interview), request.POST.get("over", ""))
    codings = [
        Coding(
            storage.new_id(),
            interview,
            study.one(Factor, name).id,
            door.actor,
            start,
            end,
            present,
            about=about,
            event=event,
        )
        for name in factors
    ]
    memo = request.POST.get("notitie", "").strip()
    memos = [Memo(storage.new_id(), door.actor, timezone.now(), memo, codings[0].id)] if memo else []
    storage.put(door.opened, study, *codings, *memos)
    return back_or(request, door.id, "text", door.id, interview, anchor=f"#regel-{_line_of(text, start)}")


def _line_of(text: str, place: int) -> int:
    """The number of the passage in which a place stands."""
    return max(bisect_right([begin for begin, _end in lines_of(text)], place), 1)


def _passage(request: HttpRequest, text: str) -> tuple[int, int]:
    """What the mouse marked, or else the numbered lines."""
    begin, end = number_of(request.POST.get("begin")), number_of(request.POST.get("eind"))
    if end:
        if not begin < end <= len(text):
            raise InputError(_("Deze passage ligt buiten de tekst; kies de woorden opnieuw."))
        return begin, end
    return span_between(lines_of(text), request.POST.get("van", ""), request.POST.get("tot", ""))


@study_page(RAW, "POST")
def change_coding(request: HttpRequest, door: Door, interview: str, coding: str) -> HttpResponse:
    """Take a coding of one's own away, or write a memo with it."""
    study = door.study([interview])
    one = study.one(Coding, coding)
    if one.coder != door.actor and not door.researcher:
        raise InputError(_("Deze codering is van een ander; laat haar staan."))
    memo = request.POST.get("notitie", "").strip()
    if request.POST.get("doe") == "weg":
        whole = storage.load_study(door.opened, [interview])
        storage.apply_changes(door.opened, whole, removal_of(whole, [coding]))
    elif memo:
        storage.put(door.opened, study, Memo(storage.new_id(), door.actor, timezone.now(), memo, coding))
    return back_or(request, door.id, "text", door.id, interview)


@study_page(EVERY_ROLE)
def read(request: HttpRequest, door: Door, interview: str) -> HttpResponse:
    """The text for readers: without names, and only once everything was decided."""
    study = door.study([])
    one = study.one(Interview, interview)
    who = study.one(Informant, one.informant)
    words, _moved = names_store.reader_text(door.opened, one)
    spans = lines_of(words)
    labels = [label.label for label in speaker_labels(words) if label.likely]
    lines, parts = shown_part(words, spans, number_of(request.GET.get("deel")) or 1, labels, [])
    part = min(max(number_of(request.GET.get("deel")), 1), parts)
    return page(
        request,
        "studies/read.html",
        door=door,
        interview=one,
        who=who,
        family=study.one(Family, who.family),
        lines=lines,
        part=part,
        parts=parts,
    )
