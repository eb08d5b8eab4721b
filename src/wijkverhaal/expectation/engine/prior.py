# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priors that say little, but keep the model from extremes."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class ExponentialScalePrior:
    """Exponential prior of a standard deviation, its penalised-complexity prior.

    P(sd > upper) = probability (Simpson, Rue, Riebler, Martins and Sorbye 2017,
    "Penalising model component complexity", Statistical Science 32). It lets a standard
    deviation go to zero when the figures do not ask for the effect.

    Examples
    --------
    >>> round(ExponentialScalePrior(upper=1.0, probability=0.01).rate, 3)
    4.605
    """

    upper: float = 1.0
    probability: float = 0.01

    @property
    def rate(self) -> float:
        return float(-np.log(self.probability) / self.upper)

    def log_density(self, log_scale: float) -> tuple[float, float]:
        """Log density of the logarithm of the standard deviation, and its derivative."""
        scaled = self.rate * float(np.exp(log_scale))
        return float(np.log(self.rate)) - scaled + log_scale, 1.0 - scaled


@dataclass(frozen=True)
class CoefficientPrior:
    """Independent normal priors of the coefficients of standardised determinants.

    Parameters
    ----------
    sd
        Of a coefficient: the change of the linear predictor for one standard deviation of
        the determinant.
    intercept_sd
        Of the intercept.
    """

    sd: float = 1.0
    intercept_sd: float = 5.0

    def precisions(self, coefficients: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Precision of the intercept followed by those of the other coefficients."""
        return np.concatenate([[self.intercept_sd**-2.0], np.full(coefficients - 1, self.sd**-2.0)])


@dataclass(frozen=True)
class PersistencePrior:
    """Penalised-complexity prior of the correlation between years, with "nothing changes" as base.

    The distance from a constant effect grows as sqrt(1 - rho) (Sorbye and Rue 2017, "Penalised
    complexity priors for stationary autoregressive processes", Journal of Time Series Analysis
    38); it is exponential, cut off where rho is zero. theta is the logit of rho.

    Parameters
    ----------
    rate
        Of the distance. 1 says: P(rho > 0.5) is 0.80.
    """

    rate: float = 1.0

    def log_density(self, logit: float) -> tuple[float, float]:
        """Log density of the logit of rho, and its derivative."""
        rho = 1.0 / (1.0 + float(np.exp(-logit)))
        distance = float(np.sqrt(1.0 - rho))
        normaliser = 1.0 - float(np.exp(-self.rate))
        # density of rho: rate exp(-rate d) / (2 d normaliser); of its logit: times rho (1 - rho)
        value = np.log(self.rate / (2.0 * normaliser)) - self.rate * distance + np.log(rho * distance)
        slope = 0.5 * self.rate * rho * distance + (1.0 - rho) - 0.5 * rho
        return float(value), slope
