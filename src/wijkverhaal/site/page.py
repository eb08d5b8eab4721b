# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the site: the frame that every page has, and nothing kept by the browser."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from wijkverhaal import __version__
from wijkverhaal.foundation.language import current_language
from wijkverhaal.site.fictional import label
from wijkverhaal.site.menu import footer, menu, run_menu


def page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Fill in a template that has the frame of the site."""
    user = getattr(request, "user", None)
    run_id = context["shown"].id if context.get("shown") else None
    known = user is not None
    frame = {
        "language": current_language(),
        "here": request.get_full_path() if request.method == "GET" else "/",
        "account": user if user is not None and user.is_authenticated else None,
        "menu": menu(request, run_id) if known else [],
        "run_menu": run_menu(request, run_id) if known else [],
        "footer": footer(request, run_id) if known else [],
        "house_style": settings.HOUSE_STYLE.name if settings.HOUSE_STYLE else "",
        "version": __version__,
        "shown": None,
        "label": label(),
        "place": "",
    }
    response = HttpResponse(render_to_string(template, {**frame, **context}, request), status=status)
    add_never_cache_headers(response)
    return response
