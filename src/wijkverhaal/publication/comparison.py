# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken that a wijk can be compared with, as rows of a small table."""

from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import DIFFERING
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import rate, signed

_NAME, _RATE, _WIDTH = 29, 10, 80


def comparable_rows(run: FinishedRun, area: str, year: int) -> list[dict[str, Any]]:
    """The comparable wijken of a wijk, the most alike first; empty where the run has none."""
    return sorted(run.compared(area, year), key=lambda row: row["rank"])


def comparable_data(run: FinishedRun, area: str, year: int) -> list[dict[str, Any]]:
    """The same for a script: what differs is a list per wijk."""
    return [_nested(row) for row in comparable_rows(run, area, year)]


def _nested(row: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in row.items() if not name.startswith(("differs_", "area", "year"))}
    differs = [
        {
            "indicator": row[f"differs_{number}"],
            **{ending: row[f"differs_{number}_{ending}"] for ending in ("label", "unit", "here", "there")},
        }
        for number in range(1, DIFFERING + 1)
        if row[f"differs_{number}"] is not None
    ]
    return kept | {"differs": differs}


def comparable_lines(run: FinishedRun, area: str, year: int) -> list[str]:
    """The table in a terminal of 80 columns, under a heading; empty where the run has none."""
    rows = comparable_rows(run, area, year)
    if not rows:
        return []
    heads = (_("Vergelijkbare wijken"), _("verwacht"), _("werkelijk"), _("verschilt het meest in"))
    lines = [f"{heads[0]:<{_NAME}}{heads[1]:>{_RATE}}{heads[2]:>{_RATE}}  {heads[3]}"]
    return [_short(line, _WIDTH) for line in [*lines, *map(_line, rows)]]


def _line(row: dict[str, Any]) -> str:
    where = row["other_gemeente_name"] or row["other_gemeente"]
    name = _short(f"{row['other_name'] or row['other']}, {where}", _NAME)
    expected, actual = rate(row["other_expected_here"]), rate(row["other_actual"])
    return f"{name:<{_NAME}}{expected:>{_RATE}}{actual:>{_RATE}}  {_differs(row)}"


def _differs(row: dict[str, Any]) -> str:
    """The indicator that differs most, and how much higher or lower it is there."""
    if row["differs_1"] is None:
        return ""
    more = signed(row["differs_1_there"] - row["differs_1_here"])
    room = _WIDTH - _NAME - 2 * _RATE - 3 - len(more)
    return f"{_short(str(row['differs_1_label']), room)} {more}"


def _short(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(room - 1, 0)] + "…"
