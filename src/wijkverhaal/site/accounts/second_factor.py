# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The second step: a code of six digits from an app, or one of ten codes to keep for bad days."""

import time
from hmac import compare_digest
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt, encrypt
from django.contrib.auth.backends import BaseBackend
from django.db import transaction
from django.http import HttpRequest

from wijkverhaal.site.accounts.models import Account

_APP = Authenticator.Type.TOTP
_CODES = Authenticator.Type.RECOVERY_CODES
_PERIOD = 30
_LAST = "last"

#: A secret that waits for its first code is shown only in the visit in which it was made.
new_secret = generate_totp_secret


def has_second_factor(account: Account) -> bool:
    """Whether the account asks for a second step."""
    return Authenticator.objects.filter(user=account, type=_APP).exists()


@transaction.atomic
def begin(account: Account, secret: str, code: str) -> list[str] | None:
    """Let the app with this secret be the second step, if its code is right.

    Returns
    -------
    list of str or None
        The ten codes for bad days; None where the code is wrong.
    """
    moment = _moment_of(secret, _plain(code), 0)
    if moment is None:
        return None
    forget(account)
    Authenticator.objects.create(user=account, type=_APP, data={"secret": encrypt(secret), _LAST: moment})
    return new_recovery_codes(account)


@transaction.atomic
def new_recovery_codes(account: Account) -> list[str]:
    """Ten new codes for bad days; those of before no longer work."""
    Authenticator.objects.filter(user=account, type=_CODES).delete()
    return RecoveryCodes.activate(account).generate_codes()


def recovery_codes_left(account: Account) -> int:
    """How many codes for bad days were not used yet."""
    kept = Authenticator.objects.filter(user=account, type=_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else 0


def forget(account: Account) -> bool:
    """Take the second step away; whether there was one."""
    deleted, _counts = Authenticator.objects.filter(user=account).delete()
    return bool(deleted)


@transaction.atomic
def accepts(account: Account, code: str) -> bool:
    """Whether a code is right; each code counts once."""
    typed = _plain(code)
    app = Authenticator.objects.select_for_update().filter(user=account, type=_APP).first()
    if app is not None and _app_accepts(app, typed):
        return True
    kept = Authenticator.objects.filter(user=account, type=_CODES).first()
    return kept is not None and bool(RecoveryCodes(kept).validate_code(typed))


class SecondStepBackend(BaseBackend):
    """Counts wrong codes as failures at the door, like wrong passwords."""

    def authenticate(
        self, request: HttpRequest | None, second_step_of: int | None = None, code: str = "", **_others: Any
    ) -> Account | None:
        """The account whose second step this code is; only the page of that step asks."""
        if second_step_of is None:
            return None
        account = Account.objects.filter(pk=second_step_of, is_active=True).first()
        return account if account is not None and accepts(account, code) else None


def _app_accepts(app: Authenticator, code: str) -> bool:
    moment = _moment_of(decrypt(app.data["secret"]), code, app.data.get(_LAST, 0))
    if moment is None:
        return False
    app.data[_LAST] = moment
    app.save(update_fields=["data"])
    app.record_usage()
    return True


def _moment_of(secret: str, code: str, last: int) -> int | None:
    """Of which half minute this code is: now or one beside it, and later than the last one used."""
    now = int(time.time()) // _PERIOD
    for moment in (now - 1, now, now + 1):
        right = format_hotp_value(hotp_value(secret, moment))
        if compare_digest(right.encode(), code.encode("utf-8", "replace")) and moment > last:
            return moment
    return None


def _plain(code: str) -> str:
    return "".join(code.split())
