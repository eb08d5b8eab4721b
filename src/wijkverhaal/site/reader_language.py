# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The language of the reader: Dutch, or English when the reader chose it."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from wijkverhaal.foundation.language import LANGUAGES, speaking

_COOKIE = "wijkverhaal-taal"
_YEAR = 365 * 24 * 60 * 60


def reader_language(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: answer each request in the language of its cookie."""

    def answer(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(_COOKIE)
        with speaking(chosen if chosen in LANGUAGES else LANGUAGES[0]):
            response = get_response(request)
        response.headers.setdefault("Content-Language", chosen if chosen in LANGUAGES else LANGUAGES[0])
        return response

    return answer


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Keep the language that the reader chose, and go back to the page."""
    there = request.POST.get("terug", "/")
    if not url_has_allowed_host_and_scheme(there, allowed_hosts=None) or not there.startswith("/"):
        there = "/"
    response = HttpResponseRedirect(there)
    if request.POST.get("taal") in LANGUAGES:
        response.set_cookie(
            _COOKIE,
            request.POST["taal"],
            max_age=_YEAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    return response
