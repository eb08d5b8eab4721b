# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""NUTS on a synthetic country, in a Python of its own, with the engine's own priors."""

from pathlib import Path

import numpy as np

from peers.answer import Answer
from peers.country import Country
from peers.ours import COEFFICIENT_PRIOR, SD_PRIOR, mixing_prior
from peers.timed_process import run_timed
from wijkverhaal.expectation.engine.mixing_prior import MIXING_BOUNDS

#: Effective sample size of every hyperparameter that counts as done.
ENOUGH = 400.0
_GRID = np.linspace(*MIXING_BOUNDS, 481)
_COMPILING = 240.0  # seconds that are allowed beside the sampling


def fit_nuts(country: Country, folder: Path, python: str, warm_up: int, draws: int, limit: float) -> Answer:
    """Sample with two chains; an answer without areas where it did not finish within the limit."""
    value, slope = mixing_prior(country, _GRID)
    np.savez(
        folder / "priors.npz",
        grid=_GRID,
        value=value,
        slope=slope,
        sd_rate=SD_PRIOR.rate,
        coefficient_sd=COEFFICIENT_PRIOR.sd,
    )
    country.save(folder / "country.npz")
    answer = folder / "nuts.npz"
    files = [str(folder / name) for name in ("country.npz", "priors.npz", "nuts.npz")]
    script = str(Path(__file__).parent / "nutpie_fit.py")
    command = [python, script, *files, str(warm_up), str(draws), str(limit)]
    done = run_timed(command, limit + _COMPILING)
    if done is None:
        empty = np.zeros(0)
        return Answer(limit, empty, empty, empty, empty, {}, {"draws": 0.0})
    return Answer.load(answer, done.peak_mb)


def seconds_to_enough(answer: Answer) -> float | None:
    """Seconds until every hyperparameter has an effective sample of 400, in proportion to the draws.

    None where there are no draws. The warm-up counts once.
    """
    if "smallest_ess" not in answer.extra:
        return None
    warm_up = answer.extra["warm_up_seconds"]
    return warm_up + (answer.seconds - warm_up) * ENOUGH / answer.extra["smallest_ess"]
