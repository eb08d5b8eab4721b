# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two to six wijken beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.explanation_chart import parts_of
from wijkverhaal.publication.sentence import DASH, signed
from wijkverhaal.site.runs.wijken_chart import margins_sentence, wijken_chart

FEWEST, MOST = 2, 6


@dataclass(frozen=True)
class WijkComparison:
    """Wijken that were chosen, as far as the run has them in that year."""

    rows: list[dict[str, Any]]
    unknown: list[str]
    left_out: list[str]
    chart: Chart | None
    parts: Table | None


def compare(run: FinishedRun, year: int, codes: Sequence[str]) -> WijkComparison:
    """The first six of the wijken chosen, in the order of choosing."""
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes if code.strip()))
    frame = run.of_year(year).filter(pl.col("area").is_in(wanted))
    known = {row["area"]: row for row in frame.iter_rows(named=True)}
    chosen = [code for code in wanted if code in known]
    rows = [known[code] for code in chosen[:MOST]]
    enough = len(rows) >= FEWEST
    return WijkComparison(
        rows=rows,
        unknown=[code for code in wanted if code not in known],
        left_out=[str(known[code]["name"]) for code in chosen[MOST:]],
        chart=_chart(run, year, rows) if enough else None,
        parts=_parts(run, year, rows) if enough else None,
    )


def _chart(run: FinishedRun, year: int, rows: Sequence[dict[str, Any]]) -> Chart:
    title = _("Gekozen wijken met hun marges, {year}").format(year=year)
    names = ", ".join(str(row["name"]) for row in rows)
    named = [{**row, "name": f"{row['name']}, {row['gemeente_name'] or row['gemeente']}"} for row in rows]
    return wijken_chart(run, year, named, title, margins_sentence(run, year, rows, names))


def _parts(run: FinishedRun, year: int, rows: Sequence[dict[str, Any]]) -> Table | None:
    """What each part adds or takes away, per wijk."""
    found = [{part.label: part.effect for part in parts_of(run, row["area"], year)} for row in rows]
    labels = list(dict.fromkeys(label for parts in found for label in parts))
    if not labels:
        return None
    columns = (Column(_("Onderdeel")), *(Column(str(row["name"]), True) for row in rows))
    cells = [
        (label, *(signed(parts[label]) if label in parts else DASH for parts in found)) for label in labels
    ]
    together = (_("Samen"), *(signed(sum(parts.values())) if parts else DASH for parts in found))
    caption = _("Wat elk onderdeel erbij doet of eraf haalt, in procentpunt, {year}").format(year=year)
    return Table(caption, columns, [*cells, together])
