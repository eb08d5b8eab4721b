# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an engine answers, the same for every engine, and how it is kept between processes."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Answer:
    """Posterior of one engine.

    Attributes
    ----------
    seconds : float
        Of the timed part.
    mean, sd : array, shape (observations,)
        Of the linear predictor.
    coefficient_mean, coefficient_sd : array, shape (coefficients,)
    hyperparameters : dict of str to tuple of float
        Mean and standard deviation, on the natural scale.
    extra : dict
        What only this engine tells: effective sample size, number of draws.
    peak_mb : float
        Of the whole process, measured from outside.
    """

    seconds: float
    mean: np.ndarray
    sd: np.ndarray
    coefficient_mean: np.ndarray
    coefficient_sd: np.ndarray
    hyperparameters: dict[str, tuple[float, float]]
    extra: dict[str, float] = field(default_factory=dict)
    peak_mb: float = float("nan")

    def save(self, path: Path) -> None:
        arrays = {name: getattr(self, name) for name in _ARRAYS}
        facts = {name: getattr(self, name) for name in ("seconds", "hyperparameters", "extra")}
        np.savez(path, facts=json.dumps(facts), **arrays)

    @classmethod
    def load(cls, path: Path, peak_mb: float = float("nan")) -> "Answer":
        with np.load(path) as kept:
            arrays = {name: kept[name] for name in _ARRAYS}
            facts = json.loads(str(kept["facts"]))
        pairs = {name: tuple(pair) for name, pair in facts.pop("hyperparameters").items()}
        return cls(**arrays, **facts, hyperparameters=pairs, peak_mb=peak_mb)


_ARRAYS = ("mean", "sd", "coefficient_mean", "coefficient_sd")
