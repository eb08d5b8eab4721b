# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Latent Gaussian models: a linear predictor with fixed and latent effects, any likelihood.

    predictor = X beta + sum over effects of effect[member]

beta and the effects are Gaussian given the hyperparameters theta; the effects with a sparse
precision Q(theta), beta with a diagonal one. Given theta the posterior mode is found by Newton
steps. The sparse system holds the effects only; the fixed effects are a dense border, so that
their number does not spoil its sparsity.
"""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numba import njit

from wijkverhaal.expectation.engine.curvature import Curvature
from wijkverhaal.expectation.engine.effect import Effect
from wijkverhaal.expectation.engine.likelihood import Likelihood, LikelihoodTerms
from wijkverhaal.expectation.engine.observation_map import ObservationMap
from wijkverhaal.expectation.engine.sparse_factor import SparseFactor
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints

_NEWTON_STEPS = 60
_TOLERANCE = 1e-6  # of the Newton decrement: a thousandth of a posterior sd over all unknowns together


class NoModeError(ArithmeticError):
    """Newton's method did not come to rest."""


@dataclass(frozen=True)
class Member:
    """Which member of an effect each observation has.

    Parameters
    ----------
    effect
        The effect.
    index
        Member per observation, shape (observations,); -1 where the effect does not apply.
    """

    effect: Effect
    index: Ints


@dataclass
class Mode:
    """The posterior mode at one theta, with the factorised precision there."""

    latent: Floats
    fixed: Floats
    log_joint: float
    curvature: Curvature
    terms: LikelihoodTerms


