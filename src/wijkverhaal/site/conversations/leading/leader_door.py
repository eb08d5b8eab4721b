# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of a conversation for who leads it; for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.site.conversations.models import Conversation

View = Callable[..., HttpResponse]


def led_by(account: int | None) -> QuerySet[Conversation]:
    """The conversations that an account leads, and those of which everybody who led them is gone.

    Somebody must be able to read those, and to erase them.
    """
    still_there = get_user_model().objects.filter(conversations=OuterRef("pk"), is_active=True)
    return Conversation.objects.filter(Q(facilitators=account) | ~Exists(still_there)).distinct()


def led(*methods: str) -> Callable[[View], View]:
    """A page for the facilitators of this conversation."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, conversation: str, **rest: Any) -> HttpResponse:
            stored = led_by(request.user.pk).filter(pk=conversation).first()
            if stored is None:
                raise Http404
            try:
                return view(request, stored, **rest)
            except NotFoundError as error:
                raise Http404(str(error)) from None

        return require_http_methods([*(methods or ("GET", "HEAD"))])(answer)

    return decorate


def to(name: str, *arguments: object) -> HttpResponseRedirect:
    """On to another page of the conversations."""
    return HttpResponseRedirect(reverse(f"conversations:{name}", args=arguments))


def version_seen(request: HttpRequest) -> int:
    """The version that was on the screen when somebody sent this form; an impossible one where none was."""
    typed = request.POST.get("versie", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else -1
