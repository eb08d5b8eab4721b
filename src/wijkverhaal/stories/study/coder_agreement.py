# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement of the coders of a study per factor, over the interviews that two or more of them finished.

Who only tried a passage has not said of the rest that nothing is there. So an interview counts for a coder
who is done with it; in a study where nobody ever said so, for who coded there at least half as often as who
coded there most.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from wijkverhaal.stories.agreement import FactorAgreement, factor_agreement
from wijkverhaal.stories.alpha_texts import CodedText, alpha_over_texts
from wijkverhaal.stories.alpha_units import Span, UnitAlpha
from wijkverhaal.stories.kappa import Kappa, Numbers, cohen_kappa
from wijkverhaal.stories.study.coder_mark import coder_stretches, touched_units
from wijkverhaal.stories.study.record import Coding, Finished, Interview, Record
from wijkverhaal.stories.study.study import Study

#: A stretch of an interview: its id, the first character, and the one after the last.
Place = tuple[str, int, int]


@dataclass(frozen=True)
class CoderAgreement:
    """Agreement on one factor.

    Attributes
    ----------
    stretches : FactorAgreement
        Over the units: alpha and kappa.
    letters : UnitAlpha
        Alpha-U: whether the same letters were marked.
    pairs : dict of two coders to Kappa
        Cohen's of every two coders, where there are more than two.
    differ : tuple of Place
        Where coders differ.
    """

    stretches: FactorAgreement
    letters: UnitAlpha
    pairs: dict[tuple[str, str], Kappa]
    differ: tuple[Place, ...]


@dataclass(frozen=True)
class StudyAgreement:
    """The agreement of a study.

    Attributes
    ----------
    coders : tuple of str
        Who finished an interview that another finished too.
    interviews : tuple of str
        Those that two or more finished.
    everybody : int
        How many of those all these coders finished; kappa of more than two is over them.
    together : dict of two coders to int
        How many every two coders both finished.
    said : bool
        Whether coders said that they were done; else who counts follows from how often they coded.
    units : int
        How many units they have together.
    factors : tuple of CoderAgreement
        Of each factor that was given in them.
    """

    coders: tuple[str, ...]
    interviews: tuple[str, ...]
    everybody: int
    together: dict[tuple[str, str], int]
    said: bool
    units: int
    factors: tuple[CoderAgreement, ...]


def coded_together(study: Study) -> dict[str, tuple[str, ...]]:
    """The interviews that two or more finished, each with who did."""
    by: dict[str, set[str]] = {}
    for one in study.all(Finished):
        by.setdefault(one.interview, set()).add(one.coder)
    return {name: tuple(sorted(coders)) for name, coders in (by or _busy(study)).items() if len(coders) > 1}


def _busy(study: Study) -> dict[str, set[str]]:
    """Per interview who coded it at least half as often as who coded it most."""
    times: dict[str, dict[str, int]] = {}
    for one in study.all(Coding):
        here = times.setdefault(one.interview, {})
        here[one.coder] = here.get(one.coder, 0) + 1
    return {
        name: {coder for coder, count in here.items() if 2 * count >= max(here.values())}
        for name, here in times.items()
    }


def coder_agreement(study: Study, units: Mapping[str, Sequence[Span]]) -> StudyAgreement:
    """How far coders agree.

    Parameters
    ----------
    units : mapping of str to sequence of (int, int)
        Of each interview of `coded_together`: its passages, or its speaker turns.
    """
    together = coded_together(study)
    coders = tuple(sorted({one for who in together.values() for one in who}))
    places = [(name, start, end) for name in together for start, end in units[name]]
    texts = _stretches(study, together)
    names = [str(number) for number in range(len(places))]
    factors = []
    for factor, stretches in texts.items():
        marks = _marks(stretches, units, coders, len(places))
        found = factor_agreement(factor, names, marks)
        differ = tuple(places[int(unit)] for unit in found.differ)
        letters = alpha_over_texts(list(stretches.values()))
        factors.append(CoderAgreement(found, letters, _pairs(coders, marks), differ))
    both = {pair: sum(set(pair) <= set(who) for who in together.values()) for pair in combinations(coders, 2)}
    everybody = sum(set(who) == set(coders) for who in together.values())
    said = any(True for _one in study.all(Finished))
    return StudyAgreement(coders, tuple(together), everybody, both, said, len(places), tuple(factors))


def _stretches(study: Study, together: Mapping[str, Sequence[str]]) -> dict[str, dict[str, CodedText]]:
    """Per factor, per interview, what each of its coders marked; the interviews in the order given."""
    used = list(dict.fromkeys(one.factor for one in study.all(Coding) if one.interview in together))
    found: dict[str, dict[str, CodedText]] = {factor: {} for factor in used}
    for name, own in _by_interview(study, together).items():
        who, length = together[name], study.one(Interview, name).length
        for factor, per_coder in coder_stretches(own, name, who, used).items():
            found[factor][name] = CodedText(length, dict(zip(who, per_coder, strict=True)))
    return found


def _marks(
    texts: Mapping[str, CodedText], units: Mapping[str, Sequence[Span]], coders: Sequence[str], count: int
) -> Numbers:
    """Who gave the factor to each unit, (units, coders); NaN for who did not code the interview."""
    marks = np.full((count, len(coders)), np.nan)
    first = 0
    for name, text in texts.items():
        last = first + len(units[name])
        for coder, stretches in text.stretches.items():
            place = coders.index(coder)
            marks[first:last, place] = 0.0
            marks[[first + one for one in touched_units(stretches, units[name])], place] = 1.0
        first = last
    return marks


def _by_interview(study: Study, interviews: Iterable[str]) -> dict[str, Study]:
    """The study with the codings of one interview only, for each: there can be tens of thousands of them."""
    codings: dict[str, dict[str, Record]] = {name: {} for name in interviews}
    for one in study.all(Coding):
        if one.interview in codings:
            codings[one.interview][one.id] = one
    return {name: replace(study, records=own) for name, own in codings.items()}


def _pairs(coders: Sequence[str], marks: Numbers) -> dict[tuple[str, str], Kappa]:
    if len(coders) < 3:
        return {}
    return {
        (coders[one], coders[other]): cohen_kappa(marks[:, [one, other]])
        for one, other in combinations(range(len(coders)), 2)
    }
