# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fabricates the folder of a finished run in a country that does not exist."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import shapely

from wijkverhaal.expectation.run_columns import AREA_COLUMNS, COMPARABLE_COLUMNS, INDICATOR_COLUMNS

PARTS = {
    "age": "Leeftijd",
    "household": "Huishoudens",
    "income": "Inkomen",
    "benefits": "Uitkeringen",
    "gemeente": "Gemeente",
    "region": "Jeugdregio",
    "unexplained": "Nog niet verklaard",
}
COUNTRY_RATE = 9.0
_PER_GEMEENTE = 10


def fabricate_run(
    folder: Path,
    wijken: int = 20,
    years: tuple[int, ...] = (2021, 2022),
    fictional: bool = True,
    family: str = "cbs",
    boundaries: bool = True,
    corners: int = 0,
    names: dict[str, str] | None = None,
    marks: bool = True,
    indicators: bool = True,
) -> Path:
    """Write a run; wijk 3 of each ten is secret, wijk 7 has no row.

    Parameters
    ----------
    corners : int
        Extra corners on each side of a wijk, the same for both neighbours: makes it heavy.
    names : dict of str to str
        Names to give to wijken, by code.
    marks : bool
        Whether wijken are marked and compared; runs from before that have neither.
    indicators : bool
        Whether the run kept its indicators and the draws of its coefficients.
    """
    folder.mkdir(parents=True)
    places = [_place(index, names or {}) for index in range(wijken)]
    areas = pl.concat([_areas(places, year, family) for year in years])
    areas = _marked(areas) if marks else areas
    areas.write_parquet(folder / "areas.parquet")
    if marks:
        _comparable(areas).write_parquet(folder / "comparable.parquet")
    _places(areas).write_parquet(folder / "places.parquet")
    _explanation(areas).write_parquet(folder / "explanation.parquet")
    _coefficients(years).write_parquet(folder / "coefficients.parquet")
    if indicators:
        values = _indicators(areas)
        values.write_parquet(folder / "indicators.parquet")
        _design(areas, values).write_parquet(folder / "design.parquet")
        _draws(areas).write_parquet(folder / "coefficient_draws.parquet")
    if boundaries:
        _boundaries(places, corners).write_parquet(folder / "boundaries.parquet")
    _write(folder / "run.json", _card(folder.name, years, fictional, family))
    _write(folder / "model.json", _model(areas, years, marks))
    return folder


def _write(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content), "utf-8")


def _place(index: int, names: dict[str, str]) -> dict[str, str]:
    gemeente = 9001 + index // _PER_GEMEENTE
    code = f"WK{gemeente}{index % _PER_GEMEENTE + 1:02d}"
    name = names.get(code, f"Wijk {index % _PER_GEMEENTE + 1:02d} Verzonnenoord {index}")
    return {
        "area": code,
        "name": name,
        "gemeente": f"GM{gemeente}",
        "gemeente_name": f"Nergensdam {gemeente}",
        "region": f"JZ{gemeente % 42 + 1:02d}",
    }


def _areas(places: list[dict[str, str]], year: int, family: str) -> pl.DataFrame:
    random = np.random.default_rng(year)
    count = len(places)
    youths = np.rint(np.exp(random.normal(6.6, 0.9, count)) / 5) * 5
    population = random.normal(9.0, 1.1, count).clip(3, 20)
    here = (population + np.repeat(random.normal(0, 1.5, count), 5)[:count]).clip(2, 25)
    shift = random.normal(0, 1.4, count)
    actual = (here + shift).clip(1, 30)
    difference = actual - here
    spread = 40 / np.sqrt(youths.clip(50)) * 0.9
    status = [{3: "secret", 7: "no_row"}.get(index % _PER_GEMEENTE, "shown") for index in range(count)]
    published = np.rint(youths * actual / 500) * 5
    columns = {
        **{name: [place[name] for place in places] for name in ("area", "name", "gemeente", "region")},
        "year": np.full(count, year, np.int16),
        "youths": youths,
        "published": published,
        "published_low": published - 2,
        "published_high": published + 2,
        "published_rate": 100 * published / youths.clip(1),
        "coverage": np.full(count, 0.88),
        **_bounded("expected_population", population, 0.8),
        **_bounded("expected_here", here, 1.0),
        **_bounded("actual", actual, spread),
        **_bounded("difference", actual - population, spread),
        "probability_higher": _chance(actual - population, spread),
        **_bounded("difference_here", difference, spread),
        "probability_higher_here": _chance(difference, spread),
        **_bounded("published_predicted", published + 1, 7.0),
        "gemeente_name": [place["gemeente_name"] for place in places],
        "status": status,
    }
    frame = pl.DataFrame(columns)
    empty = pl.col("status") != "shown"
    hidden = [name for name in AREA_COLUMNS if name.startswith("published") and "predicted" not in name]
    frame = frame.with_columns(pl.when(~empty).then(pl.col(name)).alias(name) for name in hidden)
    if family == "scp":
        gone = [name for name in (*hidden, "youths", "coverage") if name != "published_rate"]
        gone += [name for name in AREA_COLUMNS if name.startswith("published_predicted")]
        frame = frame.with_columns(pl.lit(None, pl.Float64).alias(name) for name in gone)
    return frame


