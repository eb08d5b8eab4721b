# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What to fit: the choices a user can make, and the likelihood and effects that follow."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.coverage import Coverage, estimate_coverage
from wijkverhaal.expectation.determinants import Determinants, determinants_of
from wijkverhaal.expectation.effect import IndependentEffect, KnownEffect
from wijkverhaal.expectation.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.likelihood import Likelihood
from wijkverhaal.expectation.prior import CoefficientPrior, ExponentialScalePrior
from wijkverhaal.expectation.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.sparse_kernels import Floats, Ints
from wijkverhaal.figures.as_published import as_published
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

#: SCP gives no denominators: youths assumed in a wijk of each of its two size classes.
ASSUMED_YOUTHS = {"small": 150, "large": 1500}
_ASSUMED_RATE = 0.09
_LINEAR_NOISE = 0.05  # percentage points: next to nothing, so that the wijk effect is the residual
_FEWEST_FIGURES = 3
#: Of the change for one standard deviation of a determinant. On the logit 0.2 says: hardly ever more
#: than half as much again, or a third less; in percentage points it says next to nothing.
_COEFFICIENT_SD = {"logit": 0.2, "percent": 5.0}

Scale = Literal["logit", "percent"]


@dataclass(frozen=True)
class Settings:
    """The choices of a fit.

    Attributes
    ----------
    like_scp
        SCP's own kind of model: linear in percentages, three levels, medians for what is missing.
    without_groups
        Groups of indicators left out.
    levels
        Whether gemeente and jeugdregio have effects.
    neighbourhood
        Groups of indicators about the place itself that are taken along.
    within_between
        Indicators whose slope between gemeenten may differ from that within them.
    draws, seed
        Of the joint draws.
    """

    like_scp: bool = False
    without_groups: frozenset[str] = frozenset()
    levels: bool = True
    neighbourhood: frozenset[str] = frozenset()
    within_between: frozenset[str] = frozenset()
    draws: int = 1000
    seed: int = 1


@dataclass(frozen=True)
class Grouping:
    """Numbers of gemeente and region per wijk.

    A gemeente whose region is not known is given a region of its own, so that its effect comes
    from the prior.
    """

    gemeenten: tuple[str, ...]
    gemeente: Ints
    regions: tuple[str, ...]
    region: Ints
    region_of_gemeente: Ints

    @classmethod
    def of(cls, panel: Panel) -> "Grouping":
        codes = panel.areas["gemeente"].to_list()
        gemeenten = tuple(sorted(set(codes)))
        number = {code: k for k, code in enumerate(gemeenten)}
        region_code = {
            gemeente: region or f"? {gemeente}"
            for gemeente, region in zip(codes, panel.areas["region"].to_list(), strict=True)
        }
        regions = tuple(sorted(set(region_code.values())))
        region_number = {code: k for k, code in enumerate(regions)}
        region_of = np.array([region_number[region_code[code]] for code in gemeenten], dtype=np.int64)
        gemeente = np.array([number[code] for code in codes], dtype=np.int64)
        return cls(gemeenten, gemeente, regions, region_of[gemeente], region_of)


@dataclass
class Specification:
    """A panel with its model, ready to fit."""

    panel: Panel
    settings: Settings
    scale: Scale
    determinants: Determinants
    grouping: Grouping
    coverage: Coverage
    observed: NDArray[np.bool_]  # bool per wijk: its figure informs the model
    model: LatentGaussianModel
    positions: dict[str, int] = field(default_factory=dict)  # of the effects in the model

    @property
    def shown(self) -> NDArray[np.bool_]:
        """Wijken whose count informs the model and is shown."""
        status = as_published(self.panel.areas)["status"].to_numpy().astype(str)
        return np.asarray(self.observed & (status == "shown"))


def specify(
    panel: Panel, settings: Settings = Settings(), hidden: NDArray[np.bool_] | None = None
) -> Specification:
    """Choose likelihood, determinants and effects for a panel.

    Parameters
    ----------
    panel
        The figures.
    settings
        The choices.
    hidden
        Wijken, as booleans, whose figures must not be looked at; where all wijken of a gemeente
        are hidden, so is its total.

    Raises
    ------
    FitError
        When there are too few figures to fit anything.
    """
    if settings.like_scp and panel.family != "scp":
        raise FitError(
            _("Een model zoals dat van SCP (--like-scp) kan alleen met het bestand van SCP (--scp).")
        )
    hidden = np.zeros(panel.areas.height, dtype=bool) if hidden is None else hidden
    grouping = Grouping.of(panel)
    determinants = determinants_of(panel, settings.without_groups, plain=settings.like_scp)
    if panel.family == "cbs":
        return _of_counts(panel, settings, grouping, determinants, hidden)
    return _of_percentages(panel, settings, grouping, determinants, hidden)


