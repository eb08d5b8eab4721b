# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented tables with tied models, contradictions and rare rows, as R's QCA 3.25.1 solves them."""

from typing import Any

import pytest

from wijkverhaal.stories.case_table import case_table
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.solution import conservative, intermediate, parsimonious, read_directions
from wijkverhaal.stories.truth_table import Cuts, truth_table

#: Rows: conditions A, B, C..., then OUT; per model consistency, PRI and coverage as R prints them.
SOLVED: dict[str, dict[str, Any]] = {
    "crisp 1": {
        "rows": [
            "0 0 1 0 0",
            "0 0 0 1 1",
            "1 1 1 0 1",
            "0 1 0 1 0",
            "1 0 0 1 1",
            "0 1 0 0 1",
            "1 1 1 0 1",
            "1 1 0 1 1",
            "1 0 1 1 0",
            "0 1 0 1 1",
            "0 0 1 1 0",
            "1 1 0 1 1",
            "0 0 0 1 1",
            "1 1 0 1 1",
            "0 1 0 1 1",
            "0 0 1 1 0",
            "1 1 1 0 1",
            "0 0 0 0 0",
            "0 1 0 1 1",
            "0 1 1 1 0",
            "0 0 1 0 0",
            "0 0 0 1 1",
            "0 1 1 1 0",
            "0 0 1 0 0",
            "0 0 0 1 1",
            "1 0 0 1 1",
            "0 1 0 1 1",
            "1 1 0 0 1",
        ],
        "outcome": "OUT",
        "cuts": [1, 0.5, 1],
        "directions": ["A[1]", "B[1]"],
        "conservative": {
            "A*B*~C + A*B*~D + B*~C*~D + ~B*~C*D": "1.000 1.000 0.778",
            "A*B*~D + A*~C*D + B*~C*~D + ~B*~C*D": "1.000 1.000 0.778",
        },
        "parsimonious": {
            "A*B + B*~D + ~B*~C*D": "1.000 1.000 0.778",
            "A*~C + B*~D + ~B*~C*D": "1.000 1.000 0.778",
        },
        "intermediate": {
            "A*B*~C + A*B*~D + B*~C*~D + ~B*~C*D": "1.000 1.000 0.778",
            "A*B*~D + A*~C*D + B*~C*~D + ~B*~C*D": "1.000 1.000 0.778",
        },
    },
    "mv 2": {
        "rows": [
            "1 0 1 1",
            "0 1 2 0",
            "1 0 0 1",
            "0 1 0 1",
            "1 1 0 1",
            "2 1 2 1",
            "0 0 0 1",
            "2 0 1 0",
            "1 2 1 0",
            "1 2 0 1",
            "2 0 0 1",
            "0 2 2 0",
            "2 1 2 1",
            "2 0 2 0",
            "1 1 1 1",
            "2 1 0 1",
            "1 1 1 1",
            "2 2 0 1",
            "2 2 1 1",
            "1 1 0 1",
            "2 0 1 0",
            "0 1 2 0",
            "1 1 0 1",
            "0 0 0 1",
            "0 1 2 0",
            "0 0 0 1",
            "0 2 2 0",
            "2 2 2 1",
            "1 0 0 1",
            "0 2 1 0",
        ],
        "outcome": "OUT",
        "cuts": [0.8, 0, 1],
        "directions": ["B[2]", "C[0]"],
        "conservative": {
            "A[1]*B[0]*C[1] + A[1]*B[1]*C[1] + A[1]*C[0] + A[2]*B[1]*C[2] + A[2]*B[2] + B[0]*C[0] "
            "+ B[1]*C[0]": "1.000 1.000 1.000"
        },
        "parsimonious": {
            "A[1]*B[0] + A[1]*B[1] + A[2]*B[1] + A[2]*B[2] + C[0]": "1.000 1.000 1.000",
            "A[1]*B[0] + A[2]*B[1] + A[2]*B[2] + B[1]*C[1] + C[0]": "1.000 1.000 1.000",
        },
        "intermediate": {
            "A[1]*B[0] + A[1]*B[1] + A[2]*B[1] + A[2]*B[2] + C[0]": "1.000 1.000 1.000",
            "A[1]*B[0] + A[1]*B[1]*C[1] + A[2]*B[1] + A[2]*B[2] + C[0]": "1.000 1.000 1.000",
        },
    },
    "fuzzy 3": {
        "rows": [
            "0.66 0.53 0.51 0.01 0.73 0.54",
            "0.22 0.62 0.78 0.41 0.04 0.17",
            "0.40 0.11 0.79 0.53 0.31 0.13",
            "0.19 0.78 0.82 0.47 0.73 0.02",
            "0.99 0.43 0.69 0.90 0.14 0.39",
            "0.37 0.19 0.61 0.38 0.94 0.42",
            "0.32 0.59 0.06 0.65 0.07 0.72",
            "0.65 0.54 0.41 0.33 0.24 0.34",
            "0.33 0.56 0.78 0.51 0.48 0.14",
            "0.59 0.64 0.97 0.26 0.74 0.00",
            "0.65 0.77 0.63 0.62 0.87 0.42",
            "0.21 0.54 0.10 0.23 0.51 0.46",
            "0.65 0.56 0.81 0.51 0.88 0.28",
            "0.21 0.78 0.97 0.21 0.07 0.00",
            "0.58 0.49 0.64 0.63 0.24 0.42",
            "0.38 0.99 0.99 0.85 0.62 0.00",
            "0.64 0.52 0.75 0.21 0.29 0.36",
            "0.72 0.61 0.28 0.41 0.37 0.69",
            "0.57 0.01 0.94 0.35 0.27 0.00",
            "0.60 0.62 0.14 0.92 0.97 0.59",
            "0.23 0.25 0.51 0.66 0.24 0.27",
            "0.87 0.76 0.14 0.81 0.76 1.00",
            "0.07 0.70 0.35 0.51 0.84 0.55",
            "0.37 0.05 0.69 0.11 0.61 0.46",
            "0.75 0.03 0.22 0.64 0.33 0.66",
            "0.37 0.28 0.71 0.55 0.18 0.08",
            "0.47 0.03 0.58 0.67 0.07 0.49",
            "0.69 0.34 0.44 0.43 0.72 0.68",
            "0.55 0.62 0.06 0.09 0.78 0.61",
        ],
        "outcome": "~OUT",
        "cuts": [0.6, 0.5, 2],
        "directions": ["A[1]", "B[1]", "E[1]"],
        "conservative": {
            "A*B*C*E + A*B*~C*~D*~E + ~A*B*C*~D*~E + ~A*~B*C*~D*E + ~B*C*D*~E": "0.939 0.871 0.676"
        },
        "parsimonious": {"C + ~D": "0.848 0.756 0.934", "C + ~E": "0.839 0.749 0.937"},
        "intermediate": {
            "A*B*~D + B*C + C*D + C*E": "0.917 0.847 0.788",
            "A*B*~D*~E + B*C + C*D + C*E": "0.926 0.865 0.779",
        },
    },
    "crisp 4": {
        "rows": [
            "0 0 1 0 0 0",
            "0 0 0 1 0 1",
            "0 0 1 1 1 0",
            "1 1 0 0 1 1",
            "1 0 0 1 1 1",
            "1 1 1 1 1 1",
            "1 0 0 0 0 0",
            "1 1 1 0 1 1",
            "0 1 0 1 1 1",
            "1 0 0 0 0 0",
            "1 0 1 1 1 0",
            "1 0 0 0 0 1",
            "0 1 0 0 1 1",
            "1 1 1 0 1 1",
            "0 1 1 0 0 0",
            "1 1 1 0 0 1",
            "0 0 0 1 0 1",
            "1 0 1 0 0 1",
            "1 1 0 0 1 1",
            "1 1 0 1 1 1",
            "1 1 0 1 0 1",
            "0 0 1 0 1 0",
            "1 1 1 0 1 1",
        ],
        "outcome": "~OUT",
        "cuts": [0.8, 0, 1],
        "directions": ["A[1]", "B[0]", "C[0]", "E[0]"],
        "conservative": {
            "~A*C*~D*~E + ~A*~B*C*~D + ~B*C*D*E": "1.000 1.000 0.714",
            "~A*C*~D*~E + ~A*~B*C*E + ~B*C*D*E": "1.000 1.000 0.714",
        },
        "parsimonious": {
            "~A*C + ~B*C*D": "1.000 1.000 0.714",
            "~A*C + ~B*C*E": "1.000 1.000 0.714",
            "~A*~D*~E + ~B*C*E": "1.000 1.000 0.714",
        },
        "intermediate": {
            "~A*C*~D*~E + ~A*~B*C + ~B*C*D": "1.000 1.000 0.714",
            "~A*C*~D*~E + ~A*~B*C*~D + ~B*C*D*E": "1.000 1.000 0.714",
            "~A*C*~D*~E + ~A*~B*C*E + ~B*C*D*E": "1.000 1.000 0.714",
            "~A*~B*C*~D + ~A*~D*~E + ~B*C*D*E": "1.000 1.000 0.714",
            "~A*~B*C*E + ~A*~D*~E + ~B*C*D*E": "1.000 1.000 0.714",
            "~A*C*~D*~E + ~B*C*E": "1.000 1.000 0.714",
            "~A*~D*~E + ~B*C*E": "1.000 1.000 0.714",
        },
    },
}


def _printed(models: list[Model]) -> dict[str, str]:
    return {
        " + ".join(sorted(term.written for term in model.terms)): " ".join(
            "-" if value is None else f"{value:.3f}"
            for value in (model.consistency, model.pri, model.coverage)
        )
        for model in models
    }


@pytest.mark.parametrize("name", SOLVED)
def test_all_tied_models_and_their_fit(name: str) -> None:
    solved = SOLVED[name]
    rows = [[float(cell) for cell in row.split()] for row in solved["rows"]]
    names = [chr(ord("A") + place) for place in range(len(rows[0]) - 1)]
    columns = dict(zip([*names, "OUT"], map(list, zip(*rows, strict=True)), strict=True))
    cases = [f"gezin {number}" for number in range(1, len(rows) + 1)]
    truth = truth_table(case_table(cases, columns, solved["outcome"], names), Cuts(*solved["cuts"]))
    assert _printed(list(conservative(truth).models)) == solved["conservative"]
    assert _printed(list(parsimonious(truth).models)) == solved["parsimonious"]
    between = intermediate(truth, read_directions(truth, solved["directions"]))
    assert _printed([one.model for one in between.models]) == solved["intermediate"]
