# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small fictional country through the ordinary import, fitted once."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.estimate import Request, estimate
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation import language
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

from .panels import like_scp_file

SMALL = CountrySettings(gemeenten=40, wijken=260, regions=6)


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    language.use_language("nl")
    yield
    language.use_language("nl")


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the small country, and below them its truth."""
    folder = tmp_path_factory.mktemp("published")
    publish(simulate_country(SMALL, seed=3), folder)
    return folder


@pytest.fixture(scope="session")
def truth(published: Path) -> pl.DataFrame:
    return pl.read_parquet(published / "truth" / "wijken.parquet").rename({"wijk": "area"})


@pytest.fixture(scope="session")
def imported(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace with the small country; only read it."""
    workspace = Workspace(tmp_path_factory.mktemp("imported"))
    import_files(workspace, sorted(path for path in published.iterdir() if path.is_file()))
    return workspace


@pytest.fixture
def workspace(imported: Workspace, tmp_path: Path) -> Workspace:
    """A copy of it to write in."""
    return Workspace(Path(shutil.copytree(imported.root, tmp_path / "werkmap")))


@pytest.fixture(scope="session")
def panel(imported: Workspace) -> Panel:
    return count_panel(FigureStore(imported), "jeugdzorg", 2022)


@pytest.fixture(scope="session")
def scp_panel(panel: Panel) -> Panel:
    """The same wijken as SCP would publish them: percentages without denominators."""
    return like_scp_file(panel)


@pytest.fixture(scope="session")
def fitted(panel: Panel) -> FittedYear:
    return fit_panel(panel, Settings(draws=300))


@pytest.fixture(scope="session")
def fitted_scp(scp_panel: Panel) -> FittedYear:
    return fit_panel(scp_panel, Settings(draws=300))


@pytest.fixture(scope="session")
def fitted_like_scp(scp_panel: Panel) -> FittedYear:
    return fit_panel(scp_panel, Settings(draws=300, like_scp=True))


@pytest.fixture(scope="session")
def run_folder(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run over both years; only read it."""
    workspace = Workspace(tmp_path_factory.mktemp("estimated"))
    import_files(workspace, sorted(path for path in published.iterdir() if path.is_file()))
    return estimate(workspace, Request(settings=Settings(draws=60)))


@pytest.fixture(scope="session")
def run(run_folder: Path) -> FinishedRun:
    return FinishedRun.read(run_folder)
