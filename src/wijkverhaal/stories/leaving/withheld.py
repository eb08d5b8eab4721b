# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passages that tell who somebody is, taken out of a text that leaves whole."""

from collections.abc import Iterable, Mapping, Sequence

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.hit_decision import HitDecision, pseudonymised
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.study.record import Coding, Judgement
from wijkverhaal.stories.study.study import Study

Span = tuple[int, int]


def recognisable_passages(study: Study) -> dict[str, list[Span]]:
    """Per interview the passages that somebody judged recognisable.

    A judgement is about words: it holds for every coding that has some of them, whoever made it.
    """
    passages: dict[str, list[Span]] = {}
    for one in study.all(Judgement):
        coding = study.records.get(one.coding)
        if one.recognisable and isinstance(coding, Coding):
            passages.setdefault(coding.interview, []).append((coding.start, coding.end))
    return passages


def recognisable_spans(study: Study, interview: str) -> list[Span]:
    """The passages of one interview that somebody judged recognisable."""
    return recognisable_passages(study).get(interview, [])


def tells_who(coding: Coding, passages: Mapping[str, Sequence[Span]]) -> bool:
    """Whether a coding has words in common with a passage that somebody judged recognisable."""
    here = (coding.start, coding.end)
    return any(_touch(here, span) for span in passages.get(coding.interview, ()))


def text_without(text: str, decisions: Sequence[HitDecision], spans: Iterable[Span]) -> tuple[str, OffsetMap]:
    """The pseudonymised text with a mark in the place of some passages.

    A passage takes every name along that it cuts in two, so that no half of it stays.
    """
    taken = _grown(spans, [one for one in decisions if one.accepted])
    kept = [one for one in decisions if not any(_touch((one.start, one.end), span) for span in taken)]
    mark = _("[weggelaten: herkenbaar]")
    return pseudonymised(text, [*kept, *(HitDecision(start, end, True, mark) for start, end in taken)])


def _grown(spans: Iterable[Span], names: Sequence[HitDecision]) -> list[Span]:
    """The passages, those that touch made one, each with the names on its borders."""
    grown: list[Span] = []
    for span in sorted(spans):
        start, end = span
        changed = True
        while changed:
            across = [one for one in names if _touch((one.start, one.end), (start, end))]
            wider = (min([start, *(one.start for one in across)]), max([end, *(one.end for one in across)]))
            changed = wider != (start, end)
            start, end = wider
        while grown and _touch(grown[-1], (start, end)):
            before = grown.pop()
            start, end = min(start, before[0]), max(end, before[1])
        grown.append((start, end))
    return grown


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
