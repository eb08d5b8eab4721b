# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Krippendorff's alpha for unitising: do coders mark the same stretches of a text?

Source: K. Krippendorff (2004), Content Analysis, second edition, section 11.6 (alpha-U); (1995),
Sociological Methodology 25:47-76. A stretch is marked or a gap; where two coders' stretches overlap,
the disagreement is the sum of the squared ends that stick out; a stretch that lies wholly in a gap of
the other counts its squared length.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

#: A stretch from its first position up to, not including, its last.
Span = tuple[int, int]
Section = tuple[int, int, bool]


@dataclass(frozen=True)
class UnitAlpha:
    """Agreement on the stretches of one factor.

    Attributes
    ----------
    alpha : float or None
        None where no coder marked anything.
    observed, expected : float
    """

    alpha: float | None
    observed: float
    expected: float


def unit_alpha(spans: Sequence[Sequence[Span]], start: int, length: int) -> UnitAlpha:
    """Alpha-U of one factor.

    Parameters
    ----------
    spans : sequence of sequences of (int, int)
        Per coder the stretches, not overlapping one another.
    start, length : int
        The text: where it begins and how many characters it has.
    """
    sections = [_sections(sorted(one), start, start + length) for one in spans]
    observed = _observed(sections, length)
    expected = _expected(sections, length)
    return UnitAlpha(1 - observed / expected if expected > 0 else None, observed, expected)


def unit_alphas(
    marked: Mapping[str, Sequence[Sequence[Span]]], start: int, length: int
) -> tuple[dict[str, UnitAlpha], UnitAlpha]:
    """Alpha-U per factor, and of all factors together.

    >>> per, both = unit_alphas({"a": [[(0, 5)], [(0, 5)]]}, 0, 10)
    >>> per["a"].alpha, both.alpha
    (1.0, 1.0)
    """
    each = {factor: unit_alpha(spans, start, length) for factor, spans in marked.items()}
    observed = sum(one.observed for one in each.values())
    expected = sum(one.expected for one in each.values())
    return each, UnitAlpha(1 - observed / expected if expected > 0 else None, observed, expected)


def _sections(spans: Sequence[Span], start: int, end: int) -> list[Section]:
    """The text in order as marked stretches and the gaps between them."""
    sections, here = [], start
    for first, last in spans:
        if first > here:
            sections.append((here, first, False))
        sections.append((first, last, True))
        here = last
    if here < end:
        sections.append((here, end, False))
    return sections


def _observed(coders: Sequence[Sequence[Section]], length: int) -> float:
    total = 0
    for i, mine in enumerate(coders):
        for theirs in coders[i + 1 :]:
            total += 2 * sum(_apart(a, b) for a, b in _meeting(mine, theirs))
    pairs = len(coders) * (len(coders) - 1)
    return total / (pairs * length**2) if pairs else 0.0


def _meeting(mine: Sequence[Section], theirs: Sequence[Section]) -> Iterator[tuple[Section, Section]]:
    """Every two sections of two coders that share a stretch of the text."""
    one = other = 0
    while one < len(mine) and other < len(theirs):
        a, b = mine[one], theirs[other]
        yield a, b
        one, other = one + (a[1] <= b[1]), other + (b[1] <= a[1])


def _apart(a: Section, b: Section) -> int:
    """The squared difference between two sections of two coders."""
    if a[2] and b[2]:
        return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
    for mark, gap in ((a, b), (b, a)):
        if mark[2] and not gap[2] and gap[0] <= mark[0] and mark[1] <= gap[1]:
            return (mark[1] - mark[0]) ** 2
    return 0


def _expected(coders: Sequence[Sequence[Section]], length: int) -> float:
    marks = [last - first for one in coders for first, last, marked in one if marked]
    gaps = sorted(last - first for one in coders for first, last, marked in one if not marked)
    if not marks:
        return 0.0
    sums = [0, *accumulate(gaps)]
    total = 0.0
    for one in marks:
        beside_marks = (len(marks) - 1) / 3 * (2 * one**3 - 3 * one**2 + one)
        shorter = bisect_left(gaps, one)
        room = sums[-1] - sums[shorter] - (len(gaps) - shorter) * (one - 1)
        total += beside_marks + one**2 * room
    text = len(coders) * length
    return 2 / length * total / (text * (text - 1) - sum(one * (one - 1) for one in marks))
