# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What makes wijken differ: a few things that nobody measures, and that vary smoothly over the land."""

import numpy as np
import shapely

from wijkverhaal.simulation.chance import Floats, Ints, stream
from wijkverhaal.simulation.geography import Geography

#: The things that nobody measures; every indicator is a mixture of them and of itself.
FACTORS = ("urban", "poor", "diverse", "families")

_WAVES = 120
_FAR_KM, _NEAR_KM = 70.0, 12.0
#: How much of the variance is smooth over far and near distances, per gemeente, and of the wijk itself.
_FAR, _NEAR, _GEMEENTE, _WIJK = 0.30, 0.20, 0.20, 0.30


def draw_factors(geography: Geography, seed: int) -> Floats:
    """Standardised factors (wijken, factors), in the order of `FACTORS`; urban follows the land itself."""
    chance = stream(seed, "factors")
    gemeenten = len(geography.region)
    drawn = np.column_stack(
        [_factor(geography.middles, geography.gemeente, gemeenten, chance) for _ in FACTORS]
    )
    drawn = standardised(drawn)
    drawn[:, 0] = standardised(1.1 * _density(geography) + 0.7 * drawn[:, 0])
    drawn[:, 2] = standardised(0.45 * drawn[:, 0] + 0.35 * drawn[:, 1] + 0.8 * drawn[:, 2])
    return drawn


def standardised(values: Floats) -> Floats:
    """With mean zero and standard deviation one; zeros where nothing varies."""
    spread = values.std(axis=0)
    scaled: Floats = (values - values.mean(axis=0)) / np.where(spread > 0, spread, 1.0)
    return scaled


def _factor(middles: Floats, gemeente: Ints, gemeenten: int, chance: np.random.Generator) -> Floats:
    factor: Floats = (
        np.sqrt(_FAR) * _smooth(middles, _FAR_KM, chance)
        + np.sqrt(_NEAR) * _smooth(middles, _NEAR_KM, chance)
        + np.sqrt(_GEMEENTE) * chance.standard_normal(gemeenten)[gemeente]
        + np.sqrt(_WIJK) * chance.standard_normal(len(gemeente))
    )
    return factor


def _smooth(middles: Floats, range_km: float, chance: np.random.Generator) -> Floats:
    """A smooth random surface with variance one (random Fourier features of a Gaussian kernel)."""
    frequency = chance.standard_normal((2, _WAVES)) / range_km
    phase = chance.uniform(0, 2 * np.pi, _WAVES)
    surface: Floats = np.cos(middles @ frequency + phase).sum(axis=1) * np.sqrt(2 / _WAVES)
    return surface


def _density(geography: Geography) -> Floats:
    """How close together the wijken lie, and how many there are in the gemeente."""
    size = np.bincount(geography.gemeente)[geography.gemeente]
    return standardised(-np.log(shapely.area(geography.shapes)) + 0.5 * np.log(size))
