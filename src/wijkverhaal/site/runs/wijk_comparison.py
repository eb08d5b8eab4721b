# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two to six wijken beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.pairwise_chance import pairwise_chances
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.chart import Chart, Column, Table
from wijkverhaal.publication.explanation_chart import parts_of
from wijkverhaal.publication.predicted import is_predicted, predicted_label
from wijkverhaal.publication.sentence import DASH, chance, signed
from wijkverhaal.site.runs.library import entry_of
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
    pairs: Table | None
    predicted: bool


def compare(run: FinishedRun, year: int, codes: Sequence[str]) -> WijkComparison:
    """The first six of the wijken chosen, in the order of choosing."""
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes if code.strip()))
    known = {code: row for code in wanted if (row := run.area(code, year)) is not None}
    chosen = [code for code in wanted if code in known]
    rows = [known[code] for code in chosen[:MOST]]
    enough = len(rows) >= FEWEST
    return WijkComparison(
        rows=rows,
        unknown=[code for code in wanted if code not in known],
        left_out=[str(known[code]["name"]) for code in chosen[MOST:]],
        chart=_chart(run, year, rows) if enough else None,
        parts=_parts(run, year, rows) if enough else None,
        pairs=_pairs(run, year, rows) if enough else None,
        predicted=any(is_predicted(row) for row in rows),
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


def _pairs(run: FinishedRun, year: int, rows: Sequence[dict[str, Any]]) -> Table | None:
    """How likely each pair differs; None where the run did not keep what that takes."""
    names = {row["area"]: str(row["name"] or row["area"]) for row in rows}
    chances = _chances(entry_of(run.id).folder, year, tuple(names))
    if chances is None:
        return None
    predicted = {row["area"] for row in rows if is_predicted(row)}
    columns = (Column(_("Wijken")), Column(_("Kans dat het gebruik in de eerste hoger is"), True))
    cells = [
        (
            _("{one} en {other}").format(one=names[one], other=names[other]),
            predicted_label() if {one, other} & predicted else chance(probability),
        )
        for (one, other), probability in chances.items()
    ]
    return Table(_("Verschillen de wijken van elkaar? {year}").format(year=year), columns, cells)


@lru_cache(maxsize=200)
def _chances(folder: Path, year: int, areas: tuple[str, ...]) -> dict[tuple[str, str], float] | None:
    return pairwise_chances(folder, year, areas)
