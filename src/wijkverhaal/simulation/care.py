# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The true use of youth care, and which of the users can be placed in a wijk."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from wijkverhaal.simulation.chance import Floats, Ints, Mask, over_years, stream
from wijkverhaal.simulation.geography import Geography
from wijkverhaal.simulation.settings import CountrySettings

_COVERAGE_PERSISTENCE = 0.9
_MOST_COVERED = 0.995


@dataclass(frozen=True)
class Care:
    """The users of one year.

    Attributes
    ----------
    users : int array (wijken,)
        Youths with care: the truth.
    placed : int array (wijken,)
        Those of them whose wijk the publisher knows.
    coverage : float array (gemeenten,)
        The chance that a user is placed.
    reported : bool array (gemeenten,)
        False where the gemeente has no rows in the published table.
    """

    users: Ints
    placed: Ints
    coverage: Floats
    reported: Mask


def draw_care(
    youths: list[Floats], rates: list[Floats], geography: Geography, settings: CountrySettings, seed: int
) -> list[Care]:
    """Users per wijk, one `Care` per year, from youths and true rates, each (wijken,) per year."""
    chance = stream(seed, "care")
    reported = _reported(settings, seed)
    drawn = []
    for young, rate, coverage in zip(youths, rates, _coverage(settings, seed), strict=True):
        users = chance.binomial(young.astype(np.int64), rate)
        placed = chance.binomial(users, coverage[geography.gemeente])
        drawn.append(Care(users, placed, coverage, reported))
    return drawn


def _coverage(settings: CountrySettings, seed: int) -> list[Floats]:
    """Coverage per gemeente and year: what is not covered is log-normal, with a bound."""
    scores = over_years(
        stream(seed, "coverage"), (settings.gemeenten,), _COVERAGE_PERSISTENCE, len(settings.years)
    )
    missed = 1 - settings.coverage_median
    spread = np.log((1 - settings.coverage_low) / missed) / NormalDist().inv_cdf(0.95)
    return [
        np.clip(1 - missed * np.exp(spread * score), settings.coverage_minimum, _MOST_COVERED)
        for score in scores
    ]


def _reported(settings: CountrySettings, seed: int) -> Mask:
    reported = np.ones(settings.gemeenten, dtype=bool)
    silent = round(settings.missing_gemeenten * settings.gemeenten)
    reported[stream(seed, "missing").choice(settings.gemeenten, silent, replace=False)] = False
    return reported
