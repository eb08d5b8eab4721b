# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What else is printed of the published examples: the negated table, single conditions, and the share."""

from collections.abc import Callable
from typing import Any

import numpy as np

from wijkverhaal.stories.alpha import krippendorff_alpha
from wijkverhaal.stories.case_table import CaseTable
from wijkverhaal.stories.model import ModelFitter
from wijkverhaal.stories.necessity import necessary_expressions
from wijkverhaal.stories.truth_table import Cuts, truth_table

FIVE = ["DEV", "URB", "LIT", "IND", "STB"]
Lipset = Callable[[str, str, list[str]], CaseTable]


def _three(*values: float | None) -> str:
    return " ".join("-" if one is None else f"{one:.3f}" for one in values)


def test_the_negated_crisp_table(lipset: Lipset) -> None:
    rows = truth_table(lipset("LC", "~SURV", FIVE), Cuts(1)).rows
    found = {row.number: (bool(row.leads), len(row.cases), _three(row.consistency, row.pri)) for row in rows}
    yes, no = "1.000 1.000", "0.000 0.000"
    assert found == {
        1: (True, 3, yes),
        2: (True, 2, yes),
        5: (True, 2, yes),
        6: (True, 1, yes),
        22: (False, 2, no),
        23: (True, 1, yes),
        24: (False, 2, no),
        31: (True, 1, yes),
        32: (False, 4, no),
    }
    assert {row.number: row.cases for row in rows}[1] == ("GR", "PT", "ES")


def test_necessary_expressions_with_their_coverage(lipset: Lipset) -> None:
    crisp = necessary_expressions(lipset("LC", "SURV", FIVE), consistency=1, longest=5)
    assert {one.written: _three(one.fit.consistency, one.fit.coverage) for one in crisp} == {
        "DEV": "1.000 0.800",
        "LIT": "1.000 0.615",
        "STB": "1.000 0.727",
        "DEV*LIT": "1.000 0.800",
        "DEV*STB": "1.000 1.000",
        "LIT*STB": "1.000 0.889",
        "DEV*LIT*STB": "1.000 1.000",
        "~URB + IND": "1.000 0.444",
    }


def test_each_fuzzy_condition_by_itself(lipset: Lipset) -> None:
    truth = truth_table(lipset("LF", "SURV", FIVE), Cuts(0.8))
    single = [tuple(1 if place == one else -1 for place in range(5)) for one in range(5)]
    model = ModelFitter(truth).fitted(single)
    found = [
        f"{one.written} {_three(one.consistency, one.pri, one.raw_coverage, one.unique_coverage)}"
        for one in model.terms
    ]
    assert found == [
        "DEV 0.775 0.743 0.831 0.000",
        "URB 0.771 0.720 0.539 0.000",
        "LIT 0.643 0.587 0.991 0.053",
        "IND 0.684 0.648 0.669 0.004",
        "STB 0.707 0.664 0.920 0.005",
    ]


def test_the_share_of_equal_pairs(published_json: Callable[[str], Any]) -> None:
    example = published_json("agreement/agreement_worked_examples.json")["krippendorff_2004_p230_2011_C"]
    rows = [[np.nan if cell is None else cell for cell in row] for row in example["rows"]]
    found = krippendorff_alpha(np.array(rows, dtype=float))
    assert round(1 - found.observed, 3) == example["published"]["percent"]
