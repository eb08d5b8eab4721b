# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers about every wijk: expected for its population, expected here, and actual.

All are made from the same joint draws, so that a difference has an interval of its own. What is
expected averages over the effects that are not looked at, instead of setting them to zero: the
average wijk is not the wijk with an average effect, since the logistic curve is bent. One shift
of the intercept for each expectation lets the expected numbers of youths add up to the actual.
"""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.effect_draws import all_effect_draws
from wijkverhaal.expectation.engine.posterior import Posterior
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.rate_scale import mean_rate, rate_of
from wijkverhaal.expectation.specification import Specification
from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

_STEPS = 50
_CLOSE = 1e-12


@dataclass(frozen=True)
class Answers:
    """Draws of rates in percent, each of shape (draws, wijken).

    Attributes
    ----------
    expected_population
        For a wijk with this population in the average gemeente.
    expected_here
        For such a wijk in this gemeente and region.
    actual
        For this wijk.
    shift_population, shift_here
        The shifts of the intercept.
    """

    expected_population: Floats
    expected_here: Floats
    actual: Floats
    shift_population: float
    shift_here: float


def population_predictor(specification: Specification, posterior: Posterior) -> Floats:
    """Intercept and determinants, shape (draws, wijken)."""
    return posterior.draws.fixed @ specification.model.design[specification.rows].T


def answers_of(specification: Specification, posterior: Posterior) -> Answers:
    """Draws of the three answers."""
    effects = all_effect_draws(specification, posterior)
    population = population_predictor(specification, posterior)
    here = population.copy()
    for effect in (effects.gemeente, effects.jeugdregio):
        if effect is not None:
            here += effect
    actual = rate_of(here + effects.wijk, specification.scale)
    expected_population, shift_population = _balanced(specification, population, effects.all_sd, actual)
    expected_here, shift_here = _balanced(specification, here, effects.wijk_sd, actual)
    return Answers(expected_population, expected_here, actual, shift_population, shift_here)


def _balanced(
    specification: Specification, predictor: Floats, sd: Floats, actual: Floats
) -> tuple[Floats, float]:
    """Expected rates with the shift at which they add up to the actual ones, over wijken with a count."""
    shown = specification.shown
    weights = balance_weights(specification)[shown]
    target = float((weights * actual[:, shown].mean(0)).sum())
    subset = np.ascontiguousarray(predictor[:, shown])

    def surplus(shift: float) -> float:
        expected = mean_rate(subset + shift, sd, specification.scale).mean(0)
        return float((weights * expected).sum()) - target

    shift = _root(surplus, target)
    return mean_rate(predictor + shift, sd, specification.scale), shift


def balance_weights(specification: Specification) -> Floats:
    """Youths per wijk, or one each where they are not known."""
    return specification.weights


def _root(surplus, target: float) -> float:  # type: ignore[no-untyped-def]
    """The shift at which there is no surplus, by the secant method."""
    before, after = 0.0, 1e-3
    f_before, f_after = surplus(before), surplus(after)
    for _step in range(_STEPS):
        if abs(f_after) <= _CLOSE * abs(target) or f_after == f_before:
            return after
        following = after - f_after * (after - before) / (f_after - f_before)
        before, f_before = after, f_after
        after, f_after = following, surplus(following)
    raise FitError(
        _("De verwachte en de werkelijke aantallen zijn niet op elkaar af te stemmen; controleer de cijfers.")
    )
