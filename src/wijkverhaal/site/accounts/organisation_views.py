# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coming in by the login of the organisation: going there, and coming back."""

from allauth.socialaccount.providers.base import AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_safe
from requests import RequestException

from wijkverhaal.site.accounts.admission import refused
from wijkverhaal.site.accounts.provider import OrganisationAdapter, provider
from wijkverhaal.site.accounts.way_in import inside


@require_safe
def organisation_login(request: HttpRequest) -> HttpResponse:
    """Send the browser to the login of the organisation.

    This is a link and no form: the policy of the site lets no form end at another site.
    """
    _there_is_one()
    further = inside(request.GET.get("verder", ""))
    try:
        return provider(request).redirect(request, AuthProcess.LOGIN, next_url=further)
    except (OAuth2Error, RequestException):
        return refused(request)


@require_GET
def organisation_back(request: HttpRequest) -> HttpResponse:
    """Let somebody in whom the organisation sent back."""
    _there_is_one()
    return OAuth2CallbackView.adapter_view(OrganisationAdapter)(request)


def _there_is_one() -> None:
    if settings.ORGANISATION_LOGIN is None:
        raise Http404
