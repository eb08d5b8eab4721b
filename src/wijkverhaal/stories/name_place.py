# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a name stands in a text, however it is written: in any case, with accents or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.stories.folding import Folded, folded_codes

#: Semmetje, Sems, Sem's, Hans': still the same name; before another letter it is another word.
_ENDED = re.compile(r"(?:(?:[a-z]?e)?[tpk]?je|ke)?(?P<ending>'?s|')?(?![^\W\d_])")
#: What stands between the words of a name, in a text or in the name of a file.
_BETWEEN = "_+.-\u2010\u2011\u2012\u2013\u2014"
_BASIC = 1 << 16


@dataclass(frozen=True)
class NamePlace:
    """A place of a text.

    Attributes
    ----------
    start : int
    name_end : int
        Of the name itself.
    end : int
        With what was put behind it: a genitive, or the ending of something small.
    ending : str
        The genitive, as it stands in the text.
    """

    start: int
    name_end: int
    end: int
    ending: str


class NameText:
    """A text in which names are looked for; made once for all of them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _with_blanks(text)

    def places(self, term: str) -> Iterator[NamePlace]:
        """Where a name stands by itself.

        >>> [(one.start, one.end) for one in NameText("Zoë en zoes fiets, Zoeken").places("Zoe")]
        [(0, 3), (7, 11)]
        """
        words = _with_blanks(term).text.split()
        if not words:
            return
        text, name = self._folded.text, re.compile(" +".join(map(re.escape, words)))
        found = name.search(text)
        while found:
            start, end = found.span()
            ended = _ENDED.match(text, end)
            if ended and (not start or not text[start - 1].isalpha()):
                yield self._place(start, end, ended)
            found = name.search(text, start + 1)

    def _place(self, start: int, end: int, ended: re.Match[str]) -> NamePlace:
        begin, name_end = self._folded.original(start, end)
        last = self._folded.original(start, ended.end())[1]
        genitive = slice(*self._folded.original(*ended.span("ending"))) if ended["ending"] else slice(0, 0)
        return NamePlace(begin, name_end, last, self.text[genitive])


def _with_blanks(text: str) -> Folded:
    """The folded text with a blank for all that may stand between the words of a name."""
    codes, places = folded_codes(text)
    blank = np.take(_table(), codes, mode="clip")
    if len(codes) and codes.max() >= _BASIC:
        blank = np.where(codes < _BASIC, blank, codes)
    return Folded(blank.tobytes().decode("utf-32-le", "surrogatepass"), places, len(text))


@cache
def _table() -> NDArray[np.uint32]:
    """Every sign of the basic plane, or a blank."""
    table = np.arange(_BASIC, dtype="<u4")
    table[[code for code in range(_BASIC) if chr(code).isspace() or chr(code) in _BETWEEN]] = ord(" ")
    return table