def _marked(areas: pl.DataFrame) -> pl.DataFrame:
    """Marks where use lies nearly two points from what was expected; a change where a year went before."""
    away = pl.col("difference_here")
    changed = pl.col("year") > pl.col("year").min()
    change = {"change_here": 0.8, "change_here_low": -0.3, "change_here_high": 1.9, "probability_risen": 0.88}
    return areas.with_columns(
        pl.when(away > 1.8)
        .then(pl.lit("higher"))
        .when(away < -1.8)
        .then(pl.lit("lower"))
        .otherwise(pl.lit("none"))
        .alias("marked"),
        pl.when(away.abs() > 1.8).then(0.92).otherwise(0.31).alias("probability_marked"),
        *[pl.when(changed).then(value).alias(name) for name, value in change.items()],
    )


def _comparable(areas: pl.DataFrame) -> pl.DataFrame:
    """Every wijk is compared with the first ones of other gemeenten."""
    rows = []
    for row in areas.iter_rows(named=True):
        others = areas.filter(pl.col("gemeente") != row["gemeente"], pl.col("year") == row["year"])
        for rank, other in enumerate(others.head(3).iter_rows(named=True), 1):
            differs: dict[str, Any] = dict.fromkeys(COMPARABLE_COLUMNS[10:])
            texts = {"differs_1": "a_1ouder", "differs_1_label": "Eenoudergezinnen", "differs_1_unit": "%"}
            values = {"differs_1_here": 12.5, "differs_1_there": 9.0 + rank}
            rows.append(
                {
                    **{name: row[name] for name in ("area", "year")},
                    "rank": rank,
                    **{f"other{end}": other[name] for end, name in _OTHER.items()},
                    "distance": 0.1 * rank,
                    "other_expected_here": other["expected_here"],
                    "other_actual": other["actual"],
                    **(differs | texts | values),
                }
            )
    return pl.DataFrame(rows, schema=list(COMPARABLE_COLUMNS), infer_schema_length=None)


_OTHER = {"": "area", "_name": "name", "_gemeente": "gemeente", "_gemeente_name": "gemeente_name"}


def _bounded(name: str, value: Any, spread: Any) -> dict[str, Any]:
    return {name: value, f"{name}_low": value - spread, f"{name}_high": value + spread}


def _chance(difference: Any, spread: Any) -> Any:
    return 1 / (1 + np.exp(-1.7 * 1.645 * difference / spread))


def _explanation(areas: pl.DataFrame) -> pl.DataFrame:
    random = np.random.default_rng(1)
    rows = []
    for row in areas.iter_rows(named=True):
        total = row["actual"] - COUNTRY_RATE
        effects = random.normal(0, 0.8, len(PARTS))
        effects[-1] += total - effects.sum()
        for (part, label), effect in zip(PARTS.items(), effects.tolist(), strict=True):
            rows.append(
                {
                    "area": row["area"],
                    "year": row["year"],
                    "part": part,
                    "part_label": label,
                    "effect": effect,
                    "effect_low": effect - 0.7,
                    "effect_high": effect + 0.7,
                    "total": total,
                    "country_rate": COUNTRY_RATE,
                }
            )
    return pl.DataFrame(rows, schema_overrides={"year": pl.Int16})


