# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run names the sources that it rests on, and no others."""

from pathlib import Path

import pytest

from wijkverhaal.expectation.multilevel import fit_panels
from wijkverhaal.expectation.run_inputs import inputs_of
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.files import checksum
from wijkverhaal.foundation.workspace import Workspace

FEW = Settings(draws=4)


@pytest.fixture
def with_own_figures(workspace: Workspace, published: Path, tmp_path: Path) -> tuple[Workspace, Path]:
    """The country with a gemeente's own table that has a figure of every wijk."""
    codes = sorted(count_panel(FigureStore(workspace), "jeugdzorg", 2022).areas["area"])
    own = tmp_path / "eigen.csv"
    rows = [f"{code};2022;{(7 * k) % 13};{(5 * k) % 11}" for k, code in enumerate(codes)]
    own.write_text("\n".join(["wijkcode;jaar;veiligheid: meldingen;overig: cijfer", *rows]) + "\n", "utf-8")
    import_files(workspace, [own], fictional=True)
    return workspace, own


def _files(workspace: Workspace, settings: Settings, year: int = 2022) -> dict[str, str]:
    store = FigureStore(workspace)
    fitted = fit_panels([count_panel(store, "jeugdzorg", year)], settings)
    return {entry["file"]: entry["checksum"] for entry in inputs_of(store, fitted)}


def test_an_own_figure_is_named_when_it_became_a_determinant(
    with_own_figures: tuple[Workspace, Path],
) -> None:
    workspace, own = with_own_figures
    used = _files(workspace, Settings(draws=4, neighbourhood=frozenset({"safety"})))
    assert used[own.name] == checksum(own)


def test_an_own_figure_that_was_left_out_is_not_named(with_own_figures: tuple[Workspace, Path]) -> None:
    workspace, own = with_own_figures
    assert own.name not in _files(workspace, FEW)
    another_group = Settings(draws=4, neighbourhood=frozenset({"cohesion"}))
    assert own.name not in _files(workspace, another_group)


def test_the_list_of_neighbours_is_named(imported: Workspace, published: Path) -> None:
    used = _files(imported, FEW)
    assert used["adjacency_2022.csv"] == checksum(published / "adjacency_2022.csv")


def test_files_of_another_year_are_not_named(imported: Workspace) -> None:
    used = _files(imported, FEW)
    assert "jeugdzorg_wijk_2022.csv" in used
    assert "jeugdzorg_wijk_2021.csv" not in used
