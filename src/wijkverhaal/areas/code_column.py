# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which column of a table holds the codes of areas, and of what level."""

from wijkverhaal.areas.code import CodeColumn, canonical_codes, complete_code
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

_SAMPLE = 500

#: Stems of columns that hold codes of one level.
WIJK = frozenset({"wijk", "wijkcode", "wkcode", "wijknr", "wijknummer", "codewijk", "wijkcd", "cbswijkcode"})
GEMEENTE = frozenset({"gemeente", "gemeentecode", "gmcode", "codegemeente"})
BUURT = frozenset({"buurt", "buurtcode", "bucode", "codebuurt"})
#: Stems of columns that hold codes of several levels, with their prefix.
ANY_LEVEL = frozenset(
    {"gwbcode", "codering", "coderingcode", "regios", "wijkenenbuurten", "areacode", "area", "code"}
    | {"statcode", "regiocode", "gebiedscode", "gebied", "regio"}
)
#: Stems of columns that say of every row which level it is about, and the words that stand there.
ROW_LEVEL = frozenset({"soortregio", "recs"})
_LEVEL_WORDS = {"land": "country", "gemeente": "gemeente", "wijk": "wijk", "buurt": "buurt"}


def code_column(table: RawTable) -> tuple[str, str | None] | None:
    """The column with codes and, where its name tells, their level; None where there is none.

    Where several columns could be it, the one of which most cells are codes wins.
    """
    candidates = [
        (column, level)
        for stems, level in ((ANY_LEVEL, None), (WIJK, "wijk"), (BUURT, "buurt"), (GEMEENTE, "gemeente"))
        for column in table.find_all(stems)
    ]
    return max(candidates, key=lambda candidate: _codes_in(table, *candidate), default=None)


def _codes_in(table: RawTable, column: str, level: str | None) -> int:
    cells = zip(table.text(column).head(_SAMPLE), _levels(table, level), strict=False)
    return sum(cell is not None and complete_code(cell, of) is not None for cell, of in cells)


def _levels(table: RawTable, level: str | None) -> list[str | None]:
    """The level of every row: as the table says it, else that of the column.

    A column of gemeenten or buurten can stand in rows about another level, so there its name decides.
    """
    says = table.find(ROW_LEVEL)
    if says is None or level in ("gemeente", "buurt"):
        return [level] * table.rows.len()
    return [_LEVEL_WORDS.get((word or "").strip().lower(), level) for word in table.text(says)]


def codes_of(table: RawTable) -> tuple[str, CodeColumn]:
    """The name of the column with codes, and the canonical codes in it.

    A code without its letters is completed where the column or the row tells the level.

    Raises
    ------
    InputError
        When the table has no column with codes, or one of them cannot be completed.
    """
    found = code_column(table)
    if found is None:
        raise InputError(
            _(
                "In {file} is geen kolom met codes van wijken gevonden;"
                " noem die kolom wijkcode (met codes als WK036300)."
            ).format(file=table.place)
        )
    column, level = found
    levels = _levels(table, level)
    return column, canonical_codes(table.text(column), table.rows, table.place, column, levels)


def refuse_duplicates(table: RawTable, keys: list[str], what: str) -> None:
    """Refuse a table in which the same area stands twice.

    Parameters
    ----------
    table : RawTable
        Whose rows are checked.
    keys : list of str
        For every row what must be unique, as text for the reader.
    what : str
        Name of the column, for the sentence.

    Raises
    ------
    InputError
        Naming both rows.
    """
    first: dict[str, int] = {}
    for key, row in zip(keys, table.rows, strict=True):
        if key in first:
            raise InputError(
                _(
                    "In {file} staat {key} twee keer (rij {first} en {row}, kolom {column}); haal er een weg."
                ).format(file=table.place, key=key, first=first[key], row=row, column=what)
            )
        first[key] = row
