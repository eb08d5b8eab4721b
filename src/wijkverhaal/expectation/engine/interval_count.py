# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The likelihood of a published count: a binomial count that is known to lie in an interval.

A published 10 stands for 8 to 12 and a secret one for 0 to 7. With coverage c the count of a
wijk is binomial with chance c p, where p is the rate of all youths and logit p the linear
predictor. The window holds few terms, so they are summed directly on the log scale; nothing
is subtracted, and the tails stay exact. In the natural parameter of the binomial the
derivatives are differences of cumulants: inside the window minus outside it.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numba import njit
from scipy.special import gammaln

from wijkverhaal.expectation.engine.likelihood import LikelihoodTerms
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints

_SMALLEST_WEIGHT = 1e-10


@dataclass(frozen=True)
class IntervalCountLikelihood:
    """Binomial counts known to lie in [low, high].

    Parameters
    ----------
    youths
        Number of youths per wijk, whole numbers. 0 where nothing is known of the count.
    low, high
        Smallest and largest true count that the published one can stand for.
    coverage
        Share of the users that the publisher could place in a wijk, in (0, 1].
    """

    youths: Ints
    low: Ints
    high: Ints
    coverage: Floats

    def __post_init__(self) -> None:
        if (self.low > self.high).any() or (self.low < 0).any() or (self.low > self.youths).any():
            raise ValueError("an interval of counts must lie within 0 and the number of youths")
        if not ((self.coverage > 0) & (self.coverage <= 1)).all():
            raise ValueError("coverage must be above 0 and at most 1")

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        high = np.minimum(self.high, self.youths)
        return LikelihoodTerms(
            *_interval_terms(predictor, self.youths, self.low, high, self.coverage, self._log_choose)
        )

    @cached_property
    def _log_choose(self) -> Floats:
        return _log_choose(self.youths, self.low)

    def start(self) -> float:
        known = self.youths > 0
        if not known.any():
            return -2.0
        middle = 0.5 * (self.low + np.minimum(self.high, self.youths))[known]
        rate = middle.sum() / (self.youths * self.coverage)[known].sum()
        rate = float(np.clip(rate, 1e-4, 0.9))
        return float(np.log(rate / (1.0 - rate)))


def _log_choose(total: Ints, chosen: Ints) -> Floats:
    result: Floats = gammaln(total + 1.0) - gammaln(chosen + 1.0) - gammaln(total - chosen + 1.0)
    return result


@njit(cache=True, nogil=True)  # pragma: no cover
def _interval_terms(
    predictor: Floats, youths: Ints, low: Ints, high: Ints, coverage: Floats, constant: Floats
) -> tuple[Floats, Floats, Floats, Floats]:
    size = predictor.size
    value, slope = np.zeros(size), np.zeros(size)
    weight, weight_slope = np.zeros(size), np.zeros(size)
    for i in range(size):
        n = youths[i]
        if n == 0:
            continue
        c = coverage[i]
        p = 1.0 / (1.0 + np.exp(-predictor[i]))
        complement = 1.0 / (1.0 + np.exp(predictor[i]))
        q = c * p
        log_q, log_rest = np.log(c) - np.log1p(np.exp(-predictor[i])), np.log1p(-q)
        if predictor[i] < -700.0:
            log_q = np.log(c) + predictor[i]
        if c == 1.0:  # 1 - q cancels near one
            log_rest = -np.log1p(np.exp(predictor[i])) if predictor[i] < 700.0 else -predictor[i]
        natural = log_q - log_rest
        rest = np.exp(log_rest)
        # sum of the window, relative to its largest term
        term = constant[i] + low[i] * log_q + (n - low[i]) * log_rest
        first = term
        largest = term
        for k in range(low[i], high[i]):
            term += natural + np.log((n - k) / (k + 1.0))
            if term > largest:
                largest = term
        total, m1, m2, m3 = 0.0, 0.0, 0.0, 0.0
        term = first
        for k in range(low[i], high[i] + 1):
            share = np.exp(term - largest)
            d = float(k - low[i])
            total += share
            m1 += share * d
            m2 += share * d * d
            m3 += share * d * d * d
            if k < high[i]:
                term += natural + np.log((n - k) / (k + 1.0))
        m1, m2, m3 = m1 / total, m2 / total, m3 / total
        second = m2 - m1 * m1
        third = m3 - 3.0 * m1 * m2 + 2.0 * m1 * m1 * m1
        d1 = low[i] + m1 - n * q
        d2 = second - n * q * rest
        d3 = third - n * q * rest * (1.0 - 2.0 * q)
        # from the natural parameter logit(c p) to the linear predictor logit(p)
        spread = p * complement
        r1, r2, r3 = 1.0, 0.0, 0.0
        if c < 1.0:  # with full coverage the two are one, and 1 - q may be too small to divide by
            r1 = complement / rest
            r2 = -(1.0 - c) * spread / (rest * rest)
            r3 = -(1.0 - c) * (
                spread * (1.0 - 2.0 * p) / (rest * rest) + 2.0 * c * spread * spread / (rest * rest * rest)
            )
        value[i] = largest + np.log(total)
        slope[i] = d1 * r1
        weight[i] = -(d2 * r1 * r1 + d1 * r2)
        weight_slope[i] = -(d3 * r1 * r1 * r1 + 3.0 * d2 * r1 * r2 + d1 * r3)
        if weight[i] < _SMALLEST_WEIGHT:
            weight[i] = _SMALLEST_WEIGHT
            weight_slope[i] = 0.0
    return value, slope, weight, weight_slope
