# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API explained to people, with an example that works as it stands."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.site.api.openapi import description
from wijkverhaal.site.api.pace import MOST
from wijkverhaal.site.api.question import LARGEST_PAGE, parameters
from wijkverhaal.site.api.version import API_VERSION, ROOT
from wijkverhaal.site.page import page


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """What can be asked, and how."""
    root = request.build_absolute_uri(ROOT)
    told = description.__wrapped__(root.rstrip("/"))
    return page(
        request,
        "api/guide.html",
        root=root,
        api_version=API_VERSION,
        paths=[(path, one["get"]["summary"]) for path, one in told["paths"].items()],
        questions=list(parameters().values()),
        largest=LARGEST_PAGE,
        most=MOST,
    )
