# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a factor was there in a case: said to be, said not to be, or not mentioned."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.study.record import Coding, Informant, Interview, Unit
from wijkverhaal.stories.study.study import Study


class State(Enum):
    """What is known of a factor in a case. DISPUTED: the accounts differ, and it counts as unknown.

    PARTLY is for outcomes only: help helped in part, which is neither yes nor no.
    """

    PRESENT = "present"
    ABSENT = "absent"
    NOT_MENTIONED = "not-mentioned"
    DISPUTED = "disputed"
    PARTLY = "partly"

    @property
    def known(self) -> bool | None:
        """True, False, or None where it is not known."""
        if self is State.PRESENT:
            return True
        return False if self is State.ABSENT else None

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return {
            State.PRESENT: _("aanwezig"),
            State.ABSENT: _("afwezig"),
            State.NOT_MENTIONED: _("niet genoemd"),
            State.DISPUTED: _("de verhalen verschillen"),
            State.PARTLY: _("gedeeltelijk"),
        }[self]


@dataclass(frozen=True)
class Mention:
    """A factor in a case.

    Attributes
    ----------
    case, factor : str
    codings : tuple of Coding
        What it rests on.
    supported_by, denied_by : tuple of str
        The informants who say that it was so, and that it was not.
    """

    case: str
    factor: str
    codings: tuple[Coding, ...] = ()
    supported_by: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """What is known of it."""
        if self.supported_by and self.denied_by:
            return State.DISPUTED
        if self.supported_by:
            return State.PRESENT
        return State.ABSENT if self.denied_by else State.NOT_MENTIONED


def mentions(
    study: Study, unit: Unit, factors: Iterable[str], coders: Iterable[str] | None = None
) -> dict[tuple[str, str], Mention]:
    """Every case with every factor.

    Parameters
    ----------
    factors : iterable of str
        Ids; a factor with factors under it takes theirs along where they point the same way.
    coders : iterable of str, optional
        Count only what these coded.
    """
    wanted = list(factors)
    above: dict[str, list[str]] = defaultdict(list)
    for factor in wanted:
        for one in study.under(factor):
            above[one].append(factor)
    counted = None if coders is None else set(coders)
    found: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    cases: dict[tuple[str, tuple[str, ...]], tuple[str, ...]] = {}
    for coding in study.all(Coding):
        if coding.factor not in above or (counted is not None and coding.coder not in counted):
            continue
        whose = coding.interview, coding.about
        if whose not in cases:
            cases[whose] = study.cases_of(coding, unit)
        for case in cases[whose]:
            for factor in above[coding.factor]:
                found[case, factor].append(coding)
    return {
        (case.id, factor): _mention(study, case.id, factor, found[case.id, factor])
        for case in study.cases(unit)
        for factor in wanted
    }


def _mention(study: Study, case: str, factor: str, codings: list[Coding]) -> Mention:
    said, denied = (
        dict.fromkeys(one.interview for one in codings if one.present is present) for present in (True, False)
    )
    return Mention(case, factor, tuple(codings), _informants(study, said), _informants(study, denied))


def _informants(study: Study, interviews: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(study.one(Interview, one).informant for one in interviews))


def per_event(study: Study, mention: Mention) -> list[Mention]:
    """A mention for each event that its codings were tied to, with who says so of that event only."""
    tied: dict[str, list[Coding]] = defaultdict(list)
    for coding in mention.codings:
        tied[coding.event].append(coding)
    return [_mention(study, mention.case, mention.factor, codings) for codings in tied.values()]


def roles(study: Study, informants: Iterable[str]) -> tuple[str, ...]:
    """The roles of informants, each once."""
    return tuple(dict.fromkeys(study.one(Informant, one).role for one in informants))
