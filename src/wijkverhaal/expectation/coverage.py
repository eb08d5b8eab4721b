# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coverage: the share of a gemeente's users that CBS could place in a wijk.

Wijk rows do not add up to their gemeente, because some users have no known address. Where the
gemeente's total is published, coverage is the placed users over that total; what stays uncertain
is what rounding and secrecy hide. Where it is not, it follows from the gemeenten that are known,
those in the same region first, by a small model of its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import poisson

from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.posterior import LeaveOneOut, fit
from wijkverhaal.expectation.engine.prior import CoefficientPrior, ExponentialScalePrior
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.figures.published_count import LARGEST_SECRET

_LOWEST, _HIGHEST = 0.05, 0.995
#: A total outside these does not belong to the wijken that are there (a gemeente given in part, a
#: total of another year); real coverage runs from a third to one.
_BELIEVABLE = (0.2, 1.2)
_ROUNDING_VARIANCE = 2.0  # of a count that is anywhere from two below to two above what is shown
_SMALLEST_SD = 0.003
_RATE_SPREAD = 0.3  # relative spread of the rate between wijken of one gemeente
_FEWEST_KNOWN = 5
_HEAVIEST = 2.0
_LARGE_PART = 0.3  # of the youths of its gemeente: above it a wijk's own count weighs in the coverage
_TYPICAL, _TYPICAL_SD = 0.88, 0.13  # CBS 2021 and 2022: 12 to 13% of users are in no wijk


@dataclass(frozen=True)
class Coverage:
    """Coverage per gemeente.

    Attributes
    ----------
    share : ndarray of shape (gemeenten,)
        In (0, 1].
    sd : ndarray of shape (gemeenten,)
        Standard deviation of the logarithm of the share.
    known : ndarray of bool
        Where the gemeente's total was published.
    own_share, own_sd : ndarray of shape (wijken,)
        The share as known without the wijk's own count, and the sd of its logarithm that comes on
        top; it differs only where a wijk makes up much of its gemeente.
    """

    share: Floats
    sd: Floats
    known: NDArray[np.bool_]
    own_share: Floats
    own_sd: Floats

    @classmethod
    def complete(cls, gemeenten: int, wijken: int) -> "Coverage":
        """Every user is in a wijk."""
        nothing = np.full(gemeenten, _SMALLEST_SD)
        everything = np.ones(gemeenten, dtype=bool)
        return cls(np.ones(gemeenten), nothing, everything, np.ones(wijken), np.zeros(wijken))


def estimate_coverage(
    youths: Floats,
    published: Floats,
    has_row: NDArray[np.bool_],
    gemeente: Ints,
    totals: Floats,
    region_of_gemeente: Ints,
) -> Coverage:
    """Coverage of each gemeente.

    Parameters
    ----------
    youths, published, has_row, gemeente
        Per wijk: youths, the published count (NaN where secret or without a row), whether there is
        a row, and the number of its gemeente.
    totals, region_of_gemeente
        Per gemeente: published total (NaN where there is none) and the number of its region.
    """
    size = np.bincount(gemeente, weights=youths, minlength=totals.size)
    users, variance = _placed_users(youths, published, has_row, (totals / np.maximum(size, 1.0))[gemeente])
    seen_youths = np.bincount(gemeente, weights=youths * has_row, minlength=totals.size)
    placed = np.bincount(gemeente, users, totals.size).astype(np.float64)
    uncertain = np.asarray(
        np.bincount(gemeente, variance, totals.size) + _ROUNDING_VARIANCE, dtype=np.float64
    )
    share, sd = _share(placed, uncertain, seen_youths / np.maximum(size, 1.0), totals)
    placed_share = placed / np.maximum(np.nan_to_num(totals) * seen_youths / np.maximum(size, 1.0), 1.0)
    known = np.isfinite(totals) & (placed > 0)
    known &= (_BELIEVABLE[0] <= placed_share) & (placed_share <= _BELIEVABLE[1])
    if not known.all():
        typical, typical_sd = _expected_coverage(share, sd, known, region_of_gemeente)
        share, sd = np.where(known, share, typical), np.where(known, sd, typical_sd)

    # the same, as known without the own count of a wijk that makes up much of its gemeente
    part = youths * has_row / np.maximum(seen_youths, 1.0)[gemeente]
    large = has_row & known[gemeente] & (part > _LARGE_PART)
    dominated = np.bincount(gemeente, large, totals.size) > 0
    own_share, own_sd = share[gemeente].copy(), np.zeros(youths.size)
    if large.any():
        of = gemeente[large]
        rest, rest_sd = _share(
            placed[of] - users[large],
            uncertain[of] - variance[large],
            (seen_youths[of] - youths[large]) / np.maximum(size[of], 1.0),
            totals[of],
        )
        typical, typical_sd = _expected_coverage(share, sd, known & ~dominated, region_of_gemeente)
        surer = rest_sd < typical_sd[of]
        own_share[large] = np.where(surer, rest, typical[of])
        own_sd[large] = np.where(surer, rest_sd, typical_sd[of])
    return Coverage(share, sd, known, own_share, own_sd)


