# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Calibration: how often 90% intervals hold the truth over fresh simulated countries."""

from collections.abc import Callable

import numpy as np

from peers.answer import Answer
from peers.country import MIXING, SD_AREA, SD_GEMEENTE, Country, draw_country
from peers.landscape import draw_landscape
from peers.ours import fit_ours

NORMAL_90 = 1.6448536269514722
_AREAS = 3_300
_TRUTH = {"sd_wijk": SD_AREA, "neighbours_wijk": MIXING, "sd_gemeente": SD_GEMEENTE}


def holds(mean: np.ndarray, sd: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Whether the central 90% of a normal holds the truth."""
    return np.abs(mean - truth) < NORMAL_90 * sd


def calibration(
    countries: int,
    median_youths: float,
    tell: Callable[[str], None],
    areas: int = _AREAS,
    gemeenten: int = 340,
) -> list[str]:
    """Lines with the coverage of observed areas, areas that were held out, and coefficients."""
    land = draw_landscape(areas, 1, gemeenten)
    rows = []
    for number in range(countries):
        country = draw_country(land, 1_000 + number, median_youths)
        rows.append(_coverage(country, fit_ours(country, seed=number)))
        if (number + 1) % 10 == 0:
            tell(f"{number + 1} of {countries}: observed {np.mean([r['observed'] for r in rows]):.4f}")
    table = {name: np.array([row[name] for row in rows]) for name in rows[0]}
    lines = [f"coverage of 90% intervals over {countries} countries, median {median_youths:.0f} youths"]
    for name, values in table.items():
        error = values.std() / np.sqrt(values.size)
        lines.append(f"  {name:<16}{values.mean():.4f} (standard error {error:.4f})")
    return lines


def _coverage(country: Country, answer: Answer) -> dict[str, float]:
    area = holds(answer.mean, answer.sd, country.predictor)
    fixed = holds(answer.coefficient_mean, answer.coefficient_sd, country.coefficients)
    found = {
        "observed": float(area[~country.held_out].mean()),
        "held out": float(area[country.held_out].mean()),
        "intercept": float(fixed[0]),
        "coefficients": float(fixed[1:].mean()),
    }
    for name, truth in _TRUTH.items():
        mean, sd = answer.hyperparameters[name]
        found[name] = float(abs(mean - truth) < NORMAL_90 * sd)
    return found
