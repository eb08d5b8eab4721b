# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A participant: somebody who came in by a link, with a name and a kind of organisation."""

from dataclasses import dataclass

from wijkverhaal.dialogue.contribution_text import cleaned_line
from wijkverhaal.dialogue.organisation import OrganisationType, read_organisation

LONGEST_NAME = 80


@dataclass(frozen=True)
class Participant:
    """Somebody in a session.

    Attributes
    ----------
    id : str
        Random and only of this session, so that two sessions cannot be tied together.
    name : str
        As typed; shown only where the session is not anonymous.
    organisation : OrganisationType
    serial : int
        The place in the server's order at which the participant came in.
    """

    id: str
    name: str
    organisation: OrganisationType
    serial: int


def new_participant(identity: str, name: str, organisation: str, serial: int) -> Participant:
    """A participant as typed.

    Raises
    ------
    InputError
        When there is no name, it is too long, or the kind of organisation does not exist.
    """
    return Participant(identity, cleaned_line(name, LONGEST_NAME), read_organisation(organisation), serial)
