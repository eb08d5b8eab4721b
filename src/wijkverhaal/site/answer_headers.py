# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer tells the browser beside what Django and the content policy tell it."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

#: The site asks for none of these, so nothing that gets into a page may either.
_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
#: Of a file: a cache between us and the reader keeps none, for others are not to get it.
_KEPT = "private, no-cache"


def answer_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: what was not decided closer by is decided here."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _POLICY)
        response.headers.setdefault("Cache-Control", _KEPT)
        return response

    return answer
