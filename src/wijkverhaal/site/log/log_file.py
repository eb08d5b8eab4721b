# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log as a csv file that is safe to open in a spreadsheet."""

import csv
import io
from collections.abc import Iterable

from wijkverhaal.foundation.language import _

#: A cell that begins with one of these would be run as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def file_of(rows: Iterable[tuple[str, str, str]]) -> str:
    """The moment, the kind and the sentence of each event.

    >>> file_of([("2026-01-02 03:04", "logged-out", "=A1 ging weg; @B2.")]).splitlines()[1]
    "2026-01-02 03:04,logged-out,'=A1 ging weg;' @B2."
    """
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow((_("moment"), _("soort"), _("wat er gebeurde")))
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return made.getvalue()


def _safe(cell: str) -> str:
    # a semicolon begins a new cell in a Dutch spreadsheet, so what stands behind it counts too
    parts = cell.split(";")
    return ";".join("'" + part if part.lstrip(' "').startswith(_FORMULA) else part for part in parts)
