# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names and numbers that could tell who somebody is: found, shown to a person, and replaced by roles.

Nothing is replaced by itself: a hit is a proposal. The roster of the family goes before the rules, and
long names before short ones.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from wijkverhaal.stories.folding import fold
from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.identifier_rule import RULES, Rule
from wijkverhaal.stories.offset_map import OffsetMap, Replacement

#: A letter, figure or mark on a letter: where one touches a name, it is part of a longer word.
_WORD = r"[^\W_]|[\u0300-\u036f]"
#: Sems, Sem's, Hans': the name is his or hers.
_GENITIVE = r"(?:['’]?s|['’])?"
_WORD_BEFORE = r"[^\W_]"
_BLANKS = r"[\s\u00a0]+"
_ENDED = re.compile(r"(?:'?s|'|(?:[a-z]?e)?[tpk]?jes?|kes?)?(?![^\W\d_])")
#: Soft hyphens and signs without width, as in text from a PDF.
_HIDDEN = "[\u00ad\u200b-\u200d\u2060\ufeff]"


@dataclass(frozen=True)
class RosterEntry:
    """Somebody or something of a family that has a name.

    Attributes
    ----------
    terms : tuple of str
        Every way it is called: name, nickname, family name.
    pseudonym : str
        The role that takes their place, such as `[moeder-A]` or `[school-A1]`.
    """

    terms: tuple[str, ...]
    pseudonym: str


def find_hits(text: str, roster: Sequence[RosterEntry], rules: Sequence[Rule] = RULES) -> list[Hit]:
    """Every name of the roster and every number that the rules know, in order, none overlapping.

    >>> hits = find_hits("Linda zei: Sems fiets.", [RosterEntry(("Sem",), "[kind-A]")])
    >>> [(hit.text, hit.replacement) for hit in hits]
    [('Sems', '[kind-A]s')]
    """
    named, ruled = list(_roster_hits(text, roster)), list(_rule_hits(text, rules))
    # a whole address goes before the name within it, or the rest of the address would stay
    around = [rule for rule in ruled if any(_within(name, rule) for name in named)]
    return not_overlapping([*around, *named, *ruled])


def _within(inner: Hit, outer: Hit) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and len(inner.text) < len(outer.text)


def pseudonymise(text: str, hits: Iterable[Hit]) -> tuple[str, OffsetMap]:
    """The text with the accepted hits replaced, and where everything went.

    Parameters
    ----------
    hits : iterable of Hit
        Those that a person accepted; not overlapping.
    """
    pieces: list[str] = []
    changes: list[Replacement] = []
    here = length = 0
    for hit in sorted(hits, key=lambda one: one.start):
        kept = text[here : hit.start]
        pieces += [kept, hit.replacement]
        begin = length + len(kept)
        length = begin + len(hit.replacement)
        changes.append(Replacement(hit.start, hit.end, begin, length))
        here = hit.end
    return "".join([*pieces, text[here:]]), OffsetMap(tuple(changes))


def left_over(text: str, roster: Sequence[RosterEntry]) -> list[Hit]:
    """Names of the roster that still stand in a text about to leave, or in a file name; accents or not."""
    folded = fold(text)
    signs = re.sub(r"[_+.\s-]", " ", folded.text)
    found: dict[tuple[int, int], Hit] = {}
    for entry in roster:
        for term in filter(None, (re.sub(r"[_+.\s-]+", " ", fold(one.strip()).text) for one in entry.terms)):
            for start, end in _whole_words(signs, term):
                place = folded.original(start, end)
                found[place] = Hit(*place, text[slice(*place)], entry.pseudonym, "roster")
    return [found[place] for place in sorted(found)]


def _whole_words(text: str, term: str) -> Iterator[tuple[int, int]]:
    """Where a term stands by itself, or with the ending of a genitive or of something small."""
    first, *rest = term.split(" ")
    following = re.compile(" +".join(map(re.escape, ["", *rest])))
    start = text.find(first)
    while start >= 0:
        found = following.match(text, start + len(first))
        if found and (not start or not text[start - 1].isalpha()) and _ENDED.match(text, found.end()):
            yield start, found.end()
        start = text.find(first, start + 1)


def _roster_hits(text: str, roster: Sequence[RosterEntry]) -> Iterator[Hit]:
    """Hits of the roster, the longest terms first."""
    folded = fold(text).text
    terms = [(term.strip(), entry.pseudonym) for entry in roster for term in entry.terms if term.strip()]
    terms = [one for one in terms if fold(one[0].split()[0]).text in folded]
    for term, pseudonym in sorted(terms, key=lambda one: -len(one[0])):
        for found in _pattern(term).finditer(text):
            ending = found["ending"] or ""
            yield Hit(found.start(), found.end(), found.group(), pseudonym + ending, "roster")


def _pattern(term: str) -> re.Pattern[str]:
    """The term on word borders, in any case, its accents composed or not, its blanks of any kind."""
    forms = {unicodedata.normalize(form, term) for form in ("NFC", "NFD")}
    written = "|".join(_BLANKS.join(map(_part, form.split())) for form in sorted(forms))
    small = rf"(?:{re.escape(term[-1])}?e)?[tpk]?je|ke" if term[-1].isalpha() else "(?!)"
    return re.compile(
        rf"(?<!{_WORD_BEFORE})(?:{written})(?:{small})?(?P<ending>{_GENITIVE})(?!{_WORD})", re.IGNORECASE
    )


def _part(word: str) -> str:
    """One word of a term; what nobody sees may stand between its letters."""
    signs = ["['’]" if sign in "'’" else re.escape(sign) for sign in word]
    return f"{_HIDDEN}*".join(signs)


def _rule_hits(text: str, rules: Sequence[Rule]) -> Iterator[Hit]:
    for rule in rules:
        for found in rule.pattern.finditer(text):
            if rule.holds(found.group()):
                yield Hit(found.start(), found.end(), found.group(), rule.replacement, rule.name)
