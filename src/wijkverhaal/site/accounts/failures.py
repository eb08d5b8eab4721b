# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How failures at the door are counted; what somebody typed is not kept."""

from typing import Any

from django.utils.crypto import salted_hmac

#: How many failures, in the time that a failure counts, close the door for what they were for.
FOR_ONE, FOR_ADDRESS, FOR_NAME = 10, 30, 60
_SECOND_STEP = "code:"
_BY_ADDRESS = "link"

#: What is counted together, and how many failures of it close the door.
Rule = tuple[list[str], int]


def counted_as(request: Any, credentials: dict[str, Any] | None = None) -> str:
    """Under which name a failure counts: one for all links, else a digest of the account's name."""
    told = credentials or {}
    if told.get("second_step_of") is not None:
        return f"{_SECOND_STEP}{told['second_step_of']}"
    name = told.get("username")
    return _digest(name) if isinstance(name, str) else _BY_ADDRESS


def rules(request: Any, credentials: dict[str, Any] | None = None) -> list[Rule]:
    """Codes count per account, wherever they come from: six digits can be guessed by many at once.

    Passwords count per account and address, links per address. Beside that an address has an end, for
    who tries many names, and a name has one, for who tries from many addresses. That last one is far
    away: else a stranger could keep somebody out who does know the password.
    """
    name = counted_as(request, credentials)
    address: Rule = (["ip_address"], FOR_ADDRESS)
    if name.startswith(_SECOND_STEP):
        return [(["username"], FOR_ONE), address]
    here: Rule = (["username", "ip_address"], FOR_ONE)
    # all links have the same name, so that one would shut everybody out
    return [here, address] if name == _BY_ADDRESS else [here, address, (["username"], FOR_NAME)]


def lockout_parameters(request: Any, credentials: dict[str, Any] | None = None) -> list[Any]:
    """What is counted together, of each rule."""
    return [together for together, _most in rules(request, credentials)]


def _digest(name: str) -> str:
    told = name.strip().casefold()
    return "name:" + salted_hmac("wijkverhaal.failures", told, algorithm="sha256").hexdigest()[:32]
