# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The outcomes a user can choose, and which care form of CBS each one is."""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: Name on the command line -> care form. Three nested definitions, never compared with each other.
OUTCOMES = {
    "jeugdzorg": "all",
    "jeugdhulp": "help",
    "zonder-verblijf": "help_without_residence",
}


def care_form_of(outcome: str) -> str:
    """The care form of an outcome.

    Raises
    ------
    InputError
        When there is no such outcome.
    """
    if outcome not in OUTCOMES:
        raise InputError(
            _("De uitkomst {outcome} bestaat niet; kies uit {known}.").format(
                outcome=outcome, known=", ".join(OUTCOMES)
            )
        )
    return OUTCOMES[outcome]


def outcome_label(outcome: str) -> str:
    """What a reader calls the outcome."""
    labels = {
        "jeugdzorg": _("jeugdzorg"),
        "jeugdhulp": _("jeugdhulp"),
        "zonder-verblijf": _("jeugdhulp zonder verblijf"),
    }
    return labels[outcome]
