# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages on which somebody sets up their own second step."""

from django.conf import settings
from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from wijkverhaal.foundation.language import _
from wijkverhaal.site.accounts import app_code, second_factor
from wijkverhaal.site.accounts.refusal import refused
from wijkverhaal.site.accounts.way_in import by_organisation, done
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

#: The secret that waits for its first code, in the visit.
_SECRET = "second-factor-secret"  # noqa: S105 (a name, not a secret)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor_page(request: HttpRequest) -> HttpResponse:
    """Set the second step up, or, where there is one, say how it stands."""
    if by_organisation(request.user) or not request.user.has_usable_password():
        return page(request, "accounts/second_factor_elsewhere.html", shared=settings.SERVER.shared)
    renewing = _SECRET in request.session
    if second_factor.has_second_factor(request.user) and not renewing:
        return _as_it_stands(request)
    if request.method != "POST":
        return _set_up(request)
    codes = second_factor.begin(request.user, request.session.get(_SECRET, ""), request.POST.get("code", ""))
    if codes is None:
        return _set_up(request, _("Deze code klopt niet. Wacht op de volgende code en typ die over."), 400)
    del request.session[_SECRET]
    _end_other_visits(request)
    done(request, "accounts:second-factor")
    record("second-factor-set", request.user)
    return page(request, "accounts/recovery_codes.html", codes=codes)


@sensitive_post_parameters()
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """Begin again with another app or telephone, for who proves to have the one before."""
    if not _proves(request):
        return _as_it_stands(request, _wrong(), 403)
    request.session[_SECRET] = second_factor.new_secret()
    return HttpResponseRedirect(reverse("accounts:second-factor"))


@sensitive_post_parameters()
@require_POST
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make new codes for bad days, for who proves to have the second step."""
    if not _proves(request):
        return _as_it_stands(request, _wrong(), 403)
    codes = second_factor.new_recovery_codes(request.user)
    record("recovery-codes-made", request.user)
    return page(request, "accounts/recovery_codes.html", codes=codes)


def _proves(request: HttpRequest) -> bool:
    code = request.POST.get("code", "")
    if authenticate(request, second_step_of=request.user.pk, code=code) is not None:
        return True
    refused(request, "code", request.user)
    return False


def _end_other_visits(request: HttpRequest) -> None:
    request.user.send_out()
    update_session_auth_hash(request, request.user)


def _wrong() -> str:
    return _("Deze code klopt niet, of hij is al gebruikt. Wacht op de volgende code.")


def _as_it_stands(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    left = second_factor.recovery_codes_left(request.user)
    return page(request, "accounts/second_factor.html", status, trouble=trouble, left=left)


def _set_up(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    secret = request.session.setdefault(_SECRET, second_factor.new_secret())
    address = app_code.address_of(secret, request.user.name, request.get_host())
    return page(
        request,
        "accounts/second_factor_set_up.html",
        status,
        trouble=trouble,
        drawing=app_code.drawing_of(address),
        spelled=app_code.spelled(secret),
    )
