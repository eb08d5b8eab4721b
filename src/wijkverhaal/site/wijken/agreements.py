# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements that stay with a wijk."""

from datetime import date
from secrets import token_hex

from django.db import transaction
from django.db.models import Prefetch, Q, QuerySet
from django.utils import timezone

from wijkverhaal.dialogue.agreement import Agreement, AgreementState
from wijkverhaal.dialogue.contribution_text import cleaned, cleaned_line
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.models import Reflection, StoredAgreement, StoredHypothesis

LONGEST_AGREEMENT = 1000
LONGEST_OWNER = 200
LONGEST_REFLECTION = 2000
#: A clock that is wrong gives dates that nobody meant.
_LAST_YEAR = 2100


def make_agreement(
    area: str,
    run: str,
    year: int,
    text: str,
    owner: str,
    due: date,
    indicator: str = "",
    hypothesis: str = "",
    conversation: str = "",
    contribution: str = "",
    owner_is_person: bool = False,
    agreed: date | None = None,
) -> StoredAgreement:
    """Keep an agreement with a wijk; the same contribution of the same conversation is kept once.

    Parameters
    ----------
    area, run, year
        The wijk, and the run and year of which the figures were looked at.
    text, owner : str
    due : date
    indicator : str
        Id of the indicator by which one would see it; empty where the use of care itself is looked at.
    hypothesis : str
        Id of the explanation that it starts from; empty where none.
    conversation, contribution : str
        Ids of where it came from; empty where a facilitator wrote it.
    owner_is_person : bool
        Whether the owner is somebody's name: then only facilitators see it.
    agreed : date, optional
        The day on which it was agreed; today where it is not given.

    Raises
    ------
    InputError
        When a text is empty or too long, or the day lies before the agreement.
    """
    _check_day(due, agreed or timezone.localdate())
    values = {
        "run": run,
        "year": year,
        "text": cleaned(text, LONGEST_AGREEMENT),
        "owner": cleaned_line(owner, LONGEST_OWNER),
        "owner_is_person": owner_is_person,
        "due": due,
        "indicator": indicator,
        "hypothesis": _hypothesis(hypothesis, area),
    }
    where = {"area": area, "conversation": conversation, "contribution": contribution}
    # without the id of a contribution a form that was sent twice is known by its words
    same = where if contribution else {**where, **values}
    made, new = StoredAgreement.objects.get_or_create(**same, defaults={"id": token_hex(8), **values})
    if new:
        changed(area)
    return made


def _check_day(due: date, from_day: date) -> None:
    if due > date(_LAST_YEAR, 12, 31):
        raise InputError(_("Deze datum kan niet kloppen; kies een dag in de komende jaren."))
    if due < from_day:
        raise InputError(_("Deze dag is al voorbij; kies een dag vanaf vandaag."))


def agreements_of(area: str) -> list[StoredAgreement]:
    """All agreements of a wijk that can be read, with their reflections, the earliest date first."""
    return list(_with_reflections().filter(area=area, away=False))


def agreements_without_words(area: str) -> list[StoredAgreement]:
    """The agreements of a wijk of which the words were taken away, or who does it."""
    return list(_with_reflections().filter(Q(away=True) | Q(owner=""), area=area))


def agreements_of_conversation(conversation: str, also_away: bool = False) -> list[StoredAgreement]:
    """The agreements that came from one conversation, over all its wijken.

    Parameters
    ----------
    conversation : str
    also_away : bool
        Whether those come along of which the words were taken away.
    """
    if not conversation:
        return []
    found = _with_reflections().filter(conversation=conversation)
    return list(found if also_away else found.filter(away=False))


def overdue_agreements(today: date | None = None) -> list[StoredAgreement]:
    """The agreements of all wijken that are open after their date, the oldest first."""
    past = today or timezone.localdate()
    still_open = [state.value for state in AgreementState if state.open]
    return list(_with_reflections().filter(state__in=still_open, due__lt=past, away=False))


