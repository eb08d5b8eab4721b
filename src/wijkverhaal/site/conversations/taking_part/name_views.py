# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way in for who takes part: the link, then a name and a kind of organisation."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from wijkverhaal.dialogue.invitation import InvitationState
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.session import SessionState
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.models import StoredInvitation
from wijkverhaal.site.conversations.taking_part import return_cookie
from wijkverhaal.site.conversations.taking_part.joining import invitation_with, join, state_of
from wijkverhaal.site.conversations.taking_part.participant_door import no_seat, seat_of
from wijkverhaal.site.conversations.taking_part.wrong_links import count_wrong, too_many
from wijkverhaal.site.page import page

_WRONG, _NOT_HERE, _GONE, _TOO_MANY = 400, 404, 410, 429


@require_safe
def door(request: HttpRequest, token: str) -> HttpResponse:
    """Send the browser on without the token, which it keeps out of reach of scripts."""
    if not return_cookie.can_be_token(token):
        raise Http404
    response = return_cookie.keep_link(HttpResponseRedirect(reverse("conversations:name")), token)
    response.headers["Referrer-Policy"] = "no-referrer"
    add_never_cache_headers(response)
    return response


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest) -> HttpResponse:
    """Ask who comes in; let them in."""
    token = return_cookie.link_token(request)
    if not token:
        return no_seat(request)
    found = invitation_with(token)
    if found is None:
        return _unknown(request)
    # who is in already comes back where they were, also when the link works no longer
    if seat_of(request, found.conversation_id) is not None:
        return return_cookie.drop_link(_to_table(found))
    state = state_of(found)
    if state is not InvitationState.OPEN:
        return no_seat(request, state.sentence, _GONE)
    if found.conversation.state == SessionState.CLOSED:
        return no_seat(request, _("Dit gesprek is afgelopen; er kan niemand meer bij."), _GONE)
    return _come_in(request, found) if request.method == "POST" else _ask(request, found)


def _unknown(request: HttpRequest) -> HttpResponse:
    """Say that there is no such link; only these count towards the limit."""
    if too_many(request):
        sentence = _("Er zijn te veel links gebruikt die niet bestaan. Een link die klopt, werkt gewoon.")
        return return_cookie.drop_link(no_seat(request, sentence, _TOO_MANY))
    count_wrong(request)
    sentence = _("Deze link bestaat niet; vraag de gespreksleider om een nieuwe.")
    return return_cookie.drop_link(no_seat(request, sentence, _NOT_HERE))


def _come_in(request: HttpRequest, found: StoredInvitation) -> HttpResponse:
    try:
        _who, token = join(
            found.conversation_id, request.POST.get("naam", ""), request.POST.get("organisatie", "")
        )
    except InputError as error:
        return _ask(request, found, str(error))
    response = return_cookie.drop_link(_to_table(found))
    return return_cookie.keep_return(response, found.conversation_id, token)


def _ask(request: HttpRequest, found: StoredInvitation, trouble: str = "") -> HttpResponse:
    return page(
        request,
        "conversations/name.html",
        _WRONG if trouble else 200,
        conversation=found.conversation,
        organisations=list(OrganisationType),
        typed=request.POST.get("naam", "")[:200],
        chosen=request.POST.get("organisatie", ""),
        trouble=trouble,
    )


def _to_table(found: StoredInvitation) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("conversations:table", args=[found.conversation_id]))
