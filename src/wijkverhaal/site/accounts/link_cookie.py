# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key of a link, taken out of the address bar at once and kept in a cookie until it is used.

A key in an address stays in the history of a browser and goes along when somebody copies the
address. So the first answer to a link sends the browser on to an address without a key.
"""

import re
from datetime import timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from wijkverhaal.site.accounts.way_in import inside

#: How the key is called in an address and in a form.
FIELD = "sleutel"
_LASTS = timedelta(minutes=15)
_KEY = re.compile(r"[A-Za-z0-9_-]{43}")


def name() -> str:
    """What the cookie is called."""
    return settings.COOKIE_PREFIX + "wijkverhaal-link"


def kept_key(request: HttpRequest) -> str:
    """The key that somebody brought a moment ago; nothing where nobody did."""
    return _key_or_nothing(request.COOKIES.get(name(), ""))


def hide_key(request: HttpRequest) -> HttpResponse:
    """Send the browser on without the key, which it keeps out of reach of scripts."""
    further = inside(request.GET.get("verder", ""))
    query = "?" + urlencode({"verder": further}) if further != "/" else ""
    response = HttpResponseRedirect(reverse(settings.LOGIN_URL) + query)
    if key := _key_or_nothing(request.GET[FIELD]):
        response.set_cookie(
            name(),
            key,
            max_age=_LASTS,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    response.headers["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


def drop_key(response: HttpResponse) -> HttpResponse:
    """Let the browser forget the key, which was used or works no longer."""
    response.set_cookie(
        name(), "", max_age=0, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


def _key_or_nothing(told: str) -> str:
    """What cannot be a key is kept nowhere: anybody can put anything in an address."""
    return told if _KEY.fullmatch(told) else ""
