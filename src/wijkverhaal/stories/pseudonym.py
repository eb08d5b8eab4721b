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

from wijkverhaal.stories.identifier_rule import RULES, Rule
from wijkverhaal.stories.offset_map import OffsetMap, Replacement

#: A letter, figure or mark on a letter: where one touches a name, it is part of a longer word.
_WORD = r"[^\W_]|[\u0300-\u036f]"
#: Sems, Sem's, Hans': the name is his or hers.
_GENITIVE = r"(?:['’]?s|['’])?"


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


@dataclass(frozen=True)
class Hit:
    """A place in a text that could tell who somebody is.

    Attributes
    ----------
    start, end : int
        Characters; the end not included.
    text : str
        What stands there.
    replacement : str
        What could stand there instead; a genitive ending stays.
    rule : str
        "roster", or the rule that found it.
    """

    start: int
    end: int
    text: str
    replacement: str
    rule: str


def find_hits(text: str, roster: Sequence[RosterEntry], rules: Sequence[Rule] = RULES) -> list[Hit]:
    """Every name of the roster and every number that the rules know, in order, none overlapping.

    >>> hits = find_hits("Linda zei: Sems fiets.", [RosterEntry(("Sem",), "[kind-A]")])
    >>> [(hit.text, hit.replacement) for hit in hits]
    [('Sems', '[kind-A]s')]
    """
    taken: list[Hit] = []
    for hit in [*_roster_hits(text, roster), *_rule_hits(text, rules)]:
        if all(hit.end <= other.start or other.end <= hit.start for other in taken):
            taken.append(hit)
    return sorted(taken, key=lambda hit: hit.start)


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
    """Names of the roster that still stand in a text about to leave, also in a file name."""
    spaced = re.sub(r"[_+.-]", " ", text)
    found = [*_roster_hits(text, roster), *_roster_hits(spaced, roster)]
    return sorted({(hit.start, hit.end): hit for hit in found}.values(), key=lambda hit: hit.start)


def _roster_hits(text: str, roster: Sequence[RosterEntry]) -> Iterator[Hit]:
    """Hits of the roster, the longest terms first."""
    terms = [(term.strip(), entry.pseudonym) for entry in roster for term in entry.terms if term.strip()]
    for term, pseudonym in sorted(terms, key=lambda one: -len(one[0])):
        for found in _pattern(term).finditer(text):
            ending = found["ending"] or ""
            yield Hit(found.start(), found.end(), found.group(), pseudonym + ending, "roster")


def _pattern(term: str) -> re.Pattern[str]:
    """The term on word borders, in any case, its accents composed or not, its blanks of any kind."""
    forms = {unicodedata.normalize(form, term) for form in ("NFC", "NFD")}
    written = "|".join(
        r"[\s\u00a0]+".join(re.escape(part).replace("'", "['’]") for part in form.split())
        for form in sorted(forms)
    )
    return re.compile(rf"(?<!{_WORD_BEFORE})(?:{written})(?P<ending>{_GENITIVE})(?!{_WORD})", re.IGNORECASE)


_WORD_BEFORE = r"[^\W_]"


def _rule_hits(text: str, rules: Sequence[Rule]) -> Iterator[Hit]:
    for rule in rules:
        for found in rule.pattern.finditer(text):
            if rule.holds(found.group()):
                yield Hit(found.start(), found.end(), found.group(), rule.replacement, rule.name)
