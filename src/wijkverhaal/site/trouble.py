# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for when something is not there, not allowed, or broken: plain words and no trace."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.language import _
from wijkverhaal.site.database_gone import database_is_gone
from wijkverhaal.site.page import page


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404."""
    told = exception.args[0] if exception is not None and exception.args else ""
    sentence = told if isinstance(told, str) and told else _("Deze pagina bestaat niet, of niet meer.")
    return _trouble(request, 404, _("Niet gevonden"), sentence, _("Ga naar het begin en zoek daar verder."))


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _trouble(
        request,
        403,
        _("Geen toegang"),
        _("U mag deze pagina niet bekijken."),
        _("Denkt u van wel, vraag het dan aan wie deze site beheert."),
    )


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return _trouble(
        request,
        400,
        _("Niet begrepen"),
        _("De site begrijpt deze vraag niet."),
        _("Ga naar het begin en probeer het opnieuw."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500; asks nothing of the database, for that may be what is broken: then it says so, as 503."""
    request.user = None
    if database_is_gone():
        return _trouble(
            request,
            503,
            _("De database is even niet bereikbaar"),
            _("De site kan nu niet bij haar gegevens. Dat ligt niet aan u en er is niets kwijt."),
            _("Wacht een paar minuten en laad de pagina opnieuw."),
        )
    return _trouble(
        request,
        500,
        _("Er ging iets mis"),
        _("Dat ligt aan de site en niet aan u."),
        _("Probeer het later opnieuw. In het venster waarin de site draait, staat wat er misging."),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was not sent from our own page, or too late."""
    return _trouble(
        request,
        403,
        _("Niet verstuurd"),
        _("Dit formulier is verlopen, of het kwam niet van deze site."),
        _("Ga terug, laad de pagina opnieuw en probeer het nog eens."),
    )


def too_often(request: HttpRequest, credentials: Any = None, *_more: Any) -> HttpResponse:
    """Too many wrong links, passwords or codes."""
    return _trouble(
        request,
        429,
        _("Te vaak geprobeerd"),
        _("Er is te vaak een verkeerde link, een verkeerd wachtwoord of een verkeerde code gebruikt."),
        _("Wacht een kwartier en probeer het dan opnieuw."),
    )


def busy(request: HttpRequest) -> HttpResponse:
    """Too many people log in at the same moment; nothing of what was typed has been looked at."""
    answer = _trouble(
        request,
        503,
        _("Even wachten"),
        _("Er loggen nu veel mensen tegelijk in."),
        _("Wacht een minuut en probeer het dan opnieuw."),
    )
    answer.headers["Retry-After"] = "60"
    return answer


def _trouble(request: HttpRequest, status: int, title: str, sentence: str, advice: str) -> HttpResponse:
    return page(request, "site/trouble.html", status, title=title, sentence=sentence, advice=advice)
