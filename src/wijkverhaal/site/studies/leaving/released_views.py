# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Let a quotation or a sentence about a help history go for conversations, or take it back."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.record import record
from wijkverhaal.site.studies.door import RESEARCHERS, Door, back_or, study_page
from wijkverhaal.site.studies.keeping import storage, visit
from wijkverhaal.site.studies.leaving import released
from wijkverhaal.site.studies.leaving.quotation_views import found_quotations
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.pseudonym import RosterEntry


@study_page(RESEARCHERS, "POST")
def release(request: HttpRequest, door: Door, coding: str) -> HttpResponse:
    """One quotation, after a look for every name of the register; or take it back."""
    if request.POST.get("doe") == "terug":
        return _taken_back(request, door, coding)
    study = door.study()
    one = next((found for found in found_quotations(door, study) if found.coding == coding), None)
    if one is None:
        raise InputError(_("Dit citaat is er niet meer; laad de bladzijde opnieuw."))
    released.release_quotation(door.id, study, one, _roster(request, door))
    return _released(request, door)


@study_page(RESEARCHERS, "POST")
def release_history(request: HttpRequest, door: Door, family: str) -> HttpResponse:
    """A sentence about the help history of a family; or take it back."""
    if request.POST.get("doe") == "terug":
        return _taken_back(request, door, family)
    words = request.POST.get("zin", "")
    released.release_history(door.id, door.study([]), family, words, _roster(request, door))
    return _released(request, door)


def _released(request: HttpRequest, door: Door) -> HttpResponse:
    storage.note(door.opened, "exported")
    record("quotation-released", request.user, study=door.id)
    return back_or(request, door.id, "quotations", door.id)


def _taken_back(request: HttpRequest, door: Door, name: str) -> HttpResponse:
    if released.take_back(door.id, name):
        record("quotation-taken-back", request.user, study=door.id)
    return back_or(request, door.id, "quotations", door.id)


def _roster(request: HttpRequest, door: Door) -> Sequence[RosterEntry]:
    passphrase = visit.register_passphrase(request, door.id)
    if not passphrase:
        raise InputError(
            _("Open eerst het register: wat u vrijgeeft wordt nagelopen op elke naam voordat het weggaat.")
        )
    return names_store.load_register(door.opened, passphrase).everybody()
