# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One year as the model sees it: which figures count, their likelihood, determinants and coverage."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.coverage import Coverage, estimate_coverage
from wijkverhaal.expectation.determinants import Determinants, determinants_of
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.likelihood import Likelihood
from wijkverhaal.expectation.engine.published_rate import PublishedRateLikelihood
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.grouping import Grouping
from wijkverhaal.expectation.settings import Scale, Settings
from wijkverhaal.expectation.withheld_percentage import filled_percentages
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError, InputError
from wijkverhaal.foundation.language import _, number

#: SCP gives no denominators: youths assumed in a wijk of each of its two size classes.
ASSUMED_YOUTHS = {"small": 150, "large": 1500}
_ASSUMED_RATE = 0.09
_LINEAR_NOISE = 0.05  # percentage points: next to nothing, so that the wijk effect is the residual
_FEWEST_FIGURES = 3
_MOST_YOUTHS = 100_000  # several times as many as the largest wijk has


@dataclass(frozen=True)
class ObservedYear:
    """A panel made ready for the model.

    Attributes
    ----------
    panel
        The figures.
    scale
        Of the linear predictor.
    determinants, grouping, coverage
        Of its wijken and gemeenten.
    observed : bool per wijk
        Whether its figure informs the model.
    likelihood
        Of the figures, one observation per wijk.
    """

    panel: Panel
    scale: Scale
    determinants: Determinants
    grouping: Grouping
    coverage: Coverage
    observed: NDArray[np.bool_]
    likelihood: Likelihood


def observe(panel: Panel, settings: Settings, hidden: NDArray[np.bool_] | None = None) -> ObservedYear:
    """Choose likelihood and determinants for a panel.

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
    InputError
        When a wijk is there twice.
    """
    if settings.like_scp and panel.family != "scp":
        raise FitError(
            _("Een model zoals dat van SCP (--like-scp) kan alleen met het bestand van SCP (--scp).")
        )
    _require_each_once(panel)
    hidden = np.zeros(panel.areas.height, dtype=bool) if hidden is None else hidden
    grouping = Grouping.of(panel)
    determinants = determinants_of(
        panel,
        settings.without_groups,
        plain=settings.like_scp,
        withheld_is_low=settings.like_scp,
        neighbourhood=settings.neighbourhood,
        within_between=settings.within_between,
    )
    if panel.family == "cbs":
        return _counts(panel, grouping, determinants, hidden)
    return _percentages(panel, settings, grouping, determinants, hidden)


def _counts(
    panel: Panel, grouping: Grouping, determinants: Determinants, hidden: NDArray[np.bool_]
) -> ObservedYear:
    youths = np.nan_to_num(panel.column("youths"))
    _require_believable(youths, panel)
    observed = (panel.status != "no_row") & ~hidden & (youths > 0) & ~more_users_than_youths(panel)
    _require(fitting_figures(panel, observed), panel)
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
    return ObservedYear(panel, "logit", determinants, grouping, coverage, observed, likelihood)


def _percentages(
    panel: Panel,
    settings: Settings,
    grouping: Grouping,
    determinants: Determinants,
    hidden: NDArray[np.bool_],
) -> ObservedYear:
    rate = panel.column("published_rate")
    observed = np.isfinite(rate) & ~hidden & ~no_percentage(panel)
    _require(observed, panel)
    coverage = Coverage.complete(len(grouping.gemeenten), panel.areas.height)
    if settings.like_scp:
        withheld = (panel.status == "secret") & ~hidden
        filled, spread = filled_percentages(rate, observed, withheld, grouping.gemeente)
        linear = PublishedRateLikelihood(filled, np.where(withheld, spread, _LINEAR_NOISE))
        return ObservedYear(panel, "percent", determinants, grouping, coverage, observed, linear)
    share = np.clip(rate / 100.0, 1e-3, 1.0 - 1e-3)
    response = np.where(observed, np.log(share / (1.0 - share)), np.nan)
    likelihood = PublishedRateLikelihood(response, assumed_noise(small_wijken(panel)))
    determinants = determinants.without_absence(panel.status == "secret")
    return ObservedYear(panel, "logit", determinants, grouping, coverage, observed, likelihood)


def fitting_figures(panel: Panel, observed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Wijken whose figure is shown and informs the model."""
    return np.asarray(observed & (panel.status == "shown")) if panel.family == "cbs" else observed


def more_users_than_youths(panel: Panel) -> NDArray[np.bool_]:
    """Wijken whose count cannot be true of their youths; it does not count."""
    return np.asarray(np.nan_to_num(panel.column("low")) > np.nan_to_num(panel.column("youths")))


def no_percentage(panel: Panel) -> NDArray[np.bool_]:
    """Wijken whose percentage lies outside 0 to 100; it does not count."""
    rate = np.nan_to_num(panel.column("published_rate"))
    return np.asarray((rate < 0.0) | (rate > 100.0))


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


def _require_believable(youths: Floats, panel: Panel) -> None:
    most = int(youths.argmax()) if youths.size else 0
    if youths.size and youths[most] > _MOST_YOUTHS:
        raise InputError(
            _(
                "Wijk {code} telt in {year} {count} jeugdigen en zo groot is geen wijk; verbeter het aantal."
            ).format(code=panel.areas["area"][most], year=panel.year, count=number(youths[most], 0))
        )


def _require_each_once(panel: Panel) -> None:
    twice = panel.areas["area"].filter(panel.areas["area"].is_duplicated())
    if len(twice):
        raise InputError(
            _("Wijk {code} staat in {year} twee keer in de cijfers; laat er één van over.").format(
                code=twice[0], year=panel.year
            )
        )


def _require(observed: NDArray[np.bool_], panel: Panel) -> None:
    if int(observed.sum()) < _FEWEST_FIGURES:
        raise FitError(
            _(
                "Er zijn in {year} maar {count} wijken met een cijfer; een model vraagt er minstens {least}."
            ).format(year=panel.year, count=int(observed.sum()), least=_FEWEST_FIGURES)
        )
