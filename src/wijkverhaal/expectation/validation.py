# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held-out prediction: hide figures, predict them, and see how well that went."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.multilevel import fit_specification
from wijkverhaal.expectation.observed_year import assumed_noise, small_wijken
from wijkverhaal.expectation.peers import TrainingSet, all_peers
from wijkverhaal.expectation.predictive import Mixture, Prediction, predict_counts, predict_rates
from wijkverhaal.expectation.scores import Scores, mean_scores, score
from wijkverhaal.expectation.settings import Scale, Settings
from wijkverhaal.expectation.specification import specify
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

HoldOut = Literal["wijk", "gemeente"]
Progress = Callable[[str, float], None]
_FEWEST_YOUTHS = 100
_EDGE = 1e-3
MODEL = "wijkverhaal"
WITHOUT_LEVELS = "without_region_and_gemeente"


@dataclass(frozen=True)
class Plan:
    """What to hold out."""

    hold_out: HoldOut = "wijk"
    folds: int = 10
    seeds: int = 3

    def __post_init__(self) -> None:
        if self.hold_out not in ("wijk", "gemeente"):
            raise InputError(_("Kies bij --hold-out wijk of gemeente."))
        if self.folds < 2 or self.seeds < 1:
            raise InputError(_("Kies minstens 2 delen met --folds en minstens 1 herhaling met --seeds."))


@dataclass(frozen=True)
class Validation:
    """The scores of every predictor on one panel, averaged over the seeds."""

    family: str
    outcome: str
    year: int
    plan: Plan
    scores: dict[str, Scores]

    def to_json(self) -> dict[str, Any]:
        return {
            "family": self.family,
            "outcome": self.outcome,
            "year": self.year,
            "hold_out": self.plan.hold_out,
            "folds": self.plan.folds,
            "seeds": self.plan.seeds,
            "scores": {name: scores.to_json() for name, scores in self.scores.items()},
        }


def validate(
    panel: Panel, plan: Plan, settings: Settings | None = None, progress: Progress | None = None
) -> Validation:
    """Predict every figure from the others and score it.

    Only wijken with a shown figure count, and of counts only those with at least 100 youths.

    Parameters
    ----------
    panel
        The figures.
    plan
        Whether wijken or whole gemeenten are held out, in how many folds, how often.
    settings
        Of the model.
    progress
        Called with what is done and which share of the work that is.
    """
    settings = replace(settings or Settings(), draws=2)
    repeated: dict[str, list[Scores]] = {}
    rounds, done = plan.folds * plan.seeds, 0
    scored = scored_wijken(panel)
    if scored.sum() < plan.folds:
        raise InputError(
            _("Er zijn in {year} te weinig wijken met een cijfer om er een deel van te verbergen.").format(
                year=panel.year
            )
        )
    for seed in range(1, plan.seeds + 1):
        fold_of = folds_of(panel, plan, seed)
        pooled: dict[str, _Pool] = {}
        for fold in range(plan.folds):
            hidden = fold_of == fold
            for name, prediction in _predict_fold(panel, settings, hidden, hidden & scored, seed).items():
                pooled.setdefault(name, _Pool(panel.areas.height)).put(prediction, hidden & scored)
            done += 1
            if progress:
                progress(_("Deel {done} van {rounds}").format(done=done, rounds=rounds), done / rounds)
        for name, pool in pooled.items():
            repeated.setdefault(name, []).append(_score_pool(panel, pool.of(scored), scored))
    scores = {name: mean_scores(found) for name, found in repeated.items()}
    return Validation(panel.family, panel.outcome, panel.year, plan, scores)


class _Pool:
    """Predictions of all folds together."""

    def __init__(self, wijken: int) -> None:
        self._rate = np.full(wijken, np.nan)
        self._log_score = np.full(wijken, np.nan)
        self._draws: Floats | None = None

    def put(self, prediction: Prediction, rows: NDArray[np.bool_]) -> None:
        if self._draws is None:
            self._draws = np.full((prediction.draws.shape[0], self._rate.size), np.nan)
        self._rate[rows] = prediction.rate
        self._log_score[rows] = prediction.log_score
        self._draws[:, rows] = prediction.draws

    def of(self, rows: NDArray[np.bool_]) -> Prediction:
        if self._draws is None:
            raise ValueError("nothing was predicted")
        return Prediction(self._rate[rows], self._draws[:, rows], self._log_score[rows])


