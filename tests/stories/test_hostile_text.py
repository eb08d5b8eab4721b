# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that nobody speaks, as long as an interview: every step goes through them once and comes back.

There is no clock here; a step that goes back and forth would not end within the patience of anybody.
"""

from collections.abc import Callable

import pytest

from wijkverhaal.stories.capital_hit import capital_hits
from wijkverhaal.stories.date_shift import DateShift, date_hits
from wijkverhaal.stories.intake.speaker import speaker_labels, speaker_turns
from wijkverhaal.stories.intake.subtitle_text import cue_turns
from wijkverhaal.stories.pseudonym import RosterEntry, find_hits, left_over
from wijkverhaal.stories.search.passage import passages
from wijkverhaal.stories.search.word_search import WordSearch

ROSTER = [RosterEntry(("De Klimboom", "aa", "A"), "[rol]")]
STEPS: dict[str, Callable[[str], object]] = {
    "passages": lambda text: list(passages("a", text)),
    "capitals": capital_hits,
    "dates": lambda text: date_hits(text, DateShift(2, 3)),
    "names": lambda text: find_hits(text, ROSTER),
    "left over": lambda text: left_over(text, ROSTER),
    "speakers": lambda text: speaker_turns(text, [one.label for one in speaker_labels(text)]),
    "subtitles": cue_turns,
    "search": lambda text: WordSearch({"a": text}).find("a a"),
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize(
    "piece", [".", '!"', "A-", "A ", "I:", "\n", "a@", "0:0", "{A", "2013-", "De ", "\u00ad"]
)
def test_every_step_comes_back(step: Callable[[str], object], piece: str) -> None:
    assert step(piece * (300_000 // len(piece))) is not None
