# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Counts as CBS would show them, also where a gemeente brought its own, unrounded ones.

This happens before the model sees them. Whatever is computed afterwards then holds no more than the rounded
count does, however many numbers somebody puts side by side: two counts that are shown as the same give the
same run to the last digit.
"""

from math import floor

import polars as pl

from wijkverhaal.figures.published_count import LARGEST_SECRET, SMALLEST_SHOWN, STEP


def rounded_count(value: float) -> float:
    """A count to the nearest multiple of five.

    >>> [rounded_count(value) for value in (12, 13, 17.0, 20)]
    [10.0, 15.0, 15.0, 20.0]
    """
    return float(floor(value / STEP + 0.5) * STEP)


def as_published(areas: pl.DataFrame) -> pl.DataFrame:
    """Round the counts that stand for themselves, and keep back the small ones.

    Parameters
    ----------
    areas : pl.DataFrame
        With the columns published, low, high, published_rate, youths and status of a panel.

    Examples
    --------
    >>> own = {"published": [3.0, 23.0], "low": [3.0, 23.0], "high": [3.0, 23.0], "youths": [50, 100]}
    >>> as_published(pl.DataFrame(own | {"published_rate": [6.0, 23.0], "status": ["shown"] * 2})).rows()
    [(None, 0.0, 7.0, 50, None, 'secret'), (25.0, 23.0, 27.0, 100, 25.0, 'shown')]
    """
    own = (pl.col("published") == pl.col("low")).fill_null(False)
    rounded = (pl.col("published") / STEP + 0.5).floor() * STEP
    half = STEP // 2
    shown = own & (rounded >= SMALLEST_SHOWN)
    secret = own & (rounded < SMALLEST_SHOWN)
    return areas.with_columns(
        pl.when(secret).then(None).when(shown).then(rounded).otherwise("published").alias("published"),
        pl.when(secret).then(0.0).when(shown).then(rounded - half).otherwise("low").alias("low"),
        pl.when(secret)
        .then(float(LARGEST_SECRET))
        .when(shown)
        .then(rounded + half)
        .otherwise("high")
        .alias("high"),
        pl.when(secret)
        .then(None)
        .when(shown & (pl.col("youths") > 0))
        .then(100.0 * rounded / pl.col("youths"))
        .otherwise("published_rate")
        .alias("published_rate"),
        pl.when(secret).then(pl.lit("secret")).otherwise("status").alias("status"),
    )
