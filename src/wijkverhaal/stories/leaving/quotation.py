# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations per factor, from the pseudonymised text, with the role of who said it."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wijkverhaal.stories.leaving.withheld import recognisable_passages, tells_who
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
        None while nobody has judged it; one who says yes to any of its words is enough.
    allowed : bool
        Whether the informant lets their words be quoted.
    place : (str, int, int)
        The interview, begin and end; the same where two people coded the same words.
    by_others : bool
        Recognisable because of another quotation with some of its words.
    """

    coding: str
    factor: str
    family: str
    role: str
    text: str
    present: bool
    recognisable: bool | None
    allowed: bool
    place: tuple[str, int, int] = ("", 0, 0)
    by_others: bool = False

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
    by_others: bool = False

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
            _place(self.passage),
            self.by_others,
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
    judged, passages, allowed = _judged(study), recognisable_passages(study), _allowed(study, today)
    found = [
        _quotable(study, coding, judged.get(coding.id), tells_who(coding, passages), allowed)
        for coding in study.all(Coding)
        if coding.interview in interviews and (wanted is None or coding.factor in wanted)
    ]
    return sorted(found, key=lambda one: (one.factor, one.family, one.role))


def leaving_counts(study: Study, interviews: Container[str], today: date) -> Counter[str]:
    """How many quotations of each factor, by its id, may leave; what two people coded counts once."""
    allowed, passages = _allowed(study, today), recognisable_passages(study)
    judged = (study.one(Coding, name) for name in _judged(study))
    free = {
        (one.factor, one.present, *_place(one))
        for one in judged
        if one.interview in interviews
        and study.one(Interview, one.interview).informant in allowed
        and not tells_who(one, passages)
    }
    return Counter(factor for factor, *_rest in free)


def _place(passage: Coding) -> tuple[str, int, int]:
    return passage.interview, passage.start, passage.end


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


def _quotable(study: Study, coding: Coding, judged: bool | None, tells: bool, allowed: set[str]) -> Quotable:
    informant = study.one(Informant, study.one(Interview, coding.interview).informant)
    return Quotable(
        coding,
        study.one(Factor, coding.factor).name,
        study.one(Family, informant.family).label,
        informant.role,
        tells or judged,
        informant.id in allowed,
        tells and not judged,
    )


def leaving(found: Iterable[Quotation]) -> list[Quotation]:
    """The quotations that may leave, each once, however many people coded it."""
    free = (one for one in found if one.may_leave)
    return list({(one.factor, one.present, one.place): one for one in free}.values())
