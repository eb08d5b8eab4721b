# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who the organisation sent: an account with the roles of their groups, or a plain refusal."""

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.accounts.way_in import ORGANISATION, come_in, inside
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

_LONGEST = 150


class Doorkeeper(DefaultSocialAccountAdapter):
    """Decides before allauth would: nothing of its own pages and sign-up is ever reached."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Answer at once, for whoever came back with a token that fits."""
        raise ImmediateHttpResponse(_admit(request, sociallogin))

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: `_admit` makes the accounts."""
        return False

    def on_authentication_error(self, request: HttpRequest, *_about: Any, **_more: Any) -> None:
        """Answer at once, without saying what did not fit."""
        record("login-refused", way=ORGANISATION)
        raise ImmediateHttpResponse(refused(request))


def refused(request: HttpRequest, sentence: str = "", advice: str = "") -> HttpResponse:
    """Say that somebody cannot come in by their organisation."""
    return page(
        request,
        "site/trouble.html",
        403,
        title=_("Niet ingelogd"),
        sentence=sentence or _("Het inloggen bij uw organisatie is niet gelukt."),
        advice=advice
        or _("Probeer het opnieuw. Lukt het weer niet, vraag het dan aan wie deze site beheert."),
    )


def _admit(request: HttpRequest, sociallogin: SocialLogin) -> HttpResponse:
    roles = settings.ORGANISATION_LOGIN.roles_of(sociallogin.claims)
    known: Account | None = sociallogin.account.user if sociallogin.account.pk else None
    if not roles:
        return _without_role(request, known)
    if known is not None and not known.is_active:
        return _not_let_in(request, _("Uw account is gesloten."))
    account = known or _new_account(sociallogin)
    if account is None:
        return _not_let_in(request, _("Er is al een account met uw naam, dat niet bij uw organisatie hoort."))
    before = account.roles
    account.give_roles(roles)
    if before != account.roles or known is None:
        record("roles-followed", account, roles=", ".join(sorted(roles)))
    come_in(request, account, ORGANISATION)
    return HttpResponseRedirect(inside(sociallogin.state.get("next") or ""))


def _without_role(request: HttpRequest, known: Account | None) -> HttpResponse:
    """Nobody comes in without a group; who had one loses what they had here."""
    if known is not None:
        known.give_roles(())
        known.tokens.all().delete()
        known.send_out()
    return _not_let_in(request, _("U hoort bij uw organisatie niet tot een groep die deze site gebruikt."))


def _not_let_in(request: HttpRequest, sentence: str) -> HttpResponse:
    record("login-refused", way=ORGANISATION)
    return refused(
        request, sentence, _("Denkt u dat het wel zo hoort, vraag het dan aan wie deze site beheert.")
    )


def _new_account(sociallogin: SocialLogin) -> Account | None:
    """The account of somebody new; None where another account has their name."""
    claims = sociallogin.claims
    told = claims.get(settings.ORGANISATION_LOGIN.name_claim) or claims["sub"]
    name = "".join(sign for sign in str(told) if sign.isprintable()).strip()[:_LONGEST]
    account = Account(name=name or claims["sub"][:_LONGEST])
    account.set_unusable_password()
    try:
        with transaction.atomic():
            account.save()
            sociallogin.account.user = account
            sociallogin.account.save()
    except IntegrityError:
        return None
    return account
