# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Change: has a wijk's difference from what was expected here changed since the year before?

Only joint draws of both years can answer that: what is uncertain in both years alike (coefficients,
the wijk's own lasting effect) falls away in the difference of the differences.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from wijkverhaal.expectation.answers import Answers
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.run_columns import CHANGE_COLUMNS

_TAILS = (0.05, 0.95)
_SCHEMA = {"area": pl.String, "year": pl.Int64} | dict.fromkeys(CHANGE_COLUMNS, pl.Float64)


@dataclass(frozen=True)
class Change:
    """Change in percentage points per wijk, each of shape (wijken,).

    Attributes
    ----------
    mean, low, high : ndarray
        Mean over the draws and 90% bounds.
    probability_risen : ndarray
        The share of the draws in which the difference is larger than the year before.
    """

    mean: Floats
    low: Floats
    high: Floats
    probability_risen: Floats


def change_of(now: Floats, before: Floats) -> Change:
    """The change between two years.

    Parameters
    ----------
    now, before : ndarray of shape (draws, wijken)
        Draws of the same quantity in two years; row by row of the same joint draw.

    Examples
    --------
    >>> before = np.array([[1.0], [2.0], [3.0]])
    >>> change = change_of(before + 0.5, before)
    >>> change.mean.tolist(), change.probability_risen.tolist()
    ([0.5], [1.0])
    """
    away = now - before
    low, high = np.quantile(away, _TAILS, axis=0)
    return Change(away.mean(0), low, high, (away > 0.0).mean(0))


def comparable_years(before: FittedYear, now: FittedYear) -> bool:
    """Whether the draws of two fitted years are of one series, and the years follow each other."""
    return (
        now.panel.year == before.panel.year + 1
        and now.series == before.series
        and now.panel.outcome == before.panel.outcome
        and len(now.answers.actual) == len(before.answers.actual)
    )


def change_table(fitted: Sequence[FittedYear]) -> pl.DataFrame:
    """The change of every wijk of which it can be told.

    A wijk that is not known to have kept its code and boundary (`Panel.kept`) is another wijk: it
    has no change. Nor has a wijk of which neither year has a figure: there only the model would speak.

    Parameters
    ----------
    fitted : sequence of FittedYear
        In any order; only years of one series that follow each other are compared.

    Returns
    -------
    DataFrame
        area, year (the later one) and `run_columns.CHANGE_COLUMNS`, in percentage points.
    """
    by_year = {one.panel.year: one for one in fitted}
    tables = [pl.DataFrame(schema=_SCHEMA)]
    for year, now in sorted(by_year.items()):
        before = by_year.get(year - 1)
        if before is not None and comparable_years(before, now):
            tables.append(_between(before, now))
    return pl.concat(tables)


def _between(before: FittedYear, now: FittedYear) -> pl.DataFrame:
    year = now.panel.year
    places = [
        one.panel.areas.select("area", "status", inhabited=pl.Series(_inhabited(one))).with_row_index(name)
        for one, name in ((now, "now"), (before, "before"))
    ]
    both = places[0].join(places[1], on="area", maintain_order="left")
    both = both.filter(
        pl.col("area").is_in(sorted(now.panel.kept)),
        pl.col("inhabited") & pl.col("inhabited_right"),
        (pl.col("status") != "no_row") | (pl.col("status_right") != "no_row"),
    )
    found = change_of(
        _difference(now.answers, both["now"].to_numpy()),
        _difference(before.answers, both["before"].to_numpy()),
    )
    values = (found.mean, found.low, found.high, found.probability_risen)
    return pl.DataFrame(
        {"area": both["area"], "year": [year] * both.height} | dict(zip(CHANGE_COLUMNS, values, strict=True)),
        schema=_SCHEMA,
    )


def _difference(answers: Answers, wijken: Ints) -> Floats:
    return answers.actual[:, wijken] - answers.expected_here[:, wijken]


def _inhabited(fitted: FittedYear) -> NDArray[np.bool_]:
    if fitted.panel.family != "cbs":
        return np.ones(fitted.panel.areas.height, dtype=bool)
    return np.asarray(np.nan_to_num(fitted.panel.column("youths")) > 0)
