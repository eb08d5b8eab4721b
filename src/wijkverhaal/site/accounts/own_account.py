# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of somebody's own account: what it is, its password, and tokens for programs."""

from django.conf import settings
from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts import api_token, password, second_factor
from wijkverhaal.site.accounts.hashing import hashing, told_when_busy
from wijkverhaal.site.accounts.models import ApiToken
from wijkverhaal.site.accounts.refusal import refused
from wijkverhaal.site.accounts.way_in import DUTIES, PASSWORD, by_organisation, done
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import role_words

_LONGEST_LABEL = 60


@require_safe
def own_account(request: HttpRequest) -> HttpResponse:
    """Show somebody their own account."""
    return _own(request)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@told_when_busy
def password_page(request: HttpRequest) -> HttpResponse:
    """Let somebody choose a password, who has one or just came in by a link, where passwords are in use."""
    fresh = "accounts:password" in request.session.get(DUTIES, ())
    if not settings.SERVER.passwords or not (fresh or request.user.has_usable_password()):
        raise Http404
    if request.method != "POST":
        return page(request, "accounts/password.html", fresh=fresh, trouble="", shortest=password.SHORTEST)
    trouble = _password_trouble(request, fresh)
    if trouble:
        return page(
            request, "accounts/password.html", 400, fresh=fresh, trouble=trouble, shortest=password.SHORTEST
        )
    with hashing():
        request.user.set_password(request.POST["nieuw"])
    request.user.save(update_fields=["password"])
    request.user.tokens.all().delete()
    update_session_auth_hash(request, request.user)
    done(request, "accounts:password")
    record("password-chosen", request.user)
    return HttpResponseRedirect("/" if fresh else reverse("accounts:own"))


@require_POST
def make_token(request: HttpRequest) -> HttpResponse:
    """Make a token and show it, this once."""
    label = " ".join(request.POST.get("naam", "").split())[:_LONGEST_LABEL]
    days = request.POST.get("dagen", "")
    if not label or days not in map(str, api_token.CHOICES):
        return _own(request, 400, trouble=_("Geef de toegangssleutel een naam, en kies hoe lang hij geldt."))
    if request.user.tokens.count() >= api_token.MOST:
        return _own(request, 400, trouble=_("U hebt al tien toegangssleutels. Trek er eerst een in."))
    _made, text = api_token.new_token(request.user, label, int(days))
    record("token-made", request.user, days=days)
    return _own(request, shown_token=text)


@require_POST
def revoke_token(request: HttpRequest, number: int) -> HttpResponse:
    """Take a token of one's own back."""
    deleted, _counts = ApiToken.objects.filter(pk=number, account=request.user).delete()
    if not deleted:
        raise Http404
    record("token-revoked", request.user)
    return HttpResponseRedirect(reverse("accounts:own"))


def _own(request: HttpRequest, status: int = 200, trouble: str = "", shown_token: str = "") -> HttpResponse:
    words = role_words()
    return page(
        request,
        "accounts/own_account.html",
        status,
        trouble=trouble,
        shown_token=shown_token,
        roles=[words[role] for role in words if role in request.user.roles],
        organisation=by_organisation(request.user),
        with_second_factor=second_factor.has_second_factor(request.user),
        tokens=request.user.tokens.all(),
        choices=api_token.CHOICES,
        now=timezone.now(),
        server=settings.SERVER,
    )


def _password_trouble(request: HttpRequest, fresh: bool) -> str:
    if not fresh and not _proves(request):
        return _("Uw oude wachtwoord klopt niet.")
    new, again = request.POST.get("nieuw", ""), request.POST.get("nogmaals", "")
    return password.trouble_with(new, again, request.user)


def _proves(request: HttpRequest) -> bool:
    """Through the door, so that who sits at somebody else's screen cannot go on guessing."""
    if authenticate(request, username=request.user.name, password=request.POST.get("oud", "")) is not None:
        return True
    refused(request, PASSWORD, request.user)
    return False
