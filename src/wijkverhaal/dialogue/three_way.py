# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three versions of a text brought together: what was generated, what people made of it, and what
is generated now. Nothing that people wrote is ever lost.

By paragraph, as diff3 does by line (S. Khanna, K. Kunal and B.C. Pierce 2007, A formal investigation
of diff3): where only one side changed, that side counts; where both did, people's words stay and
the new generated paragraphs are kept beside them, to be looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Paragraphs = tuple[str, ...]


@dataclass(frozen=True)
class Mark:
    """Where the generated text beneath people's words changed.

    Attributes
    ----------
    written : tuple of str
        The paragraphs as people wrote them; empty where they took something away.
    beneath : tuple of str
        What is generated there now; empty where nothing is any more.
    """

    written: Paragraphs
    beneath: Paragraphs


@dataclass(frozen=True)
class Merged:
    """The text that stands there, and where something beneath it changed."""

    paragraphs: Paragraphs
    marks: tuple[Mark, ...]


def merged(base: Paragraphs, written: Paragraphs, generated: Paragraphs) -> Merged:
    """One text from three.

    Parameters
    ----------
    base : tuple of str
        The generated text from which people started.
    written : tuple of str
        What they made of it.
    generated : tuple of str
        What is generated now.

    Examples
    --------
    >>> merged(("a", "b"), ("a", "B"), ("A", "b")).paragraphs
    ('A', 'B')
    >>> merged(("a", "b"), ("a", "B"), ("a", "c"))
    Merged(paragraphs=('a', 'B'), marks=(Mark(written=('B',), beneath=('c',)),))
    """
    paragraphs: list[str] = []
    marks: list[Mark] = []
    for old, mine, new in _pieces(base, written, generated):
        if mine in (old, new):
            paragraphs += new
            continue
        paragraphs += mine
        if new != old:
            marks.append(Mark(mine, new))
    return Merged(tuple(paragraphs), tuple(marks))


def _pieces(
    base: Paragraphs, written: Paragraphs, generated: Paragraphs
) -> list[tuple[Paragraphs, Paragraphs, Paragraphs]]:
    """The three texts cut wherever both others show where a place in the base is.

    Between two cuts at one place stands what was put in there.
    """
    mine, new = _cuts(base, written), _cuts(base, generated)
    pieces = []
    a = b = c = 0
    for place in range(len(base) + 1):
        if place not in mine or place not in new:
            continue
        (b_from, b_to), (c_from, c_to) = mine[place], new[place]
        pieces.append((base[a:place], written[b:b_from], generated[c:c_from]))
        pieces.append(((), written[b_from:b_to], generated[c_from:c_to]))
        a, b, c = place, b_to, c_to
    return pieces


def _cuts(base: Sequence[str], other: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Per place in the base where it is in the other: after the paragraph before it, and before the next."""
    found = _found_in(base, other)
    cuts = {}
    for place in range(len(base) + 1):
        after = 0 if place == 0 else found[place - 1] + 1 if place - 1 in found else None
        before = len(other) if place == len(base) else found.get(place)
        if after is not None or before is not None:
            first = after if after is not None else before
            last = before if before is not None else after
            cuts[place] = (first or 0, last or 0)
    return cuts


def _found_in(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Which paragraph of the base is which of the other, in order."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {block.a + k: block.b + k for block in blocks for k in range(block.size)}
