# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""'Lijkt op': passages that share rare strings of letters with examples.

TF-IDF over strings of three to five letters inside words, so that it needs no Dutch stemming; compared by
the cosine. It finds wording and not meaning: a help for looking, kept apart from what people coded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.stories.folding import fold, folded_codes
from wijkverhaal.stories.search.passage import Passage, passages

_Spans = tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.int64]]


@dataclass(frozen=True)
class Alike:
    """A passage, how much it looks like the examples (0 to 1), and the words that say so."""

    passage: Passage
    likeness: float
    words: tuple[str, ...]


class AlikeSearch:
    """The passages of all texts of a study, ready to be compared."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        # here, because compiled loops take half a second to load
        from wijkverhaal.stories.search.letter_string import passages_with, strings_of

        self._texts = dict(texts)
        self.passages = [one for name, text in texts.items() for one in passages(name, text)]
        self._strings = strings_of(*_folded_spans(self._texts, self.passages))
        used = passages_with(self._strings)
        self._rarity: NDArray[np.float64] = np.log((1 + len(self.passages)) / (1 + used)) + 1

    def like(self, examples: Sequence[str], most: int = 20, without: Sequence[Passage] = ()) -> list[Alike]:
        """The passages that look most like the examples together.

        Parameters
        ----------
        without : sequence of Passage
            What was coded already; passages that overlap it are left out.
        """
        from wijkverhaal.stories.search.letter_string import likeness, mean_vector, strings_of

        if not examples or not self.passages:
            return []
        wanted = mean_vector(strings_of(*_own_spans(examples)), self._rarity)
        wanted /= float(np.linalg.norm(wanted)) or 1.0
        found = likeness(self._strings, self._rarity, wanted)
        taken: dict[str, list[Passage]] = {}
        for one in without:
            taken.setdefault(one.interview, []).append(one)
        alike: list[Alike] = []
        for place in np.argsort(-found, kind="stable"):
            passage = self.passages[int(place)]
            if len(alike) == most or found[place] <= 0:
                break
            if not any(_overlap(passage, other) for other in taken.get(passage.interview, ())):
                # the last bits of a sum may lie above one
                words = self._words(passage, wanted)
                alike.append(Alike(passage, min(1.0, float(found[place])), words))
        return alike

    def _words(self, passage: Passage, wanted: NDArray[np.float64], most: int = 4) -> tuple[str, ...]:
        """The words of a passage that share most with the examples."""
        from wijkverhaal.stories.search.letter_string import likeness, strings_of

        told = self._texts[passage.interview][passage.start : passage.end]
        words = list(dict.fromkeys(fold(told).text.split()))
        shares = likeness(strings_of(*_own_spans(words)), self._rarity, wanted)
        order = np.argsort(-shares, kind="stable")[:most]
        return tuple(words[place].strip(".,;:!?\"'()") for place in order if shares[place] > 0)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.start < other.end and other.start < one.end


def _own_spans(texts: Sequence[str]) -> _Spans:
    """Short texts after each other, folded, each with where it begins and ends."""
    folded = [folded_codes(text)[0] for text in texts]
    ends = np.cumsum([len(one) for one in folded], dtype=np.int64)
    starts = np.concatenate(([0], ends[:-1])).astype(np.int64)
    return np.concatenate([*folded, np.empty(0, np.uint32)]).astype(np.uint32), starts, ends


def _folded_spans(texts: Mapping[str, str], found: Sequence[Passage]) -> _Spans:
    """All texts after each other, folded, with where each passage begins and ends in them."""
    starts, ends = (np.array([getattr(one, side) for one in found], np.int64) for side in ("start", "end"))
    codes, length, first = [np.empty(0, np.uint32)], 0, 0
    for name, text in texts.items():
        own, places = folded_codes(text)
        last = first
        while last < len(found) and found[last].interview == name:
            last += 1
        for border in (starts, ends):
            if places is not None:
                border[first:last] = np.searchsorted(places, border[first:last])
            border[first:last] += length
        codes.append(own)
        length, first = length + len(own), last
    return np.concatenate(codes).astype(np.uint32), starts, ends