def _share(placed: Floats, uncertain: Floats, seen: Floats, totals: Floats) -> tuple[Floats, Floats]:
    """Placed users over the total of the part of the gemeente that is seen, and its relative sd.

    Of a gemeente that is seen in part, the total belongs for a part to wijken without a row.
    """
    share = placed / np.maximum(np.nan_to_num(totals) * np.maximum(seen, 1e-3), 1.0)
    relative = np.sqrt(np.maximum(uncertain, 0.0)) / np.maximum(placed, 1.0)
    sd = np.maximum(np.hypot(relative, _RATE_SPREAD * (1.0 - seen)), _SMALLEST_SD)
    return np.clip(share, _LOWEST, 1.0), sd


def _placed_users(
    youths: Floats, published: Floats, has_row: NDArray[np.bool_], rate_of_gemeente: Floats
) -> tuple[Floats, Floats]:
    """Users per wijk, with what is expected of a secret count, and the variance of either.

    A secret count is expected at the country's rate, or at its gemeente's own where that is lower.
    """
    shown = has_row & np.isfinite(published)
    secret = has_row & ~np.isfinite(published)
    national = published[shown].sum() / max(float(youths[shown].sum()), 1.0)
    rate = np.fmin(national, _TYPICAL * rate_of_gemeente)
    counts = np.arange(LARGEST_SECRET + 1)[:, None]
    chances = poisson.pmf(counts, np.maximum(youths * rate, 1e-6))
    total = chances.sum(0)
    chances = np.where(total > 1e-300, chances / np.maximum(total, 1e-300), counts == LARGEST_SECRET)
    mean = (counts * chances).sum(0)
    variance = (counts**2 * chances).sum(0) - mean**2 + (_RATE_SPREAD * mean) ** 2
    users = np.where(shown, np.nan_to_num(published), np.where(secret, mean, 0.0))
    return users, np.where(shown, _ROUNDING_VARIANCE, np.where(secret, variance, 0.0))


def _expected_coverage(
    share: Floats, sd: Floats, known: NDArray[np.bool_], region: Ints
) -> tuple[Floats, Floats]:
    """Median of the share, and sd of its logarithm, as the known gemeenten foretell it."""
    gemeenten = share.size
    if known.sum() < _FEWEST_KNOWN:
        return np.full(gemeenten, _TYPICAL), np.full(gemeenten, _TYPICAL_SD)
    response = np.where(known, np.log(np.clip(share, _LOWEST, _HIGHEST)), np.nan)
    prior = ExponentialScalePrior(upper=0.5)
    model = LatentGaussianModel(
        PublishedRateLikelihood(response, np.maximum(sd, 0.01)),
        np.ones((gemeenten, 1)),
        CoefficientPrior().precisions(1),
        [
            Member(IndependentEffect("gemeente", gemeenten, prior, 0.1), np.arange(gemeenten)),
            Member(IndependentEffect("jeugdregio", int(region.max()) + 1, prior, 0.05), region),
        ],
    )
    posterior = fit(model, draws=2)
    mean = posterior.weights @ posterior.predictor_mean
    variance = posterior.weights @ posterior.predictor_variance
    spread = np.sqrt(variance) * _heavier_tails(posterior.leave_one_out, response)
    return np.minimum(np.exp(mean), _HIGHEST), spread


def _heavier_tails(without: LeaveOneOut, response: Floats) -> float:
    """How much further known gemeenten lie from what the others foretell than a normal spread says.

    A few gemeenten place hardly half of their users, so that coverage has a long tail. Rounding and
    secrecy of the known shares count along: what is foretold is a published share too.
    """
    known = np.isfinite(response)
    mean = (without.weight * without.mean).sum(0)
    variance = (without.weight * (without.sd**2 + without.mean**2)).sum(0) - mean**2
    away = (response - mean)[known] / np.sqrt(variance[known])
    return float(np.clip(np.sqrt(np.mean(away**2)), 1.0, _HEAVIEST))
