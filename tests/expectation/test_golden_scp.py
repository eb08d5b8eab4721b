# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model on SCP's file gives the numbers that were kept; scripts/golden_numbers renews them."""

from typing import Any

import pytest

from .golden_numbers import FILES, MODELS, REAL, WIJKEN, golden, scp_figures_are_there, scp_numbers

pytestmark = pytest.mark.skipif(
    not scp_figures_are_there(), reason=f"golden numbers of SCP not compared: no {', '.join(FILES)} in {REAL}"
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return scp_numbers(tmp_path_factory.mktemp("scp"))


@pytest.fixture(scope="module")
def kept() -> dict[str, Any]:
    return golden("scp")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(
    ("part", "of_mean", "of_sd"),
    [("hyperparameters", 0.15, 0.15), ("coefficients", 0.05, 0.05), ("expected_here", 0.1, 0.1)],
)
def test_means_and_spreads_are_what_they_were(
    found: dict[str, Any], kept: dict[str, Any], model: str, part: str, of_mean: float, of_sd: float
) -> None:
    """Means to within a share of their own standard deviation, standard deviations relatively."""
    now, then = found[model][part], kept[model][part]
    assert now.keys() == then.keys()
    for name, value in then.items():
        assert abs(now[name]["mean"] - value["mean"]) <= of_mean * value["sd"], name
        assert now[name]["sd"] == pytest.approx(value["sd"], rel=of_sd), name


@pytest.mark.parametrize("model", MODELS)
def test_what_is_left_is_as_alike_among_neighbours_as_it_was(
    found: dict[str, Any], kept: dict[str, Any], model: str
) -> None:
    now, then = found[model]["morans_i_of_residual"], kept[model]["morans_i_of_residual"]
    assert now["wijken"] == then["wijken"]
    assert now["value"] == pytest.approx(then["value"], abs=0.005)


def test_no_figure_of_scp_is_kept(kept: dict[str, Any]) -> None:
    """Wijken stand in the golden file by row, and only with what the model computed."""
    for model in MODELS:
        assert len(kept[model]["expected_here"]) == WIJKEN
        assert all(name.startswith("row ") for name in kept[model]["expected_here"])
        assert all(value["sd"] > 0 for value in kept[model]["expected_here"].values())
