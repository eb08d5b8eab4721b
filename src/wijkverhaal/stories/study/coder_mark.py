# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What coders marked, laid beside each other: per unit for alpha and kappa, as stretches for alpha-U."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from wijkverhaal.stories.alpha_units import Span
from wijkverhaal.stories.study.record import Coding
from wijkverhaal.stories.study.study import Study


def touched_units(stretches: Iterable[Span], units: Sequence[Span]) -> set[int]:
    """The places of the units, which are in the order of the text, that share a character with a stretch."""
    touched: set[int] = set()
    for begin, end in stretches:
        place = bisect_right(units, begin, key=itemgetter(1))
        while place < len(units) and units[place][0] < end:
            touched.add(place)
            place += 1
    return touched


def coder_stretches(
    study: Study, interview: str, coders: Sequence[str], factors: Iterable[str]
) -> dict[str, list[list[Span]]]:
    """Per factor and coder the stretches that were coded, joined where they overlap; for `unit_alphas`."""
    found: dict[str, list[list[Span]]] = {factor: [[] for _coder in coders] for factor in factors}
    place = {coder: number for number, coder in enumerate(coders)}
    for one in study.all(Coding):
        if one.interview == interview and one.coder in place and one.factor in found:
            found[one.factor][place[one.coder]].append((one.start, one.end))
    return {factor: [_joined(own) for own in per_coder] for factor, per_coder in found.items()}


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
