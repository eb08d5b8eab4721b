# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names and numbers that could tell who somebody is: found, shown to a person, and replaced by roles.

Nothing is replaced by itself: a hit is a proposal. The roster of the family goes before the rules, and
long names before short ones.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.identifier_rule import RULES, Rule
from wijkverhaal.stories.name_place import NameText
from wijkverhaal.stories.offset_map import OffsetMap, Replacement

#: The rule of a hit with a name of the roster in it.
ROSTER = "roster"


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
    places = sorted((name.start, name.end) for name in named)
    around = [replace(rule, rule=ROSTER) for rule in ruled if _is_around(rule, places)]
    return not_overlapping([*around, *named, *ruled])


def _is_around(rule: Hit, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a name lies within what a rule found, and is not all of it."""
    first, last = bisect_left(names, (rule.start, 0)), bisect_left(names, (rule.end, 0))
    return any(end <= rule.end and (start, end) != (rule.start, rule.end) for start, end in names[first:last])


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
    here = NameText(text)
    found: dict[tuple[int, int], Hit] = {}
    for entry in roster:
        for term in entry.terms:
            for one in here.places(term):
                place = one.start, one.name_end
                found[place] = Hit(*place, text[slice(*place)], entry.pseudonym, ROSTER)
    return [found[place] for place in sorted(found)]


def _roster_hits(text: str, roster: Sequence[RosterEntry]) -> Iterator[Hit]:
    """Hits of the roster, the longest terms first."""
    here = NameText(text)
    terms = [(term, entry.pseudonym) for entry in roster for term in entry.terms]
    for term, pseudonym in sorted(terms, key=lambda one: -len(one[0].strip())):
        for one in here.places(term):
            yield Hit(one.start, one.end, text[one.start : one.end], pseudonym + one.ending, ROSTER)


def _rule_hits(text: str, rules: Sequence[Rule]) -> Iterator[Hit]:
    for rule in rules:
        for found in rule.pattern.finditer(text):
            if rule.holds(found.group()):
                yield Hit(found.start(), found.end(), found.group(), rule.replacement, rule.name)
