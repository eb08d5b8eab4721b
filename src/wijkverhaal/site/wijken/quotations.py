# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Released quotations that are told with a wijk: pointed at, never copied."""

from datetime import date

from django.utils import timezone

from wijkverhaal.dialogue.document_material import Quotation
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.leaving.released import released_with
from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.models import ChosenQuotation


def choose_quotation(area: str, quotation: str) -> None:
    """Tell a released quotation with a wijk.

    Raises
    ------
    NotFoundError
        When it was taken back.
    """
    found = released_quotation(quotation)
    _one, new = ChosenQuotation.objects.get_or_create(area=area, quotation=found)
    if new:
        changed(area)


def leave_quotation(area: str, quotation: str) -> None:
    """Tell it no longer with this wijk."""
    if quotation.isalnum() and ChosenQuotation.objects.filter(area=area, quotation=quotation).delete()[0]:
        changed(area)


def released_quotation(identity: str) -> ReleasedQuotation:
    """A quotation that may be told.

    Raises
    ------
    NotFoundError
    """
    found = released_with(identity)
    if found is None:
        raise NotFoundError(_("Dit citaat is niet meer vrijgegeven; kies een ander."))
    return found


def quotations_of(area: str, today: date | None = None) -> list[ReleasedQuotation]:
    """What may be told with a wijk: chosen for it, or hung on one of its explanations."""
    day = today or timezone.localdate()
    chosen = ReleasedQuotation.objects.filter(chosenquotation__area=area)
    hung = ReleasedQuotation.objects.filter(storedevidence__hypothesis__area=area)
    found = (chosen | hung).filter(until__gte=day).select_related("study").distinct()
    return list(found)


def as_quotation(stored: ReleasedQuotation) -> Quotation:
    """The quotation as the document tells it."""
    return Quotation(stored.text, stored.role, study_of(stored))


def study_of(stored: ReleasedQuotation) -> str:
    """The study that a quotation comes from, as a source."""
    return _("Onderzoek {title}").format(title=stored.study.title)


def areas_of(stored: ReleasedQuotation) -> set[str]:
    """The wijken with which it is told."""
    chosen = stored.chosenquotation_set.values_list("area", flat=True)
    hung = stored.storedevidence_set.values_list("hypothesis__area", flat=True)
    return {*chosen, *hung}
