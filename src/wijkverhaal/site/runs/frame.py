# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page of a run needs in its frame."""

from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.sentence import country_name, fictional_label, outcome_name, source


def frame(run: FinishedRun, year: int) -> dict[str, Any]:
    """The run that is shown, in words for the header and the footer."""
    return {
        "shown": run,
        "year": year,
        "years": run.years,
        "outcome": outcome_name(run.outcome),
        "country": country_name(run),
        "label": fictional_label() if run.fictional else "",
        "source": source(run, year),
    }
