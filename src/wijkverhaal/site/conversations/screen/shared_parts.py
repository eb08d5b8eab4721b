# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Parts of everybody's page that are the same for all, drawn once; what is somebody's own is filled in.

A hundred and fifty people look every two seconds at the same statements. Only the secret of their forms,
the keys of what they may send and their own votes differ, and those stand at places with a name that
nobody can type.
"""

import re
from collections.abc import Mapping
from secrets import token_hex, token_urlsafe
from threading import Lock
from typing import Any

from django.template.loader import render_to_string
from markupsafe import Markup

from wijkverhaal.site.conversations.contributions.own import Own
from wijkverhaal.site.conversations.screen.now import Now, own_vote

_drawing = Lock()
_MARK = token_hex(16)
_PLACE = re.compile(rf"{_MARK}-(form|key|last|pressed)(?:-([0-9]+)-([a-z]+))?;")


def place(name: str, *more: object) -> str:
    """Where something of a person comes: `form`, `key`, `last`, or `pressed` with statement and vote."""
    return "-".join((_MARK, name, *map(str, more))) + ";"


def drawn(now: Now, template: str, context: Mapping[str, Any]) -> str:
    """A part as everybody has it; drawn once for as long as nothing changes."""
    made = now.drawn.get(template)
    if made is not None:
        return made
    # everybody looks at the moment that something changes; one of them draws
    with _drawing:
        made = now.drawn.get(template)
        if made is None:
            made = now.drawn[template] = render_to_string(template, {**context, "now": now, "place": place})
    return made


def filled(part: str, now: Now, own: Own, form: str) -> Markup:
    """The part for one person.

    Parameters
    ----------
    part : str
        What `drawn` gave.
    now : Now
    own : Own
        What this person contributed.
    form : str
        The field with the secret of their forms.
    """
    votes = {heap.id: own_vote(heap, own.votes) for heap in now.heaps} if own.votes else {}

    def fill(found: re.Match[str]) -> str:
        what, statement, vote = found.groups()
        if what == "form":
            return form
        if what == "key":
            return token_urlsafe(12)
        if what == "last":
            return str(own.last)
        return "true" if votes.get(statement) == vote else "false"

    return Markup(_PLACE.sub(fill, part))  # noqa: S704 (escaped when it was drawn)