def scored_wijken(panel: Panel) -> NDArray[np.bool_]:
    """Wijken that are scored: with a shown figure and, of counts, at least 100 youths."""
    shown = np.asarray(panel.status == "shown")
    if panel.family == "scp":
        return shown & np.isfinite(panel.column("published_rate"))
    return shown & (np.nan_to_num(panel.column("youths")) >= _FEWEST_YOUTHS)


def folds_of(panel: Panel, plan: Plan, seed: int) -> NDArray[np.int64]:
    """Number of the fold of each wijk; folds hold equally many wijken, or gemeenten."""
    generator = np.random.default_rng(seed)
    units = panel.areas["area" if plan.hold_out == "wijk" else "gemeente"].to_numpy()
    _names, number = np.unique(units, return_inverse=True)
    fold_of_unit = np.arange(number.max() + 1) % plan.folds
    generator.shuffle(fold_of_unit)
    return np.asarray(fold_of_unit[number], dtype=np.int64)


def _predict_fold(
    panel: Panel,
    settings: Settings,
    hidden: NDArray[np.bool_],
    rows: NDArray[np.bool_],
    seed: int,
) -> dict[str, Prediction]:
    predictions = {}
    for name, levels in ((MODEL, True), (WITHOUT_LEVELS, False)):
        specification = specify(panel, replace(settings, levels=levels), hidden)
        posterior = fit_specification(specification, settings)
        coverage = specification.coverage.share[specification.grouping.gemeente]
        predictions[name] = _prediction(
            panel, posterior.leave_one_out, rows, coverage, specification.scale, seed
        )
    training = _training_set(panel, settings, hidden, seed)
    for name, peer in all_peers().items():
        everything = np.ones(panel.areas.height)
        predictions[name] = _prediction(panel, peer(training), rows, everything, "logit", seed, peer=True)
    return predictions


def _training_set(panel: Panel, settings: Settings, hidden: NDArray[np.bool_], seed: int) -> TrainingSet:
    share = np.clip(np.nan_to_num(panel.column("published_rate"), nan=50.0) / 100.0, _EDGE, 1.0 - _EDGE)
    weight = np.ones(share.size)
    if panel.family == "cbs":
        weight = np.maximum(np.nan_to_num(panel.column("youths")), 1.0)
    train = scored_wijken(panel) & ~hidden
    return TrainingSet(panel, share, weight, train, seed, settings.without_groups)


def _prediction(
    panel: Panel,
    mixture: Mixture,
    rows: NDArray[np.bool_],
    coverage: Floats,
    scale: Scale,
    seed: int,
    peer: bool = False,
) -> Prediction:
    here = Mixture(mixture.mean[:, rows], mixture.sd[:, rows], mixture.weight[:, rows])
    if panel.family == "scp":
        noise = assumed_noise(small_wijken(panel))[rows]
        if peer or scale == "percent":  # their spread holds the noise already
            noise = np.zeros_like(noise)
        return predict_rates(here, panel.column("published_rate")[rows], scale, noise, seed)
    low = panel.column("low")[rows].astype(np.int64)
    high = panel.column("high")[rows].astype(np.int64)
    youths = np.maximum(np.round(panel.column("youths")[rows]), high).astype(np.int64)
    return predict_counts(here, youths, low, high, coverage[rows], seed)


def _score_pool(panel: Panel, prediction: Prediction, scored: NDArray[np.bool_]) -> Scores:
    rate = panel.column("published_rate")[scored]
    if panel.family == "scp":
        return score(prediction, rate, np.ones(rate.size))
    youths = panel.column("youths")[scored]
    return score(prediction, rate, youths, youths)
