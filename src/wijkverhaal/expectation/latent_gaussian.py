# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Latent Gaussian models: a linear predictor with fixed and latent effects, any likelihood.

    predictor = X beta + sum over effects of weight * effect[member]

beta and the effects are Gaussian given the hyperparameters theta; the effects with a sparse
precision Q(theta), beta with a diagonal one. Given theta the posterior mode is found by Newton
steps. The sparse system holds the effects only; the fixed effects are a dense border, so that
their number does not spoil its sparsity.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.effect import Effect
from wijkverhaal.expectation.likelihood import Likelihood, LikelihoodTerms
from wijkverhaal.expectation.sparse_factor import SparseFactor
from wijkverhaal.expectation.sparse_kernels import Floats, Ints

_NEWTON_STEPS = 60
_TOLERANCE = 1e-8


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
    curvature: "Curvature"
    terms: LikelihoodTerms


@dataclass
class Curvature:
    """Posterior precision of (effects, beta): sparse factor, border and Schur complement.

    `factor` belongs to the model and holds the values of the last call; a Curvature is
    therefore used before the next one is made.
    """

    factor: SparseFactor
    border: Floats  # A' W X, shape (latent, coefficients)
    solved_border: Floats  # factor^-1 border
    schur: Floats  # precision of beta with the effects integrated out
    schur_inverse: Floats
    log_determinant: float

    def solve(self, right_latent: Floats, right_fixed: Floats) -> tuple[Floats, Floats]:
        """H^-1 times a vector, in its two parts."""
        part = self.factor.solve(right_latent[:, None])[:, 0]
        fixed = self.schur_inverse @ (right_fixed - self.border.T @ part)
        return part - self.solved_border @ fixed, fixed


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
        self._place_entries()

    # -- hyperparameters ---------------------------------------------------------------

    @property
    def hyperparameters(self) -> tuple[str, ...]:
        return tuple(name for member in self.members for name in member.effect.hyperparameters)

    def initial(self) -> Floats:
        return np.concatenate([member.effect.initial() for member in self.members])

    def theta_of(self, position: int, theta: Floats) -> Floats:
        """The hyperparameters of one effect."""
        return theta[self._theta_offsets[position] : self._theta_offsets[position + 1]]

    def prior_precision(self, theta: Floats) -> Floats:
        """Entries of Q(theta) at `prior_rows`, `prior_columns`."""
        return np.concatenate(
            [member.effect.precision(self.theta_of(k, theta)) for k, member in enumerate(self.members)]
        )

    # -- the linear predictor ------------------------------------------------------------

    def _place_entries(self) -> None:
        rows, columns = [], []
        for position, member in enumerate(self.members):
            row, column = member.effect.positions()
            rows.append(row + self.offsets[position])
            columns.append(column + self.offsets[position])
        self.prior_rows, self.prior_columns = np.concatenate(rows), np.concatenate(columns)
        self.prior_multiplicity = np.where(self.prior_rows == self.prior_columns, 1.0, 2.0)
        self.index = np.stack([np.maximum(m.index, 0) + self.offsets[k] for k, m in enumerate(self.members)])
        self.applies = np.stack([(m.index >= 0).astype(float) for m in self.members])
        pairs = [(a, b) for a in range(len(self.members)) for b in range(a, len(self.members))]
        self.pair_rows = np.concatenate([self.index[a] for a, _ in pairs])
        self.pair_columns = np.concatenate([self.index[b] for _, b in pairs])
        self.pair_weights = np.concatenate([self.applies[a] * self.applies[b] for a, b in pairs])
        self.pair_multiplicity = np.concatenate(
            [np.full(self.observations, 1.0 if a == b else 2.0) for a, b in pairs]
        )
        self._pairs = len(pairs)
        self.factor = SparseFactor(
            np.concatenate([self.prior_rows, self.pair_rows]),
            np.concatenate([self.prior_columns, self.pair_columns]),
            self.latent_size,
        )

    def gather(self, latent: Floats) -> Floats:
        """A x: what the effects add to each observation; latent of shape (latent,) or (latent, k)."""
        total = np.zeros((self.observations, *latent.shape[1:]))
        for index, applies in zip(self.index, self.applies, strict=True):
            total += (latent[index].T * applies).T
        return total

    def scatter(self, values: Floats) -> Floats:
        """A' v, for values of shape (observations,)."""
        total = np.zeros(self.latent_size)
        for index, applies in zip(self.index, self.applies, strict=True):
            total += np.bincount(index, weights=values * applies, minlength=self.latent_size)
        return total

    def predictor(self, latent: Floats, fixed: Floats) -> Floats:
        return self.gather(latent) + self.design @ fixed

    # -- the mode --------------------------------------------------------------------------

    def times_prior(self, precision: Floats, latent: Floats) -> Floats:
        """Q x."""
        rows, columns = self.prior_rows, self.prior_columns
        product = np.bincount(rows, precision * latent[columns], self.latent_size).astype(np.float64)
        off = rows != columns
        if off.any():
            product += np.bincount(columns[off], precision[off] * latent[rows[off]], self.latent_size)
        return product

    def curvature(self, precision: Floats, weight: Floats) -> Curvature:
        """Factorise Q + A' W A with its border of fixed effects."""
        self.factor.refactor(np.concatenate([precision, np.tile(weight, self._pairs) * self.pair_weights]))
        weighted = self.design * weight[:, None]
        border = np.column_stack([self.scatter(column) for column in weighted.T])
        solved = self.factor.solve(border)
        schur = self.design.T @ weighted + np.diag(self.fixed_precision) - border.T @ solved
        triangle = np.linalg.cholesky(schur)
        inverse_triangle = np.linalg.inv(triangle)
        log_determinant = self.factor.log_determinant() + 2.0 * float(np.log(np.diag(triangle)).sum())
        return Curvature(
            self.factor, border, solved, schur, inverse_triangle.T @ inverse_triangle, log_determinant
        )

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
            if decrement < _TOLERANCE:
                return Mode(latent, fixed, current, self.curvature(precision, terms.weight), terms)
        raise NoModeError("the posterior mode was not found")
