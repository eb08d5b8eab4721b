# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year of results in a handful of numbers."""

from typing import Any

import numpy as np

from wijkverhaal.expectation.answers import balance_weights
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.marking_summary import marked_wijken, marking_summary
from wijkverhaal.expectation.multilevel import FittedYear


def year_summary(fitted: FittedYear, rule: MarkingRule | None = None) -> dict[str, Any]:
    """Counts of wijken, the country's rate, what the population explains, and what stands out.

    `share_explained_population` and `share_explained_here` are shares of the variance of the
    actual rates, weighted by youths where those are known. What stands out is as
    `marking_summary` tells it, by the default rule where none is given.
    """
    answers, panel = fitted.answers, fitted.panel
    weights = balance_weights(fitted.specification)
    inhabited = weights > 0
    return {
        "wijken": int(panel.areas.height),
        "with_count": int((panel.status == "shown").sum()),
        "secret": int((panel.status == "secret").sum()),
        "without_row": int((panel.status == "no_row").sum()),
        "without_youths": int((~inhabited).sum()),
        "gemeenten": len(fitted.specification.grouping.gemeenten),
        "gemeenten_without_rows": panel.gemeenten_without_rows(),
        "gemeenten_without_region": panel.gemeenten_without_region(),
        "youths": float(weights.sum()) if panel.family == "cbs" else None,
        "country_rate": fitted.explanation.country_rate,
        "share_explained_population": _share_explained(answers.actual, answers.expected_population, weights),
        "share_explained_here": _share_explained(answers.actual, answers.expected_here, weights),
        **marking_summary(fitted, marked_wijken(fitted, rule)),
    }


def _share_explained(actual: Floats, expected: Floats, weights: Floats) -> float:
    """Per draw and then averaged: means of draws lie nearer to what is expected than real rates do."""
    shares = weights / weights.sum()
    mean = actual @ shares
    spread = (actual - mean[:, None]) ** 2 @ shares
    left = (actual - expected) ** 2 @ shares
    return float((1.0 - left / np.where(spread > 0.0, spread, 1.0)).mean()) if (spread > 0.0).any() else 0.0
