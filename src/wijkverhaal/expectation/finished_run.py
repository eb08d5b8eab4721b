# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A finished run as it lies in its folder: read, checked, never changed."""

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import polars as pl

from wijkverhaal.expectation.row_index import RunIndexes
from wijkverhaal.expectation.run_columns import (
    AREA_COLUMNS,
    BOUNDARY_COLUMNS,
    CHANGE_COLUMNS,
    COEFFICIENT_COLUMNS,
    COMPARABLE_COLUMNS,
    COUNTRY,
    DIFFERING,
    EXPLANATION_COLUMNS,
    EXTRA_COLUMNS,
    INDICATOR_COLUMNS,
    PLACE_COLUMNS,
)
from wijkverhaal.expectation.wording import reworded, reworded_model, words_of
from wijkverhaal.figures.source_title import fictional_licence, fictional_title, source_title
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _, current_language


@dataclass(frozen=True)
class FinishedRun:
    """One immutable run: its card, its model and its tables.

    Attributes
    ----------
    card : dict
        The content of run.json.
    model : dict
        The content of model.json.
    areas, explanation, coefficients : polars.DataFrame
        One row per area and year; per area, year and part; per year and term.
    boundaries : polars.DataFrame or None
        One row per wijk with its WKB in WGS84; None where the run has no boundaries.
    places : polars.DataFrame
        One row per gemeente and year, and one for all together.
    comparable : polars.DataFrame or None
        One row per wijk, year and rank; None where the run was made before wijken were compared.
    indicators : polars.DataFrame or None
        One row per wijk, year and indicator; None where the run was made before they were kept.
    """

    card: dict[str, Any]
    model: dict[str, Any]
    areas: pl.DataFrame
    explanation: pl.DataFrame
    coefficients: pl.DataFrame
    boundaries: pl.DataFrame | None
    places: pl.DataFrame
    comparable: pl.DataFrame | None = None
    indicators: pl.DataFrame | None = None
    _indexes: RunIndexes = field(default_factory=RunIndexes, init=False, repr=False, compare=False)

    @classmethod
    def read(cls, folder: Path) -> "FinishedRun":
        """Read the run in `folder`, with its texts in the current language.

        Raises
        ------
        NotFoundError
            When there is no finished run in the folder.
        InputError
            When a file of the run is missing, cannot be read or lacks a column.
        """
        if not (folder / "run.json").is_file():
            raise NotFoundError(
                _("In {folder} staat geen berekening; maak er een met wijkverhaal estimate.").format(
                    folder=folder
                )
            )
        card = _document(folder / "run.json")
        if card.get("status") != "finished":
            raise NotFoundError(
                _("De berekening in {folder} is niet afgemaakt; maak haar opnieuw.").format(folder=folder)
            )
        bounds, indicators = folder / "boundaries.parquet", folder / "indicators.parquet"
        model = _document(folder / "model.json")
        words = words_of(model, current_language())
        return cls(
            card=card,
            model=reworded_model(model, words),
            areas=_without_secrets(_table(folder / "areas.parquet", AREA_COLUMNS)),
            explanation=reworded(
                _table(folder / "explanation.parquet", EXPLANATION_COLUMNS), "part", words, part_label="parts"
            ),
            coefficients=reworded(
                _table(folder / "coefficients.parquet", COEFFICIENT_COLUMNS),
                "term",
                words,
                label="terms",
                unit="units",
            ),
            places=_table(folder / "places.parquet", PLACE_COLUMNS),
            boundaries=_table(bounds, BOUNDARY_COLUMNS) if bounds.exists() else None,
            comparable=_comparable(folder / "comparable.parquet", words),
            indicators=_table(indicators, tuple(INDICATOR_COLUMNS)) if indicators.exists() else None,
        )

    @property
    def id(self) -> str:
        return str(self.card["id"])

    @property
    def fictional(self) -> bool:
        return bool(self.card["fictional"])

    @property
    def outcome(self) -> str:
        return str(self.card["outcome"])

    @property
    def family(self) -> str:
        """Whose figures these are: "cbs" or "scp"."""
        return str(self.card["family"])

    @property
    def inputs(self) -> list[dict[str, Any]]:
        """The sources of the run; of their files only the names, never where they lay."""
        entries = self.card.get("inputs") or []
        told = [_input({**entry, "file": _file_name(entry.get("file"))}) for entry in entries]
        return [_fictional(entry) for entry in told] if self.fictional else told

    @cached_property
    def years(self) -> list[int]:
        """The years of the run, newest first."""
        return sorted((int(year) for year in self.areas["year"].unique()), reverse=True)

    def of_year(self, year: int) -> pl.DataFrame:
        """The areas of one year."""
        return self.areas.filter(pl.col("year") == year)

    def area(self, area: str, year: int) -> dict[str, Any] | None:
        """The row of an area in a year; None where the run does not have it."""
        rows = self._indexes.of("areas", self.areas).rows(area, year)
        return rows[0] if rows else None

    def explained(self, area: str, year: int) -> list[dict[str, Any]]:
        """The parts of an area's explanation, in the order of the run."""
        return self._indexes.of("explanation", self.explanation).rows(area, year)

    def compared(self, area: str, year: int) -> list[dict[str, Any]]:
        """The wijken most like this one, in the order of the run."""
        if self.comparable is None:
            return []
        return self._indexes.of("comparable", self.comparable).rows(area, year)

    def indicators_of(self, area: str, year: int) -> list[dict[str, Any]]:
        """The indicators of an area in a year."""
        if self.indicators is None:
            return []
        return self._indexes.of("indicators", self.indicators).rows(area, year)

    def gemeente_count(self, year: int) -> int:
        """How many gemeenten the run has in a year."""
        return self._gemeenten_by_year.get(year, 0)

    @cached_property
    def _gemeenten_by_year(self) -> dict[int, int]:
        counted = self.areas.drop_nulls("gemeente").group_by("year").agg(pl.col("gemeente").n_unique())
        return {int(year): count for year, count in counted.iter_rows()}

    def gemeente_name(self, code: str) -> str:
        """What the gemeente is called; its code where the run knows no name.

        Raises
        ------
        NotFoundError
            When the run has no wijk in this gemeente.
        """
        rows = self.areas.filter(pl.col("gemeente") == code)
        if rows.is_empty():
            raise NotFoundError(
                _(
                    "De berekening {run} heeft geen wijken in gemeente {code};"
                    " geef de code van een andere gemeente, zoals {example}."
                ).format(run=self.id, code=code, example=self.areas["gemeente"].drop_nulls().min())
            )
        return str(rows["gemeente_name"].drop_nulls().first() or code)

    def use_of(self, gemeente: str | None, year: int) -> dict[str, float]:
        """The actual use of a gemeente, or of all areas together: actual, actual_low, actual_high."""
        place = COUNTRY if gemeente is None else gemeente
        rows = self.places.filter((pl.col("place") == place) & (pl.col("year") == year)).to_dicts()
        return rows[0] if rows else dict.fromkeys(("actual", "actual_low", "actual_high"), float("nan"))

    def country_rate(self, year: int) -> float | None:
        """The percentage of youths in the whole country, as the run holds it."""
        rate = self.model.get("summary", {}).get("per_year", {}).get(str(year), {}).get("country_rate")
        if rate is None:
            rate = self.explanation.filter(pl.col("year") == year)["country_rate"].drop_nulls().first()
        return None if rate is None else float(rate)


