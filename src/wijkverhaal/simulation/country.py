# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional country as a whole: a truth that is known, to prove the estimates on."""

from dataclasses import dataclass

import polars as pl

from wijkverhaal.simulation.care import Care, draw_care
from wijkverhaal.simulation.determinants import Standard, standard_of, standard_scores
from wijkverhaal.simulation.factors import draw_factors
from wijkverhaal.simulation.geography import Geography, lay_out
from wijkverhaal.simulation.names import COUNTRY_NAME, FICTIONAL_LABEL
from wijkverhaal.simulation.neighbourhood import draw_neighbourhood, neighbourhood_scores
from wijkverhaal.simulation.population import draw_population, youths_of
from wijkverhaal.simulation.predictor import Predictor, draw_predictors
from wijkverhaal.simulation.settings import DEFAULT_SETTINGS, CountrySettings

__all__ = ["COUNTRY_NAME", "FICTIONAL_LABEL", "Country", "CountrySettings", "simulate_country"]


@dataclass(frozen=True)
class Country:
    """Everything about the fictional country; lists have one entry per year of `settings.years`.

    Attributes
    ----------
    settings : CountrySettings
    seed : int
    geography : Geography
    population : list of DataFrame
        Rounded as published, but with nothing withheld; rows as in `geography.areas`.
    neighbourhood : DataFrame
        Cohesion, safety and amenities, the same in all years.
    standard : Standard
        With which the determinants of the truth are standardised.
    predictor : list of Predictor
    care : list of Care
    """

    settings: CountrySettings
    seed: int
    geography: Geography
    population: list[pl.DataFrame]
    neighbourhood: pl.DataFrame
    standard: Standard
    predictor: list[Predictor]
    care: list[Care]


def simulate_country(settings: CountrySettings = DEFAULT_SETTINGS, seed: int = 1) -> Country:
    """Make the fictional country; the same settings and seed give the same country, to the last number.

    Parameters
    ----------
    settings : CountrySettings
    seed : int
        Not negative. Another seed gives another country, another coast included.

    Returns
    -------
    Country
    """
    geography = lay_out(settings, seed)
    factors = draw_factors(geography, seed)
    population = draw_population(factors, settings, seed)
    neighbourhood = draw_neighbourhood(factors, seed)
    standard = standard_of(population)
    scores = [standard_scores(frame, standard) for frame in population]
    predictor = draw_predictors(geography, scores, neighbourhood_scores(neighbourhood), settings, seed)
    youths = [youths_of(frame) for frame in population]
    care = draw_care(youths, [year.rate for year in predictor], geography, settings, seed)
    return Country(settings, seed, geography, population, neighbourhood, standard, predictor, care)
