# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tokens with which somebody's program reads through the API, as that somebody."""

import secrets
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.utils import timezone

from wijkverhaal.site.accounts.models import Account, ApiToken
from wijkverhaal.site.accounts.way_in import by_organisation, can_come_in

#: Every token begins like this, so that a program that looks for leaked secrets finds it.
PREFIX = "wv_"
#: For how many days a token can be made.
CHOICES = (30, 90, 365)
MOST = 10
#: What an organisation no longer says of somebody, their token does not outlive.
_SEEN_WITHIN = timedelta(days=90)


def new_token(account: Account, label: str, days: int) -> tuple[ApiToken, str]:
    """Make a token; its text is told only here.

    Raises
    ------
    ValueError
        When the number of days is not one of `CHOICES`.
    """
    if days not in CHOICES:
        raise ValueError(f"{days} is none of {CHOICES}")
    text = PREFIX + secrets.token_urlsafe(32)
    expires = timezone.now() + timedelta(days=days)
    return account.tokens.create(label=label, digest=_digest(text), expires=expires), text


def account_of(token: str) -> Account | None:
    """Whose token this is; None where it does not exist, is over, or its account may not come in."""
    if not token.startswith(PREFIX):
        return None
    now = timezone.now()
    chosen = ApiToken.objects.select_related("account")
    found = chosen.filter(digest=_digest(token), expires__gt=now, account__is_active=True).first()
    if found is None or not _may_still_read(found.account):
        return None
    today = timezone.localdate(now)
    if found.last_used != today:
        ApiToken.objects.filter(pk=found.pk).update(last_used=today)
    account: Account = found.account
    return account


def _may_still_read(account: Account) -> bool:
    """A token opens no more than the door itself would: it stands in for somebody who could come in."""
    if settings.SERVER.shared and not can_come_in(account):
        return False
    if not by_organisation(account):
        return True
    return account.last_login is not None and account.last_login > timezone.now() - _SEEN_WITHIN


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()
