# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Collinearity: determinants that follow from others.

The model still fits: its prior shares what they have in common, and what they make together is
right. What each makes by itself is then a choice of the prior, and a reader must know it.
"""

import numpy as np

from wijkverhaal.expectation.determinants import Determinants
from wijkverhaal.expectation.engine.sparse_kernels import Floats

_FOLLOWS = 0.999  # share of the variance that the other columns tell
_RIDGE = 1e-9  # of the correlations, so that columns that are the same can be inverted


def repeating_terms(determinants: Determinants) -> list[str]:
    """Ids of the indicators of which the values follow from those of others.

    Parameters
    ----------
    determinants
        The design.

    Returns
    -------
    list of str
        In the order of the columns; all of a set that hang together, as none of them is the first.
    """
    values = [k for k, column in enumerate(determinants.columns) if column.form == "value"]
    matrix = determinants.matrix[:, values]
    if len(values) < 2 or matrix.shape[0] <= len(values) + 1:
        return []
    told = _told_by_others(matrix)
    return [
        determinants.columns[k].indicator.id
        for k, share in zip(values, told, strict=True)
        if share > _FOLLOWS
    ]


def _told_by_others(matrix: Floats) -> Floats:
    """Share of the variance of each column that the others tell, from the inverse correlations."""
    away = matrix - matrix.mean(0)
    away = away / np.maximum(np.sqrt((away**2).sum(0)), 1e-300)
    inverse = np.linalg.inv(away.T @ away + _RIDGE * np.eye(matrix.shape[1]))
    return np.asarray(1.0 - 1.0 / np.diag(inverse))
