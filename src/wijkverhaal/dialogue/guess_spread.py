# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The spread of guesses, for beside the figure: stacks, the middle, and both in a sentence."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wijkverhaal.dialogue.figure_words import plain, with_unit
from wijkverhaal.dialogue.guess import Guess, guesses_that_count
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.foundation.language import _

#: Of fewer guesses the quartiles would be the guesses themselves.
_FOR_QUARTILES = 8
#: Guesses around the middle get about so many stacks.
_STACKS = 12
#: Further from the middle than so many times the usual distance is far off.
_FAR = 6.0
Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Dots:
    """How many guesses lie from `low` up to `high`; an outermost stack of guesses far off has no end."""

    low: float
    high: float
    count: int


@dataclass(frozen=True)
class Spread:
    """The spread of guesses, for beside the figure.

    Attributes
    ----------
    people : int
        Three or more.
    middle : float
        The median, rounded so that a single guess cannot be read from it.
    half : tuple of float or None
        Between these lies half of the guesses; None of fewer than eight.
    dots : tuple of Dots
        From the lowest to the highest guess; empty stacks too, so that the gaps show.
    """

    people: int
    middle: float
    half: tuple[float, float] | None
    dots: tuple[Dots, ...]


def spread_of(
    guesses: Iterable[Guess], figure: str, shown_at: int | None, value: float | None = None
) -> Spread | None:
    """The spread of the guesses of a figure; None until it is shown, and of fewer than three people.

    While guesses still come in, two spreads after each other would tell what the last one guessed.

    Parameters
    ----------
    guesses : iterable of Guess
    figure : str
    shown_at : int or None
        As in `guesses_that_count`.
    value : float, optional
        What the figure is: however far from the guesses, it lies among the stacks that have two ends.
    """
    if shown_at is None:
        return None
    values = np.array([one.value for one in guesses_that_count(guesses, figure, shown_at)])
    if values.size < ENOUGH:
        return None
    low, middle, high = (float(q) for q in np.quantile(values, (0.25, 0.5, 0.75)))
    step = _step(middle)
    half = (_rounded(low, step), _rounded(high, step)) if values.size >= _FOR_QUARTILES else None
    return Spread(values.size, _rounded(middle, step), half, _stacks(values, middle, step, value))


def _stacks(values: Values, middle: float, step: float, value: float | None) -> tuple[Dots, ...]:
    """Stacks as wide as the guesses around the middle ask for; those far off together at an end."""
    # the median of the distances: however far off some are, the others do not move by it
    far = max(_FAR * float(np.median(np.abs(values - middle))), 10.0 * step)
    near = values[np.abs(values - middle) <= far]
    low, high = near.min(), near.max()
    if value is not None:
        low, high = min(low, value), max(high, value)
    width = max(step, _at_least(float(high - low) / _STACKS))
    first, last = (int(np.floor(one / width + 1e-9)) for one in (low, high))
    places = np.clip(np.floor(values / width + 1e-9), first - 1, last + 1).astype(int)
    counted = Counter(places.tolist())
    stacks = [Dots(place * width, (place + 1) * width, counted[place]) for place in range(first, last + 1)]
    if counted[first - 1]:
        stacks.insert(0, Dots(-np.inf, first * width, counted[first - 1]))
    if counted[last + 1]:
        stacks.append(Dots((last + 1) * width, np.inf, counted[last + 1]))
    return tuple(stacks)


def _step(middle: float) -> float:
    """How exactly a middle of this size is told: of 12.5 to 0.5, of 1.2 km to 0.2, of 1200 to 50."""
    size = abs(middle) or 10.0
    return max(0.1, min(0.5, _at_most(size / 5)), _at_most(size / 20))


def _at_most(size: float) -> float:
    """The highest of 1, 2, 5, 10, 20 and so on, and 0.5, 0.2 and so on, that is not above this."""
    power = 10.0 ** np.floor(np.log10(size))
    return max(float(step * power) for step in (1.0, 2.0, 5.0) if step * power <= size * (1 + 1e-9))


def _at_least(size: float) -> float:
    """The lowest of them that is not below this."""
    if size <= 0.0:
        return 0.0
    power = 10.0 ** np.floor(np.log10(size))
    return min(float(step * power) for step in (1.0, 2.0, 5.0, 10.0) if step * power >= size * (1 - 1e-9))


def _rounded(value: float, step: float) -> float:
    return float(np.floor(value / step + 0.5) * step)


def spread_sentence(spread: Spread | None, value: float, unit: str) -> str:
    """The spread beside the figure, in words."""
    if spread is None:
        return _("Minder dan drie mensen hebben geschat; daarom tonen we de schattingen niet.")
    middle, found = with_unit(spread.middle, unit), with_unit(value, unit)
    if spread.half is None:
        text = _(
            "{people} mensen schatten; de middelste schatting is ongeveer {middle}. Het cijfer is {value}."
        )
        return text.format(people=spread.people, middle=middle, value=found)
    low, high = spread.half
    return _(
        "{people} mensen schatten; de middelste schatting is ongeveer {middle} en de helft ligt tussen {low}"
        " en {high}. Het cijfer is {value}."
    ).format(people=spread.people, middle=middle, low=plain(low), high=with_unit(high, unit), value=found)