def open_agreements() -> list[StoredAgreement]:
    """The agreements of all wijken that were not stopped: newer figures ask for a look back at them."""
    return list(_with_reflections().filter(away=False).exclude(state=AgreementState.STOPPED.value))


def agreement_with(identity: str, area: str | None = None, away: bool = False) -> StoredAgreement:
    """One agreement.

    Parameters
    ----------
    identity : str
    area : str, optional
    away : bool
        Whether one is looked for of which the words were taken away, or who does it.

    Raises
    ------
    NotFoundError
        When it does not exist, or is of another wijk.
    """
    which = Q(away=True) | Q(owner="") if away else Q(away=False)
    found = _with_reflections().filter(which, pk=identity).first()
    if found is None or area not in (None, found.area):
        raise NotFoundError(_("Deze afspraak is er niet meer; ga terug naar de wijk."))
    return found


def as_agreement(stored: StoredAgreement, named: bool = False) -> Agreement:
    """The agreement as the rules of the conversation know it.

    Parameters
    ----------
    stored : StoredAgreement
    named : bool
        Whether the owner may be a person's name; else it is told as "een deelnemer".
    """
    owner = "" if stored.owner_is_person and not named else stored.owner
    looked_back = list(stored.reflections.all())
    return Agreement(
        stored.id,
        stored.text,
        owner or _("een deelnemer"),
        stored.due,
        stored.area,
        stored.run,
        stored.year,
        stored.indicator,
        AgreementState(stored.state),
        stored.hypothesis_id or "",
        looked_back[-1].text if looked_back else "",
        timezone.localdate(stored.made),
    )


def change_agreement(stored: StoredAgreement, state: AgreementState | str, due: date | None = None) -> None:
    """Say how far an agreement is; it can get another date.

    Raises
    ------
    InputError
        When there is no such state, or the new day is over.
    """
    if due is not None and due != stored.due:
        _check_day(due, timezone.localdate())
    try:
        stored.state = AgreementState(state).value
    except ValueError as error:
        raise InputError(_("Deze stand bestaat niet; kies er een uit de lijst.")) from error
    stored.due = due or stored.due
    with transaction.atomic():
        stored.save(update_fields=["state", "due"])
        changed(stored.area)


def reflect(stored: StoredAgreement, run: str, text: str) -> None:
    """Keep what people wrote when they looked back with the figures of a run; once per run."""
    words = cleaned(text, LONGEST_REFLECTION)
    with transaction.atomic():
        Reflection.objects.update_or_create(agreement=stored, run=run, defaults={"text": words})
        changed(stored.area)


def rewrite_agreement(stored: StoredAgreement, text: str, owner: str, owner_is_person: bool = False) -> None:
    """Write an agreement anew of which the words were taken away.

    Raises
    ------
    InputError
        When a text is empty or too long.
    """
    stored.text, stored.owner = cleaned(text, LONGEST_AGREEMENT), cleaned_line(owner, LONGEST_OWNER)
    stored.owner_is_person, stored.away = owner_is_person, False
    with transaction.atomic():
        stored.save(update_fields=["text", "owner", "owner_is_person", "away"])
        changed(stored.area)


def remove_agreement(stored: StoredAgreement) -> None:
    """Take an agreement away with its reflections."""
    with transaction.atomic():
        stored.delete()
        changed(stored.area)


def _hypothesis(identity: str, area: str) -> StoredHypothesis | None:
    """The explanation that was chosen; none where it is gone meanwhile."""
    if not identity.isalnum():
        return None
    return StoredHypothesis.objects.filter(pk=identity, area=area).first()


def _with_reflections() -> "QuerySet[StoredAgreement]":
    return StoredAgreement.objects.prefetch_related(
        Prefetch("reflections", queryset=Reflection.objects.order_by("made", "pk"))
    )
