# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a researcher chose to compare: families, children or stretches of help, judged by whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered, case_ordered
from wijkverhaal.stories.study.record import Coding, Factor, Informant, Outcome, Unit
from wijkverhaal.stories.study.study import Study

#: Whose judgement counts, besides that of a role.
RESEARCHER = "onderzoeker"
_UNITS: dict[str, Unit] = {"gezin": "family", "kind": "child", "hulp": "episode"}
_PARTLY: dict[str, bool | None] = {"open": None, "wel": True, "niet": False}


@dataclass(frozen=True)
class ComparisonChoice:
    """What to compare.

    Attributes
    ----------
    unit : str
        As it stands in the address: gezin, kind or hulp.
    judge : str
        Whose judgement: empty is everybody's, RESEARCHER, or an informant whose role it is.
    partly : str
        As what help that helped in part counts: open, wel or niet.
    factors : tuple of str
    """

    unit: str
    judge: str
    partly: str
    factors: tuple[str, ...]

    @property
    def kind(self) -> Unit:
        """The unit as the study calls it."""
        return _UNITS[self.unit]

    def judges(self, study: Study) -> set[str] | None:
        """Who judge; None is everybody."""
        if not self.judge:
            return None
        if self.judge == RESEARCHER:
            told = {one.id for one in study.all(Informant)}
            return {one.by for one in study.all(Outcome)} - told
        role = study.one(Informant, self.judge).role
        return {one.id for one in study.all(Informant) if one.role == role}

    def ordered(self, study: Study, factors: Sequence[str]) -> CaseOrdered:
        """The case-ordered matrix of this choice."""
        judges = self.judges(study)
        return case_ordered(study, factors, self.kind, judged_by=judges, partly=_PARTLY[self.partly])


def read_choice(request: HttpRequest, study: Study) -> ComparisonChoice:
    """What was asked in the address; what does not exist counts as not asked."""
    known = {one.id for one in study.all(Factor)}
    judge = request.GET.get("volgens", "")
    if judge != RESEARCHER and not isinstance(study.records.get(judge), Informant):
        judge = ""
    unit, partly = request.GET.get("eenheid", ""), request.GET.get("gedeeltelijk", "")
    return ComparisonChoice(
        unit if unit in _UNITS else "gezin",
        judge,
        partly if partly in _PARTLY else "open",
        tuple(one for one in dict.fromkeys(request.GET.getlist("factor")) if one in known),
    )


def most_given(study: Study, most: int) -> tuple[str, ...]:
    """The factors that were given most."""
    counts: dict[str, int] = {}
    for one in study.all(Coding):
        counts[one.factor] = counts.get(one.factor, 0) + 1
    return tuple(sorted(counts, key=lambda name: -counts[name])[:most])


def unit_words() -> dict[str, str]:
    """The units, as they are chosen."""
    return {"gezin": _("gezinnen"), "kind": _("kinderen"), "hulp": _("stukken hulp van één kind")}


def judge_words(study: Study) -> dict[str, str]:
    """Whose judgement can be chosen: everybody's, the researcher's, or that of a role."""
    roles: dict[str, str] = {}
    for one in study.all(Informant):
        roles.setdefault(one.role, one.id)
    found = {"": _("iedereen"), RESEARCHER: _("de onderzoeker")}
    return found | {informant: role for role, informant in sorted(roles.items())}


def partly_words() -> dict[str, str]:
    """As what help that helped in part can count."""
    return {
        "open": _("niet bekend (het kan allebei)"),
        "wel": _("de hulp hielp"),
        "niet": _("de hulp hielp niet"),
    }


def choice_words(study: Study, choice: ComparisonChoice) -> dict[str, Any]:
    """What the fields of a choice need on a page."""
    return {
        "choice": choice,
        "units": unit_words(),
        "judges": judge_words(study),
        "partlies": partly_words(),
        "cases": len(study.cases(choice.kind)),
    }
