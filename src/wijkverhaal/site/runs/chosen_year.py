# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The year that the reader chose in the address bar."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _


def chosen_year(request: HttpRequest, run: FinishedRun, there: Sequence[int] = ()) -> int:
    """The year of `?jaar=`, or the newest of the run; of `there` where a place is not in every year.

    Raises
    ------
    Http404
        When the run does not have that year.
    """
    typed = request.GET.get("jaar", "")
    if not typed:
        return (there or run.years)[0]
    for year in run.years:
        if typed == str(year):
            return year
    known = ", ".join(map(str, run.years))
    raise Http404(_("Deze berekening gaat niet over dat jaar; wel over {years}.").format(years=known))
