# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cookies of who takes part: the link they came by, and the token by which only they come back.

A token in an address stays in the history of a browser. So the first answer to a link sends the browser
on to an address without it. Each conversation has a cookie of its own: one opens nothing of another.
"""

import re
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse

_LINK = "wijkverhaal-link-gesprek"
_RETURN = "wijkverhaal-gesprek-"
_LINK_LASTS = timedelta(hours=12)
#: A conversation may go on another day.
_RETURN_LASTS = timedelta(days=90)
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


def can_be_token(told: str) -> bool:
    """Whether this can be a token at all."""
    return _TOKEN.fullmatch(told) is not None


def link_token(request: HttpRequest) -> str:
    """The token of the link that somebody came by; nothing where they did not."""
    return _read(request, _LINK)


def keep_link(response: HttpResponse, token: str) -> HttpResponse:
    """Let the browser keep the token of a link."""
    return _set(response, _LINK, token, _LINK_LASTS)


def drop_link(response: HttpResponse) -> HttpResponse:
    """Let the browser forget the link: it was used, or opens nothing."""
    return _set(response, _LINK, "", timedelta(0))


def return_token(request: HttpRequest, conversation: str) -> str:
    """The token by which somebody comes back into this conversation; nothing where they have none."""
    return _read(request, _RETURN + conversation)


def keep_return(response: HttpResponse, conversation: str, token: str) -> HttpResponse:
    """Let the browser keep the token of this conversation."""
    return _set(response, _RETURN + conversation, token, _RETURN_LASTS)


def drop_return(response: HttpResponse, conversation: str) -> HttpResponse:
    """Let the browser forget that somebody was here."""
    return _set(response, _RETURN + conversation, "", timedelta(0))


def _read(request: HttpRequest, name: str) -> str:
    told = request.COOKIES.get(settings.COOKIE_PREFIX + name, "")
    return told if can_be_token(told) else ""


def _set(response: HttpResponse, name: str, token: str, lasts: timedelta) -> HttpResponse:
    response.set_cookie(
        settings.COOKIE_PREFIX + name,
        token,
        max_age=lasts,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response
