# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood: cohesion, safety and amenities, as a gemeente's own survey would score them."""

import numpy as np
import polars as pl

from wijkverhaal.simulation.chance import Floats, stream
from wijkverhaal.simulation.factors import FACTORS, standardised
from wijkverhaal.simulation.settings import NEIGHBOURHOOD

_MEAN, _SPREAD = 6.4, 0.7
_LOADINGS = {
    "sociale_samenhang": {"urban": -0.45, "poor": -0.30},
    "veiligheid": {"urban": -0.40, "poor": -0.40},
    "voorzieningen": {"urban": 0.55},
}


def draw_neighbourhood(factors: Floats, seed: int) -> pl.DataFrame:
    """Scores from 1 to 10 per wijk, to one decimal; they hang together with the population."""
    chance = stream(seed, "neighbourhood")
    scores = {}
    for name in NEIGHBOURHOOD:
        loading = np.array([_LOADINGS[name].get(factor, 0.0) for factor in FACTORS])
        own = np.sqrt(1 - loading @ loading) * chance.standard_normal(len(factors))
        scores[name] = np.clip(np.round(_MEAN + _SPREAD * (factors @ loading + own), 1), 1.0, 10.0)
    return pl.DataFrame(scores)


def neighbourhood_scores(neighbourhood: pl.DataFrame) -> Floats:
    """Standardised scores (wijken, indicators), in the order of `NEIGHBOURHOOD`."""
    return standardised(neighbourhood.select(list(NEIGHBOURHOOD)).to_numpy().astype(np.float64))
