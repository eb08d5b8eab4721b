# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Write down who was refused: once, not for each time that somebody tries a door that is closed."""

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone

from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.log.models import Event
from wijkverhaal.site.log.record import record

_ONCE_PER = timedelta(minutes=1)


def refused(request: HttpRequest, way: str, account: Account | None = None) -> None:
    """What somebody gave did not fit; the account where that is known by then."""
    if not getattr(request, "axes_locked_out", False):
        record("step-refused" if account else "login-refused", account, way=way)
    elif request.axes_failures_since_start is not None:  # counted: so this is the one that closed the door
        record("door-closed", account, way=way)


def kept_from_page(account: Account, page: str) -> None:
    """Somebody asked for a page that is not for them; a program that goes on asking fills no log."""
    since = timezone.now() - _ONCE_PER
    told = Event.objects.filter(key="access-refused", actor=account.name, moment__gte=since)
    if not told.filter(facts__page=page).exists():
        record("access-refused", account, page=page)
