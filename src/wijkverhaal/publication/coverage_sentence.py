# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why the actual use of a wijk is mostly above what was published of it."""

from collections.abc import Mapping
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import figure, outcome_name


def coverage_sentence(run: FinishedRun, row: Mapping[str, Any]) -> str:
    """How many of the users in the gemeente were placed in a wijk; empty where that is unknown or all."""
    share = row["coverage"]
    if share is None or row["published_rate"] is None or round(100 * share) >= 100:
        return ""
    if row["coverage_known"] is False:
        text = _(
            "Van elke 100 jeugdigen met {outcome} in deze gemeente zijn er naar schatting {number} in een"
            " wijk geplaatst. Wij tellen ook de anderen mee. Werkelijk is daarom meestal hoger dan"
            " gepubliceerd."
        )
    else:
        text = _(
            "Van elke 100 jeugdigen met {outcome} in deze gemeente zijn er {number} in een wijk geplaatst."
            " Wij tellen ook de anderen mee. Werkelijk is daarom meestal hoger dan gepubliceerd."
        )
    return text.format(outcome=outcome_name(run.outcome), number=figure(100 * share, 0))
