# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose site this is and how to reach them: from the environment, read strictly."""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.register_field import is_contact
from wijkverhaal.site.environment import Environment

CONTACT = "WIJKVERHAAL_CONTACT"
ORGANISATION = "WIJKVERHAAL_ORGANISATION"
#: What the name of an organisation may have in the algorithm register.
_LONGEST = 99


def contact(environment: Environment) -> str:
    """An e-mail address or an address on the web; empty where none was set.

    Raises
    ------
    InputError
        When it is neither.
    """
    found = environment.text(CONTACT)
    if found and not is_contact(found):
        raise InputError(
            _(
                "{name} is geen contact; zet daar een e-mailadres, of een adres dat begint met https://."
            ).format(name=CONTACT)
        )
    return found


def organisation(environment: Environment) -> str:
    """The name of the organisation; empty where none was set.

    Raises
    ------
    InputError
        When it is too long or has signs that are not of a name.
    """
    found = environment.text(ORGANISATION)
    if len(found) > _LONGEST or not found.isprintable():
        raise InputError(
            _("{name} is niet te gebruiken; zet daar een naam van hooguit {number} tekens.").format(
                name=ORGANISATION, number=_LONGEST
            )
        )
    return found
