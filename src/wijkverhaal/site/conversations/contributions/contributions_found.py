# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One contribution of a conversation, by the number in a form."""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.models import Conversation, Entry


def entry_with(stored: Conversation, typed: str, *kinds: str) -> Entry:
    """A contribution of one of these kinds that was not taken back.

    Raises
    ------
    InputError
        When there is none with that number.
    """
    if typed.isascii() and typed.isdigit() and len(typed) < 10:
        found = Entry.objects.filter(
            conversation=stored.pk, serial=int(typed), kind__in=kinds, erased=False
        ).first()
        if found is not None:
            return found
    raise InputError(_("Deze bijdrage is er niet meer; laad de bladzijde opnieuw."))
