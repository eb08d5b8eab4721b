# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a gemeente or a wijk by its name or code."""

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.site.runs.library import opened

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
    return _known(run.id)[0]


def search(run: FinishedRun, text: str) -> Found:
    """Gemeenten and wijken whose name or code holds all words; all gemeenten where nothing is asked."""
    words = text.casefold().split()
    places, wijken = _known(run.id)
    if not words:
        return Found(places, [])
    found = [pair for pair in places if _holds(" ".join(pair).casefold(), words)]
    rows = [row for sought, row in wijken if _holds(sought, words)]
    return Found(found, rows[:MOST], max(len(rows) - MOST, 0))


def _holds(sought: str, words: list[str]) -> bool:
    return all(word in sought for word in words)


_Wijken = list[tuple[str, dict[str, str]]]


@lru_cache(maxsize=6)
def _known(run_id: str) -> tuple[list[tuple[str, str]], _Wijken]:
    """All gemeenten by name, and all wijken by name with the text in which is sought."""
    run = opened(run_id)
    pairs = run.areas.select("gemeente", pl.col("gemeente_name").fill_null(pl.col("gemeente")))
    unique = pairs.drop_nulls().unique("gemeente", keep="last", maintain_order=True)
    names = ("area", "name", "gemeente", "gemeente_name")
    wijken = run.areas.select(names).unique("area", keep="last", maintain_order=True).sort("name", "area")
    sought = [
        (" ".join(filter(None, (row["area"], row["name"], row["gemeente_name"]))).casefold(), row)
        for row in wijken.to_dicts()
    ]
    return sorted(unique.rows(), key=lambda pair: pair[1].casefold()), sought
