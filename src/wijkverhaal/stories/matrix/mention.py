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
    """What is known of a factor in a case. DISPUTED: the accounts differ, and it counts as unknown."""

    PRESENT = "present"
    ABSENT = "absent"
    NOT_MENTIONED = "not-mentioned"
    DISPUTED = "disputed"

    @property
    def known(self) -> bool | None:
        """True, False, or None where it is not known."""
        return {State.PRESENT: True, State.ABSENT: False}.get(self)

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return {
            State.PRESENT: _("aanwezig"),
            State.ABSENT: _("afwezig"),
            State.NOT_MENTIONED: _("niet genoemd"),
            State.DISPUTED: _("de verhalen verschillen"),
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
    for coding in study.all(Coding):
        if counted is not None and coding.coder not in counted:
            continue
        factors_of = above.get(coding.factor, ())
        for case in study.cases_of(coding, unit) if factors_of else ():
            for factor in factors_of:
                found[case, factor].append(coding)
    return {
        (case.id, factor): _mention(study, case.id, factor, found[case.id, factor])
        for case in study.cases(unit)
        for factor in wanted
    }


def _mention(study: Study, case: str, factor: str, codings: list[Coding]) -> Mention:
    who = {one.id: study.one(Interview, one.interview).informant for one in codings}
    said = tuple(dict.fromkeys(who[one.id] for one in codings if one.present))
    denied = tuple(dict.fromkeys(who[one.id] for one in codings if not one.present))
    return Mention(case, factor, tuple(codings), said, denied)


def roles(study: Study, informants: Iterable[str]) -> tuple[str, ...]:
    """The roles of informants, each once."""
    return tuple(dict.fromkeys(study.one(Informant, one).role for one in informants))
