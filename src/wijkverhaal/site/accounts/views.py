# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in and going out."""

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page


@require_http_methods(["GET", "HEAD", "POST"])
def login_page(request: HttpRequest) -> HttpResponse:
    """Explain how to come in; with a key, let somebody in who says so.

    Only the button uses the link up: a program that looks at addresses in advance does not.
    """
    if request.method != "POST":
        return _door(request, request.GET.get("sleutel", ""), request.GET.get("verder", ""))
    account = authenticate(request, key=request.POST.get("sleutel", ""))
    if account is None:
        sentence = _("Deze link werkt niet meer: hij is al gebruikt, of hij is verlopen.")
        return _door(request, "", request.POST.get("verder", ""), sentence, 403)
    login(request, account)
    return HttpResponseRedirect(_inside(request.POST.get("verder", "")))


@require_POST
def logout_page(request: HttpRequest) -> HttpResponse:
    """Go out."""
    logout(request)
    return _door(request)


def _door(
    request: HttpRequest, key: str = "", further: str = "", trouble: str = "", status: int = 200
) -> HttpResponse:
    return page(request, "accounts/login.html", status, key=key, further=_inside(further), trouble=trouble)


def _inside(further: str) -> str:
    """Where somebody wanted to go, if that is a page of ours."""
    ours = further.startswith("/") and url_has_allowed_host_and_scheme(further, allowed_hosts=None)
    return further if ours else "/"
