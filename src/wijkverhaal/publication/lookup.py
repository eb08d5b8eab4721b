# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding a wijk by its code, and helping who typed it almost right."""

from difflib import get_close_matches
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _

_SUGGESTIONS = 3


def find_wijk(run: FinishedRun, code: str, year: int | None = None) -> dict[str, Any]:
    """The row of a wijk; of the newest year that has it where none is given.

    Raises
    ------
    NotFoundError
        When the run has no such wijk (with codes and names that come near), or not in that year.
    """
    rows = run.areas.filter(pl.col("area") == code.strip().upper()).sort("year")
    if rows.is_empty():
        raise NotFoundError(_unknown(run, code.strip()))
    if year is not None:
        years = ", ".join(str(known) for known in rows["year"])
        rows = rows.filter(pl.col("year") == year)
        if rows.is_empty():
            raise NotFoundError(
                _(
                    "Wijk {code} staat in berekening {run} niet in {year}; kies een van deze jaren: {years}."
                ).format(code=code, run=run.id, year=year, years=years)
            )
    return rows.to_dicts()[-1]


def _unknown(run: FinishedRun, code: str) -> str:
    near = near_wijken(run, code)
    if not near:
        return _(
            "Berekening {run} kent geen wijk {code}; zoek de code op in areas.csv (wijkverhaal export)."
        ).format(run=run.id, code=code)
    return _("Berekening {run} kent geen wijk {code}; bedoelt u {near}?").format(
        run=run.id, code=code, near=", ".join(near)
    )


def near_wijken(run: FinishedRun, text: str) -> list[str]:
    """At most three wijken whose code or name comes near, as "WK900101 (Name)"."""
    wijken = run.areas.select("area", "name").unique("area", maintain_order=True)
    names = {str(area): str(name or "") for area, name in wijken.iter_rows()}
    by_name = {f"{name.casefold()}\n{area}": area for area, name in names.items()}
    wanted = text.casefold()
    found = [area for key, area in by_name.items() if wanted and wanted in key.split("\n")[0]]
    found += get_close_matches(text.upper(), names, n=_SUGGESTIONS, cutoff=0.75)
    plain = {key.split("\n")[0]: area for key, area in by_name.items()}
    found += [plain[name] for name in get_close_matches(wanted, plain, n=_SUGGESTIONS, cutoff=0.7)]
    return [f"{area} ({names[area]})" for area in list(dict.fromkeys(found))[:_SUGGESTIONS]]
