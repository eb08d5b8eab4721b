# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How likely the use in one wijk is higher than in another, from the joint draws that a run kept.

The margins of two wijken do not tell it: wijken of one gemeente share much of what is unsure.
"""

from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import polars as pl


def pairwise_chances(folder: Path, year: int, areas: Sequence[str]) -> dict[tuple[str, str], float] | None:
    """Per pair of wijken, in the order given, the chance that the use in the first is higher.

    Parameters
    ----------
    folder
        Of a finished run.
    year, areas
        Which wijken of which year.

    Returns
    -------
    dict or None
        None where the run did not keep its joint draws, or not of all these wijken.
    """
    file = folder / f"draws_{year}.parquet"
    if not file.is_file():
        return None
    rows = (
        pl.scan_parquet(file)
        .select(pl.col("area").cast(pl.String), "draw", "actual")
        .filter(pl.col("area").is_in(list(areas)))
        .collect()
    )
    draws = {str(area): own.sort("draw")["actual"] for (area,), own in rows.group_by("area")}
    if any(area not in draws for area in areas):
        return None
    return {
        (one, other): float((draws[one] > draws[other]).mean())  # type: ignore[arg-type]
        for one, other in combinations(areas, 2)
    }
