# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which wijken of the fictional country are talked about: chosen by a rule, not by luck."""

from collections.abc import Collection

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _

#: With fewer a small difference in youths is already a large one in percent.
_ENOUGH_YOUTHS = 1000
_ENOUGH_COMPARABLE = 3


def interesting_wijk(run: FinishedRun, year: int, not_in: Collection[str] = ()) -> str:
    """The wijk that is most surely higher than expected and that the newest year has too.

    Large wijken that stand out and of which comparable ones are known go before all others; a small
    fictional country may have none of those.

    Parameters
    ----------
    run : FinishedRun
    year : int
    not_in : collection of str
        Codes of gemeenten that are left out.

    Raises
    ------
    NotFoundError
        When the run has no wijk with figures in both years.
    """
    later = run.of_year(run.years[0])["area"].implode()
    rows = run.of_year(year).filter(
        pl.col("status") == "shown",
        pl.col("difference_here_low").is_not_null(),
        pl.col("area").is_in(later),
        ~pl.col("gemeente").is_in(list(not_in)),
    )
    telling = (pl.col("marked") == "higher") & (pl.col("youths") >= _ENOUGH_YOUTHS)
    # the lower bound rather than the difference: of a difference that is sure there is something to tell
    order = rows.sort(telling, "difference_here_low", "area", descending=[True, True, False])
    found = order["area"].to_list()
    known = [area for area in found if len(run.compared(area, year)) >= _ENOUGH_COMPARABLE]
    if not found:
        raise NotFoundError(
            _("In {run} heeft geen wijk cijfers om over te praten; kies een ander getal bij --seed.").format(
                run=run.id
            )
        )
    return str((known or found)[0])
