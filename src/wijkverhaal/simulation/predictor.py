# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The linear predictor: what makes the true rate of a wijk, part by part, on the logit.

logit(rate) = intercept + population + neighbourhood + region + gemeente + wijk
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.simulation.chance import Floats, over_years, stream
from wijkverhaal.simulation.geography import Geography
from wijkverhaal.simulation.settings import COEFFICIENTS, NEIGHBOURHOOD, CountrySettings, TrueDifference

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(31)
_LARGEST_RATE = 0.95


@dataclass(frozen=True)
class Predictor:
    """The parts of the logit in one year, each (wijken,).

    `difference` is the relative distance of the rate from what is to be expected here, in the
    wijken where that was chosen; NaN elsewhere.
    """

    intercept: float
    population: Floats
    neighbourhood: Floats
    region: Floats
    gemeente: Floats
    wijk: Floats
    difference: Floats

    @property
    def rate(self) -> Floats:
        """The true rate, from 0 to 1."""
        return expit(self._here + self.neighbourhood + self.wijk)

    @property
    def _here(self) -> Floats:
        return self.intercept + self.population + self.region + self.gemeente

    def expected_population(self, settings: CountrySettings) -> Floats:
        """Rate for this population, averaged over all effects."""
        effects = settings.wijk_sd**2 + settings.gemeente_sd**2 + settings.region_sd**2
        return mean_rate(self.intercept + self.population, np.sqrt(effects + self.neighbourhood.var()))

    def expected_here(self, settings: CountrySettings) -> Floats:
        """Rate for this population in this gemeente and region, averaged over the effects of wijken."""
        return mean_rate(self._here, np.sqrt(settings.wijk_sd**2 + self.neighbourhood.var()))

    def expected_neighbourhood(self, settings: CountrySettings) -> Floats:
        """The same, with cohesion, safety and amenities as they are in this wijk."""
        return mean_rate(self._here + self.neighbourhood, settings.wijk_sd)


def expit(logit: Floats) -> Floats:
    """The rate that belongs to a logit."""
    rate: Floats = 1 / (1 + np.exp(-logit))
    return rate


def mean_rate(logit: Floats, sd: float) -> Floats:
    """The mean of the rate where a normal effect with this standard deviation is added to the logit.

    >>> round(float(mean_rate(np.array([0.0]), 0.5)[0]), 6)
    0.5
    """
    mean: Floats = expit(logit[:, None] + sd * _NODES) @ _WEIGHTS / _WEIGHTS.sum()
    return mean


def draw_predictors(
    geography: Geography,
    determinants: list[Floats],
    neighbourhood: Floats,
    settings: CountrySettings,
    seed: int,
) -> list[Predictor]:
    """The parts of the logit, one `Predictor` per year.

    Parameters
    ----------
    geography : Geography
    determinants : list of float arrays (wijken, determinants)
        Standardised, one array per year.
    neighbourhood : float array (wijken, indicators)
        Standardised.
    settings : CountrySettings
    seed : int
    """
    chance = stream(seed, "effects")
    years, wijken = len(settings.years), len(geography.gemeente)
    region = settings.region_sd * chance.standard_normal(settings.regions)
    gemeente = over_years(chance, (settings.gemeenten,), settings.gemeente_persistence, years)
    wijk = over_years(chance, (wijken,), settings.wijk_persistence, years)
    chosen = _chosen_differences(geography, settings, seed)
    beta = np.array([settings.coefficients.get(name, 0.0) for name in COEFFICIENTS])
    gamma = np.array([settings.neighbourhood.get(name, 0.0) for name in NEIGHBOURHOOD])
    drawn = []
    for year in range(years):
        free = Predictor(
            intercept=settings.intercept,
            population=determinants[year] @ beta,
            neighbourhood=neighbourhood @ gamma,
            region=region[geography.region[geography.gemeente]],
            gemeente=settings.gemeente_sd * gemeente[year][geography.gemeente],
            wijk=settings.wijk_sd * wijk[year],
            difference=chosen,
        )
        drawn.append(_with_differences(free, settings))
    return drawn


def _with_differences(free: Predictor, settings: CountrySettings) -> Predictor:
    """Give the chosen wijken the effect that makes their rate differ as chosen."""
    wanted = np.clip(free.expected_here(settings) * (1 + free.difference), 1e-4, _LARGEST_RATE)
    without = free.intercept + free.population + free.region + free.gemeente + free.neighbourhood
    effect = np.log(wanted / (1 - wanted)) - without
    wijk = np.where(np.isnan(free.difference), free.wijk, effect)
    return Predictor(
        free.intercept, free.population, free.neighbourhood, free.region, free.gemeente, wijk, free.difference
    )


def _chosen_differences(geography: Geography, settings: CountrySettings, seed: int) -> Floats:
    chosen = settings.true_difference
    codes: list[str] = geography.areas["wijk"].to_list()
    difference = np.full(len(codes), np.nan)
    if isinstance(chosen, TrueDifference):
        chance = stream(seed, "true difference")
        rows = chance.choice(len(codes), round(chosen.share * len(codes)), replace=False)
        difference[rows] = chosen.size * chance.choice([-1.0, 1.0], len(rows))
    elif isinstance(chosen, Mapping):
        row = {code: i for i, code in enumerate(codes)}
        for code, size in chosen.items():
            if code not in row:
                raise InputError(
                    _(
                        "De wijk {code} bestaat niet in het verzonnen land; kies een code als {example}."
                    ).format(code=code, example=codes[0])
                )
            difference[row[code]] = size
    return difference
