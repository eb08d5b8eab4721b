# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The names of somebody who withdraws: those tied to them, and those that a person knows to be theirs."""

from collections.abc import Collection

from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.name_search import interviews_of, replace_what_is_open
from wijkverhaal.stories.pseudonym_register import Person, PseudonymRegister, is_of_role
from wijkverhaal.stories.study.record import Informant
from wijkverhaal.stories.study.study import Study


def loose_names(study: Study, register: PseudonymRegister, who: Informant) -> list[tuple[Person, bool]]:
    """The entries of the family that are tied to nobody; whether each is theirs by its role.

    Another informant with the same role makes that uncertain.
    """
    alone = not any(
        one.id != who.id and one.family == who.family and one.role == who.role for one in study.all(Informant)
    )
    return [(one, alone and is_of_role(one.entry, who.role)) for one in register.loose(who.family)]


def forget_names(
    opened: OpenStudy, study: Study, who: Informant, passphrase: str, also: Collection[str] | None = None
) -> int:
    """Take their names out of the register, and out of what others may read; how many entries stay loose.

    Parameters
    ----------
    also : collection of str, optional
        The roles of loose entries that are theirs; without it those that have their role.
    """
    register = names_store.load_register(opened, passphrase)
    loose = loose_names(study, register, who)
    if also is None:
        also = [one.entry.pseudonym for one, theirs in loose if theirs]
    known = {one.entry.pseudonym for one, _theirs in loose}
    gone = sorted(register.going_with(who.family, who.id) | (known & set(also)))
    others = [one for one in interviews_of(study, who.family) if one.informant != who.id]
    replace_what_is_open(opened, others, gone)
    left = register.without_informant(who.id).without(who.family, gone)
    names_store.save_register(opened, left, passphrase)
    return len(left.loose(who.family))
