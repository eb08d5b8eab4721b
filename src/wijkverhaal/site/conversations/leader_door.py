# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door of a conversation for who leads it; for others it is not there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.site.conversations.models import Conversation

View = Callable[..., HttpResponse]


def led(*methods: str) -> Callable[[View], View]:
    """A page for the facilitators of this conversation."""

    def decorate(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, conversation: str, **rest: Any) -> HttpResponse:
            stored = Conversation.objects.filter(pk=conversation, facilitators=request.user.pk).first()
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
