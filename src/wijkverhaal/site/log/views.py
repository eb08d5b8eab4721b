# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of the log."""

from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.day import moment
from wijkverhaal.site.log.chosen_events import ChosenEvents
from wijkverhaal.site.log.events import sentence, sentences
from wijkverhaal.site.log.log_file import file_of
from wijkverhaal.site.log.models import Event
from wijkverhaal.site.log.record import record
from wijkverhaal.site.page import page

_ON_A_PAGE = 50


@require_safe
def events(request: HttpRequest) -> HttpResponse:
    """What happened, newest first."""
    chosen, trouble = _chosen(request)
    found = Paginator(chosen.events(), _ON_A_PAGE).get_page(request.GET.get("blad"))
    rows = [(moment(event.moment), sentence(event.key, event.actor, event.facts)) for event in found]
    return page(
        request,
        "log/events.html",
        400 if trouble else 200,
        trouble=trouble,
        chosen=chosen,
        rows=rows,
        found=found,
        kinds={key: text.format_map(_Gaps()) for key, text in sentences().items()},
        people=Event.objects.exclude(actor="").order_by("actor").values_list("actor", flat=True).distinct(),
        query=urlencode(chosen.query()),
        years=settings.SERVER.log_years,
    )


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The chosen events as a file."""
    chosen, trouble = _chosen(request)
    if trouble:
        return events(request)
    record("log-downloaded", request.user)
    rows = ((_moment(one), one.key, sentence(one.key, one.actor, one.facts)) for one in chosen.events())
    response = HttpResponse(file_of(rows), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="logboek.csv"'
    add_never_cache_headers(response)
    return response


class _Gaps(dict[str, str]):
    """What stands where a sentence names somebody or something."""

    def __missing__(self, key: str) -> str:
        return "…"


def _chosen(request: HttpRequest) -> tuple[ChosenEvents, str]:
    try:
        return ChosenEvents.read(request.GET), ""
    except InputError as error:
        return ChosenEvents(), str(error)


def _moment(event: Event) -> str:
    return f"{timezone.localtime(event.moment):%Y-%m-%d %H:%M}"
