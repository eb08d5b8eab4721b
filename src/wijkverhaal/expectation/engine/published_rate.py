# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The likelihood of a published percentage without its denominator, as in SCP's file."""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.engine.likelihood import LikelihoodTerms
from wijkverhaal.expectation.engine.sparse_kernels import Floats


@dataclass(frozen=True)
class PublishedRateLikelihood:
    """A normal likelihood on the scale of the linear predictor, with known noise.

    Parameters
    ----------
    response
        The published percentage, or its logit; NaN where it was withheld.
    noise_sd
        Standard deviation of the sampling noise on the same scale, per observation.
    """

    response: Floats
    noise_sd: Floats

    def __post_init__(self) -> None:
        if not (self.noise_sd > 0).all():
            raise ValueError("noise must be positive")

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        known = np.isfinite(self.response)
        precision = np.where(known, self.noise_sd**-2.0, 0.0)
        residual = np.where(known, self.response - predictor, 0.0)
        constant = np.where(known, -np.log(self.noise_sd) - 0.5 * np.log(2.0 * np.pi), 0.0)
        value = constant - 0.5 * precision * residual**2
        return LikelihoodTerms(value, precision * residual, precision, np.zeros_like(predictor))

    def start(self) -> float:
        return float(np.nanmean(self.response)) if np.isfinite(self.response).any() else 0.0
