# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three countries to test on: the full one, a small one, and the small one's neighbour by seed."""

from pathlib import Path

import pytest

from wijkverhaal.simulation.country import Country, CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

SMALL = CountrySettings(gemeenten=20, wijken=120, regions=4)


@pytest.fixture(scope="session")
def country() -> Country:
    return simulate_country()


@pytest.fixture(scope="session")
def small() -> Country:
    return simulate_country(SMALL, seed=3)


@pytest.fixture(scope="session")
def other_small() -> Country:
    return simulate_country(SMALL, seed=4)


@pytest.fixture(scope="session")
def files(country: Country, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("published")
    publish(country, folder)
    return folder
