# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of a run: areas, explanation and coefficients."""

import numpy as np
import polars as pl

from wijkverhaal.expectation.answers import balance_weights
from wijkverhaal.expectation.change import change_table
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.explanation import UNEXPLAINED
from wijkverhaal.expectation.marking import Marked
from wijkverhaal.expectation.marking_summary import marked_wijken
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.run_columns import AREA_COLUMNS, COUNTRY, EXTRA_COLUMNS
from wijkverhaal.figures.indicator_group import GROUPS
from wijkverhaal.foundation.language import _

_TAILS = (0.05, 0.95)


def area_table(
    fitted: FittedYear, marked: Marked | None = None, changes: pl.DataFrame | None = None
) -> pl.DataFrame:
    """One row per wijk; rates in percent of youths, bounds of 90%.

    A wijk without youths has no rates and no mark.

    Parameters
    ----------
    fitted : FittedYear
    marked : Marked or None
        The marks of this year; by the default rule where None.
    changes : DataFrame or None
        As from `change.change_table`; no change is told where None.
    """
    marked = marked or marked_wijken(fitted)
    panel, answers = fitted.panel, fitted.answers
    columns: dict[str, pl.Series | Floats] = {}
    columns |= _with_bounds("expected_population", answers.expected_population)
    columns |= _with_bounds("expected_here", answers.expected_here)
    columns |= _with_bounds("actual", answers.actual)
    columns |= _difference("", answers.actual, answers.expected_population)
    columns |= _difference("_here", answers.actual, answers.expected_here)
    if fitted.prediction is not None:
        columns["published_predicted"] = fitted.prediction.mean
        columns["published_predicted_low"] = fitted.prediction.low
        columns["published_predicted_high"] = fitted.prediction.high
    columns["marked"] = pl.Series(marked.direction.tolist(), dtype=pl.String)
    columns["probability_marked"] = marked.probability
    table = panel.areas.rename({"low": "published_low", "high": "published_high"})
    table = table.with_columns(
        pl.lit(panel.year, pl.Int64).alias("year"),
        *[pl.Series(name, values) for name, values in columns.items()],
        **_coverage(fitted),
        carried=pl.col("area").is_in(sorted(panel.carried_areas)),
    )
    table = _without_youths(table, list(columns), panel.family)
    changes = change_table([]) if changes is None else changes
    table = table.join(changes, on=["area", "year"], how="left", maintain_order="left")
    missing = [pl.lit(None, pl.Float64).alias(name) for name in AREA_COLUMNS if name not in table.columns]
    return table.with_columns(missing).select(*AREA_COLUMNS, *EXTRA_COLUMNS)


def _with_bounds(name: str, draws: Floats) -> dict[str, Floats]:
    low, high = np.quantile(draws, _TAILS, axis=0)
    return {name: draws.mean(0), f"{name}_low": low, f"{name}_high": high}


def _difference(suffix: str, actual: Floats, expected: Floats) -> dict[str, Floats]:
    columns = _with_bounds(f"difference{suffix}", actual - expected)
    return columns | {f"probability_higher{suffix}": (actual > expected).mean(0)}


def _coverage(fitted: FittedYear) -> dict[str, pl.Series]:
    specification = fitted.specification
    gemeente = specification.grouping.gemeente
    if fitted.panel.family != "cbs":
        nothing = np.full(gemeente.size, None)
        return {
            "coverage": pl.Series(nothing, dtype=pl.Float64),
            "coverage_known": pl.Series(nothing, dtype=pl.Boolean),
        }
    return {
        "coverage": pl.Series(specification.coverage.share[gemeente]),
        "coverage_known": pl.Series(specification.coverage.known[gemeente]),
    }


def _without_youths(table: pl.DataFrame, names: list[str], family: str) -> pl.DataFrame:
    if family != "cbs":
        return table
    inhabited = pl.col("youths").fill_null(0) > 0
    return table.with_columns(pl.when(inhabited).then(pl.col(name)).alias(name) for name in names)


