# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may see which page: one table, and the guard that holds everybody to it."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

STRANGER = "stranger"
READER = "reader"

_EVERYBODY = frozenset({STRANGER, READER})
_WITHIN = frozenset({READER})

#: Every page by the name of its address. A page that is not here is for nobody.
ACCESS: dict[str, frozenset[str]] = {
    "language": _EVERYBODY,
    "accounts:login": _EVERYBODY,
    "accounts:logout": _WITHIN,
    "runs:start": _WITHIN,
    "runs:run": _WITHIN,
    "runs:search": _WITHIN,
    "runs:gemeente": _WITHIN,
    "runs:wijk": _WITHIN,
    "runs:compare": _WITHIN,
    "runs:method": _WITHIN,
    "runs:downloads": _WITHIN,
    "runs:download": _WITHIN,
}


class AccessMiddleware:
    """Lets nobody through to a page that the table does not give them."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        allowed = ACCESS.get(request.resolver_match.view_name, frozenset())
        if role_of(request) in allowed:
            return None
        if allowed and not request.user.is_authenticated:
            query = urlencode({"verder": request.get_full_path()})
            return HttpResponseRedirect(f"{reverse(settings.LOGIN_URL)}?{query}")
        raise PermissionDenied


def role_of(request: HttpRequest) -> str:
    """The role of who asks; a stranger where nobody logged in."""
    return str(request.user.role) if request.user.is_authenticated else STRANGER
