# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a publisher does to counts of people: rounding, and keeping small ones secret."""

import numpy as np
import polars as pl

from wijkverhaal.simulation.care import Care
from wijkverhaal.simulation.chance import Ints
from wijkverhaal.simulation.geography import Geography

ROUNDED_TO = 5
LARGEST_SECRET = 7
CARE_COLUMN = "TotaalJongerenMetJeugdzorgInNatura_1"


def published_counts(counts: Ints) -> pl.Series:
    """Counts as the youth-care table shows them: multiples of 5 from 10 up, and null for 0 to 7.

    >>> published_counts(np.array([7, 8, 12, 13])).to_list()
    [None, 10, 10, 15]
    """
    rounded = ROUNDED_TO * ((counts + ROUNDED_TO // 2) // ROUNDED_TO)
    shown = pl.Series(rounded, dtype=pl.Int64)
    return pl.select(pl.when(pl.Series(counts > LARGEST_SECRET)).then(shown)).to_series()


def care_table(geography: Geography, care: Care, year: int) -> pl.DataFrame:
    """The youth-care table of one year, with CBS's column names and order of rows.

    The country's row is blank, a gemeente's row holds also the users that are in no wijk, and a
    gemeente that did not report has no rows at all.
    """
    gemeente_codes = geography.areas["gemeente"].unique(maintain_order=True)
    totals = np.bincount(geography.gemeente, care.users, len(gemeente_codes)).astype(np.int64)
    country = pl.DataFrame({"Codering": ["NL00"], "SoortRegio": ["Land"], CARE_COLUMN: [None]}, _SCHEMA)
    gemeenten = _rows(gemeente_codes, "Gemeente", totals).filter(pl.Series(care.reported))
    wijken = _rows(geography.areas["wijk"], "Wijk", care.placed).filter(
        pl.Series(care.reported[geography.gemeente])
    )
    order = pl.col("Codering").str.slice(2, 4), pl.col("Codering").str.len_chars(), pl.col("Codering")
    rows = pl.concat([country, pl.concat([gemeenten, wijken]).sort(*order)])
    period = pl.lit(f"{year}JJ00").alias("Perioden")
    return rows.select("Codering", "SoortRegio", period, CARE_COLUMN, pl.lit(1).alias("fictional"))


_SCHEMA = pl.Schema({"Codering": pl.String, "SoortRegio": pl.String, CARE_COLUMN: pl.Int64})


def _rows(codes: pl.Series, kind: str, counts: Ints) -> pl.DataFrame:
    columns = {"Codering": codes, "SoortRegio": [kind] * len(codes), CARE_COLUMN: published_counts(counts)}
    return pl.DataFrame(columns, _SCHEMA)
