# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a gemeente or a wijk by its name or code, in the year that somebody looks at."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.site.runs.everyday_name import everyday_names
from wijkverhaal.site.runs.library import opened
from wijkverhaal.site.runs.name_match import folded, holds, nearness

#: So many wijken are shown at once.
MOST = 60


@dataclass(frozen=True)
class FoundPlace:
    """A gemeente or a wijk, with the year in which to look at it.

    Attributes
    ----------
    code, name
    gemeente : str
        The name of its gemeente; empty where it is one itself.
    year : int
        The year asked for, or the newest in which there is such a place.
    there : bool
        Whether there is such a place in the year asked for.
    """

    code: str
    name: str
    gemeente: str
    year: int
    there: bool


@dataclass(frozen=True)
class Found:
    """What was found, the nearest name first; `more` is how many wijken were left out."""

    gemeenten: list[FoundPlace]
    wijken: list[FoundPlace] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class _Known:
    """A place of the run, with the folded names by which it is sought."""

    code: str
    name: str
    gemeente: str
    years: tuple[int, ...]
    own: tuple[str, ...]
    around: tuple[str, ...]

    @property
    def sought(self) -> str:
        return " ".join((*self.own, *self.around))

    def distance(self, typed: str) -> int:
        """How far it is from what was typed; a place of that name before a wijk in it."""
        return min(2 * nearness(self.own, typed), 2 * nearness((*self.around, self.sought), typed) + 1)


def gemeenten(run: FinishedRun, year: int | None = None) -> list[tuple[str, str]]:
    """Code and name of every gemeente of a year, or of any year of the run, by name."""
    return [(one.code, one.name) for one in _known(run.id)[0] if year is None or year in one.years]


def search(run: FinishedRun, text: str, year: int) -> Found:
    """Gemeenten and wijken whose name or code holds all words; all gemeenten where nothing is asked.

    The nearest name comes first; of names as near, what is only in another year of the run comes last.
    """
    typed = folded(text)
    places, wijken = _known(run.id)
    if not typed:
        return Found(_found(places, "", year))
    rows = _found(wijken, typed, year)
    return Found(_found(places, typed, year), rows[:MOST], max(len(rows) - MOST, 0))


def _found(known: Sequence[_Known], typed: str, year: int) -> list[FoundPlace]:
    kept = [one for one in known if holds(one.sought, typed)]
    kept.sort(key=lambda one: (one.distance(typed) if typed else 0, year not in one.years))
    return [
        FoundPlace(one.code, one.name, one.gemeente, year if there else max(one.years), there)
        for one in kept
        for there in (year in one.years,)
    ]


@lru_cache(maxsize=6)
def _known(run_id: str) -> tuple[list[_Known], list[_Known]]:
    """All gemeenten and all wijken of any year, by name."""
    areas = opened(run_id).areas.sort("year", maintain_order=True)
    places = [_gemeente(row) for row in _newest(areas.drop_nulls("gemeente"), "gemeente")]
    wijken = [_wijk(row) for row in _newest(areas, "area")]
    return sorted(places, key=_by_name), sorted(wijken, key=_by_name)


def _newest(areas: pl.DataFrame, key: str) -> list[dict[str, Any]]:
    """The names of each place as of its newest year, with all its years."""
    names = [pl.col(name).last() for name in ("name", "gemeente", "gemeente_name") if name != key]
    return areas.group_by(key, maintain_order=True).agg(*names, pl.col("year").unique()).to_dicts()


def _gemeente(row: dict[str, Any]) -> _Known:
    code, name = row["gemeente"], row["gemeente_name"] or row["gemeente"]
    own = (name, code, *everyday_names(row["gemeente_name"]))
    return _Known(code, name, "", tuple(row["year"]), tuple(map(folded, own)), ())


def _wijk(row: dict[str, Any]) -> _Known:
    code, gemeente = row["area"], row["gemeente_name"] or row["gemeente"] or ""
    around = (gemeente, *everyday_names(row["gemeente_name"]))
    own = (row["name"] or code, code)
    folded_own, folded_around = tuple(map(folded, own)), tuple(map(folded, around))
    return _Known(code, own[0], gemeente, tuple(row["year"]), folded_own, folded_around)


def _by_name(one: _Known) -> tuple[str, str]:
    return folded(one.name), one.code
