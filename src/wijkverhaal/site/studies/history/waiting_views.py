# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long families waited: from the first signal to first help, and to help that fitted."""

from django.http import HttpRequest, HttpResponse

from wijkverhaal.foundation.language import _
from wijkverhaal.site.page import page
from wijkverhaal.site.studies.door import RESEARCHERS, Door, study_page
from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.drawing.delay_chart import delay_chart
from wijkverhaal.stories.drawing.waiting_chart import waiting_chart
from wijkverhaal.stories.event_kind import FIRST_SIGNAL
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.study.history import history_of
from wijkverhaal.stories.study.record import Family
from wijkverhaal.stories.waiting import FITTING_HELP, HELP, wait_until


@study_page(RESEARCHERS)
def waits(request: HttpRequest, door: Door) -> HttpResponse:
    """From the first signal to first help and to fitting help, per family and over all of them."""
    study = door.study([])
    families = sorted(study.all(Family), key=lambda one: one.label)
    names = {one.id: one.label for one in families}
    lines = {one.id: timeline(history_of(study, one.id)) for one in families}
    later = request.GET.get("niet-verteld") == "later"
    charts = []
    for number, (kinds, words) in enumerate(
        (
            (HELP, _("van eerste signaal tot eerste hulp")),
            (FITTING_HELP, _("van eerste signaal tot passende hulp")),
        )
    ):
        told = [wait_until(one, kinds, later) for one in lines.values()]
        delays: list[Delay] = [one for one in told if one is not None]
        charts.append(delay_chart(delays, names, words, f"wachten-{number}"))
        charts.append(waiting_chart(delays, words, f"nog-wachten-{number}"))
    return page(
        request,
        "studies/waits.html",
        door=door,
        later=later,
        charts=[one for one in charts if one],
        without=[one for one in families if lines[one.id].first(FIRST_SIGNAL.id) is None],
        open_clashes=[one for one in families if lines[one.id].open_clashes],
    )
