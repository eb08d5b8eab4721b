# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person decided about each proposal to replace something: yes, no, and with what."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import ngettext
from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.pseudonym import pseudonymise


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
    """

    start: int
    end: int
    accepted: bool
    replacement: str = ""
    by: str = ""


def decide(hit: Hit, accepted: bool, by: str, replacement: str = "") -> HitDecision:
    """A decision about one hit, with another replacement if wanted."""
    return HitDecision(hit.start, hit.end, accepted, (replacement or hit.replacement) * accepted, by)


def decide_everywhere(hits: Iterable[Hit], like: Hit, accepted: bool, by: str) -> list[HitDecision]:
    """The same decision about every hit that says the same, in any case."""
    same = [hit for hit in hits if hit.text.lower() == like.text.lower() and hit.rule == like.rule]
    return [decide(hit, accepted, by) for hit in same]


def undecided(hits: Iterable[Hit], decisions: Sequence[HitDecision]) -> list[Hit]:
    """The hits about which nobody decided yet; a decision covers all that lies inside it."""
    spans = sorted((one.start, one.end) for one in decisions)
    starts = [start for start, _end in spans]
    furthest = list(accumulate((end for _start, end in spans), max))

    def covered(hit: Hit) -> bool:
        before = bisect_right(starts, hit.start)
        return before > 0 and furthest[before - 1] >= hit.end

    return [hit for hit in hits if not covered(hit)]


def pseudonymised(text: str, decisions: Sequence[HitDecision]) -> tuple[str, OffsetMap]:
    """The text for readers, and where each passage of the frozen text went in it.

    Codings stay on the frozen text; `OffsetMap.to_new` finds them here. Of decisions that overlap the
    longest is followed.
    """
    longest = sorted(
        (one for one in decisions if one.accepted), key=lambda one: (one.start - one.end, one.start)
    )
    hits = (
        Hit(one.start, one.end, text[one.start : one.end], one.replacement, "decision") for one in longest
    )
    return pseudonymise(text, not_overlapping(hits))


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
