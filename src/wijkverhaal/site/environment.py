# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a server tells the site through its environment: one table, read strictly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: A name with this behind it holds the path of a file with the value in it.
FILE = "_FILE"


@dataclass(frozen=True)
class Variable:
    """One name in the environment, and what holds where it is not set."""

    name: str
    default: str = ""
    #: May also come from a file, and is never repeated in an error.
    secret: bool = False


#: Every name that the site reads; docs/handleiding/12-beheer.md describes exactly these.
VARIABLES = (
    Variable("WIJKVERHAAL_HOSTS"),
    Variable("WIJKVERHAAL_PROXY", "0"),
    Variable("WIJKVERHAAL_PASSWORDS", "true"),
    Variable("WIJKVERHAAL_IDLE_MINUTES", "30"),
    Variable("WIJKVERHAAL_LOG_YEARS", "2"),
    Variable("WIJKVERHAAL_STYLE"),
    Variable("WIJKVERHAAL_ORGANISATION"),
    Variable("WIJKVERHAAL_CONTACT"),
    Variable("DATABASE_URL", secret=True),
    Variable("OIDC_OP_DISCOVERY_ENDPOINT"),
    Variable("OIDC_RP_CLIENT_ID"),
    Variable("OIDC_RP_CLIENT_SECRET", secret=True),
    Variable("OIDC_ROLE_CLAIM"),
    Variable("OIDC_ROLES"),
    Variable("OIDC_NAME_CLAIM", "preferred_username"),
    Variable("OIDC_LABEL"),
)
_BY_NAME = {variable.name: variable for variable in VARIABLES}


class Environment:
    """The values of the table, each read as what it has to be.

    >>> Environment({"WIJKVERHAAL_PROXY": "1"}).whole("WIJKVERHAAL_PROXY", 0, 5)
    1
    >>> Environment({}).flag("WIJKVERHAAL_PASSWORDS")
    True
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        self._values = values

    def text(self, name: str) -> str:
        """The value of a name, from its file where that is how it was given.

        Raises
        ------
        InputError
            When it is given twice, or its file cannot be read.
        """
        variable = _BY_NAME[name]
        given = self._values.get(name, "").strip()
        file = self._values.get(name + FILE, "").strip() if variable.secret else ""
        if given and file:
            raise InputError(_("Zet {name} of {file}, niet allebei.").format(name=name, file=name + FILE))
        return (_read(name + FILE, file) if file else given) or variable.default

    def flag(self, name: str) -> bool:
        """The value of a name that is true or false, and nothing else."""
        value = self.text(name)
        if value not in ("true", "false"):
            raise InputError(_("{name} is '{value}'; zet daar true of false.").format(name=name, value=value))
        return value == "true"

    def whole(self, name: str, low: int, high: int) -> int:
        """The value of a name that is a whole number from `low` to `high`."""
        value = self.text(name)
        if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
            raise InputError(
                _("{name} is '{value}'; zet daar een heel getal van {low} tot en met {high}.").format(
                    name=name, value=value, low=low, high=high
                )
            )
        return int(value)

    def words(self, name: str) -> tuple[str, ...]:
        """The values of a name that holds several, with commas between them."""
        return tuple(word.strip() for word in self.text(name).split(",") if word.strip())


def _read(name: str, path: str) -> str:
    try:
        value = Path(path).read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(
            _(
                "Het bestand van {name} is niet te lezen; kijk of het bestaat en of de site het mag lezen."
            ).format(name=name)
        ) from error
    if not value:
        raise InputError(_("Het bestand van {name} is leeg; zet de waarde erin.").format(name=name))
    return value
