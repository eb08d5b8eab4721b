# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of areas as CBS writes them: NL00, GM0363, WK036300, WK0363AA, BU03630000.

A code is text, never a number. Where a spreadsheet made numbers of codes, the zeros that it
dropped are put back, if the column says which level it is about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

COUNTRY = "NL00"

#: What is left of the code of the country without its letters.
_COUNTRY_DIGITS = ("", "0", "00", "1", "01")
_DIGITS = {"gemeente": 4, "wijk": 6, "buurt": 8}
_PREFIXES = {"gemeente": "GM", "wijk": "WK", "buurt": "BU"}
_LEVELS = {"NL": "country", "GM": "gemeente", "WK": "wijk", "BU": "buurt"}
_COMPLETE = re.compile(r"NL\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4}")
_SHORT = re.compile(r"(?:GM|WK|BU)?\d[0-9A-Z]*")
#: Other divisions of the country that stand in the same CBS tables: provinces, regions and so on.
_OTHER = re.compile(r"(?:LD|PV|CR|JZ|AM|AR|GG|JP|KK|NS|OV|PR|RE|RK|RM|RP|RR|RT|RU|SG|TR|VR|WS|ZK)\d{2,4}")


@dataclass(frozen=True)
class CodeColumn:
    """A column of codes.

    Attributes
    ----------
    codes : pl.Series
        Canonical codes; null where the row is about another division of the country (a province).
    completed : int
        How many lacked their prefix or leading zeros and were completed.
    others : int
        How many are about another division of the country.
    """

    codes: pl.Series
    completed: int
    others: int


def level_of(code: str) -> str:
    """The level of a canonical code.

    >>> level_of("NL00"), level_of("WK0363AA")
    ('country', 'wijk')
    """
    return _LEVELS[code[:2]]


def gemeente_of(code: str) -> str | None:
    """The code of the gemeente in which an area lies; None for the country.

    >>> gemeente_of("WK0363AA"), gemeente_of("NL00")
    ('GM0363', None)
    """
    return None if code.startswith("NL") else "GM" + code[2:6]


def complete_code(text: str, level: str | None = None) -> str | None:
    """The canonical code for what stands in a cell.

    Parameters
    ----------
    text : str
        The cell.
    level : {"country", "gemeente", "wijk", "buurt"}, optional
        What the column or the row is about, for codes without a prefix.

    Returns
    -------
    str or None
        None where the code cannot be completed.

    Examples
    --------
    >>> complete_code("WK036300  "), complete_code("300", "wijk"), complete_code("3", "gemeente")
    ('WK036300', 'WK000300', 'GM0003')
    >>> complete_code("363AA", "wijk"), complete_code("300"), complete_code("0", "wijk")
    ('WK0363AA', None, None)
    >>> complete_code("0", "country")
    'NL00'
    """
    code = text.strip().upper().removesuffix(".0")
    if code in ("NL", "NL01", COUNTRY) or (level == "country" and code in _COUNTRY_DIGITS):
        return COUNTRY
    if not _COMPLETE.fullmatch(code):
        code = _with_zeros(code, level)
    known = _COMPLETE.fullmatch(code) and (code.startswith("NL") or code[2:6] != "0000")
    return code if known else None


def _with_zeros(code: str, level: str | None) -> str:
    if not _SHORT.fullmatch(code):
        return ""
    named = _LEVELS.get(code[:2], level)
    if named not in _PREFIXES:
        return ""
    digits = code.removeprefix(_PREFIXES[named])
    if digits.startswith("0") and len(digits) < _DIGITS[named]:
        return ""  # a number that lost its zeros does not start with one: something else is missing
    return _PREFIXES[named] + digits.zfill(_DIGITS[named])


def canonical_codes(
    text: pl.Series,
    rows: pl.Series,
    file: str,
    column: str,
    level: str | Sequence[str | None] | None = None,
) -> CodeColumn:
    """The canonical codes for a column of a table.

    Parameters
    ----------
    text, rows : pl.Series
        The cells, and for each the number of its row in the file.
    file, column : str
        Named in the sentence when a code cannot be completed.
    level : {"gemeente", "wijk", "buurt"} or sequence, optional
        What the column is about, for codes without a prefix; or what each row is about, then also
        "country" (whose cell can be empty) and None where not known.

    Raises
    ------
    InputError
        Naming the first row whose code is missing or cannot be completed.
    """
    levels = [level] * text.len() if level is None or isinstance(level, str) else level
    cells = [(_cell(cell, of), of) for cell, of in zip(text, levels, strict=True)]
    known = {(cell, of): complete_code(cell, of) for cell, of in set(cells) if cell is not None}
    other = {cell for cell, _of in known if _OTHER.fullmatch(cell.strip().upper())}
    for (cell, of), row in zip(cells, rows, strict=True):
        if cell is None:
            raise InputError(
                _(
                    "In {file}, rij {row}, kolom {column} staat geen code; vul die in of haal de rij weg."
                ).format(file=file, row=row, column=column)
            )
        if known[cell, of] is None and cell not in other:
            raise InputError(
                _(
                    'In {file}, rij {row}, kolom {column} is "{code}" geen code die we kennen'
                    " of kunnen aanvullen; schrijf een code als WK036300 of GM0363."
                ).format(file=file, row=row, column=column, code=cell)
            )
    codes = pl.Series("area", [known[cell, of] for cell, of in cells if cell is not None], pl.String)
    completed = sum(
        code is not None and code != COUNTRY and code != cell.upper().strip()
        for cell, code in zip(text, codes, strict=True)
    )
    return CodeColumn(codes, completed, sum(cell in other for cell in text))


def _cell(cell: str | None, level: str | None) -> str | None:
    return "" if cell is None and level == "country" else cell


def refuse_other_levels(
    found: CodeColumn, text: pl.Series, rows: pl.Series, file: str, column: str, level: str
) -> None:
    """Refuse codes of any other level than `level`.

    Raises
    ------
    InputError
        Naming the first row with one.
    """
    for code, cell, row in zip(found.codes, text, rows, strict=True):
        if code is None or level_of(code) != level:
            raise InputError(
                _("In {file}, rij {row}, kolom {column} is {code} geen {level}; haal de rij weg.").format(
                    file=file, row=row, column=column, code=cell, level=level
                )
            )
