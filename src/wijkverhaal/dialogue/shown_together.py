# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under which name a participant's organisation is shown, so that it never points at one person.

Types with fewer than three participants are shown together as "overig". That alone is not enough:

- where "overig" would hold fewer than three people, or one type only, it would be that type by
  another name. Then the smallest types that are shown join it, until it holds three people of two
  types, or all participants are one group. Types that are equally small join together: else their
  order would tell which of them had fewer;
- where every type that is not shown must have exactly two participants to fill "overig", their
  numbers could be worked out. Then, too, the smallest type that is shown joins.

Two exports could still tell a person by their difference: who came later, whose words are new. So a
grouping is made once, when a session closes, and never again. Before that no types are shown.
Afterwards its numbers stay as they were, also when somebody withdraws: that somebody was there does
not change. What was written after it carries no type, whoever wrote it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.participant import Participant
from wijkverhaal.foundation.language import _

#: Of fewer people than this nothing is told apart.
ENOUGH = 3
OTHERS = "overig"
EVERYONE = "allen"
_KINDS_TOGETHER = 2


@dataclass(frozen=True)
class ShownGroup:
    """A group of participants as readers see it.

    Attributes
    ----------
    key : str
        An `OrganisationType`, "overig" or "allen".
    people : int
        Always three or more.
    """

    key: str
    people: int

    @property
    def word(self) -> str:
        """What a reader sees."""
        return group_word(self.key)


@dataclass(frozen=True)
class Grouping:
    """Who is shown under which name; made once per session.

    Attributes
    ----------
    groups : tuple of ShownGroup
        Empty where fewer than three people took part.
    keys : mapping of participant id to the key of the group
        To be kept on the server; never in an export.
    through : int
        The last serial number that counts: what was written later carries no group.
    """

    groups: tuple[ShownGroup, ...]
    keys: Mapping[str, str]
    through: int

    def key_of(self, participant: str, serial: int) -> str | None:
        """The group under which something is shown; None where it carries no group."""
        return self.keys.get(participant) if serial <= self.through else None

    def without(self, participant: str) -> "Grouping":
        """The grouping after somebody was erased: the numbers stay, the person is gone."""
        return replace(self, keys={one: key for one, key in self.keys.items() if one != participant})


#: Before a session closes nobody carries a group.
NOT_YET = Grouping((), {}, -1)


def group_word(key: str | None) -> str:
    """What a reader sees of the key of a group; of None that nothing is told."""
    if key == OTHERS:
        return _("overig")
    if key in (None, EVERYONE):
        return _("een deelnemer") if key is None else _("alle deelnemers")
    return OrganisationType(key).word


def grouping_of(participants: Iterable[Participant], through: int) -> Grouping:
    """The grouping of a session that closes.

    Parameters
    ----------
    participants : iterable of Participant
        Everybody who took part, whoever left or withdrew since.
    through : int
        The newest serial number of the session.
    """
    there = [one for one in participants if one.serial <= through]
    keys = keys_of_types(Counter(one.organisation for one in there))
    if not keys:
        return Grouping((), {}, through)
    people = Counter(keys[one.organisation] for one in there)
    order = [*OrganisationType, OTHERS, EVERYONE]
    groups = tuple(ShownGroup(str(key), people[key]) for key in order if people[key])
    return Grouping(groups, {one.id: keys[one.organisation] for one in there}, through)


def keys_of_types(counts: Mapping[OrganisationType, int]) -> dict[OrganisationType, str]:
    """The name under which each type is shown; empty where there are fewer than three people.

    Examples
    --------
    >>> school, police, sport = OrganisationType.SCHOOL, OrganisationType.POLICE, OrganisationType.SPORT
    >>> keys_of_types({school: 4, police: 2, sport: 1}) == {
    ...     school: "school", police: "overig", sport: "overig"}
    True
    >>> keys_of_types({school: 4, police: 2}) == {school: "allen", police: "allen"}
    True
    """
    present = {kind: counts[kind] for kind in OrganisationType if counts.get(kind, 0) > 0}
    if sum(present.values()) < ENOUGH:
        return {}
    shown = [kind for kind, number in present.items() if number >= ENOUGH]
    hidden = [kind for kind in present if kind not in shown]
    while hidden and shown and not _hides([present[kind] for kind in hidden], len(shown)):
        smallest = min(present[kind] for kind in shown)
        hidden += [kind for kind in shown if present[kind] == smallest]
        shown = [kind for kind in shown if present[kind] > smallest]
    together = OTHERS if shown else EVERYONE
    return {kind: together if kind in hidden else kind.value for kind in present}


def _hides(numbers: list[int], shown: int) -> bool:
    """Whether nobody can tell from their sum how many of one type there are."""
    if len(numbers) < _KINDS_TOGETHER or sum(numbers) < ENOUGH:
        return False
    most = (ENOUGH - 1) * (len(OrganisationType) - shown)
    return max(numbers) >= ENOUGH or sum(numbers) < most
