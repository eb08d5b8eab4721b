# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person decided about each proposal to replace something: yes, no, and with what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import ngettext
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym import ROSTER, pseudonymise


@dataclass(frozen=True)
class HitDecision:
    """A decision about one place of a frozen text.

    Attributes
    ----------
    start, end : int
        Characters of the frozen text.
    accepted : bool
    replacement : str
        What comes there; empty where refused.
    by : str
        Who decided.
    rule : str
        What had found the place when it was decided; empty where nobody kept that.
    """

    start: int
    end: int
    accepted: bool
    replacement: str = ""
    by: str = ""
    rule: str = ""


def decide(hit: Hit, accepted: bool, by: str, replacement: str = "") -> HitDecision:
    """A decision about one hit, with another replacement if wanted."""
    words = (replacement or hit.replacement) * accepted
    return HitDecision(hit.start, hit.end, accepted, words, by, hit.rule)


def decide_everywhere(
    hits: Iterable[Hit], like: Hit, accepted: bool, by: str, replacement: str = ""
) -> list[HitDecision]:
    """The same decision about every hit that is written the same: "Wil" says nothing about "wil"."""
    same = [hit for hit in hits if hit.text == like.text and hit.rule == like.rule]
    return [decide(hit, accepted, by, replacement) for hit in same]


def undecided(hits: Iterable[Hit], decisions: Sequence[HitDecision]) -> list[Hit]:
    """The hits about which nobody decided yet; a decision covers all that lies inside it.

    A name of the roster may stay only where somebody knew that it is one: that a word may stay, said
    before it came on the roster, does not count.
    """
    every = _Spans(decisions)
    certain = _Spans([one for one in decisions if one.accepted or one.rule == ROSTER])
    return [hit for hit in hits if not (certain if hit.rule == ROSTER else every).cover(hit)]


class _Spans:
    """Places that were decided about."""

    def __init__(self, decisions: Iterable[HitDecision]) -> None:
        spans = sorted((one.start, one.end) for one in decisions)
        self._starts = [start for start, _end in spans]
        self._furthest = list(accumulate((end for _start, end in spans), max))

    def cover(self, hit: Hit) -> bool:
        before = bisect_right(self._starts, hit.start)
        return before > 0 and self._furthest[before - 1] >= hit.end


def pseudonymised(text: str, decisions: Sequence[HitDecision]) -> tuple[str, OffsetMap]:
    """The text for readers, and where each passage of the frozen text went in it.

    Codings stay on the frozen text; `OffsetMap.to_new` finds them here. Of decisions that overlap the
    longest is followed, for all that they cover together: nothing of the others may stay.
    """
    together: list[tuple[int, int, HitDecision]] = []
    for one in sorted((one for one in decisions if one.accepted), key=lambda one: (one.start, one.end)):
        start, end, longest = (
            together.pop() if together and one.start < together[-1][1] else (one.start, 0, one)
        )
        longest = max(longest, one, key=lambda each: each.end - each.start)
        together.append((start, max(end, one.end), longest))
    hits = (Hit(start, end, text[start:end], one.replacement, "decision") for start, end, one in together)
    return pseudonymise(text, hits)


def text_for_readers(
    text: str, hits: Iterable[Hit], decisions: Sequence[HitDecision]
) -> tuple[str, OffsetMap]:
    """The pseudonymised text, once every hit has been decided.

    Raises
    ------
    InputError
        While there are hits without a decision: a reader sees nothing yet.
    """
    left = len(undecided(hits, decisions))
    if left:
        raise InputError(
            ngettext(
                "Over {count} naam of gegeven is nog niet besloten; doe dat eerst.",
                "Over {count} namen of gegevens is nog niet besloten; doe dat eerst.",
                left,
            ).format(count=left)
        )
    return pseudonymised(text, decisions)
