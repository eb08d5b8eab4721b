# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""People with a password and a second step, and a clock for their codes that the tests turn."""

from __future__ import annotations

import hmac
import struct
from base64 import b32decode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.accounts.models import Account

PASSWORD = "vier gewone woorden samen"  # noqa: S105 (of nobody)
START = 1_800_000_000


class Clock:
    """Stands in for the module time."""

    def __init__(self) -> None:
        self.now = float(START)

    def time(self) -> float:
        return self.now

    def turn(self, seconds: float = 30) -> None:
        self.now += seconds


def code_at(secret: str, moment: float) -> str:
    """The code of six digits of RFC 6238, worked out here and not by the site."""
    digest = hmac.digest(b32decode(secret), struct.pack(">Q", int(moment) // 30), "sha1")
    place = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def person(name: str, *roles: str, password: str = PASSWORD) -> Account:
    """An account with a password, and nothing of an earlier test."""
    from wijkverhaal.site.accounts.models import Account

    Account.objects.filter(name=name).delete()
    account = Account(name=name)
    account.set_password(password)
    account.save()
    account.give_roles(roles)
    return account


def with_second_factor(account: Account, clock: Clock) -> tuple[str, list[str]]:
    """The secret of the account's app, and its codes for bad days."""
    from wijkverhaal.site.accounts import second_factor

    secret = second_factor.new_secret()
    codes = second_factor.begin(account, secret, code_at(secret, clock.now))
    assert codes is not None
    clock.turn()
    return secret, codes


def fresh_client() -> Client:
    from django.test import Client

    return Client(SERVER_NAME="127.0.0.1")


def log_in(client: Client, name: str, password: str = PASSWORD) -> int:
    """Send the form of the door; the status of its answer."""
    return int(client.post("/inloggen/", {"naam": name, "wachtwoord": password}).status_code)


def last_events(number: int) -> list[str]:
    """The keys of what happened last, newest first."""
    from wijkverhaal.site.log.models import Event

    return list(Event.objects.values_list("key", flat=True)[:number])
