# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A link that opens the door once: made in the terminal, used in the browser."""

import secrets
from datetime import timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils import timezone

from wijkverhaal.site.accounts.models import LOCAL, Account, OneTimeLink
from wijkverhaal.site.roles import ACCOUNT_ROLES

#: How long a link waits to be used.
LASTS = timedelta(minutes=15)


def new_key(account: Account | None = None, lasts: timedelta = LASTS) -> str:
    """Make a link for an account (the local one where none is given); its key is told only here.

    Links that were made earlier for the account and not used no longer work.
    """
    account = account or local_account()
    OneTimeLink.objects.filter(account=account).delete()
    key = secrets.token_urlsafe(32)
    OneTimeLink.objects.create(account=account, digest=_digest(key), expires=timezone.now() + lasts)
    return key


def local_account() -> Account:
    """The one account of this machine; it has every role and no password."""
    account, new = Account.objects.get_or_create(name=LOCAL)
    if new:
        account.set_unusable_password()
        account.save()
        account.give_roles(ACCOUNT_ROLES)
    return account


class OneTimeLinkBackend(BaseBackend):
    """Lets in who holds the key of a link that was not used and has not expired."""

    def authenticate(
        self, request: HttpRequest | None, key: str | None = None, **_others: Any
    ) -> Account | None:
        """The account of the link, which is used up by this; None where the key opens nothing."""
        if not key:
            return None
        now = timezone.now()
        waiting = OneTimeLink.objects.filter(digest=_digest(key), used=None, expires__gt=now)
        # one statement, so that of two browsers with the same link only one gets in
        if waiting.update(used=now) != 1:
            return None
        account = OneTimeLink.objects.select_related("account").get(digest=_digest(key)).account
        return account if account.is_active else None

    def get_user(self, user_id: int) -> Account | None:
        return Account.objects.filter(pk=user_id, is_active=True).first()


def _digest(key: str) -> str:
    return sha256(key.encode("utf-8", "replace")).hexdigest()
