# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as publishers write them: decimal comma or point, and many ways to say that there is none."""

import polars as pl

#: What stands in a cell without a number; matched after blanks around it are taken away.
MISSING = frozenset(
    {"", ".", "..", "-", "x", "X", "null", "NULL", "NA", "N/A", "n/a", "#N/A", "nan", "NaN", "None"}
    | {f"{code}{tail}" for code in ("-99999999", "-99995", "-99997") for tail in ("", ".0", ",0", ".00")}
)

_PLAIN = r"^[+-]?(\d+([.,]\d*)?|[.,]\d+)([eE][+-]?\d+)?%?$"
_DUTCH_THOUSANDS = r"^[+-]?\d{1,3}(\.\d{3})+,\d+$|^[+-]?\d{1,3}(\.\d{3}){2,}$"
_ENGLISH_THOUSANDS = r"^[+-]?\d{1,3}(,\d{3})+\.\d+$|^[+-]?\d{1,3}(,\d{3}){2,}$"


def without_missing(text: pl.Expr) -> pl.Expr:
    """The text without blanks around it; null where it stands for a missing value."""
    bare = text.str.strip_chars(" \t\r\n\u00a0\u200b\ufeff")
    return pl.when(~bare.is_in(list(MISSING))).then(bare)


def numbers(text: pl.Series) -> pl.Series:
    """The numbers that a column of text stands for.

    Parameters
    ----------
    text : pl.Series
        String, blanks and missing tokens allowed.

    Returns
    -------
    pl.Series
        Float64; null where the text is missing or is no number.

    Examples
    --------
    >>> numbers(pl.Series(["49,6", "498.0", " 7", ".", "-99997", "1.234,5", "veel"])).to_list()
    [49.6, 498.0, 7.0, None, None, 1234.5, None]
    """
    column = pl.col(text.name)
    bare = without_missing(column)
    written = (
        pl.when(bare.str.contains(_DUTCH_THOUSANDS))
        .then(bare.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True))
        .when(bare.str.contains(_ENGLISH_THOUSANDS))
        .then(bare.str.replace_all(",", "", literal=True))
        .when(bare.str.contains(_PLAIN))
        .then(bare.str.replace(",", ".", literal=True))
    )
    number = written.str.strip_chars_end("%").cast(pl.Float64, strict=False)
    number = pl.when(number.is_finite()).then(number)
    return text.to_frame().select(number.alias(text.name))[text.name]
