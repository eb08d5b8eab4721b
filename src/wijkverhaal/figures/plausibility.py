# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that cannot be true, and figures that look as if a decimal sign was lost."""

from collections.abc import Sequence

import polars as pl

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number
from wijkverhaal.foundation.table import RawTable

#: Medians over wijken that cannot be true for long, whatever the year: a whole column shifted.
_USUAL = {
    "g_hhgro": (1.2, 5.0),
    "g_ink_pi": (10.0, 100.0),
    "g_ink_po": (12.0, 130.0),
    "g_hh_sti": (12.0, 130.0),
    "g_pau_hh": (0.2, 4.0),
    "g_afs_hp": (0.2, 9.0),
    "g_afs_sc": (0.2, 9.0),
    "g_afs_gs": (0.2, 9.0),
    "g_afs_kv": (0.2, 9.0),
}
#: Columns with the inhabitants of one age.
_AGES = ("a_00_14", "a_15_24", "a_25_44", "a_45_64", "a_65_oo")
#: How far rounding can bring a part above its whole.
_ROUNDED = 10
_MOSTLY = 0.5
#: How far beyond the other values a value may lie and still fit.
_MARGIN = 1.5


def check_percentages(wide: pl.DataFrame, columns: Sequence[str], table: RawTable) -> list[str]:
    """Refuse percentages below 0 or above 100, unless it looks like a lost decimal sign.

    Parameters
    ----------
    wide : pl.DataFrame
        Float64 columns, one row per row of `table`.
    columns : sequence of str
        Those that hold percentages.
    table : RawTable
        Names the file and the rows.

    Returns
    -------
    list of str
        Warnings: values above 100 that fit in their column when a decimal sign is put back.

    Raises
    ------
    InputError
        Naming the first row with an impossible value.
    """
    warnings = []
    for name in columns:
        values = wide[name]
        outside = ((values < 0) | (values > 100)).fill_null(False)
        lost = lost_decimal_sign(values) & outside
        if lost.any():
            warnings.append(_decimal_warning(table, name, lost, values))
        wrong = (outside & ~lost).arg_true()
        if wrong.len():
            where = int(wrong[0])
            raise InputError(
                _(
                    "In {file}, rij {row}, kolom {column} staat {value} en dat kan geen percentage zijn;"
                    " verbeter het (of noem de kolom anders)."
                ).format(file=table.place, row=table.rows[where], column=name, value=number(values[where], 1))
            )
    return warnings


def check_counts(wide: pl.DataFrame, columns: Sequence[str], table: RawTable) -> None:
    """Refuse negative counts.

    Raises
    ------
    InputError
        Naming the first row with one.
    """
    for name in columns:
        wrong = (wide[name] < 0).fill_null(False).arg_true()
        if wrong.len():
            where = int(wrong[0])
            raise InputError(
                _(
                    "In {file}, rij {row}, kolom {column} staat {value} en een aantal kan niet negatief zijn;"
                    " verbeter het."
                ).format(
                    file=table.place, row=table.rows[where], column=name, value=number(wide[name][where], 0)
                )
            )


def check_ages(wide: pl.DataFrame, table: RawTable) -> None:
    """Refuse more people of one age than inhabitants, beyond what rounding explains.

    Parameters
    ----------
    wide : pl.DataFrame
        Float64 columns with CBS's short names, one row per row of `table`; a column can be absent.
    table : RawTable
        Names the file and the rows.

    Raises
    ------
    InputError
        Naming the first row with such a count.
    """
    for name in (name for name in _AGES if name in wide.columns):
        wrong = (wide[name] > wide["a_inw"] + _ROUNDED).fill_null(False).arg_true()
        if wrong.len():
            where = int(wrong[0])
            raise InputError(
                _(
                    "In {file}, rij {row}, kolom {column} staat {value}, maar er wonen daar"
                    " {inhabitants} mensen; verbeter een van de twee."
                ).format(
                    file=table.place,
                    row=table.rows[where],
                    column=name,
                    value=number(wide[name][where], 0),
                    inhabitants=number(wide["a_inw"][where], 0),
                )
            )


def check_decimal_signs(wide: pl.DataFrame, columns: Sequence[str], table: RawTable) -> list[str]:
    """Warn about values that are ten times too large, as when 29,2 became 292."""
    warnings = []
    for name in columns:
        values = wide[name]
        lost = lost_decimal_sign(values, round_too=True)
        if lost.any():
            warnings.append(_decimal_warning(table, name, lost, values))
        middle = values.median()
        lowest, highest = _USUAL.get(name, (float("-inf"), float("inf")))
        if isinstance(middle, float) and not lowest <= middle <= highest:
            warnings.append(
                _(
                    "In {file} is de middelste waarde van {column} {value}, en dat is erg ongewoon;"
                    " kijk of de komma's goed staan."
                ).format(file=table.place, column=name, value=number(middle, 1))
            )
    return warnings


def lost_decimal_sign(values: pl.Series, round_too: bool = False) -> pl.Series:
    """Which values are whole, far above all others, and would fit in the column divided by ten.

    Parameters
    ----------
    values : pl.Series
        Float64; only a column of which most values have decimals can tell.
    round_too : bool
        Whether a multiple of ten can be one: 290 for 29,0. Not so for a percentage, where 400 is
        more likely to be nonsense.

    >>> lost_decimal_sign(pl.Series([28.7, 31.5, 292.0, 30.1, 27.9])).to_list()
    [False, False, True, False, False]
    """
    nothing = pl.Series(values.name, [False] * values.len(), dtype=pl.Boolean)
    there = values.drop_nulls()
    whole = (values % 1 == 0).fill_null(False)
    fractional = there.filter(there % 1 != 0)
    if fractional.len() < max(2, _MOSTLY * there.len()):
        return nothing
    lowest, highest = fractional.min(), fractional.max()
    if not isinstance(lowest, float) or not isinstance(highest, float):
        return nothing
    tenth = values / 10
    fits = whole & (values > 2 * highest) & tenth.is_between(lowest / _MARGIN, highest * _MARGIN)
    if not round_too:
        fits &= values % 10 != 0
    return fits.fill_null(False)


def _decimal_warning(table: RawTable, column: str, lost: pl.Series, values: pl.Series) -> str:
    where = int(lost.arg_true()[0])
    return _(
        "In {file}, rij {row}, kolom {column} staat {value}; misschien ontbreekt een komma ({tenth})."
        " Kijk dit na ({count} keer)."
    ).format(
        file=table.place,
        row=table.rows[where],
        column=column,
        value=number(values[where], 0),
        tenth=number(values[where] / 10, 1),
        count=int(lost.sum()),
    )
