# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The joint draws of a run as a table, so that anything made of them has an interval."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import polars as pl

from wijkverhaal.expectation.multilevel import FittedYear


def draw_table(fitted: FittedYear) -> pl.DataFrame:
    """One row per wijk with youths and draw; rates in percent of youths.

    Draws with one number belong together, over all wijken and over the years of one series: a sum
    over a gemeente, or a difference between two years, is made draw by draw.
    """
    answers = fitted.answers
    inhabited = np.flatnonzero(fitted.specification.weights > 0)
    draws = answers.actual.shape[0]
    areas = fitted.panel.areas["area"].gather(inhabited.tolist()).cast(pl.Categorical)
    rates = {
        "expected_population": answers.expected_population,
        "expected_here": answers.expected_here,
        "actual": answers.actual,
    }
    return pl.DataFrame(
        {
            "area": areas.gather(np.repeat(np.arange(inhabited.size), draws)),
            "year": np.full(inhabited.size * draws, fitted.panel.year, dtype=np.int16),
            "series": np.full(inhabited.size * draws, fitted.series, dtype=np.int16),
            "draw": np.tile(np.arange(draws, dtype=np.int32), inhabited.size),
            **{name: values[:, inhabited].T.astype(np.float32).ravel() for name, values in rates.items()},
        }
    )


def write_draws(fitted: Sequence[FittedYear], folder: Path, whole: bool = True) -> None:
    """A file per year: `draws_2022.parquet`; where not `whole`, without what is expected."""
    for one in fitted:
        table = draw_table(one)
        if not whole:
            table = table.drop("expected_population", "expected_here")
        table.write_parquet(folder / f"draws_{one.panel.year}.parquet")
