# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hyperparameters of a run as a reader sees them: once per series of years."""

from dataclasses import dataclass

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.sentence import translated


@dataclass(frozen=True)
class Spread:
    """One hyperparameter of one series.

    Attributes
    ----------
    label : str
        What it is, in words.
    years : str
        The years that have it in common; empty where the run's own label names the year.
    newest : int
        The newest of them.
    is_scale : bool
        Whether it is a standard deviation, rather than a share or a correlation.
    estimate, low, high : float or None
        With its 90% bounds.
    """

    label: str
    years: str
    newest: int
    is_scale: bool
    estimate: float | None
    low: float | None
    high: float | None


def spreads(run: FinishedRun) -> list[Spread]:
    """The hyperparameters of a run; those that years have in common are told with the newest only."""
    found = []
    for name, entry in run.model.get("hyperparameters", {}).items():
        if not isinstance(entry, dict):
            continue
        year = name.rpartition("_")[2]
        own = int(year) if year.isdigit() else run.years[0]
        years = [int(one) for one in entry.get("years") or []]
        if years and own != max(years):
            continue
        found.append(
            Spread(
                translated(entry.get("label")) or name,
                _written(years),
                own,
                name.startswith("sd_"),
                entry.get("estimate"),
                entry.get("low"),
                entry.get("high"),
            )
        )
    return found


def _written(years: list[int]) -> str:
    """The years of a series, which follow each other but may skip one."""
    if len(years) > 2 and years == list(range(years[0], years[-1] + 1)):
        return f"{years[0]}-{years[-1]}"
    return ", ".join(map(str, years))