class LatentGaussianModel:
    """The model of one set of observations; holds the symbolic work, which is done once.

    Parameters
    ----------
    likelihood
        Likelihood of the observations.
    design
        Fixed effects, shape (observations, coefficients); the first column is the intercept.
    fixed_precision
        Prior precision of each coefficient.
    members
        The latent effects and which member each observation has.
    """

    def __init__(
        self, likelihood: Likelihood, design: Floats, fixed_precision: Floats, members: Sequence[Member]
    ) -> None:
        self.likelihood = likelihood
        self.design = np.ascontiguousarray(design)
        self.fixed_precision = fixed_precision
        self.members = tuple(members)
        self.observations, self.coefficients = design.shape
        sizes = [member.effect.size for member in self.members]
        self.offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        self.latent_size = int(self.offsets[-1])
        counts = [len(member.effect.hyperparameters) for member in self.members]
        self._theta_offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        self.map = ObservationMap([m.index for m in self.members], self.offsets, self.latent_size)
        self.zero_sums = tuple(
            unknowns + self.offsets[k]
            for k, member in enumerate(self.members)
            for unknowns in member.effect.zero_sums()
        )
        self._place_entries()

    def _place_entries(self) -> None:
        placed = [member.effect.positions() for member in self.members]
        self.prior_rows = np.concatenate([p[0] + o for p, o in zip(placed, self.offsets, strict=False)])
        self.prior_columns = np.concatenate([p[1] + o for p, o in zip(placed, self.offsets, strict=False)])
        self.prior_multiplicity = np.where(self.prior_rows == self.prior_columns, 1.0, 2.0)
        rows = np.concatenate([self.prior_rows, self.map.pair_rows])
        columns = np.concatenate([self.prior_columns, self.map.pair_columns])
        self.factor = SparseFactor(rows, columns, self.latent_size)
        slots = self.factor.slots(rows, columns)
        self.prior_slots, self.pair_slots = np.split(slots, [self.prior_rows.size])

    def sibling(self) -> "LatentGaussianModel":
        """The same model with a factor of its own, for use in another thread."""
        other = copy.copy(self)
        other.factor = self.factor.sibling()
        return other

    # -- hyperparameters ---------------------------------------------------------------

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        return tuple(name for member in self.members for name in member.effect.hyperparameters)

    def initial(self) -> Floats:
        return np.concatenate([member.effect.initial() for member in self.members])

    def bounds(self) -> Floats:
        """Lowest and highest value of each hyperparameter, shape (hyperparameters, 2)."""
        return np.array([b for member in self.members for b in member.effect.bounds()]).reshape(-1, 2)

    def theta_of(self, position: int, theta: Floats) -> Floats:
        """The hyperparameters of one effect."""
        return theta[self._theta_offsets[position] : self._theta_offsets[position + 1]]

    def prior_precision(self, theta: Floats) -> Floats:
        """Entries of Q(theta) at `prior_rows`, `prior_columns`."""
        return np.concatenate(
            [member.effect.precision(self.theta_of(k, theta)) for k, member in enumerate(self.members)]
        )

    # -- the linear predictor ------------------------------------------------------------

    @property
    def visible(self) -> Ints:
        """The unknowns that are members of an effect, all effects in order."""
        return np.concatenate(
            [np.arange(m.effect.visible) + self.offsets[k] for k, m in enumerate(self.members)]
        )

    def gather(self, latent: Floats) -> Floats:
        """A x: what the effects add to each observation; latent of shape (latent,) or (latent, k)."""
        return self.map.gather(latent)

    def scatter(self, values: Floats) -> Floats:
        """A' v, for values of shape (observations,) or (observations, k)."""
        return self.map.scatter(values)

    def predictor(self, latent: Floats, fixed: Floats) -> Floats:
        return self.gather(latent) + self.design @ fixed

    # -- the mode --------------------------------------------------------------------------

    def times_prior(self, precision: Floats, latent: Floats) -> Floats:
        """Q x."""
        product = np.zeros(self.latent_size)
        _times_symmetric(self.prior_rows, self.prior_columns, precision, latent, product)
        return product

    def curvature(self, precision: Floats, weight: Floats) -> Curvature:
        """Factorise Q + A' W A with its border of fixed effects."""
        self.factor.refactor(np.concatenate([precision, weight[self.map.pair_observation]]))
        weighted = self.design * weight[:, None]
        fixed_block = self.design.T @ weighted + np.diag(self.fixed_precision)
        return Curvature.of(self.factor, self.zero_sums, self.scatter(weighted), fixed_block)

    def _log_joint(self, terms: LikelihoodTerms, precision: Floats, latent: Floats, fixed: Floats) -> float:
        quadratic = latent @ self.times_prior(precision, latent) + self.fixed_precision @ fixed**2
        return float(terms.value.sum() - 0.5 * quadratic)

    def cold_start(self) -> tuple[Floats, Floats]:
        fixed = np.zeros(self.coefficients)
        fixed[0] = self.likelihood.start()
        return np.zeros(self.latent_size), fixed

    def mode(self, theta: Floats, start: tuple[Floats, Floats] | None = None) -> Mode:
        """The posterior mode of effects and coefficients at theta.

        Raises
        ------
        NoModeError
            When Newton's method does not come to rest; with a log-concave likelihood and
            finite figures it does.
        """
        precision = self.prior_precision(theta)
        latent, fixed = start or self.cold_start()
        terms = self.likelihood.terms(self.predictor(latent, fixed))
        current = self._log_joint(terms, precision, latent, fixed)
        for _step in range(_NEWTON_STEPS):
            curvature = self.curvature(precision, terms.weight)
            right = self.scatter(terms.slope) - self.times_prior(precision, latent)
            right_fixed = self.design.T @ terms.slope - self.fixed_precision * fixed
            step, step_fixed = curvature.solve(right, right_fixed)
            decrement = float(right @ step + right_fixed @ step_fixed)
            length = 1.0
            while True:
                new, new_fixed = latent + length * step, fixed + length * step_fixed
                new_terms = self.likelihood.terms(self.predictor(new, new_fixed))
                after = self._log_joint(new_terms, precision, new, new_fixed)
                if after >= current - 1e-10 * (1.0 + abs(current)) or length < 1e-6:
                    break
                length /= 2.0
            latent, fixed, terms, current = new, new_fixed, new_terms, after
            if not np.isfinite(current):
                break
            if decrement < _TOLERANCE:  # so small a step leaves the curvature as it was
                return Mode(latent, fixed, current, curvature, terms)
        raise NoModeError("the posterior mode was not found")


@njit(cache=True, nogil=True)  # pragma: no cover
def _times_symmetric(rows: Ints, columns: Ints, values: Floats, vector: Floats, product: Floats) -> None:
    for k in range(rows.size):
        product[rows[k]] += values[k] * vector[columns[k]]
        if rows[k] != columns[k]:
            product[columns[k]] += values[k] * vector[rows[k]]
