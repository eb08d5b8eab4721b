# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the model is held against: simpler predictors, and a well-known tree learner.

Each gives a mean on the logit of the published rate; the spread around it is one number, fitted
to the figures it was trained on (for trees, to a part that was kept aside).
"""

import importlib.util
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from wijkverhaal.expectation.determinants import determinants_of
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.grouping import Grouping
from wijkverhaal.expectation.predictive import Mixture, single
from wijkverhaal.figures.panel import Panel

_STEPS = 25
_RIDGE = 1e-3
_ASIDE = 0.2
_TREES = {
    "objective": "regression",
    "learning_rate": 0.03,
    "num_leaves": 15,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.6,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "verbosity": -1,
    "num_threads": 1,
}
_ROUNDS = 400
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(15)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


@dataclass(frozen=True)
class TrainingSet:
    """Published rates as shares in (0, 1), with weights; `train` says which may be looked at."""

    panel: Panel
    share: Floats
    weight: Floats
    train: NDArray[np.bool_]
    seed: int
    without_groups: frozenset[str] = frozenset()

    @property
    def logit(self) -> Floats:
        return np.asarray(np.log(self.share / (1.0 - self.share)))


class Peer(Protocol):
    """A predictor: a mixture of the logit of the published rate for every wijk."""

    def __call__(self, figures: TrainingSet) -> Mixture: ...


def national_mean(figures: TrainingSet) -> Mixture:
    """The same rate everywhere."""
    train = figures.train
    rate = np.average(figures.share[train], weights=figures.weight[train])
    mean = np.full(figures.share.size, np.log(rate / (1.0 - rate)))
    return _around(mean, _spread(figures, mean, train))


def population_glm(figures: TrainingSet) -> Mixture:
    """A logistic regression on the determinants, with medians for what is missing."""
    matrix = determinants_of(figures.panel, figures.without_groups, plain=True).matrix
    design = np.column_stack([np.ones(matrix.shape[0]), matrix])
    train, weight = figures.train, figures.weight / figures.weight[figures.train].mean()
    rate = np.average(figures.share[train], weights=weight[train])
    coefficients = np.zeros(design.shape[1])
    coefficients[0] = np.log(rate / (1.0 - rate))
    x, y, w = design[train], figures.share[train], weight[train]
    for _step in range(_STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ coefficients))
        information = x.T @ (x * (w * p * (1.0 - p))[:, None]) + _RIDGE * np.eye(x.shape[1])
        change = np.linalg.solve(information, x.T @ (w * (y - p)) - _RIDGE * coefficients)
        coefficients += change
        if np.abs(change).max() < 1e-10:
            break
    mean = design @ coefficients
    return _around(mean, _spread(figures, mean, train))


def lightgbm_installed() -> bool:
    return importlib.util.find_spec("lightgbm") is not None


def lightgbm_with_region(figures: TrainingSet) -> Mixture:
    """Gradient-boosted trees on the indicators as published, with the region as a category."""
    import lightgbm

    grouping = Grouping.of(figures.panel)
    used = [indicator.group not in figures.without_groups for indicator in figures.panel.indicators]
    features = np.column_stack([figures.panel.values[:, used], grouping.region])
    category = [features.shape[1] - 1]
    generator = np.random.default_rng(figures.seed)
    aside = figures.train & (generator.random(figures.train.size) < _ASIDE)
    parameters = {**_TREES, "seed": figures.seed, "deterministic": True}

    def fit(rows: NDArray[np.bool_]) -> Floats:
        data = lightgbm.Dataset(
            features[rows], figures.share[rows], weight=figures.weight[rows], categorical_feature=category
        )
        share = lightgbm.train(parameters, data, num_boost_round=_ROUNDS).predict(features)
        clipped = np.clip(share, 1e-3, 1.0 - 1e-3)
        return np.asarray(np.log(clipped / (1.0 - clipped)))

    return _around(fit(figures.train), _spread(figures, fit(figures.train & ~aside), aside))


def _around(logit: Floats, sd: float) -> Mixture:
    """A normal of the logit whose mean rate is the peer's: the logistic curve is bent."""
    rate = 1.0 / (1.0 + np.exp(-logit))
    middle = logit.copy()
    for _step in range(_STEPS):
        drawn = 1.0 / (1.0 + np.exp(-(middle[:, None] + sd * _NODES)))
        surplus = drawn @ _WEIGHTS - rate
        middle -= surplus / ((drawn * (1.0 - drawn)) @ _WEIGHTS)
        if np.abs(surplus).max() < 1e-10:
            break
    return single(middle, sd)


def _spread(figures: TrainingSet, mean: Floats, rows: NDArray[np.bool_]) -> float:
    """Standard deviation of the true logits around the mean, with binomial noise taken out."""
    residual = (figures.logit - mean)[rows]
    noise = 1.0 / np.maximum(figures.weight * figures.share * (1.0 - figures.share), 1.0)[rows]
    if figures.panel.family == "scp":  # weights are not numbers of youths there
        noise = np.zeros_like(residual)

    def surprise(log_sd: float) -> float:
        variance = np.exp(2.0 * log_sd) + noise
        return float((np.log(variance) + residual**2 / variance).sum())

    found = minimize_scalar(surprise, bounds=(-5.0, 1.0), method="bounded")
    return float(np.exp(found.x))


def all_peers() -> dict[str, Peer]:
    """The peers by name; LightGBM only where it is installed."""
    peers: dict[str, Peer] = {"national_mean": national_mean, "population_glm": population_glm}
    if lightgbm_installed():
        peers["lightgbm_region"] = lightgbm_with_region
    return peers
