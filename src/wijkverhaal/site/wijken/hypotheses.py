# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The explanations that stay with a wijk."""

from secrets import token_hex

from django.db import transaction

from wijkverhaal.dialogue.contribution_text import cleaned
from wijkverhaal.dialogue.hypothesis import EvidenceBalance, Hypothesis, HypothesisState, check_state
from wijkverhaal.dialogue.statement import LONGEST_STATEMENT, Tag
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.models import StoredHypothesis

LONGEST_REASON = 1000


def make_hypothesis(
    area: str,
    run: str,
    year: int,
    text: str,
    tag: Tag | str,
    conversation: str = "",
    statement: str = "",
) -> StoredHypothesis:
    """Keep an explanation with a wijk; the same statement of the same conversation is kept once.

    Parameters
    ----------
    area, run, year
        The wijk, and the run and year that were looked at.
    text : str
    tag : Tag or its value
    conversation, statement : str
        Ids of where it came from; empty where a facilitator wrote it.

    Raises
    ------
    InputError
        When the text is empty or too long, or there is no such kind of explanation.
    """
    values = {"run": run, "year": year, "text": cleaned(text, LONGEST_STATEMENT), "tag": read_tag(tag).value}
    where = {"area": area, "conversation": conversation, "statement": statement}
    # without the id of a statement a form that was sent twice is known by its words
    same = where if statement else {**where, **values}
    made, new = StoredHypothesis.objects.get_or_create(**same, defaults={"id": token_hex(8), **values})
    if new:
        changed(area)
    return made


def hypotheses_of(area: str) -> list[StoredHypothesis]:
    """All explanations of a wijk that can be read, the oldest first."""
    return list(StoredHypothesis.objects.filter(area=area, away=False))


def hypotheses_without_words(area: str) -> list[StoredHypothesis]:
    """The explanations of a wijk of which the words were taken away."""
    return list(StoredHypothesis.objects.filter(area=area, away=True))


def hypotheses_of_conversation(conversation: str, also_away: bool = False) -> list[StoredHypothesis]:
    """The explanations that came from one conversation, over all its wijken.

    Parameters
    ----------
    conversation : str
    also_away : bool
        Whether those come along of which the words were taken away.
    """
    if not conversation:
        return []
    found = StoredHypothesis.objects.filter(conversation=conversation)
    return list(found if also_away else found.filter(away=False))


def hypothesis_with(identity: str, area: str | None = None, away: bool = False) -> StoredHypothesis:
    """One explanation.

    Parameters
    ----------
    identity : str
    area : str, optional
    away : bool
        Whether one is looked for of which the words were taken away.

    Raises
    ------
    NotFoundError
        When it does not exist, or is of another wijk.
    """
    found = StoredHypothesis.objects.filter(pk=identity, away=away).first()
    if found is None or area not in (None, found.area):
        raise NotFoundError(_("Deze verklaring is er niet meer; ga terug naar de wijk."))
    return found


def as_hypothesis(stored: StoredHypothesis) -> Hypothesis:
    """The explanation as the rules of the conversation know it."""
    return Hypothesis(
        stored.id,
        stored.text,
        Tag(stored.tag),
        stored.area,
        stored.statement,
        HypothesisState(stored.state),
    )


def judge_hypothesis(
    stored: StoredHypothesis, state: HypothesisState | str, reason: str, balance: EvidenceBalance
) -> None:
    """Say what people make of an explanation, and why.

    Raises
    ------
    InputError
        When there is no reason, no such state, or nothing hangs on it that points that way.
    """
    chosen = _read_state(state)
    check_state(chosen, balance)
    stored.state, stored.reason = chosen.value, _reason(reason, chosen)
    with transaction.atomic():
        stored.save(update_fields=["state", "reason"])
        changed(stored.area)


def rewrite_hypothesis(stored: StoredHypothesis, text: str) -> None:
    """Write an explanation anew of which the words were taken away.

    Raises
    ------
    InputError
        When the text is empty or too long.
    """
    stored.text, stored.away = cleaned(text, LONGEST_STATEMENT), False
    with transaction.atomic():
        stored.save(update_fields=["text", "away"])
        changed(stored.area)


def remove_hypothesis(stored: StoredHypothesis) -> None:
    """Take an explanation away with what hangs on it; agreements that started from it stay."""
    with transaction.atomic():
        stored.delete()
        changed(stored.area)


def read_tag(typed: Tag | str) -> Tag:
    """The kind of explanation that somebody chose."""
    try:
        return Tag(typed)
    except ValueError as error:
        raise InputError(_("Deze soort verklaring bestaat niet; kies er een uit de lijst.")) from error


def _read_state(typed: HypothesisState | str) -> HypothesisState:
    try:
        return HypothesisState(typed)
    except ValueError as error:
        raise InputError(_("Deze stand bestaat niet; kies er een uit de lijst.")) from error


def _reason(typed: str, state: HypothesisState) -> str:
    if state is HypothesisState.OPEN and not typed.strip():
        return ""
    if not typed.strip():
        raise InputError(_("Schrijf op waarom u dit vindt; dan begrijpt een ander het later ook."))
    return cleaned(typed, LONGEST_REASON)
