# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the wijken of a gemeente changed since the year before: a sentence and a table."""

from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.publication.chart import Column, Table
from wijkverhaal.publication.sentence import (
    PROBABLY_HIGHER,
    PROBABLY_LOWER,
    chance,
    margin,
    signed,
    source,
)


@dataclass(frozen=True)
class ChangeSection:
    """The change of a gemeente's wijken against what was expected here."""

    heading: str
    sentence: str
    table: Table | None


def change_section(run: FinishedRun, year: int, gemeente: str) -> ChangeSection | None:
    """The change since the year before; None where the run has no such year.

    Parameters
    ----------
    run : FinishedRun
    year : int
        The later of the two years.
    gemeente : str
        Code of the gemeente.
    """
    if year - 1 not in run.years:
        return None
    own = run.of_year(year).filter(pl.col("gemeente") == gemeente)
    told = own.filter(pl.col("probability_risen").is_not_null()).sort("name", "area")
    heading = _("Is het veranderd sinds {before}?").format(before=year - 1)
    if told.is_empty():
        text = _(
            "Van geen van deze wijken is te zeggen of het gebruik is veranderd: hun grens of code is sinds"
            " {before} anders, er mist een cijfer, of de jaren zijn niet samen geschat."
        )
        return ChangeSection(heading, text.format(before=year - 1), None)
    rows = list(told.iter_rows(named=True))
    columns = (
        Column(_("Wijk")),
        Column(_("Verandering (procentpunt, 90%-marge)"), True),
        Column(_("Kans dat het gestegen is"), True),
        Column(_("In woorden")),
    )
    caption = _("Verandering tussen {before} en {year}, vergeleken met wat hier verwacht was").format(
        before=year - 1, year=year
    )
    sentence = _sentence(rows, len(own), year - 1) + " " + source(run, year)
    return ChangeSection(heading, sentence, Table(caption, columns, [_cells(row) for row in rows]))


def _sentence(rows: list[dict[str, Any]], wijken: int, before: int) -> str:
    ways = [_way(row) for row in rows]
    risen, fallen = ways.count("risen"), ways.count("fallen")
    if risen or fallen:
        text = _(
            "Van de {count} wijken is het gebruik sinds {before} bij {risen} gestegen en bij {fallen}"
            " gedaald, vergeleken met wat hier verwacht was. Bij de andere is dat niet zeker."
        )
    else:
        text = _(
            "Bij geen van de {count} wijken is zeker dat het gebruik sinds {before} is veranderd,"
            " vergeleken met wat hier verwacht was."
        )
    sentence = text.format(count=len(rows), before=before, risen=risen, fallen=fallen)
    silent = wijken - len(rows)
    if silent:
        text = ngettext(
            "Van {number} wijk is het niet te zeggen.", "Van {number} wijken is het niet te zeggen.", silent
        )
        sentence += " " + text.format(number=silent)
    return sentence


def _way(row: dict[str, Any]) -> str:
    if row["probability_risen"] > PROBABLY_HIGHER:
        return "risen"
    return "fallen" if row["probability_risen"] < PROBABLY_LOWER else "same"


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    words = {
        "risen": _("gestegen"),
        "fallen": _("gedaald"),
        "same": _("niet zeker veranderd"),
    }
    bounds = margin(row["change_here_low"], row["change_here_high"], signed)
    return (
        row["name"] or row["area"],
        f"{signed(row['change_here'])} ({bounds})",
        chance(row["probability_risen"]),
        words[_way(row)],
    )
