# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agreements of all wijken that are open after their date, and those that ask for a look back."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from wijkverhaal.site.page import page
from wijkverhaal.site.runs import library
from wijkverhaal.site.wijken.agreements import as_agreement, open_agreements, overdue_agreements
from wijkverhaal.site.wijken.follow_ups import run_to_look_back_with
from wijkverhaal.site.wijken.wijk_now import wijk_names, wijken_with_something


@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    """What waits for somebody, the oldest first; and every wijk of which something is kept."""
    overdue = overdue_agreements(timezone.localdate())
    entries = library.entries()
    waiting = []
    for one in open_agreements():
        newer = run_to_look_back_with(one, entries)
        if newer is not None and not any(back.run == newer.id for back in one.reflections.all()):
            waiting.append(one)
    wijken = wijken_with_something()
    names = wijk_names({*wijken, *(one.area for one in (*overdue, *waiting))})
    return page(
        request,
        "wijken/reminders.html",
        overdue=[as_agreement(one, named=True) for one in overdue],
        waiting=[as_agreement(one, named=True) for one in waiting],
        names=names,
        wijken=sorted(wijken, key=lambda code: (names[code].casefold(), code)),
    )
