# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wijken elsewhere that each wijk of a gemeente can be compared with: a sentence and a table."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import DIFFERING
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Column, Table
from wijkverhaal.publication.comparison import comparable_rows
from wijkverhaal.publication.marking_sentence import standing_out, way_of
from wijkverhaal.publication.predicted import is_predicted, use_of_wijk, with_predicted
from wijkverhaal.publication.sentence import DASH, figure, margin, rate, signed, source


@dataclass(frozen=True)
class AlikeWijk:
    """One wijk with those that are most alike in population."""

    area: str
    heading: str
    marked: bool
    sentence: str
    table: Table


def alike_wijken(run: FinishedRun, year: int, gemeente: str, most: int) -> list[AlikeWijk]:
    """The wijken of a gemeente, those that stand out first.

    Parameters
    ----------
    run : FinishedRun
    year : int
    gemeente : str
        Code of the gemeente.
    most : int
        How many wijken at most; those that stand out come first, then those with most youths.
    """
    own = run.of_year(year).filter(pl.col("gemeente") == gemeente)
    rows = own.sort("youths", "area", descending=[True, False], nulls_last=True).to_dicts()
    rows.sort(key=lambda row: not _stands_out(row))
    kept = sorted(rows[:most], key=lambda row: (not _stands_out(row), str(row["name"] or row["area"])))
    found = [_alike(run, row) for row in kept]
    return [one for one in found if one is not None]


def _stands_out(row: dict[str, Any]) -> bool:
    return way_of(row) in ("higher", "lower")


def _alike(run: FinishedRun, row: dict[str, Any]) -> AlikeWijk | None:
    others = comparable_rows(run, row["area"], row["year"])
    if not others:
        return None
    name = str(row["name"] or row["area"])
    heading = _("{wijk}: {mark}").format(wijk=name, mark=standing_out(way_of(row)))
    return AlikeWijk(
        row["area"],
        heading,
        _stands_out(row),
        _sentence(run, row, others),
        _table(run, row["year"], name, others),
    )


def _sentence(run: FinishedRun, row: dict[str, Any], others: list[dict[str, Any]]) -> str:
    if is_predicted(row):
        return use_of_wijk(run, row) + " " + source(run, row["year"])
    actual = [other["other_actual"] for other in others if other["other_actual"] is not None]
    text = _(
        "In de {count} wijken elders waarvan de bewoners het meest op die van {wijk} lijken, gebruikt in"
        " {year} naar schatting {low} tot {high} van de jeugdigen deze hulp; in {wijk} zelf {own} (90%-marge"
        " {margin})."
    )
    sentence = text.format(
        count=len(others),
        wijk=row["name"] or row["area"],
        year=row["year"],
        low=rate(min(actual, default=None)),
        high=rate(max(actual, default=None)),
        own=rate(row["actual"]),
        margin=margin(row["actual_low"], row["actual_high"]),
    )
    return sentence + " " + source(run, row["year"])


def _table(run: FinishedRun, year: int, name: str, others: list[dict[str, Any]]) -> Table:
    columns = (
        Column(_("Wijk en gemeente")),
        Column(_("Verwacht daar (%)"), True),
        Column(_("Werkelijk daar (%)"), True),
        Column(_("Wat daar het meest anders is")),
    )
    rows = [
        (
            f"{other['other_name'] or other['other']}, "
            f"{other['other_gemeente_name'] or other['other_gemeente'] or DASH}",
            figure(other["other_expected_here"]),
            with_predicted(run.area(other["other"], year) or {}, figure(other["other_actual"])),
            _differs(other),
        )
        for other in others
    ]
    return Table(_("Vergelijkbare wijken van {wijk}").format(wijk=name), columns, rows)


def _differs(other: dict[str, Any]) -> str:
    """The indicators that differ most, and how much higher or lower they are there."""
    found = [
        f"{other[f'differs_{number}_label']} "
        + signed(other[f"differs_{number}_there"] - other[f"differs_{number}_here"])
        for number in range(1, DIFFERING + 1)
        if other[f"differs_{number}"] is not None
    ]
    return "; ".join(found) or DASH
