# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The numbers of the model on SCP's file that are kept, and where."""

import json
from pathlib import Path
from typing import Any

import numpy as np

from wijkverhaal.expectation.likeness_of_neighbours import likeness_of_neighbours
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, percentage_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

GOLDEN = Path(__file__).parent / "golden"
REAL = Path(__file__).parents[3] / "shared" / "data"
FILES = (
    "scp/Wijkdata_Jeugdhulp_in_de_wijk.ods",
    "areas/gemeente_jeugdregio.csv",
    "areas/wijk_2022_adjacency_queen.csv",
)
MODELS = {"default": Settings(), "like_scp": Settings(like_scp=True)}
WIJKEN = 20  # evenly over the file in the order of their codes


def golden(name: str) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads((GOLDEN / f"{name}.json").read_text("utf-8"))
    return kept


def scp_figures_are_there() -> bool:
    return all((REAL / name).exists() for name in FILES)


def scp_panel_of(folder: Path) -> Panel:
    workspace = Workspace(folder)
    import_files(workspace, [REAL / name for name in FILES])
    return percentage_panel(FigureStore(workspace))


def scp_numbers(folder: Path) -> dict[str, Any]:
    """Hyperparameters, coefficients, what is expected in 20 wijken, and Moran's I, per model."""
    panel = scp_panel_of(folder)
    return {name: _numbers(fit_panel(panel, settings)) for name, settings in MODELS.items()}


def _numbers(fitted: FittedYear) -> dict[str, Any]:
    posterior, specification = fitted.posterior, fitted.specification
    fixed = posterior.weights @ posterior.fixed_mean
    variance = np.einsum("pkk->pk", posterior.fixed_covariance) + (posterior.fixed_mean - fixed) ** 2
    terms = ["intercept", *(column.term for column in specification.determinants.columns)]
    expected = fitted.answers.expected_here
    rows = np.linspace(0, expected.shape[1] - 1, WIJKEN).round().astype(int)
    likeness = likeness_of_neighbours(fitted)
    assert likeness is not None
    theta = posterior.draws.theta
    return {
        "hyperparameters": {
            name: {"mean": _rounded(theta[:, k].mean()), "sd": _rounded(theta[:, k].std())}
            for k, name in enumerate(specification.model.hyperparameters)
        },
        "coefficients": {
            term: {"mean": _rounded(fixed[k]), "sd": _rounded(sd)}
            for k, (term, sd) in enumerate(zip(terms, np.sqrt(posterior.weights @ variance), strict=True))
        },
        "expected_here": {
            f"row {row}": {"mean": _rounded(expected[:, row].mean()), "sd": _rounded(expected[:, row].std())}
            for row in rows
        },
        "morans_i_of_residual": {
            "value": _rounded(likeness.residual.value),
            "wijken": likeness.residual.areas,
        },
    }


def _rounded(value: float) -> float:
    return float(f"{float(value):.6g}")
