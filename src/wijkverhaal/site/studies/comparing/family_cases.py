# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cases of a family that can be compared (itself, its children, stretches of help) and how they went."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.door import people_names
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.study.record import Child, Episode, Family, Informant, Outcome
from wijkverhaal.stories.study.study import Study

_WENT: dict[str, bool | None] = {"goed": True, "deels": None, "niet": False}
_LONGEST = 500


@dataclass(frozen=True)
class OutcomeShown:
    """A judgement in words: about which case, how it went, according to whom, and why."""

    id: str
    case: str
    went: str
    by: str
    reason: str


def went_words() -> dict[str, str]:
    """How help can have gone."""
    return {"goed": _("ja"), "deels": _("gedeeltelijk"), "niet": _("nee")}


def family_cases(study: Study, family: Family) -> dict[str, str]:
    """The family, its children and its stretches of help, with what each is called."""
    children = [one.id for one in study.all(Child) if one.family == family.id]
    episodes = [one.id for one in study.all(Episode) if one.family == family.id]
    return {one: case_label(study, one) for one in (family.id, *children, *episodes)}


def outcomes_shown(study: Study, cases: Mapping[str, str], roles: Mapping[str, str]) -> list[OutcomeShown]:
    """The judgements on these cases."""
    found = [one for one in study.all(Outcome) if one.case in cases]
    people = people_names(one.by for one in found)
    words = {True: _("De hulp hielp"), None: _("De hulp hielp gedeeltelijk"), False: _("De hulp hielp niet")}
    return [
        OutcomeShown(
            one.id, cases[one.case], words[one.good], roles.get(one.by) or people[one.by], one.reason
        )
        for one in found
    ]


def read_outcome(request: HttpRequest, study: Study, here: Family, actor: str, name: str) -> Outcome:
    """A judgement that was sent.

    Raises
    ------
    InputError
    """
    how, case = request.POST.get("hoe", ""), request.POST.get("over", "") or here.id
    if how not in _WENT:
        raise InputError(_("Kies of de hulp hielp."))
    if case not in family_cases(study, here):
        raise InputError(_("Kies over wie dit gaat; dit onderdeel hoort niet bij dit gezin."))
    by = request.POST.get("wie", "") or actor
    if by != actor and study.one(Informant, by).family != here.id:
        raise InputError(_("Deze verteller hoort niet bij dit gezin; kies een ander."))
    return Outcome(name, case, _WENT[how], by, request.POST.get("waarom", "").strip()[:_LONGEST])


def read_episode(study: Study, here: Family, child: str, label: str, name: str) -> Episode:
    """A stretch of help that was sent.

    Raises
    ------
    InputError
    """
    found = study.one(Child, child)
    if found.family != here.id:
        raise InputError(_("Dit kind hoort niet bij dit gezin; kies een ander."))
    return Episode(name, here.id, found.id, label)


def family_of_case(study: Study, case: str) -> str:
    """The family that a case belongs to."""
    found = study.records.get(case)
    return found.family if isinstance(found, Child | Episode) else case
