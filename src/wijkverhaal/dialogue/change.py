# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What changed between two years: of an estimate, of an indicator, and in the comparable wijken."""

from dataclasses import dataclass

from wijkverhaal.dialogue.agreement import When
from wijkverhaal.dialogue.estimate import Estimate


@dataclass(frozen=True)
class EstimateChange:
    """What happened to an estimate, in percentage points.

    Attributes
    ----------
    before, after, change : Estimate
    together : bool
        Whether the interval of the change comes from both years fitted together; else it is made as
        if their errors had nothing to do with each other, and is too wide.
    """

    before: Estimate
    after: Estimate
    change: Estimate
    together: bool


@dataclass(frozen=True)
class IndicatorChange:
    """What happened to an indicator.

    Attributes
    ----------
    label, unit : str
    before, after : float or None
    years : tuple of int or None
        Of which years the two values are.
    """

    label: str
    unit: str
    before: float | None
    after: float | None
    years: tuple[int | None, int | None]

    @property
    def new(self) -> bool:
        """Whether there is a value of a later year."""
        first, last = self.years
        known = self.before is not None and self.after is not None
        return known and first is not None and last is not None and last > first


@dataclass(frozen=True)
class ComparableChange:
    """What the comparable wijken did meanwhile: the mean over them, and between which the middle half lies.

    Attributes
    ----------
    wijken : int
        Three or more.
    use, difference : float
        Mean change in percentage points.
    use_half : tuple of float
    indicator : float or None
        Mean change of the indicator, over those of which it is known.
    """

    wijken: int
    use: float
    difference: float
    use_half: tuple[float, float]
    indicator: float | None


@dataclass(frozen=True)
class FollowUp:
    """What newer figures say beside an agreement.

    Attributes
    ----------
    years : tuple of int
        From which year to which.
    use, difference : EstimateChange or None
    indicator : IndicatorChange or None
    comparable : ComparableChange or None
    reason : str
        Why there is no follow-up: "" , "other_outcome", "no_newer_year" or "no_wijk".
    sentences : tuple of str
    when : When
        Whether the newest year is of after the agreement.
    """

    years: tuple[int, int]
    use: EstimateChange | None
    difference: EstimateChange | None
    indicator: IndicatorChange | None
    comparable: ComparableChange | None
    reason: str
    sentences: tuple[str, ...]
    when: When = When.AFTER

    @property
    def asks_to_look_back(self) -> bool:
        """Whether there is something to look back with: a year of which a part is after the agreement."""
        return not self.reason and self.when is not When.BEFORE
