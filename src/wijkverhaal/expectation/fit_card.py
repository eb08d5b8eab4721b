# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well a year was fitted, and with which programs, for the model card."""

import platform
from importlib.metadata import version
from typing import Any

import numpy as np

import wijkverhaal
from wijkverhaal.expectation.multilevel import FittedYear

#: The packages that compute: another version may give other last digits.
COMPUTING_PACKAGES = ("numpy", "scipy", "polars", "numba", "qdldl")


def fit_of(fitted: FittedYear) -> dict[str, Any]:
    """The evidence of the series, and how the published counts of this year lie in their prediction.

    Each count is foretold as if the wijk's own figure were not known (approximately, without
    fitting anew). Shares and scores are over the wijken with a shown count; None for percentages.

    Returns
    -------
    dict
        log_evidence, points (of the design), counts, inside_90 (the share of the counts within the
        90% bounds of their prediction) and mean_squared_z (of the distance from the prediction, in
        half widths of those bounds over 1.645).
    """
    found: dict[str, Any] = {
        "log_evidence": fitted.posterior.log_evidence,
        "points": int(fitted.posterior.weights.size),
    }
    prediction, shown = fitted.prediction, fitted.specification.shown
    if prediction is None or not shown.any():
        return found | {"counts": None, "inside_90": None, "mean_squared_z": None}
    count = fitted.panel.column("published")[shown]
    low, high, mean = (np.asarray(part)[shown] for part in (prediction.low, prediction.high, prediction.mean))
    spread = np.maximum(high - low, 1.0) / (2.0 * 1.6449)
    return found | {
        "counts": int(count.size),
        "inside_90": float(((count >= low) & (count <= high)).mean()),
        "mean_squared_z": float((((count - mean) / spread) ** 2).mean()),
    }


def versions() -> dict[str, str]:
    """Versions of Wijkverhaal, of Python and of the packages that compute."""
    return {
        "wijkverhaal": wijkverhaal.__version__,
        "python": platform.python_version(),
        **{name: version(name) for name in COMPUTING_PACKAGES},
    }
