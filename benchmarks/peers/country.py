# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A synthetic country: a landscape with counts of which the truth is known."""

from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np

from peers.landscape import COEFFICIENTS, Landscape

#: Truth of the hyperparameters.
SD_AREA, MIXING, SD_GEMEENTE, SD_YEARLY, CORRELATION = 0.25, 0.6, 0.15, 0.1, 0.6
BASE_RATE = 0.11
_SD_YEAR = 0.03
_HELD_OUT = 0.05
_FEWEST_YOUTHS = 5


@dataclass(frozen=True)
class Country:
    """Counts per area and year; every array but `edges` and `gemeente` is per observation.

    Attributes
    ----------
    edges : array of int, shape (edges, 2)
    gemeente : array of int, shape (areas,)
    scale : float
        Typical variance of the intrinsic field on the graph.
    area, year : array of int
    design : array, shape (observations, coefficients)
        Intercept, determinants and, where there are more, a column for every later year.
    coefficients : array
        Their truth.
    youths, low, high : array of int
        Youths 0 where the count is held out; low and high are equal where the count is exact.
    held_out : array of bool
    predictor : array
        The true linear predictor.
    """

    edges: np.ndarray
    gemeente: np.ndarray
    scale: float
    area: np.ndarray
    year: np.ndarray
    design: np.ndarray
    coefficients: np.ndarray
    youths: np.ndarray
    low: np.ndarray
    high: np.ndarray
    held_out: np.ndarray
    predictor: np.ndarray

    @property
    def areas(self) -> int:
        return self.gemeente.size

    @property
    def years(self) -> int:
        return int(self.year.max()) + 1

    def save(self, path: Path) -> None:
        np.savez(path, **{field.name: getattr(self, field.name) for field in fields(self)})

    @classmethod
    def load(cls, path: Path) -> "Country":
        with np.load(path) as kept:
            country = cls(**{field.name: kept[field.name] for field in fields(cls)})
        return replace(country, scale=float(country.scale))


def draw_country(
    land: Landscape,
    seed: int,
    median_youths: float | None = 150.0,
    years: int = 1,
    held_out: float = _HELD_OUT,
    youths_between: tuple[int, int] = (30, 150),
) -> Country:
    """Exact counts in a landscape.

    Parameters
    ----------
    land : Landscape
    seed : int
    median_youths : float or None
        Of the lognormal number of youths per area; None for whole numbers within `youths_between`.
    years : int
    held_out : float
        Share of the areas of which no count is known.
    youths_between : tuple of int
        Lowest and highest number of youths, used where there is no median.
    """
    chance = np.random.default_rng(seed)
    area, year = np.tile(np.arange(land.areas), years), np.repeat(np.arange(years), land.areas)
    later = (year[:, None] == np.arange(1, years)).astype(float)
    design = np.column_stack([np.ones(area.size), land.determinants[area], later])
    intercept = np.log(BASE_RATE / (1.0 - BASE_RATE))
    trend = np.cumsum(chance.normal(0.0, _SD_YEAR, years - 1))
    coefficients = np.concatenate([[intercept], COEFFICIENTS, trend])
    spatial = np.sqrt(MIXING) * land.field.draw(chance)
    own = SD_AREA * (spatial + np.sqrt(1.0 - MIXING) * chance.standard_normal(land.areas))
    gemeente = SD_GEMEENTE * chance.standard_normal(land.gemeente.max() + 1)
    predictor = design @ coefficients + own[area] + gemeente[land.gemeente[area]]
    if years > 1:
        predictor = predictor + _yearly(chance, land.areas, years).ravel()
    if median_youths is None:
        youths = chance.integers(youths_between[0], youths_between[1] + 1, land.areas)
    else:
        drawn = np.round(np.exp(chance.normal(np.log(median_youths), 1.0, land.areas)))
        youths = np.maximum(drawn, _FEWEST_YOUTHS).astype(np.int64)
    users = chance.binomial(youths[area], 1.0 / (1.0 + np.exp(-predictor)))
    hidden = (chance.random(land.areas) < held_out)[area]
    count = np.where(hidden, 0, users)
    return Country(
        land.edges,
        land.gemeente,
        land.field.scale,
        area,
        year,
        design,
        coefficients,
        np.where(hidden, 0, youths[area]),
        count,
        count,
        hidden,
        predictor,
    )


def _yearly(chance: np.random.Generator, areas: int, years: int) -> np.ndarray:
    """An autoregressive effect per area, shape (years, areas)."""
    noise = chance.standard_normal((years, areas))
    for year in range(1, years):
        noise[year] = CORRELATION * noise[year - 1] + np.sqrt(1.0 - CORRELATION**2) * noise[year]
    return SD_YEARLY * noise


def published_bounds(users: np.ndarray, youths: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Between what bounds counts are known as CBS publishes them.

    To the nearest 5, and secret (0 to 7) below 10.
    """
    shown = 5 * ((users + 2) // 5)
    secret = shown < 10
    low, high = np.where(secret, 0, shown - 2), np.where(secret, 7, shown + 2)
    return np.minimum(low, youths), np.minimum(high, youths)


def published(country: Country) -> Country:
    """The counts as CBS publishes them."""
    low, high = published_bounds(country.low, country.youths)
    return replace(country, low=low, high=high)


def without_secret(country: Country) -> Country:
    """What is often done with published counts: take them as exact, and leave out the secret ones."""
    shown = 5 * ((country.low + 2) // 5)
    secret = shown < 10
    count = np.where(secret, 0, np.minimum(shown, country.youths))
    return replace(country, low=count, high=count, youths=np.where(secret, 0, country.youths))
