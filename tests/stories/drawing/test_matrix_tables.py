# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: three states in words and signs, bounds, and configurations as a display."""

from tests.stories.example import full_study
from wijkverhaal.stories.case_table import case_table
from wijkverhaal.stories.comparison import compare
from wijkverhaal.stories.drawing.case_ordered_table import (
    bounds_table,
    case_ordered_sentence,
    case_ordered_table,
)
from wijkverhaal.stories.drawing.comparison_display import comparison_display
from wijkverhaal.stories.drawing.framework_table import framework_table
from wijkverhaal.stories.matrix.case_ordered import case_ordered
from wijkverhaal.stories.matrix.framework import framework_matrix

FACTORS = ["late", "click"]


def test_the_framework_matrix_says_who_said_what() -> None:
    study = full_study()
    table = framework_table(study, framework_matrix(study, FACTORS))
    rows = {row[0]: row for row in table.rows}
    assert [column.label for column in table.columns] == ["Wie", "Te laat", "Klik"]
    assert rows["gezin A"][1] == (
        "≠ de verhalen verschillen (wel: moeder; niet: school). Moeder en school verschillen."
    )
    assert rows["gezin B"][1] == "+ aanwezig (moeder)"
    assert rows["gezin C"][1] == "− afwezig (school)"
    assert rows["gezin D"][1] == "· niet genoemd"


def test_the_case_ordered_matrix_begins_with_those_it_helped() -> None:
    study = full_study()
    matrix = case_ordered(study, FACTORS)
    table = case_ordered_table(study, matrix)
    assert [row[0] for row in table.rows] == ["gezin C", "gezin D", "gezin A", "gezin B"]
    assert [row[1][0] for row in table.rows] == ["+", "+", "−", "−"]
    assert "bij 2 hielp de hulp, bij 2 niet" in case_ordered_sentence(matrix)
    late = bounds_table(study, matrix).rows[0]
    assert late[0] == "Te laat"
    assert " tot " in late[1]  # what nobody mentioned may be either way


def test_a_comparison_is_a_display_with_its_warning_first() -> None:
    columns = {"x": [1, 1, 0, 0, 1], "z": [1, 0, 1, 0, 1], "outcome": [1, 1, 0, 0, 0]}
    found = compare(case_table("abcde", columns, "outcome", ["x", "z"]))
    shown = comparison_display(
        found, {"x": "Klik", "z": "Wachten", "outcome": "hulp hielp"}, {"a": "gezin A"}
    )
    assert shown.warning.startswith("Puur toeval geeft in ")
    assert "bewijst niets" in shown.warning
    assert [one.heading for one in shown.solutions] == ["Behoudend", "Zuinig"]
    assert shown.contradictions == ("Tegenspraak in rij 4: gezin A wel, e niet.",)
    assert shown.remainders == "Elke combinatie komt voor."
    truth = {row[0]: row for row in shown.truth.rows}
    assert truth["4"][1:4] == ("+ wel", "+ wel", "− nee, ≠ tegenspraak")
    written, table = shown.solutions[0].models[0]
    assert written == "Klik en niet: Wachten"
    assert table.rows[-1][0] == "samen"


def test_the_intermediate_solution_stands_between_the_two() -> None:
    columns = {"x": [1, 0], "z": [1, 0], "outcome": [1, 0]}
    found = compare(case_table("ab", columns, "outcome", ["x", "z"]), directions=["x"])
    shown = comparison_display(found)
    assert [one.heading for one in shown.solutions] == ["Behoudend", "Tussenin", "Zuinig"]
    assert shown.remainders == "Over 2 van de 4 combinaties weten we niets: rijen 2, 3."
