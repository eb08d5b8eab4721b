# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a visit lasts, and what somebody must do before they get anything else."""

import time
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from wijkverhaal.site.accounts.way_in import DUTIES, SEEN, SINCE

#: Pages that stay open to who still has to do something.
_ALWAYS = ("language", "accounts:logout")
#: What a page asks by itself, as long as it stands open.
_BY_ITSELF = ("jobs:standing", "conversations:steer-standing")
#: A visit is marked as alive at most this often, in seconds, so that reading writes little.
_MARK = 60


class LimitedVisit:
    """Sends out who has been in for too long, or said nothing for too long."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            _limit(request, time.time())
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """A visit is alive as long as somebody asks for something themselves."""
        if request.user.is_authenticated and request.resolver_match.view_name not in _BY_ITSELF:
            _mark(request, time.time())


class DutiesMiddleware:
    """Lets nobody do anything else before what they must do first."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        duties = request.session.get(DUTIES) if request.user.is_authenticated else None
        if not duties or request.resolver_match.view_name in (duties[0], *_ALWAYS):
            return None
        return HttpResponseRedirect(reverse(duties[0]))


def _limit(request: HttpRequest, now: float) -> None:
    since = request.session.get(SINCE)
    if since is None:  # began outside the door, in a test or before an upgrade
        request.session[SINCE] = request.session[SEEN] = now
        return
    idle = now - request.session.get(SEEN, since)
    too_idle = settings.SERVER.shared and idle > settings.SERVER.idle_minutes * 60
    if too_idle or now - since > settings.SESSION_COOKIE_AGE:
        logout(request)


def _mark(request: HttpRequest, now: float) -> None:
    if now - request.session.get(SEEN, now) > _MARK:
        request.session[SEEN] = now
