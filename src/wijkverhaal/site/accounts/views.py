# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in and going out."""

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts import link_cookie
from wijkverhaal.site.accounts.hashing import told_when_busy
from wijkverhaal.site.accounts.refusal import refused
from wijkverhaal.site.accounts.way_in import LINK, PASSWORD, come_in, inside, let_in, waiting
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@told_when_busy
def login_page(request: HttpRequest) -> HttpResponse:
    """Explain how to come in; with a link or a password, let somebody in who says so.

    Only the button uses a link up: a program that looks at addresses in advance does not.
    """
    if request.method != "POST":
        if link_cookie.FIELD in request.GET:
            return link_cookie.hide_key(request)
        return _door(request, request.GET.get("verder", ""))
    return _by_password(request) if "naam" in request.POST else _by_link(request)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_step_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the second step, from who came through the first."""
    found = waiting(request)
    if found is None:
        sentence = _("Het inloggen duurde te lang of is nog niet begonnen. Begin hier opnieuw.")
        return _door(request, "", sentence)
    if request.method != "POST":
        return page(request, "accounts/second_step.html", trouble="")
    account, way, further = found
    code = request.POST.get("code", "")
    if authenticate(request, second_step_of=account.pk, code=code) is None:
        refused(request, "code", account)
        sentence = _("Deze code klopt niet, of hij is al gebruikt. Wacht op de volgende code.")
        return page(request, "accounts/second_step.html", 403, trouble=sentence)
    come_in(request, account, way)
    return HttpResponseRedirect(inside(further))


@require_POST
def logout_page(request: HttpRequest) -> HttpResponse:
    """Go out."""
    record("logged-out", request.user)
    logout(request)
    return _door(request)


def _by_link(request: HttpRequest) -> HttpResponse:
    key = request.POST.get(link_cookie.FIELD) or link_cookie.kept_key(request)
    account = authenticate(request, key=key)
    further = request.POST.get("verder", "")
    if account is not None:
        return link_cookie.drop_key(let_in(request, account, LINK, further))
    refused(request, LINK)
    sentence = _("Deze link werkt niet meer: hij is al gebruikt, of hij is verlopen.")
    return link_cookie.drop_key(_door(request, further, sentence, 403, key=""))


def _by_password(request: HttpRequest) -> HttpResponse:
    further = request.POST.get("verder", "")
    name, password = request.POST["naam"].strip(), request.POST.get("wachtwoord", "")
    account = authenticate(request, username=name, password=password)
    if account is not None:
        return let_in(request, account, PASSWORD, further)
    refused(request, PASSWORD)
    return _door(request, further, _("Deze naam en dit wachtwoord horen niet bij elkaar."), 403)


def _door(
    request: HttpRequest, further: str = "", trouble: str = "", status: int = 200, key: str | None = None
) -> HttpResponse:
    return page(
        request,
        "accounts/login.html",
        status,
        key=link_cookie.kept_key(request) if key is None else key,
        further=inside(further),
        trouble=trouble,
        server=settings.SERVER,
        organisation=settings.ORGANISATION_LOGIN,
    )
