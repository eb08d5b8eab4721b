# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages on which an administrator manages accounts."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.accounts import link_cookie, management, second_factor
from wijkverhaal.site.accounts.models import Account
from wijkverhaal.site.accounts.way_in import by_organisation
from wijkverhaal.site.page import page
from wijkverhaal.site.roles import READER, role_words


@require_safe
def account_list(request: HttpRequest) -> HttpResponse:
    """Every account with its roles."""
    words = role_words()
    accounts = Account.objects.prefetch_related("held").order_by("name")
    short = {role: text.partition(":")[0] for role, text in words.items()}
    rows = [(one, [short[role] for role in words if role in _held(one)]) for one in accounts]
    return page(request, "accounts/list.html", rows=rows, shared=settings.SERVER.shared)


@sensitive_variables()
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    """Make an account for somebody, and show its link this once."""
    trouble, name, chosen = "", request.POST.get("naam", ""), request.POST.getlist("rol")
    if request.method == "POST":
        try:
            account, key = management.invite(request.user, name, chosen)
        except InputError as error:
            trouble = str(error)
        else:
            return _show_link(request, account, key)
    status = 400 if trouble else 200
    return page(
        request,
        "accounts/invite.html",
        status,
        trouble=trouble,
        name=name,
        chosen=chosen,
        words=_choosable(),
        shared=settings.SERVER.shared,
    )


@require_safe
def account_page(request: HttpRequest, number: int) -> HttpResponse:
    """One account, with all that can be done with it."""
    return _one(request, get_object_or_404(Account, pk=number))


@require_POST
def roles(request: HttpRequest, number: int) -> HttpResponse:
    """Give an account other roles."""
    chosen = request.POST.getlist("rol")
    return _act(request, number, lambda account: management.change_roles(request.user, account, chosen))


@require_POST
def close(request: HttpRequest, number: int) -> HttpResponse:
    """Close an account."""
    return _act(request, number, lambda account: management.close(request.user, account))


@require_POST
def reopen(request: HttpRequest, number: int) -> HttpResponse:
    """Open a closed account again."""
    return _act(request, number, lambda account: management.reopen(request.user, account))


@require_POST
def forget_second_factor(request: HttpRequest, number: int) -> HttpResponse:
    """Take the second step of an account away."""
    return _act(request, number, lambda account: management.forget_second_factor(request.user, account))


@sensitive_variables()
@require_POST
def new_link(request: HttpRequest, number: int) -> HttpResponse:
    """Make a new link for somebody, and show it this once."""
    account = get_object_or_404(Account, pk=number)
    try:
        key = management.new_link(request.user, account)
    except InputError as error:
        return _one(request, account, str(error))
    return _show_link(request, account, key)


def _act(request: HttpRequest, number: int, act: Callable[[Account], None]) -> HttpResponse:
    account = get_object_or_404(Account, pk=number)
    try:
        act(account)
    except InputError as error:
        return _one(request, account, str(error))
    if account.pk == request.user.pk:  # what they may do changed, so their visit is over
        return HttpResponseRedirect("/")
    return HttpResponseRedirect(reverse("accounts:account", args=[account.pk]))


def _one(request: HttpRequest, account: Account, trouble: str = "") -> HttpResponse:
    return page(
        request,
        "accounts/account.html",
        400 if trouble else 200,
        trouble=trouble,
        shown_account=account,
        words=_choosable(),
        organisation=by_organisation(account),
        with_second_factor=second_factor.has_second_factor(account),
        shared=settings.SERVER.shared,
    )


def _show_link(request: HttpRequest, account: Account, key: str) -> HttpResponse:
    query = urlencode({link_cookie.FIELD: key})
    link = request.build_absolute_uri(f"{reverse(settings.LOGIN_URL)}?{query}")
    days = management.INVITATION.days
    return page(request, "accounts/link.html", shown_account=account, link=link, days=days)


def _choosable() -> dict[str, str]:
    """The roles that can be given; everybody reads already."""
    return {role: words for role, words in role_words().items() if role != READER}


def _held(account: Account) -> frozenset[str]:
    return frozenset({READER, *(held.role for held in account.held.all())})
