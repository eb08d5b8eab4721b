# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tables can be compared, and what is said of those that cannot."""

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.case_table import case_table
from wijkverhaal.stories.truth_table import Cuts

GOOD: dict[str, list[float | None]] = {
    "A": [1, 0, 1, 0],
    "B": [0, 1, 2, 0],
    "C": [0.2, 0.6, 1, 0],
    "Y": [1, 0, 1, 0],
}
CASES = ["een", "twee", "drie", "vier"]


def test_the_kind_follows_from_the_values() -> None:
    assert case_table(CASES, GOOD, "Y", ["A"]).kind == "crisp"
    assert case_table(CASES, GOOD, "Y", ["A", "B"]).kind == "multi-value"
    assert case_table(CASES, GOOD, "Y", ["A", "C"]).kind == "fuzzy"


def test_the_outcome_can_be_negated_or_one_level_of_more() -> None:
    assert case_table(CASES, GOOD, "~Y", ["A"]).outcome.tolist() == [0, 1, 0, 1]
    assert case_table(CASES, GOOD, "B[2]", ["A"]).outcome.tolist() == [0, 0, 1, 0]
    assert case_table(CASES, GOOD, "~B{2}", ["A"]).outcome.tolist() == [1, 1, 0, 1]
    assert case_table(CASES, GOOD, "~C", ["A"]).outcome.tolist() == pytest.approx([0.8, 0.4, 0, 1])


@pytest.mark.parametrize(
    ("change", "outcome", "conditions", "sentence"),
    [
        ({}, "Z", ["A"], "Er is geen kolom Z; kies uit A, B, C, Y"),
        ({}, "Y", ["A", "Z"], "Er is geen kolom Z"),
        ({}, "Y", ["A", "Y"], "Y is de uitkomst"),
        ({}, "~Y", ["Y"], "Y is de uitkomst"),
        ({}, "Y", ["A", "A"], "meer dan één keer"),
        ({}, "Y", [], "geen enkele voorwaarde"),
        ({"A": [1, None, 0, 0]}, "Y", ["A"], "Bij twee ontbreekt A"),
        ({"A": [1, float("nan"), 0, 0]}, "Y", ["A"], "Bij twee ontbreekt A"),
        ({"A": [0.3, 1.2, 0, 0]}, "Y", ["A"], "Bij twee is A 1.2"),
        ({"A": [0.3, -0.2, 0, 0]}, "Y", ["A"], "Bij twee is A -0.2"),
        ({"A": [720, 1098, 3, 0]}, "Y", ["A"], "kalibreer"),
        ({"Y": [1, 1, 1, 1]}, "Y", ["A"], "De uitkomst Y is bij elk geval hetzelfde"),
        ({}, "B", ["A"], r"kies er één, zoals B\[1\]"),
        ({}, "B[7]", ["A"], r"Geen enkel geval heeft B\[7\]"),
        ({}, "Y[2]", ["A"], r"Geen enkel geval heeft Y\[2\]"),
    ],
)
def test_what_cannot_be_compared(
    change: dict[str, list[float | None]], outcome: str, conditions: list[str], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence) as refused:
        case_table(CASES, GOOD | change, outcome, conditions)
    assert str(refused.value).count(". ") == 0


@pytest.mark.parametrize("value", [0, 1, 2, 0.3])
def test_a_condition_that_never_varies_is_named_and_not_refused(value: float) -> None:
    table = case_table(CASES, GOOD | {"A": [value] * 4}, "Y", ["A", "C"])
    assert table.constant == ("A",)


def test_any_number_of_conditions() -> None:
    columns: dict[str, list[float | None]] = {f"C{n}": [n % 2, 1, 0, 1] for n in range(70)}
    table = case_table(CASES, GOOD | columns, "Y", list(columns))
    assert len(table.conditions) == 70


def test_cases_must_be_several_and_different() -> None:
    with pytest.raises(InputError, match="maar 1 geval"):
        case_table(["een"], {"A": [1], "Y": [1]}, "Y", ["A"])
    with pytest.raises(InputError, match="Het geval een staat er twee keer in"):
        case_table(["een", "een"], {"A": [1, 0], "Y": [1, 0]}, "Y", ["A"])


@pytest.mark.parametrize("cuts", [{"consistency": 1.2}, {"pri": -0.1}, {"cases": 0}])
def test_cuts_have_bounds(cuts: dict[str, float]) -> None:
    with pytest.raises(InputError):
        Cuts(**cuts)  # type: ignore[arg-type]
