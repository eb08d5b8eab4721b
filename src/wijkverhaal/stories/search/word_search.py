# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words found in all interviews of a study, in any case, with or without accents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.folding import Folded, fold

_AROUND = 60


@dataclass(frozen=True)
class Found:
    """A place: the interview, the characters of its text, and the words around it."""

    interview: str
    start: int
    end: int
    before: str
    words: str
    after: str


class WordSearch:
    """The texts of a study, ready to be searched.

    >>> search = WordSearch({"i1": "Toen kwam José. Jose ging weg."})
    >>> [(one.start, one.words) for one in search.find("jose")]
    [(10, 'José'), (16, 'Jose')]
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)
        self._folded = {name: fold(text) for name, text in texts.items()}

    def find(self, words: str, most: int = 500, whole: bool = False) -> list[Found]:
        """Where the words stand after each other, at most `most` places.

        Parameters
        ----------
        whole : bool
            Only whole words; else also at the beginning of longer ones.

        Raises
        ------
        InputError
            When there is nothing to look for.
        """
        wanted = " ".join(fold(words).text.split())
        if len(wanted) < 2:
            raise InputError(_("Typ minstens twee letters om te zoeken."))
        found: list[Found] = []
        for name, folded in self._folded.items():
            for start, end in _places(folded, wanted, whole):
                if len(found) == most:
                    return found
                found.append(self._found(name, folded, start, end))
        return found

    def count(self, words: str, whole: bool = False) -> dict[str, int]:
        """How often the words stand in each interview where they do."""
        wanted = " ".join(fold(words).text.split())
        counts = {name: sum(1 for _ in _places(one, wanted, whole)) for name, one in self._folded.items()}
        return {name: count for name, count in counts.items() if count} if wanted else {}

    def _found(self, name: str, folded: Folded, start: int, end: int) -> Found:
        text = self._texts[name]
        first, last = folded.original(start, end)
        before, after = text[max(0, first - _AROUND) : first], text[last : last + _AROUND]
        return Found(name, first, last, before, text[first:last], after)


def _places(folded: Folded, wanted: str, whole: bool) -> Iterator[tuple[int, int]]:
    text, first = folded.text, wanted.split(" ")[0]
    single = first == wanted
    start = text.find(first)
    while start >= 0:
        end = start + len(first) if single else _phrase_end(text, start, wanted)
        bordered = not start or not text[start - 1].isalnum() or not first[0].isalnum()
        if end and bordered and not (whole and end < len(text) and text[end].isalnum()):
            yield start, end
        start = text.find(first, start + 1)


def _phrase_end(text: str, start: int, wanted: str) -> int:
    """Where the words end, whatever blanks are between them; 0 where others stand there."""
    place = start
    for number, word in enumerate(wanted.split(" ")):
        if number:
            blanks = place
            while place < len(text) and text[place].isspace():
                place += 1
            if place == blanks:
                return 0
        if not text.startswith(word, place):
            return 0
        place += len(word)
    return place
