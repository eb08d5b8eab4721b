# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passwords: which are good enough, and whose they are."""

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.hashing import hashing
from wijkverhaal.site.accounts.models import Account

SHORTEST = 12


class PasswordBackend(ModelBackend):
    """Lets in who knows the name and the password of an account, where passwords are in use."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_others: Any,
    ) -> Account | None:
        """The account with this name and password; None where they do not fit."""
        if username is None or not settings.SERVER.passwords:
            return None
        with hashing():
            return super().authenticate(request, username=username, password=password)


def trouble_with(password: str, again: str, account: Account) -> str:
    """Why this cannot be the new password; nothing where it can."""
    if password != again:
        return _("De twee wachtwoorden zijn niet gelijk.")
    try:
        validate_password(password, account)
    except ValidationError as error:
        return _sentence(error.error_list[0].code)
    return ""


def _sentence(code: str) -> str:
    known = {
        "password_too_short": _(
            "Dit wachtwoord is te kort. Neem er een van ten minste {number} tekens."
        ).format(number=SHORTEST),
        "password_too_common": _("Dit wachtwoord gebruiken te veel mensen. Neem een ander."),
        "password_entirely_numeric": _("Dit wachtwoord heeft alleen cijfers. Neem er ook letters bij."),
        "password_too_similar": _("Dit wachtwoord lijkt te veel op uw naam. Neem een ander."),
    }
    return known.get(code, _("Dit wachtwoord is niet goed genoeg. Neem een ander."))
