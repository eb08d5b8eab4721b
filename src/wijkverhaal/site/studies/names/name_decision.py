# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person decides about a place, and what follows for the same word elsewhere in the family."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.leaving.released_again import look_again
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.name_search import (
    POINTED,
    interviews_of,
    look_for_words,
    pointed_at,
)
from wijkverhaal.site.studies.names.names_store import NamesFound
from wijkverhaal.site.studies.names.register_change import RegisterChange, change_register
from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.hit_decision import HitDecision, decide, decide_everywhere
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister, family_letter, next_role
from wijkverhaal.stories.study.record import Family, Interview
from wijkverhaal.stories.study.study import Study

#: What deduce proposes that has a name; of a number no other spelling is looked for.
_NAMED = frozenset({"[naam]", "[plaats]", "[organisatie]"})


@dataclass(frozen=True)
class Wanted:
    """What somebody wants with a place.

    Attributes
    ----------
    accepted : bool
        Replace it, or let it stay.
    replacement : str
        Empty for what was proposed.
    passphrase : str
        Of the register; empty where this visitor has it shut.
    """

    accepted: bool
    replacement: str = ""
    passphrase: str = ""


def is_found_name(hit: Hit) -> bool:
    """Whether a hit is a word that may be a name and is not in the register."""
    return hit.rule in ("capital", POINTED) or (hit.rule == "deduce" and hit.replacement in _NAMED)


def decide_here(
    opened: OpenStudy, study: Study, interview: Interview, hit: Hit, wanted: Wanted
) -> RegisterChange:
    """Decide about one place; is it a name, then every other place of it is to be decided too."""
    one = decide(hit, wanted.accepted, opened.actor, wanted.replacement)
    _keep(opened, interview.id, [one])
    if not (wanted.accepted and is_found_name(hit)):
        return RegisterChange()
    theirs = interviews_of(study, study.family_of(interview.id))
    name, role = _name(opened, theirs, hit.text), _role(one.replacement)
    ready = names_store.ready_for_readers(opened, study)
    look_for_words(opened, theirs, name, role)
    reopened = ready - names_store.ready_for_readers(opened, study)
    return RegisterChange(len(reopened), look_again(opened.id, [RosterEntry((name,), role)]))


def decide_all(
    opened: OpenStudy, study: Study, interview: Interview, hit: Hit, wanted: Wanted
) -> RegisterChange:
    """Decide about a word, as it is written, in every interview of the family.

    A word that turned out to be a name comes in the register, so that it is found in any case, in later
    interviews and in what leaves.
    """
    family = study.family_of(interview.id)
    theirs, changed = interviews_of(study, family), RegisterChange()
    if wanted.accepted and is_found_name(hit):
        name = _name(opened, theirs, hit.text)
        if names_store.has_register(opened.id):
            changed = _registered(opened, study, family, name, hit, wanted)
            look_for_words(opened, theirs, name)
            wanted = replace(wanted, replacement="")
        else:
            look_for_words(opened, theirs, name, _role(wanted.replacement or hit.replacement))
    for one in theirs:
        found = names_store.names_in(opened, one.id)
        if found is None:
            continue
        like = [there for there in found.hits if there.text == hit.text]
        rules = {there.rule for there in like} if wanted.accepted and is_found_name(hit) else {hit.rule}
        same = [
            decision
            for rule in rules
            for decision in decide_everywhere(
                found.hits, replace(hit, rule=rule), wanted.accepted, opened.actor, wanted.replacement
            )
        ]
        _keep(opened, one.id, same)
    return changed


def decide_again(opened: OpenStudy, interview: Interview, start: int) -> None:
    """Take a decision back: the place is to be decided once more, also where no search finds it now."""
    found = names_store.names_in(opened, interview.id) or NamesFound()
    text = storage.interview_text(opened, interview).text
    for gone in [one for one in found.decisions if one.start == start]:
        found = pointed_at(found, text, gone.start, gone.end)
    left = tuple(one for one in found.decisions if one.start != start)
    names_store.keep_names(opened, interview.id, replace(found, decisions=left))


def _registered(
    opened: OpenStudy, study: Study, family: str, name: str, hit: Hit, wanted: Wanted
) -> RegisterChange:
    if not wanted.passphrase:
        raise InputError(_("Open eerst het register: dit woord komt erin, zodat de site het overal zoekt."))
    asked = _role(wanted.replacement or hit.replacement)

    def add(register: PseudonymRegister) -> PseudonymRegister:
        people, label = register.families.get(family, ()), family_letter(study.one(Family, family).label)
        role = next_role(people, asked.strip("[]"), label) if asked in _NAMED else asked
        return register.with_person(family, Person(RosterEntry((name,), role)))

    return change_register(opened, study, wanted.passphrase, family, add)


def _role(replacement: str) -> str:
    """What takes the place of a name, without the genitive of this one place."""
    return re.sub(r"(?<=\])(?:['’]?s|['’])$", "", replacement)


def _name(opened: OpenStudy, interviews: Iterable[Interview], word: str) -> str:
    """The name without its genitive: of `Kevin's` always, of `Kevins` where somebody says `Kevin` too."""
    stem = re.sub(r"['’]s?$", "", word)
    if stem != word or not word.endswith("s"):
        return stem
    alone = re.compile(rf"(?<!\w){re.escape(word[:-1])}(?!\w)")
    texts = (storage.interview_text(opened, one).text for one in interviews)
    return word[:-1] if any(alone.search(text) for text in texts) else word


def _keep(opened: OpenStudy, interview: str, fresh: list[HitDecision]) -> None:
    if not fresh:
        return
    found = names_store.names_in(opened, interview) or NamesFound()
    places = {(one.start, one.end) for one in fresh}
    left = [one for one in found.decisions if (one.start, one.end) not in places]
    names_store.keep_names(opened, interview, replace(found, decisions=(*left, *fresh)))