def _coefficients(years: tuple[int, ...]) -> pl.DataFrame:
    terms = [("a_1ouder", "Eenoudergezinnen", "household", 0.21), ("g_ink", "Inkomen", "income", -1 / 3)]
    return pl.DataFrame(
        [
            {
                "year": year,
                "term": term,
                "label": label,
                "group": group,
                "unit": "per standaardafwijking",
                "estimate": estimate,
                "low": estimate - 0.1,
                "high": estimate + 0.1,
                "centre": _MEANS[term][0],
                "scale": _MEANS[term][1],
                "indicator": term,
                "form": "value",
            }
            for year in years
            for term, label, group, estimate in terms
        ]
    )


#: Of each indicator its mean, its standard deviation, its group, and its label.
_MEANS = {
    "a_1ouder": (14.0, 4.0, "household", "Eenoudergezinnen"),
    "g_ink": (31.0, 5.0, "income", "Inkomen"),
    "distance_gp": (1.2, 0.4, "amenities", "Afstand tot de huisarts"),
}
_UNITS = {"a_1ouder": ("%", "huishoudens"), "g_ink": ("1.000 euro", ""), "distance_gp": ("km", "")}


def _indicators(areas: pl.DataFrame) -> pl.DataFrame:
    """Values of every wijk; of the first of each ten one is missing, and incomes are of a year before."""
    random = np.random.default_rng(3)
    rows = []
    for row in areas.iter_rows(named=True):
        for name, (mean, spread, group, _label) in _MEANS.items():
            missing = name == "a_1ouder" and row["area"].endswith("02")
            rows.append(
                {
                    "area": row["area"],
                    "year": row["year"],
                    "indicator": name,
                    "group": group,
                    "value": None if missing else mean + spread * float(random.normal()),
                    "from_year": None if missing else row["year"] - (name == "g_ink"),
                    "filled_in": missing,
                }
            )
    return pl.DataFrame(rows, schema=INDICATOR_COLUMNS)


def _design(areas: pl.DataFrame, values: pl.DataFrame) -> pl.DataFrame:
    table = areas.select("area", pl.col("year").cast(pl.Int64))
    for name in ("a_1ouder", "g_ink"):
        mean, spread = _MEANS[name][:2]
        own = values.filter(pl.col("indicator") == name).select(
            "area", "year", ((pl.col("value") - mean) / spread).fill_null(0.0).cast(pl.Float32).alias(name)
        )
        table = table.join(own, on=["area", "year"], how="left", maintain_order="left")
    return table


def _draws(areas: pl.DataFrame) -> pl.DataFrame:
    """Draws with which about one in ten youths uses care."""
    random = np.random.default_rng(5)
    means = {"intercept": -2.3, "a_1ouder": 0.21, "g_ink": -1 / 3}
    rows = []
    for year in areas["year"].unique().sort().to_list():
        named = [("coefficient", name, mean) for name, mean in means.items()]
        named += [("place", code, 0.1) for code in areas["gemeente"].unique().sort().to_list()]
        named += [("spread", "population", 0.25), ("spread", "here", 0.15)]
        for kind, name, mean in named:
            draws = mean + 0.02 * random.normal(size=200)
            rows.append({"year": int(year), "kind": kind, "name": name, "draws": draws.tolist()})
    return pl.DataFrame(rows, schema_overrides={"draws": pl.List(pl.Float32)})


def _places(areas: pl.DataFrame) -> pl.DataFrame:
    country = areas.with_columns(pl.lit("NL00").alias("place"))
    parts = [areas.with_columns(pl.col(name).alias("place")) for name in ("gemeente", "region")]
    every = pl.concat([country, *parts])
    means = [pl.col(name).mean() for name in ("actual", "actual_low", "actual_high")]
    return every.group_by("place", "year", maintain_order=True).agg(means)


