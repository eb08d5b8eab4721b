# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The draws behind the expectations of one year of a finished run, read back from its folder.

`coefficient_draws` writes them. Nothing here needs the engine, so that a site starts quickly.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.special import expit

from wijkverhaal.expectation.settings import Scale

Floats = NDArray[np.float64]
_FILES = ("coefficient_draws.parquet", "design.parquet")
#: As in `rate_scale.mean_rate`.
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(7)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()


@dataclass(frozen=True)
class ExpectationDraws:
    """Everything that an expectation of a year is a function of.

    Attributes
    ----------
    year
        Of the figures.
    scale
        Of the linear predictor.
    terms : tuple of str
        The columns of the design, without the intercept.
    coefficients : ndarray of shape (draws, 1 + terms)
        The intercept first.
    places : dict of str to ndarray of shape (draws,)
        Gemeente to what it and its region add; empty where the model has no such effects.
    spread : dict of str to ndarray of shape (draws,)
        Standard deviation of the effects averaged over, for "population" and "here".
    shift : dict of str to float
        Of the intercept, for "population" and "here".
    design : ndarray of shape (areas, terms)
    row : dict of str to int
        Area to its row of the design.
    """

    year: int
    scale: Scale
    terms: tuple[str, ...]
    coefficients: Floats
    places: dict[str, Floats]
    spread: dict[str, Floats]
    shift: dict[str, float]
    design: Floats
    row: dict[str, int]

    def expected(self, design: Floats, gemeente: str | None = None) -> Floats:
        """Rate in percent per draw of a wijk with these values of the design.

        Parameters
        ----------
        design : ndarray of shape (terms,)
        gemeente : str or None
            The gemeente in which it lies; in the average gemeente where None.
        """
        which = "population" if gemeente is None else "here"
        predictor = self.coefficients[:, 0] + self.coefficients[:, 1:] @ design
        if gemeente is not None and gemeente in self.places:
            predictor = predictor + self.places[gemeente]
        return _averaged(predictor + self.shift[which], self.spread[which], self.scale)


def _averaged(predictor: Floats, sd: Floats, scale: Scale) -> Floats:
    """Rate in percent, averaged over a normal effect."""
    if scale == "percent":
        return predictor
    return np.asarray(100.0 * (expit(predictor[:, None] + sd[:, None] * _NODES) @ _WEIGHTS))


def read_expectation_draws(folder: Path, model: dict[str, Any]) -> dict[int, ExpectationDraws]:
    """The draws of every year; empty where the run was made before they were kept.

    Parameters
    ----------
    folder
        Of a finished run.
    model
        The content of its model.json.
    """
    if not all((folder / name).is_file() for name in _FILES):
        return {}
    draws, design = (pl.read_parquet(folder / name) for name in _FILES)
    return {
        int(year): _of_year(int(year), of_year, design.filter(pl.col("year") == year), model)
        for (year,), of_year in draws.group_by("year")
    }


def _of_year(year: int, draws: pl.DataFrame, design: pl.DataFrame, model: dict[str, Any]) -> ExpectationDraws:
    kept: dict[str, dict[str, Floats]] = {"coefficient": {}, "place": {}, "spread": {}}
    for kind, name, values in draws.select("kind", "name", "draws").iter_rows():
        kept[kind][name] = np.array(values, dtype=np.float64)
    terms = tuple(name for name in kept["coefficient"] if name != "intercept")
    shift = model["intercept_shift"]
    return ExpectationDraws(
        year=year,
        scale=model["scale"],
        terms=terms,
        coefficients=np.column_stack([kept["coefficient"][name] for name in ("intercept", *terms)]),
        places=kept["place"],
        spread=kept["spread"],
        shift={which: float(shift[which][str(year)]) for which in ("population", "here")},
        design=design.select(terms).to_numpy().astype(np.float64),
        row={area: place for place, area in enumerate(design["area"].to_list())},
    )
