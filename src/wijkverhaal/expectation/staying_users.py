# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Users who stay: the chance in the counts of two years is for a part the same chance.

A child that has care in one year often has it in the next. The counts of a wijk in two years are
then not two independent draws around its rate: what was by chance too high stays too high. Fitted
as independent, two years would seem to say twice as much as one. So the noise of a count, of
variance v, is split: a share kappa is an effect that the wijk keeps over the years of the series
(known spread, no part of its rate), the rest is drawn anew every year, by raising the likelihood to
the power 1 / (1 - kappa). One year by itself then knows what it always knew; the correlation of the
noise of two years is kappa.

kappa is found from the wijken with a shown count in two years that follow each other: the squares
of their changes, apart from what the whole gemeente changed, are regressed on the variance that
independent counts would have (slope 1 - kappa) and on the square of the count (real changes).
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from wijkverhaal.expectation.engine.likelihood import Likelihood, LikelihoodTerms
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.observed_year import ObservedYear
from wijkverhaal.expectation.series import Units

_ROUNDING_VARIANCE = 2.0  # of a count shown in multiples of five
_FEWEST_PAIRS = 50
_FEWEST_IN_GEMEENTE = 4
_MOST = 0.9
_REWEIGHTINGS = 5
_SHRINK = 300.0  # youths: how much the typical rate weighs in a wijk's own, for the variance only


@dataclass(frozen=True)
class TemperedLikelihood:
    """A likelihood raised to a power."""

    likelihood: Likelihood
    power: float

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        return LikelihoodTerms(*(self.power * part for part in self.likelihood.terms(predictor)))

    def start(self) -> float:
        return self.likelihood.start()


@dataclass(frozen=True)
class StayingUsers:
    """What the counts of several years have in common by chance.

    Attributes
    ----------
    share
        kappa, from 0 to 0.9.
    sd : ndarray of shape (units,)
        Spread on the logit of what a wijk keeps.
    unit : int array of shape (observations,)
        Number of the wijk of each observation.
    """

    share: float
    sd: Floats
    unit: Ints


def staying_users(years: Sequence[ObservedYear], wijken: Units) -> StayingUsers:
    """kappa and the spread that belongs to it, for a series of counts."""
    pairs = [
        _squared_changes(before, after, wijken.unit[k], wijken.unit[k + 1])
        for k, (before, after) in enumerate(itertools.pairwise(years))
    ]
    unit = np.concatenate(wijken.unit)
    squares, chance, size = (np.concatenate([pair[k] for pair in pairs]) for k in range(3))
    share = 0.0
    if squares.size >= _FEWEST_PAIRS:
        share = float(np.clip(1.0 - _slope(squares, chance, size), 0.0, _MOST))
    information = np.zeros(wijken.count)
    times = np.bincount(unit, minlength=wijken.count)
    for year, own in zip(years, wijken.unit, strict=True):
        information += np.bincount(own, _information(year), wijken.count)
    information = np.maximum(information / np.maximum(times, 1), 0.5)
    return StayingUsers(share, np.sqrt(max(share, 1e-6) / information), unit)


def _slope(squares: Floats, chance: Floats, size: Floats) -> float:
    """How much of the chance of two independent counts is in their change.

    A squared change has a spread in proportion to its own mean; the weights follow from the fit.
    """
    columns, target = np.column_stack([np.ones(squares.size), size**2 / chance]), squares / chance
    weight = np.ones(squares.size)
    slopes = np.ones(2)
    for _step in range(_REWEIGHTINGS):
        slopes = nnls(columns * weight[:, None], target * weight)[0]
        weight = 1.0 / np.maximum(columns @ slopes, 0.05)
    return float(slopes[0])


def _rate(year: ObservedYear) -> tuple[Floats, Floats, Floats]:
    """Youths, shown count (NaN elsewhere) and a steadied rate of being counted."""
    youths = np.nan_to_num(year.panel.column("youths"))
    shown = year.observed & (year.panel.status == "shown")
    count = np.where(shown, year.panel.column("published"), np.nan)
    typical = float(np.nansum(count)) / max(float(youths[shown].sum()), 1.0)
    own = (np.nan_to_num(count) * shown + _SHRINK * typical) / (youths * shown + _SHRINK)
    return youths, count, np.clip(own, 1e-4, 0.95)


def _information(year: ObservedYear) -> Floats:
    """Of a count on the logit of its rate: one over the variance of its chance."""
    youths, _count, rate = _rate(year)
    return np.asarray(youths * rate * (1.0 - rate))


def _squared_changes(
    before: ObservedYear, after: ObservedYear, unit_before: Ints, unit_after: Ints
) -> tuple[Floats, Floats, Floats]:
    """Per wijk with two shown counts: squared change, its variance by chance alone, and its size."""
    _same, first, second = np.intersect1d(unit_before, unit_after, return_indices=True)
    youths_b, count_b, rate_b = (values[first] for values in _rate(before))
    youths_a, count_a, rate_a = (values[second] for values in _rate(after))
    codes = np.array(after.grouping.gemeenten)[after.grouping.gemeente[second]]
    shown = np.isfinite(count_b) & np.isfinite(count_a) & (youths_b > 0) & (youths_a > 0)
    _codes, gemeente = np.unique(codes, return_inverse=True)
    there = np.bincount(gemeente, shown)
    keep = shown & (there[gemeente] >= _FEWEST_IN_GEMEENTE)
    if not keep.any():
        return np.zeros(0), np.zeros(0), np.zeros(0)
    expected = np.where(keep, youths_a * rate_b, 0.0)
    count_a, count_b = np.where(keep, count_a, 0.0), np.where(keep, count_b, 0.0)
    scaled = np.where(keep, count_b * youths_a / np.maximum(youths_b, 1.0), 0.0)
    total_a, total_b = np.bincount(gemeente, count_a), np.bincount(gemeente, scaled)
    ratio = (total_a / np.maximum(total_b, 1.0))[gemeente]
    growth = ratio * youths_a / np.maximum(youths_b, 1.0)
    change = count_a - growth * count_b
    # a wijk that makes up much of its gemeente takes part of the change with it
    own = 1.0 - np.where(keep, scaled, 0.0) / np.maximum(total_b, 1.0)[gemeente]
    by_chance = youths_b * rate_b * (1 - rate_b) * growth**2 + youths_a * rate_a * (1 - rate_a)
    squares = change**2 / np.maximum(own, 0.1) - _ROUNDING_VARIANCE * (1.0 + growth**2)
    return squares[keep], by_chance[keep], expected[keep]
