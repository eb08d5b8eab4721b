# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names looked for in the interviews of a family: of the register, and words that turned out to be one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.names.names_store import NamesFound, keep_names, names_in
from wijkverhaal.stories.capital_hit import capital_hits, names_within
from wijkverhaal.stories.date_shift import DateShift, date_hits
from wijkverhaal.stories.hit import Hit, not_overlapping
from wijkverhaal.stories.hit_decision import decide
from wijkverhaal.stories.pseudonym import ROSTER, RosterEntry, find_hits
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.record import Interview
from wijkverhaal.stories.study.study import Study

#: Pointed at by a person, or by deduce: no search finds them again.
POINTED = "pointed"
_STAYING = frozenset({POINTED, "deduce"})


def interviews_of(study: Study, family: str) -> list[Interview]:
    """The interviews about a family."""
    return [one for one in study.all(Interview) if study.family_of(one.id) == family]


def look_for_names(
    opened: OpenStudy, study: Study, register: PseudonymRegister, interviews: Iterable[Interview]
) -> None:
    """Look again in these interviews; what was decided about a place stays decided.

    Only a name of the register is asked about again, where somebody let the word stay before they knew.
    """
    for one in interviews:
        text = storage.interview_text(opened, one).text
        family = study.family_of(one.id)
        before = names_in(opened, one.id) or NamesFound()
        named = find_hits(text, register.roster(family))
        dates = date_hits(text, register.shifts.get(family, DateShift()))
        staying = [hit for hit in before.hits if hit.rule in _STAYING]
        hits = not_overlapping([*named, *dates, *capital_hits(text, [*named, *dates]), *staying])
        keep_names(opened, one.id, replace(before, hits=tuple(hits)))


def look_for_words(
    opened: OpenStudy, interviews: Iterable[Interview], words: str, replacement: str = "[naam]"
) -> None:
    """Put every place of a word that turned out to be a name among the hits, in any case, with genitive."""
    roster = [RosterEntry((one,), replacement) for one in names_within(words)]
    for one in interviews:
        before = names_in(opened, one.id)
        if before is None:
            continue
        text = storage.interview_text(opened, one).text
        found = [replace(hit, rule=POINTED) for hit in find_hits(text, roster, ())]
        hits = tuple(not_overlapping([*before.hits, *found]))
        if len(hits) > len(before.hits):
            keep_names(opened, one.id, replace(before, hits=hits))


def replace_what_is_open(
    opened: OpenStudy, interviews: Iterable[Interview], pseudonyms: Sequence[str]
) -> None:
    """Replace the names behind these roles wherever nobody decided: soon nobody can look for them."""
    for one in interviews:
        found = names_in(opened, one.id)
        if found is None:
            continue
        theirs = [
            hit for hit in found.open if hit.rule == ROSTER and hit.replacement.startswith(tuple(pseudonyms))
        ]
        if theirs:
            decided = [decide(hit, True, opened.actor) for hit in theirs]
            keep_names(opened, one.id, replace(found, decisions=(*found.decisions, *decided)))


def rename_role(opened: OpenStudy, interviews: Iterable[Interview], old: str, new: str) -> None:
    """Write a role that got another name so in the texts too."""
    for one in interviews if new != old else ():
        found = names_in(opened, one.id)
        if found is not None:
            decided = tuple(
                replace(each, replacement=new + each.replacement.removeprefix(old))
                if each.accepted and each.replacement.startswith(old)
                else each
                for each in found.decisions
            )
            keep_names(opened, one.id, replace(found, decisions=decided))


def pointed_at(found: NamesFound, text: str, start: int, end: int) -> NamesFound:
    """The same with a hit there, if there is none."""
    hit = Hit(start, end, text[start:end], "[naam]", POINTED)
    return replace(found, hits=tuple(not_overlapping([*found.hits, hit])))
