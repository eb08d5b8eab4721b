# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well one set lies within another: consistency, PRI, coverage and relevance.

Formulas: Ragin (2006), Political Analysis 14:291-310 (consistency, coverage); Schneider and
Wagemann (2012), Set-Theoretic Methods for the Social Sciences (PRI, relevance of necessity).
"""

from dataclasses import dataclass

import numpy as np

from wijkverhaal.stories.condition import Numbers

#: Sums of memberships are compared with this much room for rounding.
ROOM = 1e-9


def _ratio(part: float, whole: float) -> float | None:
    return part / whole if abs(whole) > ROOM else None


@dataclass(frozen=True)
class Sufficiency:
    """How far X is a subset of Y.

    Attributes
    ----------
    consistency, pri, coverage : float or None
        From 0 to 1; None where nothing belongs to X (or, for coverage, to Y).
    """

    consistency: float | None
    pri: float | None
    coverage: float | None


def sufficiency(x: Numbers, y: Numbers) -> Sufficiency:
    """Consistency, proportional reduction in inconsistency and coverage of X for Y, both (n,).

    >>> sufficiency(np.array([1.0, 1, 0, 0]), np.array([1.0, 0, 1, 0]))
    Sufficiency(consistency=0.5, pri=0.5, coverage=0.5)
    """
    both = np.minimum(x, y)
    overlap, ambiguous = float(both.sum()), float(np.minimum(both, 1 - y).sum())
    return Sufficiency(
        _ratio(overlap, float(x.sum())),
        _ratio(overlap - ambiguous, float(x.sum()) - ambiguous),
        _ratio(overlap, float(y.sum())),
    )


@dataclass(frozen=True)
class Necessity:
    """How far X is a superset of Y.

    Attributes
    ----------
    consistency, relevance, coverage : float or None
        From 0 to 1. Low relevance (RoN) says that X is there so often that it means little.
    """

    consistency: float | None
    relevance: float | None
    coverage: float | None


def necessity(x: Numbers, y: Numbers) -> Necessity:
    """Consistency, relevance (RoN) and coverage of X as a necessary condition of Y, both (n,).

    >>> necessity(np.array([1.0, 1, 1, 0]), np.array([1.0, 0, 1, 0])).consistency
    1.0
    """
    both = np.minimum(x, y)
    overlap = float(both.sum())
    return Necessity(
        _ratio(overlap, float(y.sum())),
        _ratio(float((1 - x).sum()), float((1 - both).sum())),
        _ratio(overlap, float(x.sum())),
    )
