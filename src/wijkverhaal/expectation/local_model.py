# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A local model: a region's own indicators on top of what the country expects of its wijken.

    predictor = expected by the rest of the country + own indicators + wijk

The first part has the national model as its prior (`regional_prior`), the indicators the weakly
informative prior that all determinants have, and the wijken the country's spread. HHS did so for
Haaglanden (Gilsing, Mieloo and Reith 2020), with the national expectation as a fixed number.
"""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import logsumexp

from wijkverhaal.expectation.determinants import DesignColumn, Determinants, determinants_of
from wijkverhaal.expectation.engine.effect import KnownEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.likelihood import Likelihood
from wijkverhaal.expectation.engine.posterior import LeaveOneOut, Posterior, fit
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.held_out_scores import HeldOutScores
from wijkverhaal.expectation.observed_year import ObservedYear, observe
from wijkverhaal.expectation.paired_gain import Gain, paired_gain
from wijkverhaal.expectation.rate_scale import mean_rate, rate_of
from wijkverhaal.expectation.regional_prior import (
    EffectWithKnownCovariance,
    EffectWithKnownSpread,
    RegionalPrior,
    ShiftedLikelihood,
    regional_prior,
)
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import scored_wijken
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError, NotFoundError
from wijkverhaal.foundation.language import _

_COEFFICIENT_SD = {"logit": 0.2, "percent": 5.0}  # as in the national model
_NO_INTERCEPT = 1e10  # precision: the level is in what the country expects
_FEWEST = 10
_JITTER = 1e-4  # relative to the mean variance: draws leave the covariance short of full rank
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(41)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
_NUDGE = {"logit": 0.05, "percent": 0.5}


@dataclass(frozen=True)
class LocalAnswer:
    """What a region's own indicators add.

    Attributes
    ----------
    panel : Panel
        The wijken of the region.
    columns : tuple of DesignColumn
        The indicators, standardised over the region.
    coefficients : ndarray of shape (draws, columns)
        Change of the predictor for one standard deviation.
    expected_before, expected_after, actual_before, actual_after : ndarray of shape (draws, wijken)
        Rates in percent, by the model without and with the indicators.
    gain : Gain
        What the indicators gain on wijken whose own figure is left out.
    left_out : dict of str to str
        Indicators that could not be used, and why.
    """

    panel: Panel
    columns: tuple[DesignColumn, ...]
    coefficients: Floats
    expected_before: Floats
    expected_after: Floats
    actual_before: Floats
    actual_after: Floats
    gain: Gain
    left_out: dict[str, str]


@dataclass(frozen=True)
class _Region:
    """The region's own part of the model, with and without its indicators."""

    country: ObservedYear
    prior: RegionalPrior
    inside: NDArray[np.bool_]
    seed: int

    def fitted(self, own: Floats, draws: int) -> Posterior:
        gemeente = self.country.grouping.gemeente[self.inside]
        wijken = gemeente.size
        each = np.arange(wijken)
        variance = float(np.diag(self.prior.covariance).mean())
        covariance = self.prior.covariance + _JITTER * variance * np.eye(wijken)
        spread = EffectWithKnownSpread(
            "wijk", wijken, log_sd_mean=self.prior.log_sd_mean, log_sd_sd=self.prior.log_sd_sd
        )
        members = [
            Member(EffectWithKnownCovariance("expected", covariance), each),
            Member(spread, each),
        ]
        if self.country.panel.family == "cbs":
            codes, member = np.unique(gemeente, return_inverse=True)
            coverage = KnownEffect("coverage", tuple(self.country.coverage.sd[codes]))
            members.append(Member(coverage, member.astype(np.int64)))
        design = np.column_stack([np.zeros(wijken), own])
        precision = np.full(design.shape[1], _COEFFICIENT_SD[self.prior.scale] ** -2.0)
        precision[0] = _NO_INTERCEPT
        likelihood = ShiftedLikelihood(_likelihood(self.country, self.inside, self.prior), self.prior.mean)
        return fit(LatentGaussianModel(likelihood, design, precision, members), draws, self.seed)

    def rates(self, posterior: Posterior) -> tuple[Floats, Floats]:
        """Draws of the expected and of the actual rates."""
        scale, draws = self.prior.scale, posterior.draws
        expected = self.prior.mean + draws.effect(posterior.model, 0) + draws.fixed @ posterior.model.design.T
        actual = expected + draws.effect(posterior.model, 1)
        return mean_rate(expected, np.exp(draws.theta[:, 0]), scale), rate_of(actual, scale)

    def scores(self, posterior: Posterior, scored: NDArray[np.bool_]) -> HeldOutScores:
        """Approximate leave-one-out scores with slope and bend; the coverage's spread is in them."""
        known, nudge = posterior.leave_one_out, _NUDGE[self.prior.scale]
        middle, above, below = (
            _log_score(posterior.model.likelihood, known, step) for step in (0.0, nudge, -nudge)
        )
        rows = (middle, (above - below) / (2.0 * nudge), (2.0 * middle - above - below) / nudge**2)
        return HeldOutScores(*(np.where(scored, values, np.nan) for values in rows))


