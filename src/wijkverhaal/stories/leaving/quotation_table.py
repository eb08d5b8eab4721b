# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations as csv: one row each, only those that may leave, and nothing that a spreadsheet would run."""

import csv
from collections.abc import Iterable
from io import StringIO

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.leaving.quotation import Quotation, leaving

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def quotation_csv(found: Iterable[Quotation]) -> bytes:
    """The rows, with a semicolon between and a byte order mark, as Dutch spreadsheets expect.

    Look at it with `export_scan.check_leaving` before it goes.
    """
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("factor"), _("gezin"), _("rol"), _("zegt"), _("citaat")])
    for one in leaving(found):
        says = _("was er") if one.present else _("was er niet")
        writer.writerow([_harmless(cell) for cell in (one.factor, one.family, one.role, says, one.text)])
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return "'" + cell if cell.startswith(_FORMULA) else cell
