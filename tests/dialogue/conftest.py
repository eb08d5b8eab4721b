# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small finished run of invented wijken, made in memory."""

from typing import Any

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import (
    AREA_COLUMNS,
    COMPARABLE_COLUMNS,
    EXTRA_COLUMNS,
    INDICATOR_COLUMNS,
)

WIJK = "WK990101"
OTHERS = ("WK990201", "WK990202", "WK990301", "WK990302")
_TEXT = {"area", "name", "gemeente", "region", "gemeente_name", "status", "marked"}


def bounded(name: str, value: float, half: float) -> dict[str, float]:
    """An estimate with its bounds, as it stands in a row of a run."""
    return {name: value, f"{name}_low": value - half, f"{name}_high": value + half}


def area_row(area: str, year: int, **changed: Any) -> dict[str, Any]:
    """One row of areas.parquet."""
    row: dict[str, Any] = dict.fromkeys((*AREA_COLUMNS, *EXTRA_COLUMNS))
    row |= {"area": area, "year": year, "name": f"Wijk {area[-4:]}", "gemeente": f"GM{area[2:6]}"}
    row |= {"gemeente_name": f"Gemeente {area[2:6]}", "youths": 1200, "status": "shown"}
    row |= {"coverage": 0.93, "coverage_known": True}
    row |= bounded("actual", 11.0, 1.0) | bounded("expected_here", 10.0, 1.2)
    row |= bounded("difference_here", 1.0, 1.5)
    return row | changed


def finished_run(
    rows: list[dict[str, Any]],
    indicators: list[tuple[str, int, str, str, float | None]] = (),  # type: ignore[assignment]
    used: tuple[str, ...] = ("social_assistance",),
    **card: Any,
) -> FinishedRun:
    """A run of these rows; every wijk of the first gemeente is compared with all others."""
    kinds = {name: pl.String if name in _TEXT else pl.Float64 for name in (*AREA_COLUMNS, *EXTRA_COLUMNS)}
    kinds |= {"year": pl.Int64, "youths": pl.Int64, "coverage_known": pl.Boolean, "carried": pl.Boolean}
    areas = pl.DataFrame(rows, schema=kinds)
    pairs = [
        {"area": row["area"], "year": row["year"], "rank": rank, "other": other["area"]}
        for row in rows
        for rank, other in enumerate(
            (one for one in rows if one["gemeente"] != row["gemeente"] and one["year"] == row["year"]), 1
        )
    ]
    comparable = pl.DataFrame(
        pairs, schema={"area": pl.String, "year": pl.Int64, "rank": pl.Int64, "other": pl.String}
    )
    comparable = comparable.with_columns(
        pl.lit(None).alias(name) for name in COMPARABLE_COLUMNS if name not in comparable.columns
    )
    parts = pl.DataFrame(
        [
            {
                "area": row["area"],
                "year": row["year"],
                "part": "benefits",
                "part_label": "Uitkeringen en werk",
                "effect": 0.4,
                "effect_low": 0.1,
                "effect_high": 0.7,
                "total": 1.0,
                "country_rate": 10.0,
            }
            for row in rows
        ]
    )
    known = [
        (area, year, indicator, group, value, year if value is not None else None, False)
        for area, year, indicator, group, value in indicators
    ]
    years = sorted({row["year"] for row in rows})
    return FinishedRun(
        card={
            "id": "run-1",
            "fictional": True,
            "outcome": "jeugdzorg",
            "family": "cbs",
            "version": "0",
            "inputs": [],
            "years": years,
        }
        | card,
        model={"determinants": {str(year): {"used": list(used)} for year in years}},
        areas=areas,
        explanation=parts,
        coefficients=pl.DataFrame(),
        boundaries=None,
        places=pl.DataFrame(),
        comparable=comparable,
        indicators=pl.DataFrame(known, schema=INDICATOR_COLUMNS, orient="row"),
    )


@pytest.fixture
def run() -> FinishedRun:
    """One wijk and four comparable ones, in two years of one series."""
    rows = []
    for year, more in ((2021, 0.0), (2022, 0.3)):
        rows.append(
            area_row(
                WIJK, year, **bounded("actual", 12.0 - 2 * more, 0.8), **bounded("difference_here", 2.0, 1.0)
            )
        )
        for k, other in enumerate(OTHERS):
            rows.append(area_row(other, year, **bounded("actual", 10.0 + k + more, 1.0)))
    rows[5] |= bounded("change_here", -0.2, 0.5) | {"probability_risen": 0.3}
    figures = [
        (area, year, indicator, group, value + (year - 2021) * 0.5 + k)
        for k, area in enumerate((WIJK, *OTHERS))
        for year in (2021, 2022)
        for indicator, group, value in (
            ("social_assistance", "benefits", 4.0),
            ("local:veiligheid", "safety", 6.0),
        )
    ]
    return finished_run(rows, figures)
