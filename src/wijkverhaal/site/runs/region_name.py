# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader recognises a jeugdregio by: its code, and its biggest gemeenten."""

from functools import lru_cache

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.site.runs.library import opened

_BIGGEST = 3


def region_names(run: FinishedRun, year: int) -> dict[str, str]:
    """Of every jeugdregio of a year, by code, the gemeenten with the most youths."""
    return _names(run.id, year, current_language())


@lru_cache(maxsize=24)
def _names(run_id: str, year: int, language: str) -> dict[str, str]:
    counted = (
        opened(run_id)
        .of_year(year)
        .drop_nulls(["region", "gemeente"])
        .group_by("region", "gemeente")
        .agg(
            pl.col("gemeente_name").drop_nulls().first().fill_null(pl.col("gemeente").first()).alias("name"),
            pl.col("youths").sum(),
            pl.len().alias("wijken"),
        )
        .sort("region", "youths", "wijken", "name", descending=[False, True, True, False], nulls_last=True)
        .group_by("region", maintain_order=True)
        .agg("name")
    )
    with speaking(language):
        return {code: _told(names) for code, names in counted.iter_rows()}


def _told(names: list[str]) -> str:
    biggest, others = ", ".join(names[:_BIGGEST]), len(names) - _BIGGEST
    return _("{names} en nog {number}").format(names=biggest, number=others) if others > 0 else biggest