def place_table(fitted: FittedYear) -> pl.DataFrame:
    """Actual use of every gemeente, every jeugdregio and of all together.

    Wijken are weighted by youths where those are known.
    """
    specification = fitted.specification
    weights = balance_weights(specification)
    grouping = specification.grouping
    of_region = [place for place, name in enumerate(grouping.regions) if not name.startswith("?")]
    codes = [COUNTRY, *grouping.gemeenten, *(grouping.regions[place] for place in of_region)]
    member = np.zeros((len(codes), weights.size))
    member[0] = weights
    member[grouping.gemeente + 1, np.arange(weights.size)] = weights
    for row, place in enumerate(of_region, 1 + len(grouping.gemeenten)):
        member[row] = np.where(grouping.region == place, weights, 0.0)
    total = member.sum(1)
    inhabited = total > 0
    draws = fitted.answers.actual @ (member[inhabited] / total[inhabited, None]).T
    places = [place for place, there in zip(codes, inhabited, strict=True) if there]
    table = pl.DataFrame({"place": places, "year": [fitted.panel.year] * len(places)})
    return table.with_columns(pl.Series(k, v) for k, v in _with_bounds("actual", draws).items())


def part_label(part: str) -> str:
    """What a reader calls a part of an explanation."""
    if part in GROUPS:
        return GROUPS[part].text
    labels = {
        "gemeente": _("De gemeente"),
        "region": _("De jeugdregio"),
        UNEXPLAINED: _("Nog niet verklaard"),
    }
    return labels[part]


def explanation_table(fitted: FittedYear) -> pl.DataFrame:
    """One row per wijk and part; the effects of a wijk add up to its total."""
    explanation = fitted.explanation
    parts, wijken = explanation.effect.shape
    areas = fitted.panel.areas["area"].to_list()
    table = pl.DataFrame(
        {
            "area": [area for area in areas for _part in range(parts)],
            "year": np.full(parts * wijken, fitted.panel.year),
            "part": list(explanation.parts) * wijken,
            "part_label": [part_label(part) for part in explanation.parts] * wijken,
            "effect": explanation.effect.T.ravel(),
            "effect_low": explanation.low.T.ravel(),
            "effect_high": explanation.high.T.ravel(),
            "total": np.repeat(explanation.total, parts),
            "country_rate": np.full(parts * wijken, explanation.country_rate),
        }
    )
    if fitted.panel.family != "cbs":
        return table
    inhabited = fitted.panel.areas.filter(pl.col("youths").fill_null(0) > 0).select("area")
    return table.join(inhabited, on="area", how="semi", maintain_order="left")


def term_labels(fitted: FittedYear) -> dict[str, str]:
    """What a reader calls each term of the model, in the order of its coefficients."""
    labels = {"intercept": _("Grondniveau")}
    for column in fitted.specification.determinants.columns:
        text = {
            "value": "{label}",
            "square": _("{label}, kromming"),
            "between": _("{label}, gemiddelde van de gemeente"),
            "absence": _("{label}: niet bekend"),
        }
        labels[column.term] = text[column.form].format(label=column.indicator.text)
    return labels


def term_units(fitted: FittedYear) -> dict[str, str]:
    """The unit of each term in words, in the same order; empty for the intercept."""
    columns = fitted.specification.determinants.columns
    return {"intercept": ""} | {column.term: column.indicator.unit_text for column in columns}


def coefficient_table(fitted: FittedYear) -> pl.DataFrame:
    """One row per coefficient, for one standard deviation of its determinant, on the model's scale."""
    draws = fitted.specification.own_coefficients(fitted.posterior.draws.fixed)
    low, high = np.quantile(draws, _TAILS, axis=0)
    columns = fitted.specification.determinants.columns
    labels = list(term_labels(fitted).values())
    return pl.DataFrame(
        {
            "year": [fitted.panel.year] * len(labels),
            "term": ["intercept"] + [column.term for column in columns],
            "label": labels,
            "group": [""] + [column.group for column in columns],
            "unit": list(term_units(fitted).values()),
            "estimate": draws.mean(0),
            "low": low,
            "high": high,
            "centre": [0.0] + [column.centre for column in columns],
            "scale": [1.0] + [column.scale for column in columns],
            "indicator": [""] + [column.indicator.id for column in columns],
            "form": ["intercept"] + [column.form for column in columns],
        }
    )
