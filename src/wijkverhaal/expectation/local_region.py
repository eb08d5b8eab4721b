# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which wijken a local model is about: those of a region, or of some gemeenten."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _


def wijken_inside(panel: Panel, gemeenten: Sequence[str], region: str | None = None) -> NDArray[np.bool_]:
    """Which wijken of a panel lie in the region, or else in the gemeenten.

    Raises
    ------
    NotFoundError
        When there is no such gemeente or region among the wijken.
    """
    column = "region" if region else "gemeente"
    known = set(panel.areas[column].drop_nulls().to_list())
    wanted = [region] if region else list(gemeenten)
    for code in wanted:
        if code not in known:
            raise NotFoundError(
                _("{code} staat niet in de cijfers van {year}; kies een code als {example}.").format(
                    code=code, year=panel.year, example=min(known, default="GM0363")
                )
            )
    return np.asarray(panel.areas[column].is_in(wanted).fill_null(False).to_numpy())
