# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables as csv for other programs: full precision, and safe to open in a spreadsheet."""

from pathlib import Path
from typing import IO

import polars as pl

from wijkverhaal.publication.sentence import fictional_label

#: A cell that begins with one of these would be run as a formula by a spreadsheet.
_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
#: The same inside a text, behind a mark at which a Dutch spreadsheet begins a new cell.
_FORMULA_INSIDE = r'([;\t\r\n][\s"]*)([=+\-@＝＋－＠])'


def write_csv(table: pl.DataFrame, target: Path | IO[bytes], fictional: bool) -> None:
    """Write UTF-8 with commas and decimal points, empty where a value is missing.

    Text that a spreadsheet would take for a formula gets an apostrophe in front. Figures
    of the fictional country get a last column `fictional` that says so in every row.
    """
    if fictional:
        table = table.with_columns(pl.lit(fictional_label()).alias("fictional"))
    table.with_columns(pl.selectors.string().str.replace_all(_FORMULA_INSIDE, "${1}'${2}")).with_columns(
        pl.when(text.str.contains(_FORMULA)).then(pl.lit("'") + text).otherwise(text).alias(name)
        for name, kind in table.schema.items()
        if kind == pl.String
        for text in [pl.col(name)]
    ).with_columns(pl.selectors.float().fill_nan(None)).write_csv(target, null_value="", line_terminator="\n")
