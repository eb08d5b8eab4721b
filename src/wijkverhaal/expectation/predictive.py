# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Predictive distributions of held-out figures, whoever made them, and how well they did.

Every predictor gives the same thing: for each wijk a mixture of normal distributions of the
linear predictor. The scores follow from that mixture, so that no predictor is scored otherwise
than another.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logsumexp

from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.posterior import LeaveOneOut
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.published_prediction import draw_predictor, published_value
from wijkverhaal.expectation.rate_scale import rate_of
from wijkverhaal.expectation.settings import Scale

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(41)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_DRAWS = 1000

#: A mixture of normals per wijk: mean, sd and weight, each of shape (components, wijken).
Mixture = LeaveOneOut


def single(mean: Floats, sd: float) -> Mixture:
    """One normal per wijk."""
    return Mixture(mean[None, :], np.full((1, mean.size), sd), np.ones((1, mean.size)))


@dataclass(frozen=True)
class Prediction:
    """What a predictor says of some wijken: rates in percent.

    Attributes
    ----------
    rate : ndarray of shape (wijken,)
        Mean of the predicted published rate.
    draws : ndarray of shape (draws, wijken)
        Of the published rate.
    log_score : ndarray of shape (wijken,)
        Log of the chance, or density per percentage point, of what was published.
    """

    rate: Floats
    draws: Floats
    log_score: Floats


def predict_counts(
    mixture: Mixture, youths: Ints, low: Ints, high: Ints, coverage: Floats, seed: int
) -> Prediction:
    """Prediction of published counts, each known to lie in an interval."""
    generator = np.random.default_rng(seed)
    chance = coverage * expit(draw_predictor(mixture, _DRAWS, generator))
    counts = generator.binomial(youths, chance)
    published = published_value(counts) + generator.uniform(-0.5, 0.5, counts.shape)
    rate = np.zeros(youths.size)
    for k in range(mixture.mean.shape[0]):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            rate += mixture.weight[k] * weight * coverage * expit(mixture.mean[k] + mixture.sd[k] * node)
    log_score = log_score_of_counts(mixture, youths, low, high, coverage)
    return Prediction(100.0 * rate, 100.0 * published / youths, log_score)


def log_score_of_counts(mixture: Mixture, youths: Ints, low: Ints, high: Ints, coverage: Floats) -> Floats:
    """Log of the chance of each published count."""
    likelihood = IntervalCountLikelihood(youths, low, high, coverage)
    pieces = []
    for k in range(mixture.mean.shape[0]):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            value = likelihood.terms(mixture.mean[k] + mixture.sd[k] * node).value
            with np.errstate(divide="ignore"):
                pieces.append(value + np.log(mixture.weight[k] * weight))
    return np.asarray(logsumexp(np.array(pieces), axis=0))


def predict_rates(mixture: Mixture, rate: Floats, scale: Scale, noise: Floats, seed: int) -> Prediction:
    """Prediction of published percentages, whose sampling noise is added to the predictor's spread."""
    noisy = _noisy(mixture, noise)
    generator = np.random.default_rng(seed)
    draws = rate_of(draw_predictor(noisy, _DRAWS, generator), scale)
    mean = np.zeros(rate.size)
    for k in range(noisy.mean.shape[0]):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            mean += noisy.weight[k] * weight * rate_of(noisy.mean[k] + noisy.sd[k] * node, scale)
    return Prediction(mean, draws, log_score_of_rates(mixture, rate, scale, noise))


def log_score_of_rates(mixture: Mixture, rate: Floats, scale: Scale, noise: Floats) -> Floats:
    """Log density, per percentage point, of each published percentage."""
    noisy = _noisy(mixture, noise)
    if scale == "percent":
        place, jacobian = rate, np.zeros(rate.size)
    else:
        share = np.clip(rate / 100.0, 1e-3, 1.0 - 1e-3)
        place, jacobian = np.log(share / (1.0 - share)), -np.log(share * (1.0 - share)) - np.log(100.0)
    away = (place - noisy.mean) / noisy.sd
    density = -0.5 * away**2 - np.log(noisy.sd) - 0.5 * np.log(2.0 * np.pi)
    with np.errstate(divide="ignore"):
        return np.asarray(logsumexp(density + np.log(noisy.weight), axis=0) + jacobian)


def _noisy(mixture: Mixture, noise: Floats) -> Mixture:
    return Mixture(mixture.mean, np.sqrt(mixture.sd**2 + noise**2), mixture.weight)
