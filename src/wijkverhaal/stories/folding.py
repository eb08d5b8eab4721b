# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text made comparable: small letters, no accents, nothing that nobody sees; and the way back."""

import unicodedata
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

#: Marks on letters, soft hyphens and signs without width.
_UNSEEN = (*range(0x300, 0x370), 0xAD, *range(0x200B, 0x200E), 0x2060, 0xFE0F, 0xFEFF)
_LIKE = dict(zip("øØđĐłŁ’‘`´\u00a0\u202f", "ooddll''''  ", strict=True))
_BASIC = 1 << 16
_GONE = 0xFFFFFFFF


@dataclass(frozen=True)
class Folded:
    """A folded text.

    Attributes
    ----------
    text : str
    places : array or None
        Where each of its characters stands in the original; None where nothing was left out.
    length : int
        Of the original.
    """

    text: str
    places: NDArray[np.int64] | None
    length: int

    def original(self, start: int, end: int) -> tuple[int, int]:
        """A passage in the original; marks after its last letter belong to it."""
        if self.places is None:
            return start, end
        if end <= start:
            place = int(self.places[start]) if start < len(self.places) else self.length
            return place, place
        last = int(self.places[end]) if end < len(self.places) else self.length
        return int(self.places[start]), last


def fold(text: str) -> Folded:
    """The folded text; as long as the original but for what nobody sees.

    >>> fold("José’s CAFÉ").text
    "jose's cafe"
    """
    codes, places = folded_codes(text)
    return Folded(codes.tobytes().decode("utf-32-le", "surrogatepass"), places, len(text))


def folded_codes(text: str) -> tuple[NDArray[np.uint32], NDArray[np.int64] | None]:
    """The same as numbers of signs, with where each stands in the original (None: in its own place)."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    same = np.take(_table(), codes, mode="clip")
    if len(codes) and codes.max() >= _BASIC:
        same = np.where(codes < _BASIC, same, codes)
    seen = same != _GONE
    if seen.all():
        return same, None
    return same[seen], np.flatnonzero(seen)


@cache
def _table() -> NDArray[np.uint32]:
    """What every sign of the basic plane becomes."""
    table = np.arange(_BASIC, dtype="<u4")
    for code in range(_BASIC):
        small = _folded(chr(code))
        if len(small) == 1:
            table[code] = ord(small)
    table[list(_UNSEEN)] = _GONE
    return table


def _folded(sign: str) -> str:
    """A sign in small letters; only of Latin letters the accents go."""
    if sign in _LIKE:
        return _LIKE[sign]
    code = ord(sign)
    latin = 0xC0 <= code < 0x250 or 0x1E00 <= code < 0x1F00
    return (unicodedata.normalize("NFD", sign)[0] if latin else sign).lower()
