# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which values go together: how far a wijk lies from the middle of all wijken, as they lie around it.

Two values that each occur need not occur together, such as many owned houses and many rented ones.
The distance of Mahalanobis sees that: it is large where values contradict how they go together. Over
all values a few odd wijken lie very far, so two values that are closely related are also looked at
by themselves: they are refused where every wijk lies on the near side of a line through them.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
#: Added to each variance, in standard deviations squared: values that are each other's copy make no
#: distance of rounding.
_RIDGE = 0.01
#: Designs are kept in single precision, so the same values can lie this share further.
_HAIR = 1e-4
#: From this correlation on, either way, two values are closely related.
_RELATED = 0.6


@dataclass(frozen=True)
class Combination:
    """How the values of the wijken of one year lie around their middle.

    Attributes
    ----------
    places : ndarray of int
        The columns of the design that are values: no squares, no flags of what is missing.
    middle : ndarray of shape (values,)
    precision : ndarray of shape (values, values)
        Inverse of the covariance.
    largest : float
        The squared distance of the wijk among them that lies furthest.
    away : ndarray of shape (wijken, values)
        From the middle.
    covariance : ndarray of shape (values, values)
    """

    places: NDArray[np.intp]
    middle: Floats
    precision: Floats
    largest: float
    away: Floats
    covariance: Floats

    @classmethod
    def of(cls, design: Floats, places: list[int]) -> "Combination":
        """From the design of wijken of a year, those from which the model could learn."""
        chosen = np.array(places, dtype=np.intp)
        values = design[:, chosen]
        middle = values.mean(axis=0) if len(values) else np.zeros(chosen.size)
        away = values - middle
        covariance = away.T @ away / max(len(values) - 1, 1) + _RIDGE * np.eye(chosen.size)
        precision = np.linalg.inv(covariance).astype(np.float64)
        distances = np.einsum("wi,wi->w", away @ precision, away)
        return cls(chosen, middle, precision, float(distances.max(initial=0.0)), away, covariance)

    def distance(self, design: Floats) -> float:
        """The squared distance of a wijk with these values of the design."""
        away = design[self.places] - self.middle
        return float(away @ self.precision @ away)

    def occurs(self, design: Floats, now: Floats) -> bool:
        """Whether some wijk lies this far, or the wijk that was changed did so itself."""
        if self.distance(design) > max(self.largest, self.distance(now)) * (1.0 + _HAIR):
            return False
        new, old = design[self.places] - self.middle, now[self.places] - self.middle
        return all(self._pair_occurs(pair, new, old) for pair in self._related(np.flatnonzero(new != old)))

    def _related(self, changed: NDArray[np.intp]) -> set[tuple[int, int]]:
        """Pairs of closely related values of which one at least is another."""
        spread = np.sqrt(np.diag(self.covariance))
        close = np.abs(self.covariance / np.outer(spread, spread)) >= _RELATED
        pairs = [(one, other) for one in changed.tolist() for other in np.flatnonzero(close[one]).tolist()]
        return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}

    def _pair_occurs(self, pair: tuple[int, int], new: Floats, old: Floats) -> bool:
        """Whether some wijk lies as far as these two values, in their direction."""
        both = list(pair)
        inverse = np.linalg.inv(self.covariance[np.ix_(both, both)])
        line = inverse @ new[both]
        reached = float((self.away[:, both] @ line).max(initial=0.0))
        own = float(old[both] @ inverse @ old[both])
        return float(new[both] @ line) <= max(reached, own) * (1.0 + _HAIR)
