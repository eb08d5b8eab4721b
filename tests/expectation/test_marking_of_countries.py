# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Noise stays grey, true differences are found, and no more marks are wrong than was said."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.marking_summary import marked_wijken, marking_summary
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish

SIZE = {"gemeenten": 100, "wijken": 900, "regions": 12, "years": (2022,)}


def _fitted(folder: Path, seed: int, **settings: float) -> tuple[FittedYear, Floats]:
    """A country that was published, imported and fitted; and the true ratio to expected here."""
    published = folder / f"published-{seed}"
    publish(simulate_country(CountrySettings(**SIZE, **settings), seed=seed), published)  # type: ignore[arg-type]
    workspace = Workspace(folder / f"workspace-{seed}")
    import_files(workspace, sorted(path for path in published.iterdir() if path.is_file()))
    fitted = fit_panel(count_panel(FigureStore(workspace), "jeugdzorg", 2022), Settings(draws=400))
    truth = pl.read_parquet(published / "truth" / "wijken.parquet")
    both = fitted.panel.areas.select("area").join(truth, left_on="area", right_on="wijk", how="left")
    return fitted, (both.sort("area")["rate"] / both.sort("area")["expected_here"]).to_numpy()


def _wrong(fitted: FittedYear, ratio: Floats, rule: MarkingRule) -> tuple[int, int]:
    """How many wijken are marked, and how many of them do not differ so much that way."""
    marked = marked_wijken(fitted, rule)
    right = np.where(marked.direction == "higher", ratio > 1 + rule.smallest, ratio < 1 - rule.smallest)
    return marked.count, int(((marked.direction != "none") & ~right).sum())


@pytest.fixture(scope="module")
def null(tmp_path_factory: pytest.TempPathFactory) -> FittedYear:
    """A country in which no wijk differs from what is expected there."""
    return _fitted(tmp_path_factory.mktemp("null"), 1, wijk_sd=0.0)[0]


@pytest.mark.parametrize("smallest", [0.0, 0.1])
def test_where_no_wijk_differs_hardly_any_is_marked(null: FittedYear, smallest: float) -> None:
    assert marked_wijken(null, MarkingRule(0.1, smallest)).count <= 2


def test_where_no_wijk_differs_chance_explains_every_count_far_off(null: FittedYear) -> None:
    summary = marking_summary(null, marked_wijken(null))
    assert summary["published_beyond"] > 200
    assert summary["published_beyond_by_chance"] == pytest.approx(summary["published_beyond"], rel=0.15)
    assert summary["marked_wrongly"] <= 0.5
    assert summary["share_published_beyond"]["10%"] > 0.3
    assert summary["share_estimated_beyond"]["10%"] == 0.0


def test_where_wijken_differ_they_are_found_and_few_are_wrong(tmp_path: Path) -> None:
    fitted, ratio = _fitted(tmp_path, 2)
    marks, wrong = _wrong(fitted, ratio, MarkingRule(0.1, 0.05))
    assert marks > 100
    assert wrong / marks < 0.17
    summary = marking_summary(fitted, marked_wijken(fitted))
    assert summary["published_beyond"] > 1.2 * summary["published_beyond_by_chance"]
    assert list(summary["share_marked"].values()) == sorted(summary["share_marked"].values(), reverse=True)
    assert summary["marked_wrong_side"] < summary["marked_wrongly"]


@pytest.mark.slow
@pytest.mark.parametrize("smallest", [0.0, 0.1])
def test_over_many_countries_the_wrong_share_is_about_the_rate(tmp_path: Path, smallest: float) -> None:
    found = [_wrong(*_fitted(tmp_path, seed), MarkingRule(0.1, smallest)) for seed in range(100, 120)]
    marks, wrong = np.sum(found, axis=0)
    assert marks > 20 * 50
    assert wrong / marks < 0.125
