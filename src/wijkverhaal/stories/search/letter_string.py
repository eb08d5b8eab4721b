# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Strings of three to five letters inside words, weighed by how rare they are: compiled inner loops.

A word counts with a blank before and after it. The strings of a word are worked out once, however often
it is said. Strings fall in buckets by a hash, so that a table of a fixed size does for every text.
Nothing is kept between two searches.
"""

from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

BUCKETS = 1 << 18
Codes = NDArray[np.uint32]
Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Floats = NDArray[np.float64]
_SHORTEST, _LONGEST = 3, 5
_BLANK = np.uint64(32)
_FACTOR, _MIXER = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xD6E8FEB86659FD93)
_SHIFT, _MASK = np.uint64(32), np.uint64(BUCKETS - 1)


class Strings(NamedTuple):
    """The strings of passages.

    Attributes
    ----------
    words : array
        The number of each word, one passage after the other.
    passages : array
        Where the words of each passage begin, and at the end how many there are.
    buckets : array
        The strings of the first different word, then of the second.
    borders : array
        Where those of each different word begin, and at the end how many there are.
    """

    words: Small
    passages: Ints
    buckets: Small
    borders: Ints


@njit(cache=True, nogil=True)  # pragma: no cover
def strings_of(codes: Codes, starts: Ints, ends: Ints) -> Strings:
    """The strings of the passages of a folded text."""
    words = np.empty(len(codes) // 2 + len(starts) + 1, np.int32)
    passages = np.zeros(len(starts) + 1, np.int64)
    first, last = np.empty(1 << 12, np.int64), np.empty(1 << 12, np.int64)
    table = np.full(1 << 14, -1, np.int32)
    count, known = 0, 0
    for passage in range(len(starts)):
        place, end = starts[passage], ends[passage]
        while place < end:
            if _is_blank(codes[place]):
                place += 1
                continue
            begin = place
            while place < end and not _is_blank(codes[place]):
                place += 1
            if known == len(first):
                first, last = _larger(first), _larger(last)
                table = _filled(codes, first, last, known)
            slot = _slot(codes, begin, place, first, last, table)
            if table[slot] < 0:
                table[slot] = known
                first[known], last[known] = begin, place
                known += 1
            words[count] = table[slot]
            count += 1
        passages[passage + 1] = count
    buckets, borders = _buckets(codes, first[:known], last[:known])
    return Strings(words[:count], passages, buckets, borders)


@njit(cache=True, nogil=True)  # pragma: no cover
def passages_with(strings: Strings) -> Small:
    """In how many passages each string stands."""
    count = np.zeros(BUCKETS, np.int32)
    seen = np.full(BUCKETS, -1, np.int32)
    for passage in range(len(strings.passages) - 1):
        for word in strings.words[strings.passages[passage] : strings.passages[passage + 1]]:
            for place in range(strings.borders[word], strings.borders[word + 1]):
                bucket = strings.buckets[place]
                if seen[bucket] != passage:
                    seen[bucket] = passage
                    count[bucket] += 1
    return count


@njit(cache=True, nogil=True)  # pragma: no cover
def mean_vector(strings: Strings, rarity: Floats) -> Floats:
    """The mean of the passages as vectors of length one."""
    mean, often = np.zeros(BUCKETS), np.zeros(BUCKETS, np.int32)
    found, total = np.empty(BUCKETS, np.int32), len(strings.passages) - 1
    for passage in range(total):
        different = _counted(strings, passage, found, often)
        square = 0.0
        for bucket in found[:different]:
            square += ((1 + np.log(often[bucket])) * rarity[bucket]) ** 2
        for bucket in found[:different]:
            mean[bucket] += (1 + np.log(often[bucket])) * rarity[bucket] / np.sqrt(square) / total
            often[bucket] = 0
    return mean


@njit(cache=True, nogil=True)  # pragma: no cover
def likeness(strings: Strings, rarity: Floats, wanted: Floats) -> Floats:
    """The cosine of each passage with a vector of length one."""
    result, often = np.zeros(len(strings.passages) - 1), np.zeros(BUCKETS, np.int32)
    found = np.empty(BUCKETS, np.int32)
    logs = 1 + np.log(np.arange(1, 257).astype(np.float64))
    both = np.empty((BUCKETS, 2), np.float32)  # beside each other, because they are asked together
    both[:, 0], both[:, 1] = rarity, wanted
    for passage in range(len(result)):
        different = _counted(strings, passage, found, often)
        square, shared = 0.0, 0.0
        for bucket in found[:different]:
            times = often[bucket]
            weight = (logs[times - 1] if times <= 256 else 1 + np.log(times)) * both[bucket, 0]
            square += weight * weight
            shared += weight * both[bucket, 1]
            often[bucket] = 0
        if square > 0:
            result[passage] = shared / np.sqrt(square)
    return result


@njit(cache=True, nogil=True)  # pragma: no cover
def _counted(strings: Strings, passage: int, found: Small, often: Small) -> int:
    """How often each string stands in a passage; the different ones come first in `found`."""
    different = 0
    for word in strings.words[strings.passages[passage] : strings.passages[passage + 1]]:
        for place in range(strings.borders[word], strings.borders[word + 1]):
            bucket = strings.buckets[place]
            if often[bucket] == 0:
                found[different] = bucket
                different += 1
            often[bucket] += 1
    return different


@njit(cache=True, nogil=True)  # pragma: no cover
def _buckets(codes: Codes, first: Ints, last: Ints) -> tuple[Small, Ints]:
    """The strings of different words: at most three begin at each letter."""
    found = np.empty(3 * int((last - first).sum()) + 1, np.int32)
    borders = np.zeros(len(first) + 1, np.int64)
    count = 0
    for word in range(len(first)):
        for begin in range(first[word] - 1, last[word] - 1):
            hashed = np.uint64(0)
            for at in range(begin, min(begin + _LONGEST, last[word] + 1)):
                code = _BLANK if at < first[word] or at == last[word] else np.uint64(codes[at])
                hashed = (hashed + code) * _FACTOR
                if at - begin + 1 >= _SHORTEST:
                    found[count] = np.int32(_mixed(hashed) & _MASK)
                    count += 1
        borders[word + 1] = count
    return found[:count], borders


@njit(cache=True, nogil=True)  # pragma: no cover
def _slot(codes: Codes, begin: int, end: int, first: Ints, last: Ints, table: Small) -> int:
    """Where a word stands in the table of known words, or would stand."""
    hashed = np.uint64(end - begin)
    for place in range(begin, end):
        hashed = (hashed + np.uint64(codes[place])) * _FACTOR
    slot = np.int64(_mixed(hashed) & np.uint64(len(table) - 1))
    while table[slot] >= 0 and not _same(codes, begin, end, first[table[slot]], last[table[slot]]):
        slot = (slot + 1) & (len(table) - 1)
    return int(slot)


@njit(cache=True, nogil=True)  # pragma: no cover
def _same(codes: Codes, begin: int, end: int, first: int, last: int) -> bool:
    if end - begin != last - first:
        return False
    for place in range(end - begin):  # noqa: SIM110 (compiled)
        if codes[begin + place] != codes[first + place]:
            return False
    return True


@njit(cache=True, nogil=True)  # pragma: no cover
def _larger(borders: Ints) -> Ints:
    larger = np.empty(2 * len(borders), np.int64)
    larger[: len(borders)] = borders
    return larger


@njit(cache=True, nogil=True)  # pragma: no cover
def _filled(codes: Codes, first: Ints, last: Ints, known: int) -> Small:
    """A table of the known words that stays mostly empty."""
    table = np.full(4 * len(first), -1, np.int32)
    for word in range(known):
        table[_slot(codes, first[word], last[word], first, last, table)] = word
    return table


@njit(cache=True, nogil=True)  # pragma: no cover
def _mixed(hashed: np.uint64) -> np.uint64:
    mixed = (hashed ^ (hashed >> _SHIFT)) * _MIXER
    return np.uint64(mixed ^ (mixed >> _SHIFT))


@njit(cache=True, nogil=True)  # pragma: no cover
def _is_blank(code: int) -> bool:
    if code < 128:
        return code == 32 or 9 <= code <= 13 or 28 <= code <= 31
    return code in (0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000) or 0x2000 <= code <= 0x200A
