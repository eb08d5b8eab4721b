# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the value of an indicator to its columns of the design, as the finished run made them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars as pl

#: In standard deviations: further out a value, and one that is squared, counts as this far.
CUT, CUT_OF_SQUARE = 5.0, 3.0


@dataclass(frozen=True)
class DeterminantForm:
    """How one indicator enters the model.

    Attributes
    ----------
    transform, floor
        Of the indicator.
    plain
        Whether nothing is cut off, as in a model like SCP's.
    value, square : tuple of str, float and float, or None
        Term, centre and scale of the column of the value, and of its square where there is one.
    """

    transform: str
    floor: float
    plain: bool
    value: tuple[str, float, float]
    square: tuple[str, float, float] | None = None

    def design(self, value: float) -> dict[str, float]:
        """By term what stands in the design for a value in the indicator's own unit.

        >>> form = DeterminantForm("identity", 0.0, False, ("students", 10.0, 5.0), ("s2", 1.0, 2.0))
        >>> form.design(20.0)
        {'students': 2.0, 's2': 1.5}
        """
        term, centre, scale = self.value
        seen = float(np.log(max(value, self.floor))) if self.transform == "log" else value
        standard = (seen - centre) / scale
        found = {term: standard if self.plain else float(np.clip(standard, -CUT, CUT))}
        if self.square is not None:
            term, centre, scale = self.square
            found[term] = (float(np.clip(standard, -CUT_OF_SQUARE, CUT_OF_SQUARE)) ** 2 - centre) / scale
        return found


def forms_of(
    columns: pl.DataFrame, indicators: Mapping[str, Mapping[str, Any]], plain: bool
) -> dict[str, DeterminantForm]:
    """The forms of a year, by indicator.

    Parameters
    ----------
    columns
        The run's coefficients of that year.
    indicators
        Of model.json.
    plain
        Whether nothing is cut off.
    """
    if "form" not in columns.columns:
        return {}
    found: dict[str, dict[str, tuple[str, float, float]]] = {}
    for name, form, term, centre, scale in columns.select(
        "indicator", "form", "term", "centre", "scale"
    ).iter_rows():
        found.setdefault(name, {})[form] = (term, centre, scale)
    return {
        name: DeterminantForm(
            indicators[name]["transform"],
            float(indicators[name]["floor"]),
            plain,
            forms["value"],
            forms.get("square"),
        )
        for name, forms in found.items()
        if "value" in forms and name in indicators
    }
