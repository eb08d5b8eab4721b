# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ways in (a link, a password, the login of the organisation), and what each asks first."""

import time

from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from wijkverhaal.site.accounts.models import LOCAL, Account
from wijkverhaal.site.accounts.second_factor import has_second_factor
from wijkverhaal.site.log.record import record

LINK, PASSWORD, ORGANISATION = "link", "password", "organisation"

#: Somebody who came through the first step, and for how many seconds that counts.
_WAITING, _WAITS = "waiting", 10 * 60
#: What somebody must do before anything else: names of addresses.
DUTIES = "duties"
SINCE, SEEN = "since", "seen"
_BACKEND = "wijkverhaal.site.accounts.one_time_link.OneTimeLinkBackend"


def by_organisation(account: Account) -> bool:
    """Whether the login of the organisation lets this account in; then it has no password here."""
    return SocialAccount.objects.filter(user=account).exists()


def can_come_in(account: Account) -> bool:
    """Whether this account could come in now, all the way, without anybody's help."""
    if not settings.SERVER.shared:
        return account.name == LOCAL
    if by_organisation(account):
        return settings.ORGANISATION_LOGIN is not None
    return settings.SERVER.passwords and account.has_usable_password() and has_second_factor(account)


def let_in(request: HttpRequest, account: Account, way: str, further: str) -> HttpResponseRedirect:
    """Let somebody in after the first step, or ask for the second where the account has one."""
    if has_second_factor(account):
        request.session.cycle_key()
        request.session[_WAITING] = {
            "account": account.pk,
            "visit": account.get_session_auth_hash(),
            "way": way,
            "further": further,
            "at": time.time(),
        }
        return HttpResponseRedirect(reverse("accounts:second-step"))
    come_in(request, account, way)
    return HttpResponseRedirect(inside(further))


def waiting(request: HttpRequest) -> tuple[Account, str, str] | None:
    """Who came through the first step a moment ago, which way, and where they wanted to go."""
    told = request.session.get(_WAITING)
    if told is None or time.time() - told["at"] > _WAITS:
        return None
    account = Account.objects.filter(pk=told["account"], is_active=True).first()
    if account is None or account.get_session_auth_hash() != told["visit"]:
        return None
    return account, told["way"], told["further"]


def come_in(request: HttpRequest, account: Account, way: str) -> None:
    """Begin a visit, and write down that somebody came in."""
    request.session.pop(_WAITING, None)
    login(request, account, backend=_BACKEND)
    request.session[SINCE] = request.session[SEEN] = time.time()
    request.session[DUTIES] = _duties(account, way)
    record("logged-in", account, way=way)


def done(request: HttpRequest, duty: str) -> None:
    """Somebody did what they had to do first."""
    request.session[DUTIES] = [name for name in request.session.get(DUTIES, ()) if name != duty]


def inside(further: str) -> str:
    """Where somebody wanted to go, if that is a page of ours."""
    ours = further.startswith("/") and url_has_allowed_host_and_scheme(further, allowed_hosts=None)
    return further if ours else "/"


def _duties(account: Account, way: str) -> list[str]:
    """On a server a link is for choosing a password; a password always asks for a second step."""
    if way == ORGANISATION or (way == LINK and not settings.SERVER.shared):
        return []
    duties = ["accounts:password"] if way == LINK and settings.SERVER.passwords else []
    return duties if has_second_factor(account) else [*duties, "accounts:second-factor"]
