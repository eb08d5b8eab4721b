# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model of a series of years: where youth care and the engine meet.

The linear predictor of a wijk in a year is the sum of the level of that year, its determinants with
coefficients that all years share, and effects of its jeugdregio, of its gemeente in that year, of
the wijk itself in that year, with its neighbours, of what is uncertain in the gemeente's coverage and
of the chance that its counts have in common over the years.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.coverage import Coverage
from wijkverhaal.expectation.determinants import Determinants
from wijkverhaal.expectation.engine.effect import Effect, IndependentEffect, KnownEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.likelihood import Likelihood
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.posterior import LeaveOneOut, Posterior
from wijkverhaal.expectation.engine.prior import CoefficientPrior, ExponentialScalePrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.engine.yearly_effect import YearlyEffect
from wijkverhaal.expectation.grouping import Grouping
from wijkverhaal.expectation.observed_year import ObservedYear, observe
from wijkverhaal.expectation.series import Units, graph_of, wijken_of
from wijkverhaal.expectation.settings import DEFAULT_SETTINGS, Scale, Settings
from wijkverhaal.expectation.staying_users import TemperedLikelihood, staying_users
from wijkverhaal.figures.panel import Panel

#: Of the change for one standard deviation of a determinant. On the logit 0.2 says: hardly ever more
#: than half as much again, or a third less; in percentage points it says next to nothing.
_COEFFICIENT_SD = {"logit": 0.2, "percent": 5.0}


@dataclass
class Specification:
    """One year of a series with the model of that series, ready to fit.

    Attributes
    ----------
    panel, settings, scale, determinants, grouping, coverage, observed
        Of the year.
    model
        Of the series; years of one series have the same.
    rows
        The observations of the model that are this year's wijken.
    coefficients : int array of shape (1 + columns,)
        Which coefficients of the model are the intercept and those of the determinants' columns.
    level
        The coefficient that is added to the intercept in this year; None in the first.
    positions
        Of the effects in the model, by name.
    staying
        Share of the chance in a count that the counts of a wijk have in common over the years.
    """

    panel: Panel
    settings: Settings
    scale: Scale
    determinants: Determinants
    grouping: Grouping
    coverage: Coverage
    observed: NDArray[np.bool_]
    model: LatentGaussianModel
    rows: slice
    coefficients: Ints
    level: int | None
    positions: dict[str, int] = field(default_factory=dict)
    staying: float = 0.0

    @property
    def shown(self) -> NDArray[np.bool_]:
        """Wijken whose count informs the model and is shown."""
        status = self.panel.areas["status"].to_numpy().astype(str)
        return np.asarray(self.observed & (status == "shown"))

    @property
    def weights(self) -> Floats:
        """Youths per wijk, or one each where they are not known."""
        youths = np.nan_to_num(self.panel.column("youths"))
        return youths if self.panel.family == "cbs" else np.ones_like(youths)

    def own_coefficients(self, draws: Floats) -> Floats:
        """Of draws of the model's coefficients: the year's intercept, then those of its determinants."""
        own = draws[:, self.coefficients].copy()
        if self.level is not None:
            own[:, 0] += draws[:, self.level]
        return own

    def leave_one_out(self, posterior: Posterior) -> LeaveOneOut:
        """Of the wijken of this year."""
        known = posterior.leave_one_out
        return LeaveOneOut(known.mean[:, self.rows], known.sd[:, self.rows], known.weight[:, self.rows])


def specify(
    panel: Panel, settings: Settings = DEFAULT_SETTINGS, hidden: NDArray[np.bool_] | None = None
) -> Specification:
    """The model of one year by itself; see `specify_series`."""
    return specify_series([panel], settings, None if hidden is None else [hidden])[0]


def specify_series(
    panels: Sequence[Panel],
    settings: Settings = DEFAULT_SETTINGS,
    hidden: Sequence[NDArray[np.bool_]] | None = None,
) -> list[Specification]:
    """Choose likelihood, determinants and effects for the years of a series.

    Parameters
    ----------
    panels
        The figures, by year.
    settings
        The choices.
    hidden
        Per year the wijken, as booleans, whose figures must not be looked at; where all wijken of a
        gemeente are hidden, so is its total.

    Raises
    ------
    FitError
        When there are too few figures to fit anything.
    """
    unseen = [None] * len(panels) if hidden is None else hidden
    years = [observe(panel, settings, hide) for panel, hide in zip(panels, unseen, strict=True)]
    scale = years[0].scale
    unit = 1.0 if scale == "logit" else 10.0  # a percentage point is about a tenth of the logit at 9%
    wijken = wijken_of(panels)
    members = _members(years, wijken, settings, ExponentialScalePrior(upper=unit), 0.15 * unit)
    likelihood, staying = _stacked(years), 0.0
    if len(years) > 1:
        users = staying_users(years, wijken)
        staying = users.share
        likelihood = TemperedLikelihood(likelihood, 1.0 / (1.0 - staying))
        members["staying"] = Member(KnownEffect("staying", tuple(users.sd)), users.unit)
    design, terms, level_columns = _design(years)
    prior = CoefficientPrior(sd=_COEFFICIENT_SD[scale], intercept_sd=5.0 * unit)
    precisions = prior.precisions(design.shape[1])
    precisions[[k for k in level_columns if k is not None]] = unit**-2.0
    model = LatentGaussianModel(likelihood, design, precisions, list(members.values()))
    positions = {name: k for k, name in enumerate(members)}
    ends = np.cumsum([year.panel.areas.height for year in years])
    return [
        Specification(
            year.panel,
            settings,
            scale,
            year.determinants,
            year.grouping,
            year.coverage,
            year.observed,
            model,
            slice(int(end) - year.panel.areas.height, int(end)),
            np.array([0] + [terms[column.term] for column in year.determinants.columns], dtype=np.int64),
            level,
            positions,
            staying,
        )
        for year, end, level in zip(years, ends, level_columns, strict=True)
    ]


