# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept of the joint draws to compute another expectation of a wijk, with its interval.

What is expected is a function of the coefficients, of what the gemeente and its region have in
common, and of the standard deviations that are averaged over. Those draws are few: none is of a
single wijk. With the design, one row per wijk, they give every expectation of the run back, and
those of wijken that are not there (`what_if`). Kept in single precision: no expectation moves by
more than a hundred-thousandth of a percentage point.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from wijkverhaal.expectation.effect_draws import all_effect_draws
from wijkverhaal.expectation.engine.sparse_kernels import Floats

if TYPE_CHECKING:
    from wijkverhaal.expectation.multilevel import FittedYear

#: What a row of draws is of: a coefficient of the model, a gemeente with its region, or a standard
#: deviation on the model's scale that an expectation averages over.
COEFFICIENT, PLACE, SPREAD = "coefficient", "place", "spread"
DRAWS_FILE, DESIGN_FILE = "coefficient_draws.parquet", "design.parquet"


def coefficient_draw_table(fitted: "FittedYear") -> pl.DataFrame:
    """One row per year, kind and name, with all its draws in one list; draws are aligned."""
    specification, posterior = fitted.specification, fitted.posterior
    effects = all_effect_draws(specification, posterior)
    coefficients = specification.own_coefficients(posterior.draws.fixed)
    terms = ["intercept"] + [column.term for column in specification.determinants.columns]
    rows: list[tuple[str, str, Floats]] = [
        (COEFFICIENT, term, coefficients[:, place]) for place, term in enumerate(terms)
    ]
    members, first = np.unique(specification.grouping.gemeente, return_index=True)
    for number, wijk in zip(members.tolist(), first.tolist(), strict=True):
        parts = [effect[:, wijk] for effect in (effects.gemeente, effects.jeugdregio) if effect is not None]
        if parts:
            rows.append((PLACE, specification.grouping.gemeenten[number], np.sum(parts, axis=0)))
    rows += [(SPREAD, "population", effects.all_sd), (SPREAD, "here", effects.wijk_sd)]
    return pl.DataFrame(
        {
            "year": [fitted.panel.year] * len(rows),
            "kind": [kind for kind, _name, _draws in rows],
            "name": [name for _kind, name, _draws in rows],
            "draws": pl.Series([draws.astype(np.float32) for _kind, _name, draws in rows]).cast(
                pl.List(pl.Float32)
            ),
        }
    )


def design_table(fitted: "FittedYear") -> pl.DataFrame:
    """One row per wijk and year: the columns of the design, by their terms."""
    determinants = fitted.specification.determinants
    return pl.DataFrame(
        {
            "area": fitted.panel.areas["area"],
            "year": np.full(fitted.panel.areas.height, fitted.panel.year, dtype=np.int64),
            **{
                column.term: determinants.matrix[:, place].astype(np.float32)
                for place, column in enumerate(determinants.columns)
            },
        }
    )


def write_coefficient_draws(fitted: Sequence["FittedYear"], folder: Path) -> None:
    """`coefficient_draws.parquet` and `design.parquet` of a run."""
    pl.concat([coefficient_draw_table(one) for one in fitted]).write_parquet(folder / DRAWS_FILE)
    designs = pl.concat([design_table(one) for one in fitted], how="diagonal")
    designs.write_parquet(folder / DESIGN_FILE)
