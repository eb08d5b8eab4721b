# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write down that something happened."""

from string import Formatter
from typing import Protocol

from wijkverhaal.site.log.events import sentences
from wijkverhaal.site.log.models import Event


class Named(Protocol):
    """Who did it: an account."""

    name: str


def record(key: str, account: Named | None = None, **facts: str) -> Event:
    """Add an event to the log.

    Parameters
    ----------
    key : str
        Of `events.sentences`.
    account : Named, optional
        Who did it; nobody where the site itself or a stranger did.
    **facts : str
        Exactly what the sentence of the event names beside the actor.

    Raises
    ------
    ValueError
        When there is no such event, or the facts are others than its sentence names.
    """
    known = sentences()
    if key not in known:
        raise ValueError(f"no such event: {key}")
    wanted = {name for _text, name, _form, _way in Formatter().parse(known[key]) if name} - {"actor"}
    if wanted != set(facts):
        raise ValueError(f"event {key} tells {sorted(wanted)}, got {sorted(facts)}")
    return Event.objects.create(key=key, actor=account.name if account else "", facts=facts)
