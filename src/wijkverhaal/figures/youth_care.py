# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""CBS's table of youths with care: counts per wijk, gemeente and country, rounded and partly secret."""

import polars as pl

from wijkverhaal.areas.code import level_of
from wijkverhaal.areas.code_column import codes_of, refuse_duplicates
from wijkverhaal.figures.care_form import care_form_of_column, care_form_of_title
from wijkverhaal.figures.figure_year import figure_year, year_note
from wijkverhaal.figures.plausibility import check_counts
from wijkverhaal.figures.published_count import published_count
from wijkverhaal.figures.reading import CBS_LICENCE, Reading
from wijkverhaal.figures.source_title import source_title
from wijkverhaal.figures.tidy import FIGURES, YOUTH_CARE_USERS
from wijkverhaal.figures.tidy_rows import tidy_areas, used_rows
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.table import RawTable

#: Stems of the column that says the form of care, in a table with a row per form.
_FORM = frozenset(
    {"vormenvanjeugdzorg", "vormvanjeugdzorg", "vormenvanjeugdhulp", "vormvanjeugdhulp"} | {"jeugdzorg"}
)
_DESCRIBING = frozenset({"id", "soortregio", "gemeentenaam"})


def is_youth_care(table: RawTable) -> bool:
    """Whether a table has a column with counts of youths with care."""
    return bool(_count_columns(table))


def read_youth_care(table: RawTable, year: int | None) -> Reading:
    """The counts in a table of youths with care.

    Raises
    ------
    InputError
        When there is no such column, the year is not known, a code cannot be completed, an area
        stands twice, or a count is negative or not whole.
    """
    counts = _count_columns(table)
    if not counts:
        raise InputError(
            _(
                "In {file} staat geen kolom met jongeren met jeugdzorg; geef de tabel van CBS zoals die is."
            ).format(file=table.place)
        )
    column, codes = codes_of(table)
    years = figure_year(table, year)
    used = used_rows(table, codes.codes)
    rows = table.filter(used)
    area, per_row = codes.codes.filter(used), years.per_row.filter(used)
    long, form_column, forms_left = _long(rows, area, per_row, counts)
    refuse_duplicates(rows.filter(long["kept"]), _keys(long.filter("kept")), column)
    figures = _figures(long.filter("kept"), rows.filter(long["kept"]), counts)
    known = tuple(sorted(per_row.unique().to_list()))
    understood = {column, years.column, form_column, *counts}
    return Reading(
        kind="youth-care",
        title=source_title("youth-care", known),
        rows=rows.cells.height,
        years=known,
        year_from=years.known_from,
        licence=CBS_LICENCE,
        figures=figures,
        areas=tidy_areas(area, per_row),
        completed=codes.completed,
        not_understood=[c for c in table.columns if c not in understood and c.lower() not in _DESCRIBING],
        notes=year_note(years.known_from, known[0]) + _notes(int((~used).sum()), forms_left),
    )


def _count_columns(table: RawTable) -> dict[str, str]:
    """The columns with counts, and of which form of care; the first column of each form."""
    found: dict[str, str] = {}
    for column in table.columns:
        form = care_form_of_column(column)
        if form and form not in found.values():
            found[column] = form
    return found


def _long(
    table: RawTable, area: pl.Series, years: pl.Series, counts: dict[str, str]
) -> tuple[pl.DataFrame, str | None, list[str]]:
    """A row per row of the table, with its form where a column says it; and the forms left out."""
    form_column = table.find(_FORM)
    base = pl.DataFrame({"area": area, "year": years}).with_columns(
        form=pl.lit(None, pl.String), kept=pl.lit(True)
    )
    if form_column is None:
        return base, None, []
    titles = table.text(form_column)
    known = {title: care_form_of_title(title or "") for title in titles.unique()}
    if not any(known.values()):
        raise InputError(
            _(
                "In {file}, kolom {column} herkennen we geen vorm van jeugdzorg;"
                " download de tabel met titels (zoals Totaal jeugdzorg) in plaats van codes."
            ).format(file=table.place, column=form_column)
        )
    forms = pl.Series("form", [known[title] for title in titles], pl.String)
    left = sorted(str(title) for title, form in known.items() if form is None)
    return base.with_columns(form=forms, kept=forms.is_not_null()), form_column, left


def _keys(long: pl.DataFrame) -> list[str]:
    return [
        f"{area} ({year})" + (f" {form}" if form else "")
        for area, year, form in long.select("area", "year", "form").iter_rows()
    ]


def _figures(long: pl.DataFrame, table: RawTable, counts: dict[str, str]) -> pl.DataFrame:
    wide = pl.DataFrame({column: table.numbers(column) for column in counts})
    check_counts(wide, list(counts), table)
    rows = []
    for column, column_form in counts.items():
        _refuse_fractions(wide[column], table, column)
        if long["form"].null_count() < long.height and column != next(iter(counts)):
            continue
        for (area, year, form), value in zip(
            long.select("area", "year", "form").rows(), wide[column], strict=True
        ):
            count = published_count(value, level_of(area))
            rows.append(
                (
                    area,
                    YOUTH_CARE_USERS,
                    form or column_form,
                    year,
                    count.value,
                    count.low,
                    count.high,
                    count.status,
                    "",
                )
            )
    return pl.DataFrame(rows, schema=FIGURES, orient="row")


def _refuse_fractions(values: pl.Series, table: RawTable, column: str) -> None:
    wrong = (values % 1 != 0).fill_null(False).arg_true()
    if wrong.len():
        where = int(wrong[0])
        raise InputError(
            _(
                "In {file}, rij {row}, kolom {column} staat {value} en een aantal is een heel getal;"
                " verbeter het."
            ).format(file=table.place, row=table.rows[where], column=column, value=values[where])
        )


def _notes(left_out: int, forms: list[str]) -> list[str]:
    notes = []
    if left_out:
        notes.append(
            _("{count} rijen over buurten of andere gebieden zijn overgeslagen.").format(count=left_out)
        )
    if forms:
        notes.append(_("Deze vormen van zorg zijn overgeslagen: {forms}.").format(forms=", ".join(forms)))
    return notes
