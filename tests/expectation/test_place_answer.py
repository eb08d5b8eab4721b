# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood answer of every wijk, with a margin that covers what was truly to be expected."""

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.local_model import fit_local
from wijkverhaal.expectation.local_words import wijk_rows
from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion, Step
from wijkverhaal.expectation.place_answer import place_answer
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel

from .neighbourhood_countries import country_panel, own_column, with_own

EFFECTS = {"veiligheid": -0.25, "sociale_samenhang": -0.1}
SEEDS = (5, 6, 7)


@pytest.fixture(scope="module")
def countries(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Panel, pl.DataFrame]]:
    """Countries in which the neighbourhood matters much, each with its truth."""
    found = []
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp("country")
        panel = country_panel(folder, EFFECTS, seed)
        truth = pl.read_parquet(folder / "published" / "truth" / "wijken.parquet")
        found.append((panel, truth.select(pl.col("wijk").alias("area"), "expected_neighbourhood")))
    return found


def _asked(panel: Panel) -> NeighbourhoodQuestion:
    """The question without the comparison on hidden figures, which says nothing of a wijk."""
    step = Step("together", ("local:veiligheid",), {})
    return NeighbourhoodQuestion(panel, 2, 1, Settings(), (step,), ("surroundings", "cooperation", "own"), ())


def _covered(told: pl.DataFrame, truth: pl.DataFrame) -> np.ndarray:
    both = told.join(truth, on="area").drop_nulls("expected_after")
    inside = (100.0 * pl.col("expected_neighbourhood")).is_between(
        pl.col("expected_after_low"), pl.col("expected_after_high")
    )
    return both.select(inside.alias("inside"))["inside"].to_numpy()


def test_the_margin_of_all_wijken_covers_the_truth(countries: list[tuple[Panel, pl.DataFrame]]) -> None:
    covered = [_covered(place_answer(_asked(panel)), truth) for panel, truth in countries]
    share = np.concatenate(covered).mean()
    print("national", [c.mean() for c in covered], share)
    assert 0.82 <= share <= 0.97


def test_the_margin_of_a_local_model_covers_the_truth(countries: list[tuple[Panel, pl.DataFrame]]) -> None:
    covered = []
    for panel, truth in countries:
        region = panel.areas["region"].to_numpy()
        names, counts = np.unique(region, return_counts=True)
        inside = np.asarray(region == names[counts.argmax()])
        own = {one: np.where(inside, own_column(panel, one), np.nan) for one in EFFECTS}
        told = wijk_rows(fit_local(with_own(panel, own), inside, Settings(draws=400)))
        covered.append(_covered(told, truth))
    print("local", [round(c.mean(), 2) for c in covered], np.concatenate(covered).mean())
    assert 0.80 <= np.concatenate(covered).mean() <= 0.98
