# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often an address may try links that do not exist.

They are counted beside the doors of accounts, under a name of their own: wrong links from the wifi of a
school must not keep its people from logging in.
"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.http import HttpRequest
from django.utils import timezone

from wijkverhaal.site.client_address import counted_address

#: So many links that do not exist close the door for this address, for as long as they count.
MOST = 30
COUNTS_FOR = timedelta(minutes=15)
_NAME = "conversation-link:"


def too_many(request: HttpRequest, now: datetime | None = None) -> bool:
    """Whether this address must wait."""
    since = (now or timezone.now()) - COUNTS_FOR
    return AccessAttempt.objects.filter(username=_name(request), attempt_time__gte=since).count() >= MOST


def count_wrong(request: HttpRequest) -> None:
    """Count a link that does not exist; the link itself is kept nowhere."""
    AccessAttempt.objects.create(
        username=_name(request), path_info="", get_data="", post_data="", failures_since_start=1
    )


def _name(request: HttpRequest) -> str:
    return _NAME + (counted_address(request) or "")
