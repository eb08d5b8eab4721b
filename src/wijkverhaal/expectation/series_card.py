# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the model found out about years and neighbours, for the model card and in sentences."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np
from scipy.special import expit

from wijkverhaal.expectation.likeness_of_neighbours import LikenessOfNeighbours, likeness_of_neighbours
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.foundation.language import _, number, percentage

_TAILS = (0.05, 0.95)
_WORTH_SAYING = 0.05


class SeriesCard:
    """Years that were fitted together, users who stay, and neighbours.

    Parameters
    ----------
    fitted_years
        All years of a run.
    """

    def __init__(self, fitted_years: Sequence[FittedYear]) -> None:
        self._series = [list(group) for _key, group in groupby(fitted_years, lambda one: one.series)]
        self._likeness = {one.panel.year: likeness_of_neighbours(one) for one in fitted_years}

    def to_json(self) -> dict[str, Any]:
        return {
            "together": [[one.panel.year for one in series] for series in self._series],
            "users_who_stay": {
                str(series[0].panel.year): series[0].specification.staying for series in self._series
            },
            "neighbours": {
                str(year): likeness.to_json() if likeness else None
                for year, likeness in self._likeness.items()
            },
        }

    def sentences(self) -> list[str]:
        """What a reader must know of it."""
        found: list[str] = []
        for series in self._series:
            found += _of_years(series)
            found += _of_neighbours(series[-1], self._likeness[series[-1].panel.year])
        return found


def _of_years(series: Sequence[FittedYear]) -> list[str]:
    if len(series) == 1:
        return []
    years = _("{years} en {last}").format(
        years=", ".join(str(one.panel.year) for one in series[:-1]), last=series[-1].panel.year
    )
    found = [
        _("De jaren {years} zijn samen geschat; zo maakt het ene jaar het andere zekerder.").format(
            years=years
        )
    ]
    share = series[0].specification.staying
    if share >= _WORTH_SAYING:
        text = _(
            "Jongeren houden vaak langer dan een jaar zorg. Daarom keert {share} van het toeval in een"
            " cijfer een jaar later terug; het model rekent dat niet als nieuw bewijs."
        )
        found.append(text.format(share=percentage(100.0 * share, 0)))
    return found


def _of_neighbours(fitted: FittedYear, likeness: LikenessOfNeighbours | None) -> list[str]:
    if likeness is None:
        return [_("Er zijn geen grenzen van wijken, dus het model weet niet welke wijken buren zijn.")]
    year = fitted.panel.year
    text = _(
        "Zo veel lijkt het gebruik in {year} in buurwijken op elkaar (van 0, niet, tot 1, helemaal):"
        " {rate}. Binnen één gemeente is dat {within}."
    )
    found = [
        text.format(
            year=year, rate=number(likeness.rate.value, 2), within=number(likeness.within_gemeente.value, 2)
        )
    ]
    names = list(fitted.specification.model.hyperparameters)
    if "neighbours_wijk" in names:
        share = expit(fitted.posterior.draws.theta[:, names.index("neighbours_wijk")])
        low, high = np.quantile(share, _TAILS)
        text = _(
            "Van wat wijken nog verschilt, hebben buurwijken {share} gemeen ({low} tot {high}). Wat alle"
            " wijken van een gemeente met hun buren delen, telt bij de gemeente."
        )
        found.append(
            text.format(
                share=percentage(100.0 * float(share.mean()), 0),
                low=percentage(100.0 * float(low), 0),
                high=percentage(100.0 * float(high), 0),
            )
        )
    return [*found, likeness.residual.sentence("residual")]