def _boundaries(places: list[dict[str, str]], corners: int) -> pl.DataFrame:
    wide = int(np.ceil(np.sqrt(len(places))))
    shapes = [_square(index % wide, index // wide, corners) for index in range(len(places))]
    return pl.DataFrame(
        {
            **{name: [place[name] for place in places] for name in ("area", "name", "gemeente")},
            "geometry": pl.Series([shapely.to_wkb(shape) for shape in shapes], dtype=pl.Binary),
        }
    )


def _square(column: int, row: int, corners: int) -> shapely.Polygon:
    ends = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
    ring: list[tuple[float, float]] = []
    for start, end in zip(ends, [*ends[1:], ends[0]], strict=True):
        side = _side(min(start, end), max(start, end), corners)
        ring.extend(side[:-1] if start < end else side[:0:-1])
    return shapely.Polygon([(4.0 + 0.05 * x, 51.5 + 0.03 * y) for x, y in ring])


def _side(start: tuple[int, int], end: tuple[int, int], corners: int) -> list[tuple[float, float]]:
    random = np.random.default_rng([*start, *end])
    steps = np.linspace(0, 1, corners + 2)
    bend = np.concatenate(([0], random.uniform(-0.12, 0.12, corners), [0]))
    across = start[1] == end[1]
    return [
        (start[0] + step, start[1] + out) if across else (start[0] + out, start[1] + step)
        for step, out in zip(steps.tolist(), bend.tolist(), strict=True)
    ]


def _card(run: str, years: tuple[int, ...], fictional: bool, family: str) -> dict[str, Any]:
    return {
        "id": run,
        "created": "2026-01-02T03:04:05",
        "version": "0.1.0",
        "status": "finished",
        "fictional": fictional,
        "outcome": "jeugdzorg" if family == "cbs" else "zonder-verblijf",
        "family": family,
        "years": list(years),
        "seed": 7,
        "settings": {"command": "estimate"},
        "inputs": [
            {
                "id": "jeugdzorg-2022",
                "kind": "youth-care",
                "title": "Jongeren met jeugdzorg, wijken",
                "file": "/home/iemand/geheime map/jeugdzorg.csv",
                "checksum": "0123456789abcdef" * 4,
                "licence": "CC BY 4.0",
                "years": list(years),
            },
            *[
                {
                    "id": f"kwb-{year}",
                    "kind": "kwb",
                    "title": f"CBS, Kerncijfers wijken en buurten {year}",
                    "file": f"kwb_{year}.csv",
                    "checksum": "fedcba9876543210" * 4,
                    "licence": "CC BY 4.0",
                    "years": [year],
                    "imported": "2026-01-01",
                }
                for year in sorted(years)
            ],
        ],
    }


def _model(areas: pl.DataFrame, years: tuple[int, ...], marks: bool) -> dict[str, Any]:
    told = {
        "rule": {"false_discovery_rate": 0.1, "smallest": 0.1},
        "share_marked": {"0%": 0.2, "10%": 0.08},
        "published_beyond": 11,
        "published_beyond_by_chance": 6.4,
    }
    return {
        "likelihood": "binomiaal op een interval",
        "assumptions": ["Een geheim aantal ligt tussen 0 en 7.", "Gemeenten lijken op elkaar."],
        "hyperparameters": {
            "sd_gemeente_2022": {"estimate": 0.2, "low": 0.17, "high": 0.24, "label": "Tussen gemeenten"},
            "sd_wijk_2022": {"estimate": 0.18, "low": 0.16, "high": 0.2, "label": "Tussen wijken"},
        },
        "scale": "logit",
        "indicators": {
            name: {
                "group": group,
                "transform": "identity",
                "floor": 0.0,
                "label": label,
                "unit": _UNITS[name][0],
                "of": _UNITS[name][1],
            }
            for name, (_mean, _spread, group, label) in _MEANS.items()
        },
        "intercept_shift": {
            which: {str(year): shift for year in years}
            for which, shift in (("population", 0.0123), ("here", -0.004))
        },
        "notes": ["Nergensdam 9002 heeft geen regio; het effect komt uit de verdeling van alle regio's."],
        "summary": {
            "per_year": {
                str(year): {"wijken": len(areas), "country_rate": COUNTRY_RATE} | (told if marks else {})
                for year in years
            }
        },
    }
