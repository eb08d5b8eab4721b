# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The posterior precision of effects and coefficients, factorised, with exact sums to zero.

The sparse part holds the effects; sums that must be zero are laid on it first (conditioning by
kriging, as in Rue and Held 2005, "Gaussian Markov Random Fields", section 2.3.3), and the dense
border of coefficients is eliminated last. In that order an effect whose level the sums fix never
meets the intercept while it is still free, so that nothing nearly singular is inverted.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import solve_triangular

from wijkverhaal.expectation.engine.sparse_factor import SparseFactor
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints


@dataclass
class Curvature:
    """Posterior precision H of (effects, beta): sparse factor, border and Schur complement.

    The factor holds the values of the last call that used it; a Curvature is therefore used
    before its factor is filled again.

    Attributes
    ----------
    factor
        Of the sparse part, without the sums.
    sums
        Covariance^(1/2) of the sums that are zero: what is subtracted from the inverse of the
        sparse part is `sums @ sums.T`; shape (unknowns, sums).
    border
        A' W X, shape (unknowns, coefficients).
    solved_border
        Inverse of the sparse part, with its sums zero, times the border.
    schur_inverse
        Posterior covariance of beta.
    log_determinant
        Of H on the space where the sums are zero.
    """

    factor: SparseFactor
    sums: Floats
    zero_sums: tuple[Ints, ...]
    border: Floats
    solved_border: Floats
    schur_inverse: Floats
    log_determinant: float

    @classmethod
    def of(
        cls, factor: SparseFactor, zero_sums: tuple[Ints, ...], border: Floats, fixed_block: Floats
    ) -> "Curvature":
        """From a filled factor, the border and the block of beta alone.

        Raises
        ------
        numpy.linalg.LinAlgError
            When the covariance of beta is not positive definite.
        """
        log_determinant = factor.log_determinant()
        sums = np.zeros((factor.size, 0))
        if zero_sums:
            indicator = np.zeros((factor.size, len(zero_sums)))
            for k, unknowns in enumerate(zero_sums):
                indicator[unknowns, k] = 1.0
            solved = factor.solve(indicator)
            triangle = np.linalg.cholesky(_sums_of(solved, zero_sums))
            sums = np.ascontiguousarray(solve_triangular(triangle, solved.T, lower=True).T)
            log_determinant += 2.0 * float(np.log(np.diag(triangle)).sum())
            log_determinant -= float(sum(np.log(unknowns.size) for unknowns in zero_sums))
        solved_border = _without_sums(factor.solve(border), sums, zero_sums)
        schur = fixed_block - border.T @ solved_border
        triangle = np.linalg.cholesky(0.5 * (schur + schur.T))
        inverse_triangle = np.linalg.inv(triangle)
        log_determinant += 2.0 * float(np.log(np.diag(triangle)).sum())
        covariance = inverse_triangle.T @ inverse_triangle
        return cls(factor, sums, zero_sums, border, solved_border, covariance, log_determinant)

    def solve_latent(self, right: Floats) -> Floats:
        """Inverse of the sparse part, with its sums zero, times right (unknowns, k)."""
        return _without_sums(self.factor.solve(right), self.sums, self.zero_sums)

    def solve(self, right_latent: Floats, right_fixed: Floats) -> tuple[Floats, Floats]:
        """H^-1 times a vector, in its two parts."""
        part = self.solve_latent(right_latent[:, None])[:, 0]
        fixed = self.schur_inverse @ (right_fixed - self.border.T @ part)
        return part - self.solved_border @ fixed, fixed

    def colour(self, noise: Floats, fixed_noise: Floats) -> tuple[Floats, Floats]:
        """Standard normals, (unknowns, k) and (coefficients, k), made into draws with covariance H^-1."""
        fixed = np.linalg.cholesky(self.schur_inverse) @ fixed_noise
        latent = _without_sums(self.factor.colour(noise), self.sums, self.zero_sums)
        latent -= self.solved_border @ fixed
        return latent, fixed

    def low_rank(self) -> tuple[Floats, Floats]:
        """P and s with H^-1 of the effects = inverse of the sparse part + P diag(s) P'."""
        spread = self.solved_border @ np.linalg.cholesky(self.schur_inverse)
        signs = np.concatenate([np.ones(spread.shape[1]), -np.ones(self.sums.shape[1])])
        return np.ascontiguousarray(np.hstack([spread, self.sums])), signs


def _sums_of(columns: Floats, zero_sums: tuple[Ints, ...]) -> Floats:
    return np.stack([columns[unknowns].sum(0) for unknowns in zero_sums])


def _without_sums(columns: Floats, sums: Floats, zero_sums: tuple[Ints, ...]) -> Floats:
    """Condition columns on the sums being zero: subtract their best linear prediction."""
    if not zero_sums:
        return columns
    # sums' triangle: the sums of `sums` are that triangle itself
    triangle = _sums_of(sums, zero_sums)
    left = solve_triangular(triangle, _sums_of(columns, zero_sums), lower=True)
    return np.asarray(columns - sums @ left)