def _of_counts(
    panel: Panel,
    settings: Settings,
    grouping: Grouping,
    determinants: Determinants,
    hidden: NDArray[np.bool_],
) -> Specification:
    youths = np.nan_to_num(panel.column("youths"))
    observed = (panel.status != "no_row") & ~hidden & (youths > 0) & ~more_users_than_youths(panel)
    _require(observed & (panel.status == "shown"), panel)
    published = np.where(observed, panel.column("published"), np.nan)
    totals = np.array([panel.gemeente_totals.get(code, np.nan) for code in grouping.gemeenten])
    seen = np.bincount(grouping.gemeente, weights=observed, minlength=totals.size) > 0
    coverage = estimate_coverage(
        youths,
        published,
        observed,
        grouping.gemeente,
        np.where(seen, totals, np.nan),
        grouping.region_of_gemeente,
    )
    low = np.where(observed, np.nan_to_num(panel.column("low")), 0).astype(np.int64)
    high = np.where(observed, np.nan_to_num(panel.column("high")), 0).astype(np.int64)
    likelihood = IntervalCountLikelihood(
        np.where(observed, np.maximum(np.round(youths), low), 0).astype(np.int64),
        low,
        high,
        coverage.share[grouping.gemeente],
    )
    extra = {"coverage": Member(KnownEffect("coverage", tuple(coverage.sd)), grouping.gemeente)}
    return _assemble(panel, settings, "logit", determinants, grouping, coverage, observed, likelihood, extra)


def _of_percentages(
    panel: Panel,
    settings: Settings,
    grouping: Grouping,
    determinants: Determinants,
    hidden: NDArray[np.bool_],
) -> Specification:
    rate = panel.column("published_rate")
    observed = np.isfinite(rate) & ~hidden
    _require(observed, panel)
    coverage = Coverage.complete(len(grouping.gemeenten), panel.areas.height)
    wijken = rate.size
    if settings.like_scp:
        linear = PublishedRateLikelihood(np.where(observed, rate, np.nan), np.full(wijken, _LINEAR_NOISE))
        return _assemble(panel, settings, "percent", determinants, grouping, coverage, observed, linear, {})
    share = np.clip(rate / 100.0, 1e-3, 1.0 - 1e-3)
    response = np.where(observed, np.log(share / (1.0 - share)), np.nan)
    likelihood = PublishedRateLikelihood(response, assumed_noise(small_wijken(panel)))
    determinants = determinants.without_absence(panel.status == "secret")
    return _assemble(panel, settings, "logit", determinants, grouping, coverage, observed, likelihood, {})


def more_users_than_youths(panel: Panel) -> NDArray[np.bool_]:
    """Wijken whose count cannot be true of their youths; it does not count."""
    return np.asarray(np.nan_to_num(panel.column("low")) > np.nan_to_num(panel.column("youths")))


def small_wijken(panel: Panel) -> NDArray[np.bool_]:
    """Whether SCP calls a wijk small (fewer than 1,000 inhabitants)."""
    for indicator, values in zip(panel.indicators, panel.values.T, strict=True):
        if indicator.measure == ("kleinewijk",):
            return np.asarray(np.nan_to_num(values) > 0.5)
    return np.zeros(panel.areas.height, dtype=bool)


def assumed_noise(small: NDArray[np.bool_]) -> Floats:
    """Binomial noise on the logit of a rate of 9% among the youths assumed in each size class."""
    youths = np.where(small, ASSUMED_YOUTHS["small"], ASSUMED_YOUTHS["large"])
    return np.asarray(1.0 / np.sqrt(youths * _ASSUMED_RATE * (1.0 - _ASSUMED_RATE)))


def _require(observed: NDArray[np.bool_], panel: Panel) -> None:
    if int(observed.sum()) < _FEWEST_FIGURES:
        raise FitError(
            _(
                "Er zijn in {year} maar {count} wijken met een cijfer; een model vraagt er minstens {least}."
            ).format(year=panel.year, count=int(observed.sum()), least=_FEWEST_FIGURES)
        )


def _assemble(
    panel: Panel,
    settings: Settings,
    scale: Scale,
    determinants: Determinants,
    grouping: Grouping,
    coverage: Coverage,
    observed: NDArray[np.bool_],
    likelihood: Likelihood,
    extra: dict[str, Member],
) -> Specification:
    wijken = panel.areas.height
    unit = 1.0 if scale == "logit" else 10.0  # a percentage point is about a tenth of the logit at 9%
    prior = ExponentialScalePrior(upper=unit)
    start = 0.15 * unit
    members = {"wijk": Member(IndependentEffect("wijk", wijken, prior, start), np.arange(wijken))}
    if settings.levels:
        members["gemeente"] = Member(
            IndependentEffect("gemeente", len(grouping.gemeenten), prior, start), grouping.gemeente
        )
        if panel.areas["region"].is_not_null().any():
            members["jeugdregio"] = Member(
                IndependentEffect("jeugdregio", len(grouping.regions), prior, start), grouping.region
            )
    members |= extra
    design = np.column_stack([np.ones(wijken), determinants.matrix])
    coefficient_prior = CoefficientPrior(sd=_COEFFICIENT_SD[scale], intercept_sd=5.0 * unit)
    model = LatentGaussianModel(
        likelihood, design, coefficient_prior.precisions(design.shape[1]), list(members.values())
    )
    positions = {name: k for k, name in enumerate(members)}
    return Specification(panel, settings, scale, determinants, grouping, coverage, observed, model, positions)