def _design(years: Sequence[ObservedYear]) -> tuple[Floats, dict[str, int], list[int | None]]:
    """The fixed effects, the column of each term, and the column of the level of each year."""
    levels: list[int | None] = [None, *range(1, len(years))]
    names = dict.fromkeys(column.term for year in years for column in year.determinants.columns)
    terms = {name: len(years) + k for k, name in enumerate(names)}
    blocks = []
    for year, level in zip(years, levels, strict=True):
        block = np.zeros((year.panel.areas.height, len(years) + len(terms)))
        block[:, 0] = 1.0
        if level is not None:
            block[:, level] = 1.0
        block[:, [terms[column.term] for column in year.determinants.columns]] = year.determinants.matrix
        blocks.append(block)
    return np.concatenate(blocks), terms, levels


def _members(
    years: Sequence[ObservedYear],
    wijken: Units,
    settings: Settings,
    prior: ExponentialScalePrior,
    start: float,
) -> dict[str, Member]:
    panels = [year.panel for year in years]
    members = {"wijk": _wijk(panels, wijken, settings, prior, start)}
    if settings.levels:
        members |= _levels(years, prior, start)
    if panels[0].family == "cbs":
        sizes = [year.coverage.sd.size for year in years]
        first = np.concatenate([[0], np.cumsum(sizes)])
        index = [year.grouping.gemeente + o for year, o in zip(years, first, strict=False)]
        sds = np.concatenate([year.coverage.sd for year in years])
        members["coverage"] = Member(KnownEffect("coverage", tuple(sds)), np.concatenate(index))
    return members


def _wijk(
    panels: Sequence[Panel], wijken: Units, settings: Settings, prior: ExponentialScalePrior, start: float
) -> Member:
    everyone = np.arange(wijken.members[-1])
    graph = graph_of(panels, wijken) if settings.neighbours and not settings.like_scp else None
    effect: Effect
    if graph is not None:
        area = np.concatenate(wijken.unit)
        effect = NeighbourEffect(
            "wijk", graph, area, wijken.chain, prior, start=start, draw_spatial_part=True
        )
    elif wijken.chain is not None:
        effect = YearlyEffect("wijk", wijken.chain, prior, start=start)
    else:
        effect = IndependentEffect("wijk", everyone.size, prior, start)
    return Member(effect, everyone)


def _levels(years: Sequence[ObservedYear], prior: ExponentialScalePrior, start: float) -> dict[str, Member]:
    codes = [year.grouping.gemeenten for year in years]
    gemeenten = Units.of([year.panel.year for year in years], codes, [set() for _ in years])
    index = [year.grouping.gemeente + o for year, o in zip(years, gemeenten.members, strict=False)]
    effect: Effect
    if gemeenten.chain is not None:
        effect = YearlyEffect("gemeente", gemeenten.chain, prior, start=start)
    else:
        effect = IndependentEffect("gemeente", len(codes[0]), prior, start)
    members = {"gemeente": Member(effect, np.concatenate(index))}
    if any(year.panel.areas["region"].is_not_null().any() for year in years):
        names = sorted({name for year in years for name in year.grouping.regions})
        number = {name: k for k, name in enumerate(names)}
        of_year = [
            np.array([number[n] for n in year.grouping.regions])[year.grouping.region] for year in years
        ]
        members["jeugdregio"] = Member(
            IndependentEffect("jeugdregio", len(names), prior, start), np.concatenate(of_year)
        )
    return members


def _stacked(years: Sequence[ObservedYear]) -> Likelihood:
    """The likelihood of all years; only counts have more than one."""
    if len(years) == 1:
        return years[0].likelihood
    parts = [y.likelihood for y in years if isinstance(y.likelihood, IntervalCountLikelihood)]
    if len(parts) < len(years):
        raise ValueError("only years of counts can be fitted together")
    return IntervalCountLikelihood(
        np.concatenate([part.youths for part in parts]),
        np.concatenate([part.low for part in parts]),
        np.concatenate([part.high for part in parts]),
        np.concatenate([part.coverage for part in parts]),
    )
