# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""'Lijkt op': passages that share rare strings of letters with examples.

TF-IDF over strings of three to five letters inside words, so that it needs no Dutch stemming; compared by
the cosine. It finds wording and not meaning: a help for looking, kept apart from what people coded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from wijkverhaal.stories.folding import fold
from wijkverhaal.stories.search.passage import Passage, passages

_LENGTHS = (3, 4, 5)
_BUCKETS = 1 << 18
_MULTIPLIERS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1], dtype=np.uint64)
#: Sparse matrices of scipy, which has no types.
Counts: TypeAlias = Any


@dataclass(frozen=True)
class Alike:
    """A passage, how much it looks like the examples (0 to 1), and the words that say so."""

    passage: Passage
    likeness: float
    words: tuple[str, ...]


class AlikeSearch:
    """The passages of all texts of a study, ready to be compared."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self.passages: list[Passage] = []
        blocks = []
        for name, text in texts.items():
            own = list(passages(name, text))
            self.passages += own
            blocks.append(_counts([text[one.start : one.end] for one in own]))
        counts = sparse.vstack(blocks, format="csr") if blocks else sparse.csr_matrix((0, _BUCKETS))
        used = np.bincount(counts.indices, minlength=_BUCKETS)
        self._weight: NDArray[np.float64] = np.log((1 + counts.shape[0]) / (1 + used)) + 1
        self._rows = self._weighted(counts)

    def like(self, examples: Sequence[str], most: int = 20, without: Sequence[Passage] = ()) -> list[Alike]:
        """The passages that look most like the examples together.

        Parameters
        ----------
        without : sequence of Passage
            What was coded already; passages that overlap it are left out.
        """
        if not examples or not self.passages:
            return []
        wanted = np.asarray(self._weighted(_counts(examples)).mean(axis=0)).ravel()
        length = float(np.linalg.norm(wanted))
        likeness = self._rows @ wanted / (length or 1.0)
        found: list[Alike] = []
        for place in np.argsort(-likeness, kind="stable"):
            passage = self.passages[int(place)]
            if len(found) == most or likeness[place] <= 0:
                break
            if not any(_overlap(passage, other) for other in without):
                found.append(Alike(passage, float(likeness[place]), self._words(passage, wanted)))
        return found

    def _weighted(self, counts: Counts) -> Counts:
        rows = counts.astype(np.float64)
        rows.data = (1 + np.log(rows.data)) * self._weight[rows.indices]
        length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
        length[length == 0] = 1.0
        return sparse.csr_matrix(sparse.diags(1 / length) @ rows)

    def _words(self, passage: Passage, wanted: NDArray[np.float64], most: int = 4) -> tuple[str, ...]:
        """The words of a passage that share most with the examples."""
        words = list(
            dict.fromkeys(fold(self._texts[passage.interview][passage.start : passage.end]).text.split())
        )
        if not words:
            return ()
        shares = self._weighted(_counts(words)) @ wanted
        order = np.argsort(-shares, kind="stable")[:most]
        return tuple(words[place].strip(".,;:!?\"'()") for place in order if shares[place] > 0)


def _overlap(one: Passage, other: Passage) -> bool:
    return one.interview == other.interview and one.start < other.end and other.start < one.end


def _counts(texts: Sequence[str]) -> Counts:
    """How often each string of letters stands in each text; strings fall in buckets by a hash."""
    joined = "".join(f" {' '.join(fold(text).text.split())} " for text in texts)
    widths = [len(" ".join(fold(text).text.split())) + 2 for text in texts]
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    rows = np.repeat(np.arange(len(texts)), widths)
    blank = codes == ord(" ")
    row_parts, column_parts = [], []
    for length in _LENGTHS:
        buckets, places = _strings(codes, blank, length)
        row_parts.append(rows[places])
        column_parts.append(buckets)
    row, column = np.concatenate(row_parts), np.concatenate(column_parts)
    counts = sparse.coo_matrix((np.ones(len(row), dtype=np.float32), (row, column)), (len(texts), _BUCKETS))
    return sparse.csr_matrix(counts)


def _strings(
    codes: NDArray[np.uint64], blank: NDArray[np.bool_], length: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The bucket and the place of every string of a length that lies in one word and its borders."""
    count = max(0, len(codes) - length + 1)
    hashed = np.full(count, length, dtype=np.uint64)
    inner = np.zeros(count, dtype=bool)
    for place in range(length):
        hashed = hashed * np.uint64(1000003) + codes[place : place + count] * _MULTIPLIERS[place]
        if 0 < place < length - 1:
            inner |= blank[place : place + count]
    hashed ^= hashed >> np.uint64(29)
    places = np.flatnonzero(~inner)
    return (hashed[places] % np.uint64(_BUCKETS)).astype(np.int64), places
