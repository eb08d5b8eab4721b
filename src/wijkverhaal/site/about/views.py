# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages on which the site tells about itself."""

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, speaking
from wijkverhaal.publication.algorithm_register import register_entry, troubles
from wijkverhaal.publication.day import written_month
from wijkverhaal.publication.register_field import FIELDS, TO_FILL_IN, RegisterField
from wijkverhaal.site.about.register_file import NAME, filled_in
from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.frame import frame


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was examined of the accessibility, and what was not."""
    return page(request, "about/accessibility.html", **_owner())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What the site keeps of its visitors, and why."""
    return page(request, "about/privacy.html", **_owner(), cookies=_cookies())


def _cookies() -> list[tuple[str, str, str]]:
    """Every cookie of the site: its name, what it is for, and how long it stays."""
    hours = settings.SESSION_COOKIE_AGE // 3600
    return [
        (
            settings.SESSION_COOKIE_NAME,
            _("onthoudt dat u bent ingelogd"),
            _("hooguit {number} uur, of tot u de browser sluit").format(number=hours),
        ),
        (
            settings.CSRF_COOKIE_NAME,
            _("zorgt dat een ander geen formulier in uw naam kan versturen"),
            _("een jaar"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-link",
            _("onthoudt de link waarmee u binnenkomt"),
            _("een kwartier"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-verhalen",
            _("houdt een onderzoek met verhalen open dat u zelf opende"),
            _("tot u de browser sluit"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-link-gesprek",
            _("onthoudt de link van een gesprek tot u uw naam hebt ingevuld"),
            _("hooguit twaalf uur"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-gesprek-…",
            _("brengt u terug in een gesprek waar u aan meedoet; een cookie per gesprek"),
            _("negentig dagen, of tot u zich terugtrekt"),
        ),
        (
            _("wijkverhaal-gesprek-… in de opslag van de browser"),
            _("bewaart wat u in een gesprek typte en wat nog niet verstuurd is"),
            _("tot het is ontvangen, hooguit een dag"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-uitnodigen-…",
            _("laat een gespreksleider de link zien die net is gemaakt"),
            _("hooguit tien minuten"),
        ),
        (
            settings.COOKIE_PREFIX + "wijkverhaal-muur-…",
            _("laat de QR-code zien op het scherm aan de muur"),
            _("hooguit twaalf uur"),
        ),
        ("wijkverhaal-taal", _("onthoudt de taal, als u er zelf een kiest"), _("een jaar")),
    ]


@require_safe
def algorithm_register(request: HttpRequest, run_id: str) -> HttpResponse:
    """The entry for the algorithm register, field by field, and what is still open."""
    run = library.opened(run_id)
    entry, trouble = _entry(run_id)
    return page(
        request,
        "about/algorithm_register.html",
        **frame(run, run.years[0]),
        parts=_parts(entry),
        open=troubles(entry),
        trouble=trouble,
        file=NAME,
    )


@require_safe
def algorithm_register_file(request: HttpRequest, run_id: str) -> HttpResponse:
    """The entry for another program."""
    entry, trouble = _entry(run_id)
    if trouble:
        return page(
            request,
            "site/trouble.html",
            409,
            title=_("Nog niet te downloaden"),
            sentence=trouble,
            advice=_("Verbeter dit en probeer het opnieuw."),
        )
    text = json.dumps(entry, ensure_ascii=False, indent=1) + "\n"
    response = HttpResponse(text, content_type="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{run_id}-algoritmeregister.json"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _entry(run_id: str) -> tuple[dict[str, Any], str]:
    """The entry; without what the gemeente filled in where that cannot be used, and why not."""
    told: dict[str, Any] = {}
    try:
        told = filled_in()
        return register_entry(_dutch(run_id), told), ""
    except InputError as error:
        return register_entry(_dutch(run_id)), str(error)


def _dutch(run_id: str) -> FinishedRun:
    with speaking("nl"):
        return library.opened(run_id)


def _parts(entry: dict[str, Any]) -> list[tuple[str, list[tuple[RegisterField, Any, bool]]]]:
    """Per part of the entry its fields with what stands in them, and whether that is still open."""
    parts: dict[str, list[tuple[RegisterField, Any, bool]]] = {}
    for field in FIELDS.values():
        value = entry[field.key]
        waits = isinstance(value, str) and TO_FILL_IN in value
        parts.setdefault(field.part, []).append((field, _read(field, value), waits))
    return list(parts.items())


def _read(field: RegisterField, value: Any) -> Any:
    """A value as a reader of the entry, which is in Dutch, sees it."""
    if field.kind != "month" or not isinstance(value, str):
        return value
    with speaking("nl"):
        return written_month(value)


def _owner() -> dict[str, Any]:
    return {
        "organisation": settings.ORGANISATION,
        "contact": settings.CONTACT,
        "contact_address": f"mailto:{settings.CONTACT}" if "@" in settings.CONTACT else settings.CONTACT,
    }
