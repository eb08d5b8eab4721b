# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small fictional country on disk, and a workspace in which it was imported and estimated."""

import shutil
from pathlib import Path

import pytest

from wijkverhaal.cli.main import run
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("published")
    return publish(simulate_country(CountrySettings(gemeenten=20, wijken=120, regions=4), seed=7), folder)


@pytest.fixture(scope="session")
def workspace(published: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home") / "werkmap"
    assert run(["import", *map(str, published), "--workspace", str(folder)]) == 0
    assert run(["estimate", "--workspace", str(folder)]) == 0
    return folder


@pytest.fixture
def own_workspace(workspace: Path, tmp_path: Path) -> Path:
    """A copy, for a test that adds to it."""
    return Path(shutil.copytree(workspace, tmp_path / "werkmap"))
