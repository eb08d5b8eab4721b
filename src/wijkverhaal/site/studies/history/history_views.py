# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The help history of a family: events, who says what of when, and where that clashes."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, people_names, study_page, to
from wijkverhaal.site.studies.history.history_look import (
    children_of,
    children_with_age,
    history_charts,
    lane_words,
    looked_at,
    read_look,
    trace_table,
)
from wijkverhaal.site.studies.history.time_told import time_told
from wijkverhaal.site.studies.interviews.text_parts import lines_of, span_between
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.words import event_words, kind_words
from wijkverhaal.stories.clash import Clash
from wijkverhaal.stories.help_history import statements_of
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.study.action import removal_of
from wijkverhaal.stories.study.history import first_child, history_of, statement
from wijkverhaal.stories.study.record import (
    Family,
    Following,
    Informant,
    Interview,
    Statement,
    ToldEvent,
)
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.time_expression import BIRTH, TimeExpression, read_time


@study_page(RESEARCHERS)
def history(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """The strip with its table, the clashes, and forms to tell more."""
    return _page(request, door, family)


def _page(
    request: HttpRequest, door: Door, family: str, trouble: str = "", understood: str = "", status: int = 200
) -> HttpResponse:
    study = door.study([])
    here = study.one(Family, family)
    look = read_look(request)
    found = looked_at(study, family, look)
    informants = [one for one in study.all(Informant) if one.family == family]
    roles = {one.id: one.role for one in informants}
    events = [one for one in study.all(ToldEvent) if one.family == family]
    children = children_of(study, family)
    told = [one for one in study.all(Statement) if one.informant in roles]
    strip, care = history_charts(found, look, roles, here.label) if events else (None, None)
    return page(
        request,
        "studies/history.html",
        status,
        door=door,
        family=here,
        chart=strip,
        care=care,
        look=look,
        lanes=lane_words(),
        by_age=children_with_age(study, family),
        traces=trace_table(door, study, found, look, roles),
        events=events,
        event_words={one.id: event_words(one) for one in events},
        statements=told,
        children=children,
        first_child=first_child(study, family),
        roles=roles,
        told={one.id: _told(study, one, events) for one in told},
        interviews=[one for one in study.all(Interview) if one.informant in roles],
        clashes=[_clash(found, clash) for clash in found.open_clashes],
        choices=[one for one in study.all(Following) if one.family == family],
        deciders=people_names(one.by for one in study.all(Following)),
        kinds=kind_words(),
        form=request.POST,
        trouble=trouble,
        understood=understood,
        address=request.get_full_path(),
    )


def _told(study: Study, one: Statement, events: list[ToldEvent]) -> str:
    time = TimeExpression(one.anchor, one.low, one.high) if one.anchor else None
    family = study.one(Informant, one.informant).family
    children = children_of(study, family)
    whose = children.get(one.child or first_child(study, family), "") if len(children) > 1 else ""
    return time_told(time, {event.id: event_words(event) for event in events}, whose)


def _clash(found: Timeline, clash: Clash) -> list[str]:
    """The ids of the statements that clash."""
    said_by = statements_of(found.history.followed())
    return [name for name, one in said_by.items() if one in clash.statements]


@study_page(RESEARCHERS, "POST")
def add_event(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """Something that happened."""
    study = door.study([])
    own = request.POST.get("eigen", "").strip()
    kind = own or request.POST.get("soort", "")
    if not own and kind not in kind_words():
        raise InputError(_("Kies wat er gebeurde, of schrijf een eigen soort op."))
    parts = {name: request.POST.get(field, "").strip() for name, field in _PARTS.items()}
    event = ToldEvent(storage.new_id(), study.one(Family, family).id, kind[:60], **parts)
    storage.put(door.opened, study, event)
    return to("history", door.id, family, anchor="#vertellen")


_PARTS = {"name": "naam", "domain": "domein", "organisation": "organisatie"}


@study_page(RESEARCHERS, "POST")
def add_statement(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """What somebody says of an event; first shown how its time was understood."""
    study = door.study([])
    try:
        found = _statement(request, door, study, family)
    except InputError as error:
        return _page(request, door, family, trouble=str(error), status=400)
    if request.POST.get("doe") == "kijk":
        events = [one for one in study.all(ToldEvent) if one.family == family]
        return _page(request, door, family, understood=_told(study, found, events))
    storage.put(door.opened, study, found)
    return to("history", door.id, family, anchor="#vertellen")


def _statement(request: HttpRequest, door: Door, study: Study, family: str) -> Statement:
    who = study.one(Informant, request.POST.get("verteller", ""))
    event = study.one(ToldEvent, request.POST.get("gebeurtenis", ""))
    if (who.family, event.family) != (family, family):
        raise InputError(_("Verteller en gebeurtenis horen niet bij dit gezin."))
    words = request.POST.get("tijd", "").strip()
    names = history_of(study, family).names
    time = read_time(words, names) if words else None
    where: dict[str, object] = {}
    if time is not None and time.anchor == BIRTH and len(children_of(study, family)) > 1:
        where = {"child": _whose_age(request, study, family)}
    if request.POST.get("van", "").strip():
        where |= _where(request, door, study, who)
    return statement(storage.new_id(), who.id, event.id, time, words, **where)


def _whose_age(request: HttpRequest, study: Study, family: str) -> str:
    """The child whose age was told."""
    child = request.POST.get("leeftijd-van", "") or first_child(study, family)
    if child not in children_of(study, family):
        raise InputError(_("Kies van welk kind van dit gezin de leeftijd is."))
    return child


def _where(request: HttpRequest, door: Door, study: Study, who: Informant) -> dict[str, object]:
    asked = request.POST.get("interview", "")
    own = [one for one in study.all(Interview) if one.informant == who.id and asked in ("", one.id)]
    if not own:
        raise InputError(_("Deze verteller heeft geen interview; laat de regels leeg."))
    spans = lines_of(storage.interview_text(door.opened, own[0]).text)
    start, end = span_between(spans, request.POST.get("van", ""), request.POST.get("tot", ""))
    return {"interview": own[0].id, "start": start, "end": end}


@study_page(RESEARCHERS, "POST")
def choose(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """Which statements the history does not follow, and why: written down, never silent."""
    study = door.study([])
    aside = tuple(study.one(Statement, one).id for one in request.POST.getlist("niet-gevolgd"))
    if not aside:
        return _page(request, door, family, trouble=_("Kies welke uitspraak u niet volgt."), status=400)
    reason = request.POST.get("waarom", "").strip()
    if not reason:
        sentence = _("Een keuze tussen verhalen heeft een reden nodig; schrijf op waarom.")
        return _page(request, door, family, trouble=sentence, status=400)
    choice = Following(storage.new_id(), study.one(Family, family).id, aside, reason, door.actor)
    storage.put(door.opened, study, choice)
    return to("history", door.id, family, anchor="#botsingen")


@study_page(RESEARCHERS, "POST")
def untell(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """Take away an event, a statement or a choice; it can be taken back."""
    study = door.whole()
    name = request.POST.get("wat", "")
    if not isinstance(study.records.get(name), ToldEvent | Statement | Following):
        raise InputError(_("Dit onderdeel van het onderzoek is er niet (meer); laad de lijst opnieuw."))
    storage.apply_changes(door.opened, study, removal_of(study, [name]))
    return to("history", door.id, family)
