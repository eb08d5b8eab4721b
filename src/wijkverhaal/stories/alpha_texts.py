# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alpha-U over several texts: those that the same coders read are laid end to end as one text.

Where the coders differ from text to text, each set of coders has a text of its own, and disagreements are
added up as they would be in one text: by the square of its length.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkverhaal.stories.alpha_units import Span, UnitAlpha, unit_alpha


@dataclass(frozen=True)
class CodedText:
    """A text with what each of its coders marked.

    Attributes
    ----------
    length : int
        Its characters.
    stretches : mapping of str to sequence of (int, int)
        Per coder who coded it, not overlapping one another; empty where that coder marked nothing.
    """

    length: int
    stretches: Mapping[str, Sequence[Span]]


def alpha_over_texts(texts: Sequence[CodedText]) -> UnitAlpha:
    """Alpha-U of one factor over texts; a text with fewer than two coders says nothing.

    >>> one = CodedText(10, {"anna": [(0, 5)], "bo": [(0, 5)]})
    >>> alpha_over_texts([one, one]).alpha
    1.0
    """
    groups: dict[tuple[str, ...], list[CodedText]] = {}
    for text in texts:
        if len(text.stretches) > 1:
            groups.setdefault(tuple(sorted(text.stretches)), []).append(text)
    found = [_joined(coders, group) for coders, group in groups.items()]
    whole = sum(length**2 for _alpha, length in found)
    if not whole:
        return UnitAlpha(None, 0.0, 0.0)
    observed = sum(one.observed * length**2 for one, length in found) / whole
    expected = sum(one.expected * length**2 for one, length in found) / whole
    return UnitAlpha(1 - observed / expected if expected > 0 else None, observed, expected)


def _joined(coders: Sequence[str], texts: Sequence[CodedText]) -> tuple[UnitAlpha, int]:
    """Alpha-U of the texts end to end, and how long they are together."""
    spans: list[list[Span]] = [[] for _coder in coders]
    begin = 0
    for text in texts:
        for own, coder in zip(spans, coders, strict=True):
            own += [(begin + start, begin + end) for start, end in text.stretches[coder]]
        begin += text.length
    return unit_alpha(spans, 0, begin), begin
