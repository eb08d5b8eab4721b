# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a help history is looked at: in which lanes, from whose side, by whose age, and what came before."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from wijkverhaal.foundation.chart import Chart, Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.door import Door
from wijkverhaal.stories.drawing.age_words import months_words
from wijkverhaal.stories.drawing.care_chart import care_chart
from wijkverhaal.stories.drawing.history_chart import history_chart, side_chart
from wijkverhaal.stories.drawing.history_row import Lanes, event_label
from wijkverhaal.stories.history_timeline import Timeline, timeline
from wijkverhaal.stories.matrix.mention import mentions, per_event
from wijkverhaal.stories.matrix.trace import Order, Trace, trace
from wijkverhaal.stories.study.history import history_of
from wijkverhaal.stories.study.record import Child, Factor, Interview, ToldEvent
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.temporal_network import Window

_LANES: dict[str, Lanes] = {"domein": "domain", "organisatie": "organisation"}


@dataclass(frozen=True)
class HistoryLook:
    """What was asked in the address.

    Attributes
    ----------
    lanes : str
        domein or organisatie.
    side : str
        The informant whose side it is; empty for everybody's.
    child : str
        By whose age it is drawn; empty for the first of whom the birth is known.
    outcome : str
        The event at which the outcome shows; empty where it was not asked.
    """

    lanes: str
    side: str
    child: str
    outcome: str


def read_look(request: HttpRequest) -> HistoryLook:
    """What was asked; what does not exist counts as not asked."""
    lanes = request.GET.get("banen", "")
    return HistoryLook(
        lanes if lanes in _LANES else "domein",
        request.GET.get("kant", ""),
        request.GET.get("kind", ""),
        request.GET.get("uitkomst", ""),
    )


def lane_words() -> dict[str, str]:
    """What the lanes can stand for."""
    return {"domein": _("domein: gezin, school, jeugdhulp"), "organisatie": _("organisatie")}


def children_of(study: Study, family: str) -> dict[str, str]:
    """What the children of a family are called, by id."""
    return {one.id: one.label for one in study.all(Child) if one.family == family}


def children_with_age(study: Study, family: str) -> list[Child]:
    """The children whose age a history can be drawn by."""
    return [one for one in study.all(Child) if one.family == family and one.born is not None]


def looked_at(study: Study, family: str, look: HistoryLook) -> Timeline:
    """The timeline of a family, by the age of the child that was asked."""
    known = {one.id for one in children_with_age(study, family)}
    return timeline(history_of(study, family, look.child if look.child in known else ""))


def history_charts(
    found: Timeline, look: HistoryLook, roles: Mapping[str, str], family: str
) -> tuple[Chart, Chart | None]:
    """The strip and who helped when; both from one side where that was asked."""
    lanes = _LANES[look.lanes]
    if look.side not in found.history.informants:
        return history_chart(found, roles, family, lanes=lanes), care_chart(found, family)
    own = timeline(found.history.side_of(look.side))
    label = _("{family}, zoals {role} het vertelt").format(family=family, role=roles[look.side])
    return side_chart(found, look.side, roles, family, lanes=lanes), care_chart(own, label)


def trace_table(
    door: Door, study: Study, found: Timeline, look: HistoryLook, roles: Mapping[str, str]
) -> Table | None:
    """Which factors came before the event at which the outcome shows, and who says so."""
    outcome = study.records.get(look.outcome)
    family = found.history.family
    if not isinstance(outcome, ToldEvent) or outcome.family != family:
        return None
    coded = door.study([one.id for one in study.all(Interview) if one.informant in roles])
    factors = [one.id for one in coded.all(Factor)]
    spoken = [
        part
        for (case, _factor), one in mentions(coded, "family", factors).items()
        if case == family and one.codings
        for part in per_event(coded, one)
    ]
    rows = [_row(one, coded, found, roles) for one in trace(found, outcome.id, spoken)]
    if not rows:
        return None
    columns = (
        Column(_("Factor")),
        Column(_("Bij welke gebeurtenis")),
        Column(_("Eerder of later dan de uitkomst")),
        Column(_("Hoe lang ervoor")),
        Column(_("Wie zegt dat het zo was")),
        Column(_("Wie zegt van niet")),
    )
    return Table(_("Factoren en hun volgorde"), columns, rows)


def _row(one: Trace, study: Study, found: Timeline, roles: Mapping[str, str]) -> tuple[str, ...]:
    events = {placed.event.id: event_label(placed.event) for placed in found.events}
    order = one.order.label
    if one.disputed:
        order = _("{order}; de verhalen over de tijd botsen").format(order=order)
    return (
        study.one(Factor, one.factor).name,
        events.get(one.event, "–"),
        order,
        _before(one),
        ", ".join(roles[who] for who in one.supported_by) or "–",
        ", ".join(roles[who] for who in one.denied_by) or "–",
    )


def _before(one: Trace) -> str:
    """How long before the outcome; a dash where it was not before, or not certainly."""
    if one.order is not Order.BEFORE or one.months is None:
        return "–"
    return months_words(Window(max(0.0, one.months.low), one.months.high))
