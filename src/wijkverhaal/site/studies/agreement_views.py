# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where coders differ: agreement per factor, and the passages to talk about."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.language import number
from wijkverhaal.site.page import page
from wijkverhaal.site.studies import storage
from wijkverhaal.site.studies.door import RESEARCHERS, Door, people_names, study_page
from wijkverhaal.site.studies.text_parts import lines_of
from wijkverhaal.stories.agreement import agreement_by_factor
from wijkverhaal.stories.study.coder_mark import coder_marks
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

_TALK = 60
Unit = tuple[str, int, int]


@study_page(RESEARCHERS)
def agreement(request: HttpRequest, door: Door) -> HttpResponse:
    """Per factor how far coders agree, over interviews that two or more coded."""
    study = door.study()
    coders, interviews = _together(study)
    used = [one.id for one in study.all(Factor) if any(c.factor == one.id for c in study.all(Coding))]
    units: list[Unit] = []
    marks: dict[str, list[list[bool | None]]] = {name: [] for name in used}
    for interview in interviews:
        text = storage.interview_text(door.opened, study.one(Interview, interview)).text
        spans = lines_of(text)
        who = {c.coder for c in study.all(Coding) if c.interview == interview}
        units += [(interview, start, end) for start, end in spans]
        for name, rows in coder_marks(study, interview, coders, spans, used).items():
            marks[name] += [
                [cell if coder in who else None for cell, coder in zip(row, coders, strict=True)]
                for row in rows
            ]
    found = agreement_by_factor([str(place) for place in range(len(units))], marks) if units else []
    names = {one.id: one.name for one in study.all(Factor)}
    talk = [(names[one.factor], units[int(unit)]) for one in found for unit in one.differ]
    return page(
        request,
        "studies/agreement.html",
        door=door,
        found=[one for one in found if one.used],
        names=names,
        coders=people_names(coders),
        count=len(interviews),
        units=len(units),
        talk=[(name, unit, _words(door, study, unit)) for name, unit in talk[:_TALK]],
        more=max(0, len(talk) - _TALK),
        places=_places(study),
        number=number,
    )


def _together(study: Study) -> tuple[list[str], list[str]]:
    """The coders, and the interviews that more than one of them coded."""
    by: dict[str, set[str]] = {}
    for one in study.all(Coding):
        by.setdefault(one.interview, set()).add(one.coder)
    interviews = [name for name, coders in by.items() if len(coders) > 1]
    return sorted({coder for name in interviews for coder in by[name]}), interviews


def _words(door: Door, study: Study, unit: Unit) -> str:
    text = storage.interview_text(door.opened, study.one(Interview, unit[0])).text
    return text[unit[1] : unit[2]]


def _places(study: Study) -> dict[str, str]:
    found = {}
    for one in study.all(Interview):
        who = study.one(Informant, one.informant)
        found[one.id] = f"{study.one(Family, who.family).label}, {who.role}"
    return found
