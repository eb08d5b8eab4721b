# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explanation: the distance of a wijk's rate from the country's, split into parts that add up.

In every draw the linear predictor of a wijk is a sum of parts: the groups of determinants, the
gemeente, the region and the wijk itself. Along the straight line from the country's predictor to
the wijk's, each part's share of the rate distance (Aumann and Shapley 1974) is its own distance
times one slope, the rate distance over the predictor distance: exact, symmetric, and blind to the
order of the parts.

Each part is measured from its mean over the country, with youths times that slope as weights.
With those weights the parts of the country's own predictor add up to exactly the logit of the
country's rate, and every part's contributions to numbers of youths cancel over the country.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.answers import Answers, balance_weights
from wijkverhaal.expectation.effect_draws import all_effect_draws
from wijkverhaal.expectation.engine.posterior import Posterior
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.rate_scale import predictor_of
from wijkverhaal.expectation.settings import Scale
from wijkverhaal.expectation.specification import Specification

UNEXPLAINED = "unexplained"
_BLOCK = 500
_TAILS = (0.05, 0.95)


@dataclass(frozen=True)
class Explanation:
    """Parts of every wijk's distance from the country, in percentage points.

    Attributes
    ----------
    parts : tuple of str
        Groups of indicators, then "gemeente", "jeugdregio" and "unexplained", those that there are.
    effect, low, high : ndarray of shape (parts, wijken)
        Mean over the draws and 90% bounds.
    total : ndarray of shape (wijken,)
        Mean of the distance: the actual rate minus the country's.
    country_rate : float
        Percent of all youths, mean over the draws.
    """

    parts: tuple[str, ...]
    effect: Floats
    low: Floats
    high: Floats
    total: Floats
    country_rate: float


def explain(specification: Specification, posterior: Posterior, answers: Answers) -> Explanation:
    """Split the distance of every wijk from the country."""
    weights = balance_weights(specification)
    country = answers.actual @ weights / weights.sum()  # per draw
    distance = answers.actual - country[:, None]
    slope = _slopes(answers.actual, country, specification.scale)
    pull = slope * weights
    pull /= pull.sum(1, keepdims=True)
    names, effects, lows, highs = [], [], [], []
    for name, part in _parts(specification, posterior):
        contribution = slope * (part - (pull * part).sum(1, keepdims=True))
        names.append(name)
        effects.append(contribution.mean(0))
        low, high = _bounds(contribution)
        lows.append(low)
        highs.append(high)
    return Explanation(
        tuple(names),
        np.array(effects),
        np.array(lows),
        np.array(highs),
        distance.mean(0),
        float(country.mean()),
    )


def _parts(specification: Specification, posterior: Posterior) -> Iterator[tuple[str, Floats]]:
    """Name and draws, shape (draws, wijken), of each part of the linear predictor."""
    coefficients = specification.own_coefficients(posterior.draws.fixed)[:, 1:]
    for group in specification.determinants.groups:
        columns = specification.determinants.of_group(group)
        yield group, coefficients[:, columns] @ specification.determinants.matrix[:, columns].T
    effects = all_effect_draws(specification, posterior)
    for label, effect in (("gemeente", effects.gemeente), ("region", effects.jeugdregio)):
        if effect is not None:
            yield label, effect
    yield UNEXPLAINED, effects.wijk


def _slopes(rate: Floats, country: Floats, scale: Scale) -> Floats:
    """Rate distance over predictor distance; the tangent where the two are one."""
    if scale == "percent":
        return np.ones_like(rate)
    along = predictor_of(rate, scale) - predictor_of(country, scale)[:, None]
    distance = rate - country[:, None]
    tangent = rate * (100.0 - rate) / 100.0
    near = np.abs(along) < 1e-7
    return np.where(near, tangent, distance / np.where(near, 1.0, along))


def _bounds(draws: Floats) -> tuple[Floats, Floats]:
    """90% bounds per column, a block of columns at a time to spare memory."""
    blocks = [
        np.quantile(draws[:, start : start + _BLOCK], _TAILS, axis=0)
        for start in range(0, draws.shape[1], _BLOCK)
    ]
    low, high = np.concatenate(blocks, axis=1)
    return low, high