_NUMBERS = frozenset({"probability_marked", *CHANGE_COLUMNS})


def _without_secrets(areas: pl.DataFrame) -> pl.DataFrame:
    """Leave nothing of a count that its publisher kept back, whatever the run's file says.

    That a secret count is 0 to 7 everybody may know: it is the publisher's own rule.
    """
    for name in EXTRA_COLUMNS:
        if name not in areas.columns:
            kind = pl.Float64 if name in _NUMBERS else pl.String
            areas = areas.with_columns(pl.lit(None, kind).alias(name))
    status = pl.col("status").fill_null("no_row")
    secret, silent = status == "secret", status == "no_row"
    return areas.select(*AREA_COLUMNS, *EXTRA_COLUMNS).with_columns(
        *[
            pl.when(~secret & ~silent).then(pl.col(name)).alias(name)
            for name in ("published", "published_rate")
        ],
        *[pl.when(~silent).then(pl.col(name)).alias(name) for name in ("published_low", "published_high")],
    )


def _comparable(path: Path, words: dict[str, Any]) -> pl.DataFrame | None:
    if not path.exists():
        return None
    table = _table(path, COMPARABLE_COLUMNS)
    for number in range(1, DIFFERING + 1):
        name = f"differs_{number}"
        table = reworded(table, name, words, **{f"{name}_label": "terms", f"{name}_unit": "units"})
    return table


def _document(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error
    if not isinstance(content, dict):
        raise _unreadable(path)
    return content


def _table(path: Path, columns: tuple[str, ...]) -> pl.DataFrame:
    try:
        table = pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise _unreadable(path) from error
    missing = [name for name in columns if name not in table.columns]
    if missing:
        raise InputError(
            _("In {file} ontbreekt de kolom {column}; maak de berekening opnieuw.").format(
                file=path, column=missing[0]
            )
        )
    floats = pl.selectors.float()
    return table.with_columns(floats.fill_nan(None))


def _input(entry: dict[str, Any]) -> dict[str, Any]:
    """A source with its title in the current language, and a checksum only where that tells no count."""
    title = source_title(str(entry.get("kind")), entry.get("years") or [], entry["file"])
    told = {**entry, "title": title or entry.get("title")}
    if entry.get("unrounded"):
        # the end of an id is the beginning of the checksum
        told |= {"checksum": None, "id": str(entry.get("id", "")).rpartition("-")[0]}
    return told


def _fictional(entry: dict[str, Any]) -> dict[str, Any]:
    """A source of the fictional country: nobody published it, so nobody's licence holds."""
    title = fictional_title(str(entry.get("title") or entry["file"]))
    return {**entry, "title": title, "licence": fictional_licence()}


def _file_name(file: str | None) -> str:
    return str(file or "").replace("\\", "/").rsplit("/", 1)[-1]


def _unreadable(path: Path) -> InputError:
    return InputError(_("Het bestand {file} is niet te lezen; maak de berekening opnieuw.").format(file=path))
