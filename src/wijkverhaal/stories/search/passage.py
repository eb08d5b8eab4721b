# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts cut into passages of a few sentences, for searching what looks alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: The end of a sentence or a line. Which sign it begins with stands first: that can be looked for quickly.
_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)\n*+|(?<!\n)(?<![.!?…].)[.!?…]*+[\"'’”)]*\s+)")
_LEAST = 60
_MOST = 600


@dataclass(frozen=True)
class Passage:
    """A passage of an interview; the end not included."""

    interview: str
    start: int
    end: int


def passages(interview: str, text: str) -> Iterator[Passage]:
    """Sentences, short ones taken together, very long ones cut at a blank; a line end always cuts."""
    start = 0
    for found in [*_BREAK.finditer(text), None]:
        end = found.end() if found else len(text)
        far_enough = end - start >= _LEAST or (found is None or "\n" in found[0])
        if not far_enough:
            continue
        yield from _cut(interview, text, start, end)
        start = end


def _cut(interview: str, text: str, start: int, end: int) -> Iterator[Passage]:
    while end - start > _MOST:
        blank = text.rfind(" ", start + 1, start + _MOST)
        middle = blank if blank > start else start + _MOST
        yield from _trimmed(interview, text, start, middle)
        start = middle
    yield from _trimmed(interview, text, start, end)


def _trimmed(interview: str, text: str, start: int, end: int) -> Iterator[Passage]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    if words.strip():
        yield Passage(interview, start, start + len(words.strip()))
