# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rest of the country foretells of a region: the prior of a local model.

The national model is fitted without any figure of the region, so that no figure counts twice. Its
draws of the predictor in the region's wijken hold what is uncertain about the coefficients, and
the effects of the region and its gemeenten as the country knows them beforehand. The spread of
single wijken around it has the country's posterior as its prior.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.answers import population_predictor
from wijkverhaal.expectation.effect_draws import effect_draws
from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.likelihood import Likelihood, LikelihoodTerms
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints
from wijkverhaal.expectation.multilevel import fit_specification
from wijkverhaal.expectation.settings import Scale, Settings
from wijkverhaal.expectation.specification import specify
from wijkverhaal.figures.panel import Panel

_DRAWS = 2000
_NARROWEST = 0.05  # of the prior of a logarithm of a standard deviation


@dataclass(frozen=True)
class RegionalPrior:
    """The predictor of the region's wijken before any figure of the region was seen.

    Attributes
    ----------
    mean : ndarray of shape (wijken,)
        Without the effect of the wijk itself.
    covariance : ndarray of shape (wijken, wijken)
    log_sd_mean, log_sd_sd : float
        Of the logarithm of the standard deviation between wijken.
    scale : str
        Of the predictor: "logit", or "percent" of a model like SCP's.
    """

    mean: Floats
    covariance: Floats
    log_sd_mean: float
    log_sd_sd: float
    scale: Scale


def regional_prior(panel: Panel, inside: NDArray[np.bool_], settings: Settings) -> RegionalPrior:
    """Fit the country without the region and look at the region.

    Parameters
    ----------
    panel
        The whole country.
    inside
        Which wijken are the region's.
    settings
        Of the national model; here without an effect of neighbours, since a region's wijken would
        take it over from those across the border only.
    """
    settings = replace(settings, neighbours=False, draws=_DRAWS)
    specification = specify(panel, settings, hidden=inside)
    posterior = fit_specification(specification, settings)
    draws = population_predictor(specification, posterior)[:, inside]
    for name in ("gemeente", "jeugdregio"):
        effect = effect_draws(specification, posterior, name)
        if effect is not None:
            draws = draws + effect[:, inside]
    position = specification.model.hyperparameters.index("sd_wijk")
    log_sd = posterior.draws.theta[:, position]
    return RegionalPrior(
        draws.mean(0),
        np.atleast_2d(np.cov(draws, rowvar=False)),
        float(log_sd.mean()),
        max(float(log_sd.std()), _NARROWEST),
        specification.scale,
    )


@dataclass(frozen=True)
class EffectWithKnownSpread(IndependentEffect):
    """Independent effects of which the logarithm of the standard deviation has a normal prior."""

    log_sd_mean: float = 0.0
    log_sd_sd: float = 1.0

    def initial(self) -> Floats:
        return np.array([self.log_sd_mean])

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        away = (float(theta[0]) - self.log_sd_mean) / self.log_sd_sd
        value = -0.5 * away**2 - np.log(self.log_sd_sd) - 0.5 * np.log(2.0 * np.pi)
        return float(value), np.array([-away / self.log_sd_sd])


@dataclass(frozen=True)
class EffectWithKnownCovariance:
    """Effects whose covariance is known beforehand."""

    name: str
    covariance: Floats
    hyperparameters: tuple[str, ...] = ()
    _precision: Floats = field(init=False, repr=False)
    _log_determinant: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_precision", np.linalg.inv(self.covariance))
        object.__setattr__(self, "_log_determinant", -float(np.linalg.slogdet(self.covariance)[1]))

    @property
    def size(self) -> int:
        return int(self.covariance.shape[0])

    @property
    def visible(self) -> int:
        return self.size

    def zero_sums(self) -> list[Ints]:
        return []

    def bounds(self) -> list[tuple[float, float]]:
        return []

    def positions(self) -> tuple[Ints, Ints]:
        rows, columns = np.tril_indices(self.size)
        return rows.astype(np.int64), columns.astype(np.int64)

    def initial(self) -> Floats:
        return np.empty(0)

    def precision(self, theta: Floats) -> Floats:
        return np.asarray(self._precision[self.positions()])

    def precision_derivatives(self, theta: Floats) -> list[Floats]:
        return []

    def log_determinant(self, theta: Floats) -> tuple[float, Floats]:
        return self._log_determinant, np.empty(0)

    def log_prior(self, theta: Floats) -> tuple[float, Floats]:
        return 0.0, np.empty(0)


@dataclass(frozen=True)
class ShiftedLikelihood:
    """A likelihood at the predictor plus something known."""

    likelihood: Likelihood
    shift: Floats

    def terms(self, predictor: Floats) -> LikelihoodTerms:
        return self.likelihood.terms(predictor + self.shift)

    def start(self) -> float:
        return 0.0
