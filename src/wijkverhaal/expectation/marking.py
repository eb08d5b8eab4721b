# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Marking: which wijken truly differ from what was expected here, at a stated rate of wrong marks.

A wijk is a candidate for the claim "use is more than m above (or below) what was expected here".
Its posterior error probability is the chance that the claim is wrong. Candidates are taken in
order of that chance, as many as possible while its mean over those taken stays within the rate:
the Bayesian false-discovery rate (Newton, Noueiry, Sarkar and Ahlquist 2004; Müller, Parmigiani,
Robert and Rousseau 2004). A claim that is more likely wrong than right is never made.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _, percentage

Floats = NDArray[np.float64]

#: Smallest differences at which a summary says how much would be marked.
THRESHOLDS = (0.0, 0.05, 0.10, 0.15, 0.20, 0.30)
_LIKELY = 0.5

HIGHER, LOWER, NONE = "higher", "lower", "none"


@dataclass(frozen=True)
class MarkingRule:
    """What it takes to mark a wijk.

    Attributes
    ----------
    false_discovery_rate : float
        The largest share of the marked wijken that one expects to be wrong.
    smallest : float
        The smallest difference that matters, as a share of what was expected here.

    Raises
    ------
    InputError
        When a share lies outside its bounds.
    """

    false_discovery_rate: float = 0.10
    smallest: float = 0.10

    def __post_init__(self) -> None:
        if not 0.0 < self.false_discovery_rate <= 0.5:
            raise InputError(
                _(
                    "Bij --fdr staat {value}, maar dat moet meer dan 0% zijn en hoogstens 50%;"
                    " geef bijvoorbeeld 10."
                ).format(value=percentage(100.0 * self.false_discovery_rate))
            )
        if not 0.0 <= self.smallest < 1.0:
            raise InputError(
                _(
                    "Bij --smallest staat {value}, maar dat moet 0% zijn of meer, en minder dan 100%;"
                    " geef bijvoorbeeld 10."
                ).format(value=percentage(100.0 * self.smallest))
            )


@dataclass(frozen=True)
class Marked:
    """Wijken with the claim that is made about each of them, or "none".

    Attributes
    ----------
    rule : MarkingRule
    direction : ndarray of str, shape (wijken,)
        "higher", "lower" or "none".
    probability : ndarray of shape (wijken,)
        That the use differs by more than the smallest difference, in the likelier direction.
    expected_wrong : float
        How many of the marked wijken one expects not to differ so much, or the other way.
    """

    rule: MarkingRule
    direction: NDArray[np.str_]
    probability: Floats
    expected_wrong: float

    @property
    def higher(self) -> int:
        return int((self.direction == HIGHER).sum())

    @property
    def lower(self) -> int:
        return int((self.direction == LOWER).sum())

    @property
    def count(self) -> int:
        return self.higher + self.lower


def mark(
    actual: Floats,
    expected: Floats,
    rule: MarkingRule | None = None,
    candidates: NDArray[np.bool_] | None = None,
) -> Marked:
    """Mark the wijken that differ from what was expected.

    Parameters
    ----------
    actual, expected : ndarray of shape (draws, wijken)
        Joint draws of two rates in the same unit; the expected ones above 0.
    rule : MarkingRule or None
        The default rule where None.
    candidates : ndarray of bool, shape (wijken,), or None
        Wijken that may be marked; all where None.

    Returns
    -------
    Marked

    Examples
    --------
    >>> ratio = np.array([[1.3, 1.0, 0.7], [1.4, 1.2, 0.8], [1.5, 0.8, 0.6]])
    >>> marked = mark(9.0 * ratio, np.full((3, 3), 9.0))
    >>> marked.direction.tolist(), marked.expected_wrong
    (['higher', 'none', 'lower'], 0.0)
    """
    rule = rule or MarkingRule()
    if candidates is None:
        candidates = np.ones(actual.shape[1], dtype=bool)
    above = (actual > (1.0 + rule.smallest) * expected).mean(0)
    below = (actual < (1.0 - rule.smallest) * expected).mean(0)
    probability = np.maximum(above, below)
    chosen = claims(
        np.where(candidates, 1.0 - probability, 1.0),
        rule.false_discovery_rate,
        np.abs(actual.mean(0) / expected.mean(0) - 1.0),
    )
    direction = np.where(chosen, np.where(above >= below, HIGHER, LOWER), NONE)
    return Marked(rule, direction, probability, float((1.0 - probability)[chosen].sum()))


def claims(error: Floats, rate: float, distance: Floats | None = None) -> NDArray[np.bool_]:
    """The largest set of claims of which the mean chance of error is within the rate.

    Parameters
    ----------
    error : ndarray of shape (claims,)
        The posterior chance that each claim is wrong.
    rate : float
        The largest mean of those chances.
    distance : ndarray of shape (claims,) or None
        Of claims with the same chance those with the largest distance come first.

    Returns
    -------
    ndarray of bool, shape (claims,)

    Examples
    --------
    >>> claims(np.array([0.02, 0.30, 0.15, 0.12, 0.90]), 0.10).tolist()
    [True, False, True, True, False]
    """
    second = np.zeros_like(error) if distance is None else -distance
    order = np.lexsort((second, error))
    means = np.cumsum(error[order]) / np.arange(1, error.size + 1)
    within = (means <= rate) & (error[order] < _LIKELY)
    chosen = np.zeros(error.size, dtype=bool)
    chosen[order[: int(within.sum())]] = True
    return chosen


def share_by_threshold(
    actual: Floats,
    expected: Floats,
    rate: float,
    candidates: NDArray[np.bool_] | None = None,
    thresholds: Iterable[float] = THRESHOLDS,
) -> dict[float, float]:
    """Which share of the candidates would be marked at other smallest differences."""
    number = actual.shape[1] if candidates is None else int(candidates.sum())
    return {
        threshold: mark(actual, expected, MarkingRule(rate, threshold), candidates).count / max(number, 1)
        for threshold in thresholds
    }


def share_beyond(value: Floats, expected: Floats, smallest: float) -> float | None:
    """Which share of the values lies more than `smallest` away from what was expected, relatively.

    This counts chance as if it were a difference; it is what is often published. Where a value or
    an expectation is missing the wijk does not count; None where all are.

    >>> share_beyond(np.array([10.0, 8.0, 9.5, np.nan]), np.full(4, 9.0), 0.10)
    0.6666666666666666
    """
    known = np.isfinite(value) & np.isfinite(expected) & (expected > 0.0)
    if not known.any():
        return None
    return float((np.abs(value[known] / expected[known] - 1.0) > smallest).mean())
