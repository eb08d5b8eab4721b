# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The coast of the fictional country: one main land, two islands, and a ragged edge."""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.simulation.chance import Floats, Mask, stream

#: The open Atlantic, where no country lies.
WEST, SOUTH = -33.0, 46.6
KM_PER_LATITUDE = 111.2
_MIDDLE_LATITUDE = 48.3
KM_PER_LONGITUDE = KM_PER_LATITUDE * float(np.cos(np.radians(_MIDDLE_LATITUDE)))

_WIDTH_KM, _HEIGHT_KM = 320.0, 370.0
_FULL_SIZE = 3300
_WAVES = 90
_ROUGHNESS = 0.034  # of the ragged edge, in parts of the width

#: Middle and radii of each land mass, in parts of the width and the height.
_LANDS = np.array(
    [
        [0.42, 0.62, 0.27, 0.27],
        [0.52, 0.36, 0.25, 0.20],
        [0.85, 0.74, 0.075, 0.11],
        [0.15, 0.20, 0.07, 0.08],
    ]
)


@dataclass(frozen=True)
class Coast:
    """Where the fictional country is land.

    Attributes
    ----------
    width, height : float
        Of the sea around the country, in km.
    lands : array (masses, 4)
        Middle and radii, in parts of width and height.
    frequencies : array (waves, 2)
    phases, amplitudes : arrays (waves,)
        Of the waves that make the edge ragged.
    """

    width: float
    height: float
    lands: Floats
    frequencies: Floats
    phases: Floats
    amplitudes: Floats

    def is_land(self, points: Floats) -> Mask:
        """Which of the points (n, 2), in km from the south-west, are land: (n,)."""
        unit = points / np.array([self.width, self.height])
        offset = (unit[:, None, :] - self.lands[None, :, :2]) / self.lands[None, :, 2:]
        inland = ((1 - np.hypot(offset[..., 0], offset[..., 1])) * self.lands[None, :, 2:].min(axis=2)).max(
            axis=1
        )
        ripple = np.cos(unit @ self.frequencies.T + self.phases) @ self.amplitudes
        at_the_rim = (np.abs(unit - 0.5) > 0.47).any(axis=1)
        land: Mask = (inland + _ROUGHNESS * ripple > 0) & (inland > -0.07) & ~at_the_rim
        return land

    def to_degrees(self, points: Floats) -> Floats:
        """Longitude and latitude (n, 2) of points in km."""
        degrees: Floats = np.array([WEST, SOUTH]) + points / np.array([KM_PER_LONGITUDE, KM_PER_LATITUDE])
        return degrees


def draw_coast(wijken: int, seed: int) -> Coast:
    """A coast for a country of so many wijken; fewer wijken make a smaller country, not emptier ones."""
    chance = stream(seed, "coast")
    scale = np.sqrt(wijken / _FULL_SIZE)
    lands = _LANDS + chance.uniform(-0.02, 0.02, _LANDS.shape) * np.array([1.0, 1.0, 0.5, 0.5])
    frequency = np.exp(chance.uniform(np.log(8), np.log(150), _WAVES))
    direction = chance.uniform(0, 2 * np.pi, _WAVES)
    amplitude = frequency**-0.7
    return Coast(
        width=_WIDTH_KM * scale,
        height=_HEIGHT_KM * scale,
        lands=lands,
        frequencies=frequency[:, None] * np.column_stack([np.cos(direction), np.sin(direction)]),
        phases=chance.uniform(0, 2 * np.pi, _WAVES),
        amplitudes=amplitude / np.sqrt((amplitude**2).sum() / 2),
    )
