# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changes of a page of the facilitator; nothing where nothing did."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string


def fragment(request: HttpRequest, template: str, told: dict[str, Any]) -> HttpResponse:
    """The parts of a page that follow by themselves, by the mark of what they show."""
    mark = told["mark"]
    if request.headers.get("If-None-Match", "").removeprefix("W/").strip('"') == mark:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(render_to_string(template, told, request))
    response.headers["ETag"] = f'"{mark}"'
    response.headers["Cache-Control"] = "private, no-cache"
    return response
