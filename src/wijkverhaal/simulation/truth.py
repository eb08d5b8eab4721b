# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The truth of the fictional country, beside the published figures and never among them."""

import dataclasses
import json
from collections.abc import Mapping

import polars as pl

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.names import COUNTRY_NAME, FICTIONAL_LABEL
from wijkverhaal.simulation.population import youths_of
from wijkverhaal.simulation.settings import COEFFICIENTS


def truth_table(country: Country) -> pl.DataFrame:
    """What is true of every wijk in every year.

    Returns
    -------
    DataFrame
        wijk, gemeente, region, year, youths; rate and the three expectations from 0 to 1; users,
        placed (users whose wijk the publisher knows), coverage (of the gemeente), reported; the
        parts of the logit: intercept, eta_population, eta_neighbourhood, eta_region, eta_gemeente,
        eta_wijk; true_difference (relative, null where nothing was chosen).
    """
    return pl.concat([_of_year(country, i) for i in range(len(country.settings.years))])


def _of_year(country: Country, index: int) -> pl.DataFrame:
    predictor, care = country.predictor[index], country.care[index]
    settings, gemeente = country.settings, country.geography.gemeente
    return country.geography.areas.select("wijk", "gemeente", "region").with_columns(
        pl.lit(settings.years[index], pl.Int16).alias("year"),
        youths=pl.Series(youths_of(country.population[index])),
        rate=pl.Series(predictor.rate),
        users=pl.Series(care.users),
        placed=pl.Series(care.placed),
        coverage=pl.Series(care.coverage[gemeente]),
        reported=pl.Series(care.reported[gemeente]),
        intercept=pl.lit(predictor.intercept),
        eta_population=pl.Series(predictor.population),
        eta_neighbourhood=pl.Series(predictor.neighbourhood),
        eta_region=pl.Series(predictor.region),
        eta_gemeente=pl.Series(predictor.gemeente),
        eta_wijk=pl.Series(predictor.wijk),
        expected_population=pl.Series(predictor.expected_population(settings)),
        expected_here=pl.Series(predictor.expected_here(settings)),
        expected_neighbourhood=pl.Series(predictor.expected_neighbourhood(settings)),
        true_difference=pl.Series(predictor.difference).fill_nan(None),
        fictional=pl.lit(1),
    )


def truth_card(country: Country) -> str:
    """Seed, settings, coefficients and the scale of the determinants, as JSON."""
    card = {
        "country": COUNTRY_NAME,
        "label": FICTIONAL_LABEL,
        "fictional": True,
        "seed": country.seed,
        "settings": {
            f.name: _plain(getattr(country.settings, f.name)) for f in dataclasses.fields(country.settings)
        },
        "determinants": {
            name: {
                "coefficient": country.settings.coefficients.get(name, 0.0),
                "mean": float(country.standard.mean[i]),
                "sd": float(country.standard.sd[i]),
            }
            for i, name in enumerate(COEFFICIENTS)
        },
    }
    return json.dumps(card, indent=2, ensure_ascii=False) + "\n"


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, Mapping):
        return dict(value)
    return list(value) if isinstance(value, tuple) else value
