# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two sources about the same thing: which these are, and the sentence that says so."""

from collections.abc import Sequence
from itertools import combinations

import polars as pl

from wijkverhaal.areas.code import gemeente_of
from wijkverhaal.figures.parsed_source import ParsedSource
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: Kinds of which several files about one year can stand side by side, as long as their columns differ.
_BY_COLUMN = ("youth-care", "local")

_Subject = tuple[int | None, str, str | None, str | None]


def _subjects(parsed: ParsedSource) -> set[_Subject]:
    """What the source is about: a year, for some kinds a measure and a care form too.

    A gemeente's own file is about that gemeente: the gemeenten of a region may each bring theirs.
    """
    if parsed.source.kind not in _BY_COLUMN or parsed.figures is None:
        return {(year, "", None, None) for year in parsed.source.years or (None,)}
    places = pl.lit(None, pl.String)
    if parsed.source.kind == "local":
        places = pl.col("area").map_elements(gemeente_of, return_dtype=pl.String)
    rows = parsed.figures.select(pl.col("year").cast(int), "measure", "care_form", place=places)
    return set(rows.unique().rows())


def conflicts(one: ParsedSource, other: ParsedSource) -> bool:
    """Whether two sources say something about the same kind of figures in the same year."""
    return one.source.kind == other.source.kind and bool(_subjects(one) & _subjects(other))


def refuse_conflicts(new: Sequence[ParsedSource], there: Sequence[ParsedSource]) -> None:
    """Refuse what was imported before, and the same thing twice in one import.

    Raises
    ------
    InputError
        Naming both files and the year.
    """
    for one, other in combinations(new, 2):
        if conflicts(one, other):
            raise InputError(
                _(
                    "De bestanden {one} en {other} gaan allebei over hetzelfde{year}; geef er maar één van."
                ).format(one=one.source.file, other=other.source.file, year=_of_year(one, other))
            )
    for one in new:
        for other in there:
            if conflicts(one, other):
                raise InputError(
                    _(
                        "Het bestand {file} gaat over hetzelfde{year} als {there} in de werkmap;"
                        " laat het weg, of vervang het oude met --replace."
                    ).format(file=one.source.file, there=other.source.file, year=_of_year(one, other))
                )


def _of_year(one: ParsedSource, other: ParsedSource) -> str:
    shared = {subject[0] for subject in _subjects(one) & _subjects(other)} - {None}
    if not shared:
        return ""
    return _(" (jaar {year})").format(year=", ".join(str(year) for year in sorted(map(str, shared))))
