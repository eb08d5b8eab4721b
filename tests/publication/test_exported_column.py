# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of the columns is of exactly the columns that leave the house."""

from pathlib import Path

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import (
    AREA_COLUMNS,
    COEFFICIENT_COLUMNS,
    COMPARABLE_COLUMNS,
    EXPLANATION_COLUMNS,
    EXTRA_COLUMNS,
)
from wijkverhaal.publication import exported_column as told

MANUAL = Path(__file__).parents[2] / "docs" / "handleiding" / "5-uitwisselen.md"


def test_each_column_is_told_of_in_order() -> None:
    known = {
        told.area_columns: [*AREA_COLUMNS, *EXTRA_COLUMNS],
        told.explanation_columns: [*EXPLANATION_COLUMNS],
        told.coefficient_columns: [*COEFFICIENT_COLUMNS],
        told.comparable_columns: [*COMPARABLE_COLUMNS],
    }
    for columns, names in known.items():
        assert [column.name for column in columns()] == names
        assert all(column.unit and column.meaning for column in columns())


def test_the_kinds_and_values_are_those_of_a_run(run: FinishedRun) -> None:
    kinds = {"text": str, "whole": int, "number": (int, float), "flag": bool}
    for row in run.areas.iter_rows(named=True):
        for column in told.area_columns():
            value = row[column.name]
            assert value is None or isinstance(value, kinds[column.kind]), column.name
            assert value is None or not column.values or value in column.values, column.name


def test_the_manual_gives_the_same_units() -> None:
    lines = [line.split(" | ") for line in MANUAL.read_text("utf-8").splitlines() if line.startswith("| `")]
    units = {cells[0].strip("|` "): cells[1] for cells in lines if len(cells) == 3}
    told_of = [column for column in told.area_columns() if column.kind in ("number", "whole")]
    assert {column.name: column.unit for column in told_of} == {
        column.name: units[column.name] for column in told_of
    }
