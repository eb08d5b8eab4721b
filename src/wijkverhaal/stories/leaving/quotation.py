# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations per factor, from the pseudonymised text, with the role of who said it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.study.record import Coding, Consent, Factor, Family, Informant, Interview, Judgement
from wijkverhaal.stories.study.study import Study

#: Per interview the pseudonymised text and the way to it from the frozen text.
ReaderTexts = Mapping[str, tuple[str, OffsetMap]]


@dataclass(frozen=True)
class Quotation:
    """A quotation.

    Attributes
    ----------
    coding : str
    factor, family, role : str
        Names for a reader; never of a person.
    text : str
        Pseudonymised.
    present : bool
        Whether it says that the factor was there.
    recognisable : bool or None
        None while nobody has judged it; one who says yes is enough.
    allowed : bool
        Whether the informant lets their words be quoted.
    """

    coding: str
    factor: str
    family: str
    role: str
    text: str
    present: bool
    recognisable: bool | None
    allowed: bool

    @property
    def may_leave(self) -> bool:
        """Judged not recognisable, and allowed."""
        return self.recognisable is False and self.allowed


def quotations(
    study: Study, texts: ReaderTexts, today: date, factors: Iterable[str] | None = None
) -> list[Quotation]:
    """Every coded passage of the interviews in `texts`, by factor and then by family.

    Parameters
    ----------
    texts : mapping
        From `hit_decision.text_for_readers`, so that a text with undecided names is never in it.
    factors : iterable of str, optional
        Only of these.
    """
    wanted = None if factors is None else set(factors)
    judged: dict[str, list[bool]] = {}
    for one in study.all(Judgement):
        judged.setdefault(one.coding, []).append(one.recognisable)
    allowed = {
        one.informant
        for one in study.all(Consent)
        if one.quotations and one.given <= today <= (one.until or study.keep_until)
    }
    found = [
        _quotation(study, coding, texts[coding.interview], judged.get(coding.id, []), allowed)
        for coding in study.all(Coding)
        if coding.interview in texts and (wanted is None or coding.factor in wanted)
    ]
    return sorted(found, key=lambda one: (one.factor, one.family, one.role))


def _quotation(
    study: Study, coding: Coding, text: tuple[str, OffsetMap], judged: list[bool], allowed: set[str]
) -> Quotation:
    informant = study.one(Informant, study.one(Interview, coding.interview).informant)
    words, moved = text
    return Quotation(
        coding.id,
        study.one(Factor, coding.factor).name,
        study.one(Family, informant.family).label,
        informant.role,
        words[slice(*moved.to_new(coding.start, coding.end))],
        coding.present,
        any(judged) if judged else None,
        informant.id in allowed,
    )


def leaving(found: Iterable[Quotation]) -> list[Quotation]:
    """The quotations that may leave."""
    return [one for one in found if one.may_leave]
