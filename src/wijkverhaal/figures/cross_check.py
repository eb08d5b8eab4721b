# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of new sources against each other and against what is in the workspace already."""

from collections.abc import Sequence

import polars as pl

from wijkverhaal.figures.parsed_source import ParsedSource
from wijkverhaal.figures.tidy import FIGURES, YOUTH_CARE_USERS
from wijkverhaal.figures.youths import SHARE_OF_15_24
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, number


def check_together(new: Sequence[ParsedSource], there: Sequence[ParsedSource]) -> None:
    """Refuse new sources that contradict the others.

    Raises
    ------
    InputError
        When more youths have care than live in an area, or a wijk lies in a gemeente that the tables
        of that year do not know.
    """
    _check_youths(new, there)
    for one in new:
        _check_gemeenten(one, new, there)


def _check_youths(new: Sequence[ParsedSource], there: Sequence[ParsedSource]) -> None:
    """No more youths with care than youths, even with both rounded as far as they can be."""
    frames = [
        s.figures.with_columns(source=pl.lit(s.source.file), earlier=pl.lit(earlier))
        for sources, earlier in ((new, False), (there, True))
        for s in sources
        if s.figures is not None
    ]
    figures = pl.concat([FIGURES.to_frame().with_columns(earlier=pl.lit(False)), *frames])
    ages = figures.filter(pl.col("measure").is_in(["a_00_14", "a_15_24"]), pl.col("high").is_not_null())
    weight = pl.when(pl.col("measure") == "a_15_24").then(SHARE_OF_15_24).otherwise(1.0)
    youths = (
        ages.unique(["area", "year", "measure"], keep="first", maintain_order=True)
        .sort("earlier", descending=True)
        .group_by("area", "year", maintain_order=True)
        .agg(
            pl.col("source", "earlier").first().name.prefix("youths_"),
            youths=(pl.col("high") * weight).sum(),
            parts=pl.len(),
        )
        .filter(pl.col("parts") == 2)
    )
    counts = figures.filter(pl.col("measure") == YOUTH_CARE_USERS)
    above = counts.join(youths, on=["area", "year"]).filter(pl.col("low") > pl.col("youths")).sort("area")
    if above.height:
        row = above.row(0, named=True)
        raise InputError(
            _too_many(row["earlier"], row["youths_earlier"]).format(
                file=row["source"],
                other=row["youths_source"],
                area=row["area"],
                year=row["year"],
                count=number(row["value"], 0),
                youths=number(row["youths"], 0),
            )
        )


def _too_many(count_earlier: bool, youths_earlier: bool) -> str:
    """The sentence, which tells which of the two files was imported earlier."""
    if count_earlier:
        return _(
            "In {file}, dat al in de werkmap staat, heeft {area} in {year} {count} jongeren met zorg, maar"
            " volgens {other} wonen er ongeveer {youths}; verbeter {other}, of vervang {file} met --replace."
        )
    if youths_earlier:
        return _(
            "In {file} heeft {area} in {year} {count} jongeren met zorg, maar volgens {other}, dat al in de"
            " werkmap staat, wonen er ongeveer {youths}; verbeter het aantal, of vervang {other} met"
            " --replace."
        )
    return _(
        "In {file} heeft {area} in {year} {count} jongeren met zorg, maar er wonen er"
        " ongeveer {youths}; verbeter het aantal."
    )


def _check_gemeenten(one: ParsedSource, new: Sequence[ParsedSource], there: Sequence[ParsedSource]) -> None:
    """Every wijk lies in a gemeente that its own table, or the KWB of that year, names."""
    if one.areas is None:
        return
    sources = [*new, *there]
    lists = [s.areas for s in sources if s.areas is not None and (s is one or s.source.kind == "kwb")]
    gemeenten = (
        pl.concat(lists).filter(pl.col("level") == "gemeente").select("year", gemeente="area").unique()
    )
    wijken = one.areas.filter(pl.col("level") == "wijk").join(gemeenten.select("year").unique(), on="year")
    lost = wijken.join(gemeenten, on=["year", "gemeente"], how="anti").sort("area")
    if lost.height:
        row = lost.row(0, named=True)
        raise InputError(
            _lost(earlier := _kwb_of(there, row["year"])).format(
                file=one.source.file,
                wijk=row["area"],
                gemeente=row["gemeente"],
                year=row["year"],
                other=earlier,
            )
        )


def _kwb_of(there: Sequence[ParsedSource], year: int) -> str | None:
    return next((s.source.file for s in there if s.source.kind == "kwb" and year in s.source.years), None)


def _lost(earlier: str | None) -> str:
    if earlier:
        return _(
            "In {file} ligt wijk {wijk} in gemeente {gemeente}, maar die staat niet in {other} ({year}),"
            " dat al in de werkmap staat; verbeter de code, of vervang {other} met --replace."
        )
    return _(
        "In {file} ligt wijk {wijk} in gemeente {gemeente}, maar die staat in geen tabel van {year};"
        " verbeter de code of haal de wijk weg."
    )
