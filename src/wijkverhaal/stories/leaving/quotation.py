# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations per factor, from the pseudonymised text, with the role of who said it."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
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


@dataclass(frozen=True)
class Quotable:
    """A coded passage and whether it may leave; its words are looked up once somebody asks for them."""

    passage: Coding
    factor: str
    family: str
    role: str
    recognisable: bool | None
    allowed: bool

    @property
    def coding(self) -> str:
        """The id of the coding, as of a `Quotation`."""
        return self.passage.id

    @property
    def may_leave(self) -> bool:
        """Judged not recognisable, and allowed."""
        return self.recognisable is False and self.allowed

    def quoted(self, text: tuple[str, OffsetMap]) -> Quotation:
        """The quotation, from the pseudonymised text of its interview."""
        words, moved = text
        return Quotation(
            self.passage.id,
            self.factor,
            self.family,
            self.role,
            words[slice(*moved.to_new(self.passage.start, self.passage.end))],
            self.passage.present,
            self.recognisable,
            self.allowed,
        )


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
    return [one.quoted(texts[one.passage.interview]) for one in quotables(study, texts, today, factors)]


def quotables(
    study: Study, interviews: Container[str], today: date, factors: Iterable[str] | None = None
) -> list[Quotable]:
    """The same without words; the interviews are those in which every name was decided."""
    wanted = None if factors is None else set(factors)
    judged, allowed = _judged(study), _allowed(study, today)
    found = [
        _quotable(study, coding, judged.get(coding.id), allowed)
        for coding in study.all(Coding)
        if coding.interview in interviews and (wanted is None or coding.factor in wanted)
    ]
    return sorted(found, key=lambda one: (one.factor, one.family, one.role))


def leaving_counts(study: Study, interviews: Container[str], today: date) -> Counter[str]:
    """How many quotations of each factor, by its id, may leave."""
    allowed = _allowed(study, today)
    free = (study.one(Coding, name) for name, recognisable in _judged(study).items() if not recognisable)
    return Counter(
        one.factor
        for one in free
        if one.interview in interviews and study.one(Interview, one.interview).informant in allowed
    )


def _judged(study: Study) -> dict[str, bool]:
    """Per judged coding whether somebody thinks it tells who somebody is."""
    judged: dict[str, bool] = {}
    for one in study.all(Judgement):
        judged[one.coding] = one.recognisable or judged.get(one.coding, False)
    return judged


def _allowed(study: Study, today: date) -> set[str]:
    """The informants who let their words be quoted today."""
    return {
        one.informant
        for one in study.all(Consent)
        if one.quotations and one.given <= today <= (one.until or study.keep_until)
    }


def _quotable(study: Study, coding: Coding, recognisable: bool | None, allowed: set[str]) -> Quotable:
    informant = study.one(Informant, study.one(Interview, coding.interview).informant)
    return Quotable(
        coding,
        study.one(Factor, coding.factor).name,
        study.one(Family, informant.family).label,
        informant.role,
        recognisable,
        informant.id in allowed,
    )


def leaving(found: Iterable[Quotation]) -> list[Quotation]:
    """The quotations that may leave."""
    return [one for one in found if one.may_leave]
