# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where coders differ: agreement per factor, and the passages to talk about, side by side."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, people_names, study_page
from wijkverhaal.site.studies.factors.agreement_parts import (
    LINE,
    TURN,
    TalkPlace,
    agreement_table,
    counted_words,
    pairs_table,
    talk_place,
    units_of,
)
from wijkverhaal.site.studies.interviews.passages_read import passages_read
from wijkverhaal.site.studies.interviews.text_views import number_of, speakers
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.stories.study.coder_agreement import (
    Place,
    StudyAgreement,
    coded_together,
    coder_agreement,
)
from wijkverhaal.stories.study.coder_side import CoderSides
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

_EACH = 20


@study_page(RESEARCHERS)
def agreement(request: HttpRequest, door: Door) -> HttpResponse:
    """Per factor how far coders agree, over interviews that two or more coded."""
    study = door.study()
    cut = TURN if request.GET.get("per") == TURN else LINE
    texts = {
        name: storage.interview_text(door.opened, study.one(Interview, name)).text
        for name in coded_together(study)
    }
    units = {
        name: units_of(text, cut, speakers(door, name, text) if cut == TURN else ())
        for name, text in texts.items()
    }
    found = coder_agreement(study, units)
    names = {one.id: one.name for one in study.all(Factor)}
    people = people_names(found.coders)
    chosen = request.GET.get("factor", "")
    places = _differing(found, chosen)
    parts = max(1, -(-len(places) // _EACH))
    part = min(max(number_of(request.GET.get("deel")), 1), parts)
    if places:
        passages_read(request, door)
    return page(
        request,
        "studies/agreement.html",
        door=door,
        found=found,
        table=agreement_table(found, names) if found.factors else None,
        counted=counted_words(found),
        pairs=pairs_table(found, names, people),
        names=names,
        people=people,
        everybody=people_names(one.coder for one in study.all(Coding)),
        cut=cut,
        chosen=chosen if chosen in names else "",
        count=len(places),
        talk=_talk(study, found, texts, places[(part - 1) * _EACH : part * _EACH]),
        part=part,
        parts=parts,
        where=_where(study, found.interviews),
    )


def _differing(found: StudyAgreement, chosen: str) -> list[tuple[str, Place]]:
    """The places where coders differ, of one factor or of all, in the order of the texts."""
    places = [
        (one.stretches.factor, place)
        for one in found.factors
        for place in one.differ
        if chosen in ("", one.stretches.factor)
    ]
    order = {name: number for number, name in enumerate(found.interviews)}
    return sorted(places, key=lambda one: (order[one[1][0]], one[1][1]))


def _talk(
    study: Study, found: StudyAgreement, texts: dict[str, str], places: list[tuple[str, Place]]
) -> list[TalkPlace]:
    people, names = people_names(found.coders), {one.id: one.name for one in study.all(Factor)}
    sides = CoderSides(study, {place[0] for _factor, place in places})
    return [talk_place(factor, place, texts[place[0]], sides, people, names) for factor, place in places]


def _where(study: Study, interviews: tuple[str, ...]) -> dict[str, str]:
    """Whose interview each is."""
    found = {}
    for name in interviews:
        who = study.one(Informant, study.one(Interview, name).informant)
        found[name] = f"{study.one(Family, who.family).label}, {who.role}"
    return found