def fit_local(panel: Panel, inside: NDArray[np.bool_], settings: Settings | None = None) -> LocalAnswer:
    """Fit the local model of a region.

    Parameters
    ----------
    panel
        The whole country, with the region's own indicators.
    inside
        Which wijken are the region's.
    settings
        Of the national model, and how many draws of the local one.

    Raises
    ------
    NotFoundError
        When the region has no figure of its own that can be used.
    FitError
        When too few of its wijken have a count.
    """
    settings = settings or Settings()
    mine = part_of(panel, inside)
    own = own_determinants(mine)
    _require(panel, mine, own)
    prior = regional_prior(panel, inside, settings)
    region = _Region(observe(panel, settings), prior, inside, settings.seed)
    without = region.fitted(np.zeros((int(inside.sum()), 0)), settings.draws)
    with_own = region.fitted(own.matrix, settings.draws)
    scored = scored_wijken(mine)
    _codes, gemeente = np.unique(mine.areas["gemeente"].to_numpy(), return_inverse=True)
    gain = paired_gain(
        region.scores(without, scored),
        region.scores(with_own, scored),
        own.matrix,
        np.ones((scored.size, 1)),
        gemeente.astype(np.int64),
        scored,
        clustered=False,
        unit=1.0 if prior.scale == "logit" else 10.0,
    )
    before, actual_before = region.rates(without)
    after, actual_after = region.rates(with_own)
    fixed = with_own.draws.fixed[:, 1:]
    return LocalAnswer(
        mine, own.columns, fixed, before, after, actual_before, actual_after, gain, own.left_out
    )


def _require(panel: Panel, mine: Panel, own: Determinants) -> None:
    if not own.columns:
        raise NotFoundError(
            _(
                "Van deze wijken zijn er over {year} geen bruikbare eigen cijfers;"
                " importeer een tabel met wijkcodes en cijfers van hoogstens dat jaar."
            ).format(year=panel.year)
        )
    count = int(scored_wijken(mine).sum())
    if count < _FEWEST:
        raise FitError(
            _(
                "Er zijn hier in {year} maar {count} wijken met een cijfer; een lokaal model vraagt er"
                " minstens {least}, dus neem er gemeenten bij."
            ).format(year=panel.year, count=count, least=_FEWEST)
        )


def part_of(panel: Panel, inside: NDArray[np.bool_]) -> Panel:
    """The panel of some of its wijken."""
    areas = panel.areas.filter(pl.Series(inside))
    return replace(panel, areas=areas, values=np.ascontiguousarray(panel.values[inside]))


def own_determinants(panel: Panel) -> Determinants:
    """What gemeenten brought themselves, standardised over these wijken."""
    local = [k for k, indicator in enumerate(panel.indicators) if indicator.family == "local"]
    only = replace(panel, indicators=tuple(panel.indicators[k] for k in local), values=panel.values[:, local])
    return determinants_of(only, neighbourhood=NEIGHBOURHOOD_GROUPS)


def _likelihood(country: ObservedYear, inside: NDArray[np.bool_], prior: RegionalPrior) -> Likelihood:
    """The national model's likelihood of the region's figures."""
    whole = country.likelihood
    if isinstance(whole, PublishedRateLikelihood):
        return PublishedRateLikelihood(whole.response[inside], whole.noise_sd[inside])
    if isinstance(whole, IntervalCountLikelihood):
        return IntervalCountLikelihood(
            whole.youths[inside], whole.low[inside], whole.high[inside], whole.coverage[inside]
        )
    raise TypeError(f"no part of {type(whole).__name__} for {prior.scale}")


def _log_score(likelihood: Likelihood, mixture: LeaveOneOut, step: float) -> Floats:
    pieces = []
    for mean, sd, weights in zip(mixture.mean, mixture.sd, mixture.weight, strict=True):
        for node, weight in zip(_NODES, _WEIGHTS, strict=True):
            value = likelihood.terms(mean + step + sd * node).value
            with np.errstate(divide="ignore"):
                pieces.append(value + np.log(weights * weight))
    return np.asarray(logsumexp(np.array(pieces), axis=0))
