# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often an address may try links that do not exist.

A link that exists is looked up first and always opens: wrong ones from the wifi of a school must not keep
its people out. Looking up costs one question to an index, and 128 bits are not guessed in any number of
tries. They are counted beside the doors of accounts, under a name of their own, so that these stay open too.
"""

from datetime import datetime, timedelta

from axes.models import AccessAttempt
from django.http import HttpRequest
from django.utils import timezone

from wijkverhaal.site.client_address import counted_address

#: After so many links that do not exist the next are refused and not kept, for as long as they count.
MOST = 30
COUNTS_FOR = timedelta(minutes=15)
_NAME = "conversation-link:"


def too_many(request: HttpRequest, now: datetime | None = None) -> bool:
    """Whether this address tried too many."""
    since = (now or timezone.now()) - COUNTS_FOR
    return AccessAttempt.objects.filter(username=_name(request), attempt_time__gte=since).count() >= MOST


def count_wrong(request: HttpRequest) -> None:
    """Count a link that does not exist; the link itself is kept nowhere."""
    AccessAttempt.objects.create(
        username=_name(request), path_info="", get_data="", post_data="", failures_since_start=1
    )


def _name(request: HttpRequest) -> str:
    return _NAME + (counted_address(request) or "")
