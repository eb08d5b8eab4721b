# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is expected of every wijk with figures about the place itself added: the neighbourhood answer.

It is "here" of a model with the same population, gemeente and region, and with the indicators about
the place beside them. Its interval covers what is expected of such a wijk, not what a single wijk
uses: the effect of the wijk itself is averaged over, as in every expectation.
"""

import numpy as np
import polars as pl

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import fit_panel
from wijkverhaal.expectation.neighbourhood_question import STEPS, NeighbourhoodQuestion
from wijkverhaal.expectation.nested_model import NestedModel
from wijkverhaal.figures.panel import Panel

_TAILS = (0.05, 0.95)
_DECIMALS = 4


def place_answer(question: NeighbourhoodQuestion) -> pl.DataFrame:
    """Fit the largest model of the question to all figures.

    Returns
    -------
    DataFrame
        area, expected_after, expected_after_low, expected_after_high: rates in
        percent with 90% bounds, null in a wijk without youths; no rows where the question had no
        figures about the place.
    """
    if not question.steps:
        return question.panel.areas.select("area").clear()
    groups = frozenset(group for name, added in STEPS if name not in question.absent for group in added)
    largest = NestedModel.with_groups(question.panel, question.settings, groups)
    fitted = fit_panel(question.panel, largest.settings)
    rates = bounded_rates(question.panel, {"expected_after": fitted.answers.expected_here})
    return rates.drop("name", "gemeente")


def bounded_rates(panel: Panel, draws: dict[str, Floats]) -> pl.DataFrame:
    """One row per wijk: of each of some draws the mean and 90% bounds; null in a wijk without youths.

    Parameters
    ----------
    panel
        The wijken.
    draws : dict of str to ndarray of shape (draws, wijken)
        By the name of the column.
    """
    columns: dict[str, Floats] = {}
    for name, values in draws.items():
        low, high = np.quantile(values, _TAILS, axis=0)
        columns |= {name: values.mean(0), f"{name}_low": low, f"{name}_high": high}
    table = panel.areas.select("area", "name", "gemeente").with_columns(
        pl.Series(name, values).round(_DECIMALS) for name, values in columns.items()
    )
    if panel.family != "cbs":
        return table
    inhabited = panel.areas["youths"].fill_null(0) > 0
    return table.with_columns(pl.when(inhabited).then(pl.col(name)).alias(name) for name in columns)
