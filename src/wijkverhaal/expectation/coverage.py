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

from wijkverhaal.expectation.effect import IndependentEffect
from wijkverhaal.expectation.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.posterior import fit
from wijkverhaal.expectation.prior import CoefficientPrior, ExponentialScalePrior
from wijkverhaal.expectation.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.sparse_kernels import Floats, Ints

_LOWEST, _HIGHEST = 0.05, 0.995
_SECRET_TOP = 7
#: A total outside these does not belong to the wijken that are there (a gemeente given in part, a
#: total of another year); real coverage runs from a third to one.
_BELIEVABLE = (0.2, 1.2)
_ROUNDING_VARIANCE = 2.0  # of a count that is anywhere from two below to two above what is shown
_SMALLEST_SD = 0.003
_RATE_SPREAD = 0.3  # relative spread of the rate between wijken of one gemeente
_FEWEST_KNOWN = 5
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
    """

    share: Floats
    sd: Floats
    known: NDArray[np.bool_]

    @classmethod
    def complete(cls, gemeenten: int) -> "Coverage":
        """Every user is in a wijk."""
        return cls(np.ones(gemeenten), np.full(gemeenten, _SMALLEST_SD), np.ones(gemeenten, dtype=bool))


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
    placed, uncertain = _placed_users(youths, published, has_row, gemeente, totals.size)
    size = np.bincount(gemeente, weights=youths, minlength=totals.size)
    seen = np.bincount(gemeente, weights=youths * has_row, minlength=totals.size) / np.maximum(size, 1.0)
    # of a gemeente that is seen in part, the total belongs for a part to wijken without a row
    placed_share = placed / np.maximum(np.nan_to_num(totals) * np.maximum(seen, 1e-3), 1.0)
    known = np.isfinite(totals) & (placed > 0) & (_BELIEVABLE[0] <= placed_share)
    known &= placed_share <= _BELIEVABLE[1]
    share = np.clip(placed_share, _LOWEST, 1.0)
    relative = np.sqrt(uncertain) / np.maximum(placed, 1.0)
    sd = np.maximum(np.hypot(relative, _RATE_SPREAD * (1.0 - seen)), _SMALLEST_SD)
    if known.all():
        return Coverage(share, sd, known)
    typical, typical_sd = _expected_coverage(share, known, region_of_gemeente)
    return Coverage(np.where(known, share, typical), np.where(known, sd, typical_sd), known)


def _placed_users(
    youths: Floats, published: Floats, has_row: NDArray[np.bool_], gemeente: Ints, gemeenten: int
) -> tuple[Floats, Floats]:
    """Users in wijken per gemeente, with what is expected of the secret ones, and the variance."""
    shown = has_row & np.isfinite(published)
    secret = has_row & ~np.isfinite(published)
    rate = published[shown].sum() / max(float(youths[shown].sum()), 1.0)
    counts = np.arange(_SECRET_TOP + 1)[:, None]
    chances = poisson.pmf(counts, np.maximum(youths * rate, 1e-6))
    total = chances.sum(0)
    chances = np.where(total > 1e-300, chances / np.maximum(total, 1e-300), counts == _SECRET_TOP)
    mean = (counts * chances).sum(0)
    variance = (counts**2 * chances).sum(0) - mean**2
    placed = np.where(shown, np.nan_to_num(published), np.where(secret, mean, 0.0))
    uncertain = np.where(shown, _ROUNDING_VARIANCE, np.where(secret, variance, 0.0))
    users = np.bincount(gemeente, placed, gemeenten).astype(np.float64)
    variance_of_users = np.bincount(gemeente, uncertain, gemeenten) + _ROUNDING_VARIANCE
    return users, np.asarray(variance_of_users, dtype=np.float64)


def _expected_coverage(share: Floats, known: NDArray[np.bool_], region: Ints) -> tuple[Floats, Floats]:
    """Mean of the share, and sd of its logarithm, as other gemeenten foretell it."""
    gemeenten = share.size
    if known.sum() < _FEWEST_KNOWN:
        return np.full(gemeenten, _TYPICAL), np.full(gemeenten, _TYPICAL_SD)
    response = np.where(known, np.log(np.clip(share, _LOWEST, _HIGHEST)), np.nan)
    prior = ExponentialScalePrior(upper=0.5)
    model = LatentGaussianModel(
        PublishedRateLikelihood(response, np.full(gemeenten, 0.01)),
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
    return np.minimum(np.exp(mean + 0.5 * variance), _HIGHEST), np.sqrt(variance)
