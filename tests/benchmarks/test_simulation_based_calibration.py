# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promise itself: over countries drawn from the prior, the truth stands anywhere in the posterior."""

import numpy as np
import pytest
from peers.rank_band import rank_band
from peers.small_world import SmallWorld
from simulation_based_calibration import places_of


def test_a_small_country_gives_a_place_for_every_quantity() -> None:
    places = SmallWorld.draw().places(seed=3)
    assert {"sd_wijk", "neighbours_wijk", "sd_gemeente", "area", "area held out", "coefficient"} <= set(
        places
    )
    assert all(0.0 <= place <= 1.0 for place in places.values())
    assert len(set(places.values())) > 5


@pytest.mark.slow
def test_ranks_stay_within_their_band() -> None:
    countries = 1000
    found = places_of(countries)
    band = rank_band(countries, 1.0 - 0.05 / len(found))  # of all quantities together
    outside = {
        name: band.excess(places) for name, places in found.items() if not band.holds(np.asarray(places))
    }
    assert outside == {}
