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
from wijkverhaal.stories.matrix.left_out import EveryCase, left_out

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
    model = shown.solutions[0].models[0]
    assert model.written == "‘Klik’ wel en ‘Wachten’ niet"
    assert model.table.rows[-1][0] == "samen"
    assert model.bounds == ""
    assert shown.truth.columns[3].label == "Gaat samen met ‘hulp hielp’"
    assert shown.constant == ()


def test_a_condition_that_never_varies_is_shown_with_a_warning() -> None:
    columns = {"x": [1, 1, 1, 1], "z": [1, 0, 1, 0], "outcome": [1, 0, 1, 0]}
    found = compare(case_table("abcd", columns, "outcome", ["x", "z"]))
    shown = comparison_display(found, {"x": "Klik"})
    assert [one.split(",")[0] for one in shown.constant] == ["‘Klik’ was er bij elk geval in deze tabel"]
    necessary = {row[0]: row[1:3] for row in shown.necessity.rows}
    assert necessary["‘Klik’ wel"] == ("1,00", "0,00")
    assert shown.solutions[0].models[0].written == "‘Klik’ wel en ‘z’ wel"
    assert shown.solutions[-1].models[0].written == "‘z’ wel"


def test_what_is_left_out_widens_what_a_model_says() -> None:
    study = full_study()
    matrix = case_ordered(study, FACTORS)
    assert {one.case for one in left_out(matrix, ["late"])} == {"A", "D"}
    assert all(one.unknown == ("late",) and one.judged for one in left_out(matrix, ["late"]))
    every = EveryCase(matrix, ("late",))
    shown = comparison_display(compare(matrix.table(["late"])), every=every)
    # Of A (not helped) and D (helped) it is not known whether help was late; of B it was, of C not.
    rows = {row[0]: row for row in shown.necessity.rows}
    assert rows["‘late’ niet"][1] == "1,00"
    assert rows["‘late’ niet"][4] == "0,50 tot 1,00"
    assert shown.solutions[0].models[0].bounds == (
        "Met iedereen erbij: consistentie 0,50 tot 1,00, dekking 0,50 tot 1,00."
    )


def test_the_intermediate_solution_stands_between_the_two() -> None:
    columns = {"x": [1, 0], "z": [1, 0], "outcome": [1, 0]}
    found = compare(case_table("ab", columns, "outcome", ["x", "z"]), directions=["x"])
    shown = comparison_display(found)
    assert [one.heading for one in shown.solutions] == ["Behoudend", "Tussenin", "Zuinig"]
    assert shown.remainders == "Over 2 van de 4 combinaties weten we niets: rijen 2, 3."
