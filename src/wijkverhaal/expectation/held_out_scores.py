# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log score of every wijk whose figure was hidden, kept apart so that models can be paired.

Folds depend on the plan and the seed only: two models are scored on the same wijken, each time
with the same wijken hidden.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.posterior import Posterior
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import fit_specification
from wijkverhaal.expectation.observed_year import assumed_noise, small_wijken
from wijkverhaal.expectation.predictive import Mixture, log_score_of_counts, log_score_of_rates
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.specification import Specification, specify
from wijkverhaal.expectation.validation import Plan, folds_of, scored_wijken
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_NUDGE = {"logit": 0.05, "percent": 0.5}


@dataclass(frozen=True)
class HeldOutScores:
    """Of each wijk, NaN where it was not scored; means over the repetitions.

    Attributes
    ----------
    log_score : ndarray of shape (wijken,)
        Log of the chance, or density per percentage point, of what was published.
    slope : ndarray of shape (wijken,)
        How much it rises when the predictor of the wijk rises by one.
    bend : ndarray of shape (wijken,)
        How much that slope falls when the predictor rises by one: the information.
    """

    log_score: Floats
    slope: Floats
    bend: Floats

    @property
    def scored(self) -> NDArray[np.bool_]:
        return np.isfinite(self.log_score)


def held_out_scores(
    panel: Panel, settings: Settings, plan: Plan, after_fold: Callable[[], None] = lambda: None
) -> HeldOutScores:
    """Fit without each fold in turn, and score what was hidden.

    Parameters
    ----------
    panel
        The figures.
    settings
        Of the model.
    plan
        Whether wijken or whole gemeenten are hidden, in how many folds, how often.
    after_fold
        Called after each fit.

    Raises
    ------
    InputError
        When there are fewer wijken, or gemeenten, with a figure than folds.
    """
    scored = scored_wijken(panel)
    _require_enough(panel, plan, scored)
    total = np.zeros((3, scored.size))
    for seed in range(1, plan.seeds + 1):
        fold_of = folds_of(panel, plan, seed)
        for fold in range(plan.folds):
            rows = (fold_of == fold) & scored
            if rows.any():
                specification = specify(panel, replace(settings, draws=2), fold_of == fold)
                posterior = fit_specification(specification, settings)
                total[:, rows] += _scores(specification, posterior, rows)
            after_fold()
    total = np.where(scored, total / plan.seeds, np.nan)
    return HeldOutScores(*total)


def left_out_scores(panel: Panel, settings: Settings) -> HeldOutScores:
    """The same for single wijken from one fit, without refitting: approximate leave-one-out."""
    scored = scored_wijken(panel)
    specification = specify(panel, replace(settings, draws=2))
    posterior = fit_specification(specification, settings)
    values = np.full((3, scored.size), np.nan)
    values[:, scored] = _scores(specification, posterior, scored)
    return HeldOutScores(*values)


def _require_enough(panel: Panel, plan: Plan, scored: NDArray[np.bool_]) -> None:
    units = panel.areas["area" if plan.hold_out == "wijk" else "gemeente"].to_numpy()[scored]
    if np.unique(units).size < plan.folds:
        raise InputError(
            _(
                "Er zijn in {year} te weinig wijken of gemeenten met een cijfer voor {folds} delen;"
                " kies minder delen met --folds."
            ).format(year=panel.year, folds=plan.folds)
        )


def _scores(specification: Specification, posterior: Posterior, rows: NDArray[np.bool_]) -> Floats:
    """Log score, its slope and its bend, shape (3, rows)."""
    known = specification.leave_one_out(posterior)
    mixture = Mixture(known.mean[:, rows], known.sd[:, rows], known.weight[:, rows])
    nudge = _NUDGE[specification.scale]
    middle, above, below = (
        _log_score(specification, Mixture(mixture.mean + step, mixture.sd, mixture.weight), rows)
        for step in (0.0, nudge, -nudge)
    )
    bend = (2.0 * middle - above - below) / nudge**2
    return np.stack([middle, (above - below) / (2.0 * nudge), bend])


def _log_score(specification: Specification, mixture: Mixture, rows: NDArray[np.bool_]) -> Floats:
    panel = specification.panel
    if panel.family == "scp":
        noise = assumed_noise(small_wijken(panel))[rows]
        if specification.scale == "percent":  # the spread holds the noise already
            noise = np.zeros_like(noise)
        return log_score_of_rates(mixture, panel.column("published_rate")[rows], specification.scale, noise)
    low = panel.column("low")[rows].astype(np.int64)
    high = panel.column("high")[rows].astype(np.int64)
    youths = np.maximum(np.round(panel.column("youths")[rows]), high).astype(np.int64)
    coverage = specification.coverage.share[specification.grouping.gemeente][rows]
    return log_score_of_counts(mixture, youths, low, high, coverage)
