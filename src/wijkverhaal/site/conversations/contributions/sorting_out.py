# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a facilitator does with contributions: merge, take off the screen, keep with the wijk."""

from collections.abc import Mapping
from datetime import date

from wijkverhaal.dialogue.moderation import ModerationReason, moderated
from wijkverhaal.dialogue.statement import Merge, check_merge
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.adding import append, held
from wijkverhaal.site.conversations.contributions.contributed import contributed_to
from wijkverhaal.site.conversations.contributions.contributions_found import entry_with
from wijkverhaal.site.conversations.contributions.stored_session import session_of
from wijkverhaal.site.conversations.contributions.words_with_the_wijken import (
    hide_with_the_wijken,
    show_with_the_wijken,
)
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.taking_part.sending import Form, read_area, read_day, read_indicator
from wijkverhaal.site.wijken.agreements import make_agreement
from wijkverhaal.site.wijken.hypotheses import make_hypothesis


def merge(conversation: str, statement: str, into: str) -> None:
    """Say that a statement says the same as another; nothing to say that it does not after all.

    Raises
    ------
    InputError
    """
    with held(conversation) as stored:
        there = contributed_to(stored.pk)
        wish = Merge(statement, into or None, stored.last_serial + 1)
        check_merge(there.statements, there.merges, wish)
        append(stored, kinds.MERGE, {"statement": wish.statement, "into": wish.into})


def moderate(conversation: str, contribution: str, reason: str, facilitator: str) -> bool:
    """Take a contribution off the screen, with a reason; without one put it back.

    What was made of it and stays with a wijk goes and comes with it.

    Returns
    -------
    bool
        Whether it was taken off, rather than put back.

    Raises
    ------
    InputError
    """
    chosen = _reason(reason)
    with held(conversation) as stored:
        entry = entry_with(stored, contribution, *kinds.WORDS)
        told = {"contribution": contribution, "reason": chosen, "facilitator": facilitator}
        append(stored, kinds.MODERATION, told)
        if chosen is None:
            show_with_the_wijken(stored, entry)
        else:
            hide_with_the_wijken(stored, entry, chosen)
    return chosen is not None


def _reason(typed: str) -> ModerationReason | None:
    if not typed:
        return None
    try:
        return ModerationReason(typed)
    except ValueError as error:
        raise InputError(_("Kies waarom u deze bijdrage weghaalt; dat staat er dan bij.")) from error


def explain(stored: Conversation, form: Form) -> str:
    """Keep a statement as an explanation with a wijk; the number by which it is found there.

    Raises
    ------
    InputError
    """
    entry = entry_with(stored, form.get("uitspraak", ""), kinds.STATEMENT)
    _check_shown(stored, str(entry.serial))
    content = entry.content
    area = read_area(form, session_of(stored), content.get("figure", ""))
    made = make_hypothesis(
        area, stored.run, stored.year, content["text"], content["tag"], stored.id, str(entry.serial)
    )
    return str(made.id)


def agree(stored: Conversation, form: Form, agreed: date | None = None) -> str:
    """Keep a lead as an agreement with a wijk, as the group made it together.

    Parameters
    ----------
    stored : Conversation
    form : mapping of str to str
    agreed : date, optional
        The day on which it was agreed; today where it is not given.

    Raises
    ------
    InputError
        When it is not known who does it and when it is done.
    """
    entry = entry_with(stored, form.get("aanknopingspunt", ""), kinds.LEAD)
    _check_shown(stored, str(entry.serial))
    session = session_of(stored)
    due = read_day(form.get("wanneer", ""))
    if due is None:
        raise InputError(_("Bij een afspraak hoort een dag waarop het klaar is; kies een dag."))
    if not form.get("wie", "").strip():
        raise InputError(_("Bij een afspraak hoort wie het doet; vul dat in."))
    made = make_agreement(
        read_area(form, session),
        stored.run,
        stored.year,
        form.get("tekst", ""),
        form.get("wie", ""),
        due,
        indicator=read_indicator(form, session),
        conversation=stored.id,
        contribution=str(entry.serial),
        owner_is_person=form.get("naam") == "ja",
        agreed=agreed,
    )
    return str(made.id)


def _check_shown(stored: Conversation, contribution: str) -> None:
    off: Mapping[str, ModerationReason] = moderated(contributed_to(stored.pk).moderations)
    if contribution in off:
        raise InputError(_("Deze bijdrage is weggehaald; zet haar eerst terug."))
