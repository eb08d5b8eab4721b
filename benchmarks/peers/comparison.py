# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Time and memory beside TMB and NUTS: one row per amount of work."""

import sys
from dataclasses import dataclass
from pathlib import Path

from peers import nuts, tmb
from peers.answer import Answer
from peers.country import Country, draw_country
from peers.landscape import draw_landscape
from peers.timed_process import run_timed


@dataclass(frozen=True)
class Work:
    """One amount of work.

    Attributes
    ----------
    areas, years : int
    median_youths : float
        Per area.
    warm_up, draws : int
        Of NUTS, per chain.
    """

    areas: int
    years: int
    median_youths: float
    warm_up: int
    draws: int

    @property
    def name(self) -> str:
        return f"{self.areas:,} areas" + (f" x {self.years} years" if self.years > 1 else "")

    def country(self) -> Country:
        return draw_country(draw_landscape(self.areas, 1), 1, self.median_youths, self.years)


WORKS = (
    Work(3_300, 1, 650.0, 800, 2_000),
    Work(14_500, 1, 150.0, 800, 2_000),
    Work(14_500, 5, 150.0, 300, 300),
    Work(100_000, 1, 150.0, 0, 0),
)

HEADER = (
    f"{'work':<24}{'ours s':>8}{'peak MB':>9}{'TMB s':>8}{'MB':>7}{'ratio':>7}"
    f"{'nutpie s to ESS 400':>21}{'MB':>7}{'ratio':>7}"
)


@dataclass(frozen=True)
class Peers:
    """Which peers take part, and how long each may take in seconds."""

    nutpie_python: str | None
    with_tmb: bool
    limit: float


def time_ours(country: Country, folder: Path, limit: float) -> Answer | None:
    """Wijkverhaal in a process of its own, its inner loops compiled before; None where too slow."""
    given, answer = folder / "country.npz", folder / "ours.npz"
    country.save(given)
    done = run_timed([sys.executable, "-m", "peers.ours", str(given), str(answer)], limit)
    return None if done is None else Answer.load(answer, done.peak_mb)


def compare(work: Work, peers: Peers, folder: Path) -> list[str]:
    """The row of the table, and lines with what to know about it."""
    country = work.country()
    ours = time_ours(country, folder, peers.limit)
    row, notes = f"{work.name:<24}{_seconds(ours):>8}{_memory(ours):>9}", []
    if ours is not None:
        notes.append("ours: " + _estimates(ours))
    found = tmb.fit_tmb(country, folder, peers.limit) if peers.with_tmb else None
    late = peers.with_tmb and found is None
    row += f"{f'>{peers.limit:.0f}' if late else _seconds(found):>8}{_memory(found):>7}"
    row += f"{_ratio(found.seconds if found else None, ours):>7}"
    if found is not None:
        notes.append("TMB: " + _estimates(found))
    if peers.nutpie_python and work.draws:
        sampled = nuts.fit_nuts(country, folder, peers.nutpie_python, work.warm_up, work.draws, peers.limit)
        enough = nuts.seconds_to_enough(sampled)
        text = "not in time" if enough is None else f"{enough:.0f}"
        row += f"{text:>21}{_memory(sampled):>7}{_ratio(enough, ours):>7}"
        notes.append(_about_sampling(sampled, work))
    return [row, *("    " + note for note in notes)]


def _about_sampling(sampled: Answer, work: Work) -> str:
    if "smallest_ess" not in sampled.extra:
        return f"nutpie: {sampled.extra['draws']:.0f} draws after {sampled.seconds:.0f} s, stopped"
    size, warm_up = sampled.extra["smallest_ess"], sampled.extra["warm_up_seconds"]
    how = "as measured" if size >= nuts.ENOUGH else "extrapolated"
    return (
        f"nutpie: 2 x ({work.warm_up} + {work.draws}) in {sampled.seconds:.0f} s ({warm_up:.0f} s warm-up),"
        f" smallest ESS of a hyperparameter {size:.0f}, largest R-hat {sampled.extra['largest_rhat']:.3f};"
        f" time to ESS 400 is {how}. {_estimates(sampled)}"
    )


def _estimates(answer: Answer) -> str:
    return ", ".join(f"{name} {mean:.3f}" for name, (mean, _sd) in answer.hyperparameters.items())


def _seconds(answer: Answer | None) -> str:
    return "-" if answer is None else f"{answer.seconds:.2f}"


def _memory(answer: Answer | None) -> str:
    return "-" if answer is None else f"{answer.peak_mb:.0f}"


def _ratio(seconds: float | None, ours: Answer | None) -> str:
    return "-" if seconds is None or ours is None else f"{seconds / ours.seconds:.0f}x"
