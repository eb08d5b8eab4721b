# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a gemeente or a wijk by its name or code."""

from dataclasses import dataclass

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun

#: So many wijken are shown at once.
MOST = 60


@dataclass(frozen=True)
class Found:
    """What was found; `more` is how many wijken were left out."""

    gemeenten: list[tuple[str, str]]
    wijken: list[dict[str, str]]
    more: int = 0


def gemeenten(run: FinishedRun) -> list[tuple[str, str]]:
    """Code and name of every gemeente of the run, by name."""
    pairs = run.areas.select("gemeente", pl.col("gemeente_name").fill_null(pl.col("gemeente")))
    unique = pairs.drop_nulls().unique("gemeente", keep="last", maintain_order=True)
    return sorted(unique.rows(), key=lambda pair: pair[1].casefold())


def search(run: FinishedRun, text: str) -> Found:
    """Gemeenten and wijken whose name or code holds all words; all gemeenten where nothing is asked."""
    words = text.casefold().split()
    if not words:
        return Found(gemeenten(run), [])
    found = [pair for pair in gemeenten(run) if all(word in " ".join(pair).casefold() for word in words)]
    wijken = run.areas.select("area", "name", "gemeente", "gemeente_name").unique(
        "area", keep="last", maintain_order=True
    )
    sought = pl.concat_str(
        "area", "name", "gemeente_name", separator=" ", ignore_nulls=True
    ).str.to_lowercase()
    for word in words:
        wijken = wijken.filter(sought.str.contains(word, literal=True))
    rows = wijken.sort("name", "area").head(MOST).to_dicts()
    return Found(found, rows, max(len(wijken) - MOST, 0))
