# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations and help histories that a researcher let go for conversations about a wijk.

They are readable, outside the seal of the study: so only what may leave, looked through for every name
of the register, and gone as soon as it may no longer leave.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from secrets import token_hex

from django.db.models import Q
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.stories.leaving.export_scan import check_leaving
from wijkverhaal.stories.leaving.quotation import Quotable, Quotation
from wijkverhaal.stories.pseudonym import RosterEntry
from wijkverhaal.stories.study.record import Coding, Consent, Family, Informant, Interview
from wijkverhaal.stories.study.study import Study

LONGEST_HISTORY = 1000


def released(today: date | None = None) -> list[ReleasedQuotation]:
    """Everything that may be told in a conversation now, of all studies."""
    day = today or timezone.localdate()
    return list(ReleasedQuotation.objects.filter(until__gte=day).select_related("study"))


def released_with(identity: str, today: date | None = None) -> ReleasedQuotation | None:
    """One of them; None where it was taken back or its time is over."""
    if not identity.isalnum():  # a database may refuse to look for anything
        return None
    day = today or timezone.localdate()
    found = ReleasedQuotation.objects.filter(pk=identity, until__gte=day)
    return found.select_related("study").first()


def released_records(study: str) -> set[str]:
    """The codings and families of a study of which something is released."""
    return set(ReleasedQuotation.objects.filter(study=study).values_list("record", flat=True))


def release_quotation(
    study_id: str, study: Study, one: Quotation, roster: Sequence[RosterEntry]
) -> ReleasedQuotation:
    """Let a quotation go.

    Raises
    ------
    InputError
        When it may not leave, or a name of the register is in it.
    """
    if not one.may_leave:
        raise InputError(
            _("Dit citaat mag niet naar buiten: citeren mag niet, of er is nog niet over geoordeeld.")
        )
    teller = study.one(Informant, study.one(Interview, study.one(Coding, one.coding).interview).informant)
    _check(" ".join((one.text, one.role, one.factor)), roster)
    return _keep(
        study_id,
        one.coding,
        family=teller.family,
        informant=teller.id,
        text=one.text,
        role=one.role,
        factor=one.factor,
        until=until_of(study, [teller]),
    )


def release_history(
    study_id: str, study: Study, family: str, text: str, roster: Sequence[RosterEntry]
) -> ReleasedQuotation:
    """Let a researcher's sentence about the help history of a family go, in the place of the one before.

    Raises
    ------
    InputError
        When somebody of the family does not let their words be quoted, or a name is in it.
    """
    here = study.one(Family, family)
    words = " ".join(text.split())
    if not words or len(words) > LONGEST_HISTORY:
        raise InputError(_("Schrijf de hulpgeschiedenis in een of twee zinnen op."))
    tellers = [one for one in study.all(Informant) if one.family == family]
    until = until_of(study, tellers)
    _check(" ".join((words, here.label)), roster)
    return _keep(study_id, family, family=family, text=words, role=here.label, history=True, until=until)


def take_back(study_id: str, record: str) -> bool:
    """Take back what was released; whatever shows it no longer does."""
    gone, _counts = ReleasedQuotation.objects.filter(study=study_id, record=record).delete()
    return bool(gone)


def take_back_what_may_not(study_id: str, found: Iterable[Quotation | Quotable]) -> None:
    """Take back the quotations that were judged again, or of which the coding or the consent is gone."""
    may = {one.coding for one in found if one.may_leave}
    ReleasedQuotation.objects.filter(study=study_id, history=False).exclude(record__in=may).delete()


def withdraw_released(study_id: str, informant: str, family: str) -> None:
    """Take back what an informant said, and the history of their family, which rests on it too."""
    told = Q(informant=informant) | Q(family=family, history=True)
    ReleasedQuotation.objects.filter(told, study=study_id).delete()


def _check(text: str, roster: Sequence[RosterEntry]) -> None:
    check_leaving({_("citaat"): text.encode("utf-8")}, roster)


def until_of(study: Study, tellers: Sequence[Informant]) -> date:
    """Until when all of these let their words be quoted.

    Raises
    ------
    InputError
        When one of them does not.
    """
    today, ends = timezone.localdate(), []
    for teller in tellers:
        mine = [
            one.until or study.keep_until
            for one in study.all(Consent)
            if one.informant == teller.id and one.quotations and one.given <= today
        ]
        ends.append(max(mine, default=date.min))
    last = min(ends, default=date.min)
    if last < today:
        raise InputError(
            _("Niet iedereen die hierover vertelde vindt citeren goed; dit mag daarom niet naar buiten.")
        )
    return last


def _keep(study_id: str, record: str, **values: object) -> ReleasedQuotation:
    """Released anew it keeps its number, so that what points at it still does."""
    made, _new = ReleasedQuotation.objects.update_or_create(
        study_id=study_id, record=record, defaults=values, create_defaults={"id": token_hex(8), **values}
    )
    return made
