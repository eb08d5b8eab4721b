# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of what stays with a wijk, and which quotations are told with it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.site.log.record import record
from wijkverhaal.site.wijken.quotations import choose_quotation, leave_quotation
from wijkverhaal.site.wijken.wijk_now import wijk_now
from wijkverhaal.site.wijken.wijk_page import wijk_page


@require_safe
def wijk(request: HttpRequest, code: str) -> HttpResponse:
    """Everything that people made of the figures of this wijk."""
    return wijk_page(request, code)


@require_POST
def quotations(request: HttpRequest, code: str) -> HttpResponse:
    """Tell a released quotation with this wijk, or no longer."""
    wijk_now(code)
    quotation = request.POST.get("citaat", "")
    try:
        if request.POST.get("doe") == "weg":
            leave_quotation(code, quotation)
        else:
            choose_quotation(code, quotation)
    except WijkverhaalError as error:
        return wijk_page(request, code, str(error), "citaat", status=400)
    record("wijk-quotations", request.user, area=code)
    return HttpResponseRedirect(reverse("wijken:wijk", args=[code]) + "#citaten")
