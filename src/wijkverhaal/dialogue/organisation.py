# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what kind of organisation somebody takes part."""

from enum import StrEnum

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


class OrganisationType(StrEnum):
    """Kinds of partners in a wijk; the value stands in files and addresses."""

    SCHOOL = "school"
    GENERAL_PRACTITIONER = "huisarts"
    POLICE = "politie"
    WIJKTEAM = "wijkteam"
    YOUTH_HEALTH = "jeugdgezondheidszorg"
    SPORT = "sport"
    PARENTS = "ouders"
    YOUTHS = "jongeren"
    ANOTHER = "andere"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            OrganisationType.SCHOOL: _("school"),
            OrganisationType.GENERAL_PRACTITIONER: _("huisarts"),
            OrganisationType.POLICE: _("politie"),
            OrganisationType.WIJKTEAM: _("wijkteam"),
            OrganisationType.YOUTH_HEALTH: _("jeugdgezondheidszorg"),
            OrganisationType.SPORT: _("sport"),
            OrganisationType.PARENTS: _("ouders"),
            OrganisationType.YOUTHS: _("jongeren"),
            OrganisationType.ANOTHER: _("andere organisatie"),
        }
        return words[self]


def read_organisation(typed: str) -> OrganisationType:
    """The type that somebody chose.

    >>> read_organisation("politie").name
    'POLICE'

    Raises
    ------
    InputError
        When it is none of the types.
    """
    try:
        return OrganisationType(typed)
    except ValueError as error:
        raise InputError(_("Deze soort organisatie bestaat niet; kies er een uit de lijst.")) from error
