# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The true use of youth care, and which of the users can be placed in a wijk."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.random import Generator

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
    drawn: list[Care] = []
    before: tuple[Ints, Floats, Ints] | None = None
    for young, rate, coverage in zip(youths, rates, _coverage(settings, seed), strict=True):
        now = young.astype(np.int64)
        if before is None or settings.users_stay == 0:
            users: Ints = chance.binomial(now, rate)
        else:
            users = _users_after(before, now, rate, settings, chance)
        placed = chance.binomial(users, coverage[geography.gemeente])
        drawn.append(Care(users, placed, coverage, reported))
        before = (now, rate, users)
    return drawn


def _users_after(
    before: tuple[Ints, Floats, Ints],
    youths: Ints,
    rate: Floats,
    settings: CountrySettings,
    chance: Generator,
) -> Ints:
    """Users a year later: some stay, others come; one by one their chance is the rate of that year."""
    young, old_rate, users = before
    stay = settings.users_stay
    entry = np.clip((rate - stay * old_rate) / (1 - stay), 0.0, 1.0)
    # who is here in both years; the others are new to the wijk and were not asked before
    here = np.minimum(young, youths)
    users_here = chance.hypergeometric(users, young - users, here)
    kept = chance.binomial(users_here, stay + (1 - stay) * entry)
    came = chance.binomial(here - users_here, (1 - stay) * entry)
    new: Ints = kept + came + chance.binomial(youths - here, rate)
    return new


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
