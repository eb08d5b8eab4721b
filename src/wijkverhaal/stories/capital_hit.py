# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a capital inside a sentence: names that nobody put on the roster yet."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from wijkverhaal.stories.hit import Hit, not_overlapping

_WORD = re.compile(r"(?<![\w\[-])[^\W\d_a-zà-ÿ][\w'’-]*[^\W_]|(?<![\w\[-])[A-Z](?=\.)")
#: What ends a sentence, or opens one; after it a capital says nothing.
_OPENS = re.compile(r"(?:^|[.!?…:;\n\"“”‘«»(\[*•–-])\s*$")
_WORDS = (
    "ik ja nee nou en maar dus want de het een hij zij ze wij we je jij u dat die dit toen daar er hoe wat"
    " wie waar waarom als ok oké nederland nederlands nederlandse engels duits frans gemeente jeugdzorg ggz"
    " ggd wmo ib iq adhd ots jgz cjg awbz mdo tv dvd pc app whatsapp teams google ns kerst pasen sinterklaas"
    " corona covid god"
)
_KNOWN = frozenset(_WORDS.split())


#: De Vries: this part alone is no name.
_PARTS = frozenset(["van", "den", "der", "ten", "ter", "het", "heer", "mevrouw", "stichting", "school"])
_SHORTEST = 3


def capital_hits(text: str, taken: Iterable[Hit] = ()) -> list[Hit]:
    """Every such word, as a proposal without a role yet; words that follow each other are one.

    Parameters
    ----------
    taken : iterable of Hit
        What was found already: of `Kevin Bos` with `Bos` taken, `Kevin` is left.

    >>> [hit.text for hit in capital_hits("Toen kwam mevrouw De Vries uit Horn.")]
    ['De Vries', 'Horn']
    """
    covered = _Covered(taken)
    found: list[Hit] = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        if covered.touch(start, end):
            continue
        if found and text[found[-1].end : start] == " ":
            last = found.pop()
            found.append(Hit(last.start, end, text[last.start : end], last.replacement, last.rule))
        elif not _OPENS.search(text[max(0, start - 4) : start]) and start:
            found.append(Hit(start, end, word[0], "[naam]", "capital"))
    return [hit for hit in found if hit.text.lower() not in _KNOWN]


def names_within(words: str) -> tuple[str, ...]:
    """What somebody may be called whose name was found: all of it, and each part that stands alone.

    >>> names_within("Lotte de Vries")
    ('Lotte de Vries', 'Lotte', 'Vries')
    """
    parts = [one for one in words.split() if len(one) >= _SHORTEST and one[0].isupper()]
    alone = [one for one in parts if one.lower() not in _KNOWN | _PARTS]
    return tuple(dict.fromkeys((words, *alone)))


class _Covered:
    """Places that were found already."""

    def __init__(self, taken: Iterable[Hit]) -> None:
        apart = not_overlapping(taken)
        self._starts, self._ends = [hit.start for hit in apart], [hit.end for hit in apart]

    def touch(self, start: int, end: int) -> bool:
        before = bisect_left(self._starts, end)
        return before > 0 and self._ends[before - 1] > start
