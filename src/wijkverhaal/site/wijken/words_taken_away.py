# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that were taken away in a conversation: nobody reads them with a wijk either.

An explanation or agreement that was made of them stays, without its words, with all that hangs on it: a
facilitator can write it anew. One that is told in other words than theirs stays as it is; of an agreement who
does it goes, where that was theirs.
"""

from collections.abc import Sequence

from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.forgetting import forget_papers, forget_words
from wijkverhaal.site.wijken.forgotten_words import quotes
from wijkverhaal.site.wijken.models import Reflection, StoredAgreement, StoredEvidence, StoredHypothesis

#: Of one or two words nobody can say whose they are.
_FEWEST = 3
#: With so many words before it, who does it is in every stretch of five.
_BEFORE = 3

Kept = StoredHypothesis | StoredAgreement


def hide_words(
    conversation: str, contribution: str, words: Sequence[str], documents_of: Sequence[str] = ()
) -> None:
    """Show nobody with a wijk what was made of a contribution, until its words are put back.

    Parameters
    ----------
    conversation, contribution : str
    words : sequence of str
        What was written.
    documents_of : sequence of str
        The wijken whose Wijkverhaal loses every paragraph with these words, in every version.
    """
    made = _made_of(conversation, contribution)
    told = [*words, *_with_who_does_it(made, words)]
    _tell({one.area for one in made if _hide(one, words)}, told, documents_of)


def erase_words(
    conversation: str, contribution: str, words: Sequence[str], documents_of: Sequence[str] = ()
) -> None:
    """Erase what was made of a contribution, for good; the parameters are those of `hide_words`."""
    areas, made = set(), _made_of(conversation, contribution)
    told = [*words, *_with_who_does_it(made, words)]
    for one in made:
        if _hide(one, words) or one.away:
            areas.add(one.area)
        if one.away:
            _empty(one)
    _tell(areas, told, documents_of)


def show_words(conversation: str, contribution: str) -> None:
    """Show again what was made of a contribution."""
    for one in _made_of(conversation, contribution):
        if one.away and one.text:
            one.away = False
            one.save(update_fields=["away"])
            changed(one.area)


def erase_what_is_away(conversation: str) -> None:
    """Erase the words of everything of a conversation that nobody may read."""
    for kind in (StoredHypothesis, StoredAgreement):
        for one in kind.objects.filter(conversation=conversation, away=True):
            _empty(one)


def _made_of(conversation: str, contribution: str) -> list[Kept]:
    return [
        *StoredHypothesis.objects.filter(conversation=conversation, statement=contribution),
        *StoredAgreement.objects.filter(conversation=conversation, contribution=contribution),
    ]


def _with_who_does_it(made: Sequence[Kept], words: Sequence[str]) -> list[str]:
    """Who does it as a Wijkverhaal tells it, after the text: a name alone is too short to look for."""
    return [
        " ".join((*one.text.split()[-_BEFORE:], one.owner))
        for one in made
        if isinstance(one, StoredAgreement) and one.owner and _told(one.owner, words)
    ]


def _hide(one: Kept, words: Sequence[str]) -> bool:
    """Whether it told these words and does not any more."""
    _take_from_beside(one, words)
    if one.away:
        return False
    if _told(one.text, words):
        one.away = True
        one.save(update_fields=["away"])
        return True
    if isinstance(one, StoredAgreement) and _told(one.owner, words):
        one.owner, one.owner_is_person = "", False
        one.save(update_fields=["owner", "owner_is_person"])
        return True
    return False


def _empty(one: Kept) -> None:
    one.text = ""
    if isinstance(one, StoredAgreement):
        one.owner = ""
    one.save()


def _take_from_beside(one: Kept, words: Sequence[str]) -> None:
    """What facilitators wrote beside it can hold the same words."""
    if isinstance(one, StoredAgreement):
        looked_back = Reflection.objects.filter(agreement=one)
        looked_back.filter(pk__in=[each.pk for each in looked_back if _told(each.text, words)]).delete()
        return
    if _told(one.reason, words):
        one.reason = ""
        one.save(update_fields=["reason"])
    for piece in StoredEvidence.objects.filter(hypothesis=one):
        if _told(piece.remark, words):
            piece.remark = ""
            piece.save(update_fields=["remark"])


def _told(text: str, words: Sequence[str]) -> bool:
    return any(quotes(text, each, _FEWEST) for each in words)


def _tell(areas: set[str], words: Sequence[str], documents_of: Sequence[str]) -> None:
    for each in words:
        areas |= forget_words(each, _FEWEST, documents_of)
    if areas:
        forget_papers()
    for area in sorted(areas):
        changed(area)
