# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guess first: what participants expect before a figure is shown."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import polars as pl

from wijkverhaal.dialogue.figure_words import plain, with_unit
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.decimal_text import numbers
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

GuessKind = Literal["percentage", "number"]
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_HIGHEST = 10_000_000.0
#: Of fewer guesses the quartiles would be the guesses themselves.
_FOR_QUARTILES = 8
_DOTS = 20


@dataclass(frozen=True)
class Guess:
    """What one participant expects of one figure."""

    participant: str
    figure: str
    value: float
    serial: int


@dataclass(frozen=True)
class Dots:
    """How many guesses lie from `low` up to `high`."""

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
        The median, rounded to the width of a stack of dots.
    half : tuple of float or None
        Between these lies half of the guesses; None of fewer than eight.
    dots : tuple of Dots
        From the lowest to the highest guess; empty stacks too, so that the gaps show.
    """

    people: int
    middle: float
    half: tuple[float, float] | None
    dots: tuple[Dots, ...]


def read_guess(typed: str, kind: GuessKind) -> float:
    """The number that somebody typed.

    Examples
    --------
    >>> read_guess(" 12,5 % ", "percentage"), read_guess("1.200", "number")
    (12.5, 1200.0)

    Raises
    ------
    InputError
        When it is no number, or one that cannot be.
    """
    bare = re.sub(r"\s", "", typed)[:40]
    if kind == "number" and _THOUSANDS.fullmatch(bare):
        bare = bare.replace(".", "")
    value = numbers(pl.Series("guess", [bare], dtype=pl.String))[0]
    highest = 100.0 if kind == "percentage" else _HIGHEST
    if value is None or not 0.0 <= value <= highest:
        raise InputError(
            _("Dit is geen percentage van 0 tot 100; vul een getal in, zoals 12,5.")
            if kind == "percentage"
            else _("Dit is geen aantal; vul een getal in, zoals 120.")
        )
    return float(value)


def guesses_that_count(guesses: Iterable[Guess], figure: str, shown_at: int | None) -> list[Guess]:
    """Of each participant the last guess before the figure was shown.

    Parameters
    ----------
    guesses : iterable of Guess
    figure : str
    shown_at : int or None
        The serial number at which the figure was shown; None where it is not shown yet.
    """
    mine = [one for one in guesses if one.figure == figure and (shown_at is None or one.serial < shown_at)]
    return newest_of_each(mine, lambda one: one.participant)


def spread_of(guesses: Iterable[Guess], figure: str, shown_at: int | None) -> Spread | None:
    """The spread of the guesses of a figure; None until it is shown, and of fewer than three people.

    While guesses still come in, two spreads after each other would tell what the last one guessed.
    """
    if shown_at is None:
        return None
    values = np.array([one.value for one in guesses_that_count(guesses, figure, shown_at)])
    if values.size < ENOUGH:
        return None
    width = _width(float(np.ptp(values)))
    places = np.floor(values / width + 1e-9).astype(int)
    counted = Counter(places.tolist())
    dots = tuple(
        Dots(place * width, (place + 1) * width, counted[place])
        for place in range(int(places.min()), int(places.max()) + 1)
    )
    low, middle, high = (round(float(q) / width) * width for q in np.quantile(values, (0.25, 0.5, 0.75)))
    return Spread(values.size, middle, (low, high) if values.size >= _FOR_QUARTILES else None, dots)


def _width(reach: float) -> float:
    """The width of a stack: 0.5, 1, 2, 5, 10 and so on, so that there are at most twenty."""
    if reach <= _DOTS / 2:
        return 0.5 if reach <= _DOTS / 4 else 1.0
    power = 10.0 ** np.floor(np.log10(reach / _DOTS))
    return next(float(step * power) for step in (1.0, 2.0, 5.0, 10.0, 20.0) if reach / (step * power) < _DOTS)


def spread_sentence(spread: Spread | None, value: float, unit: str) -> str:
    """The spread beside the figure, in words."""
    if spread is None:
        return _("Minder dan drie mensen hebben geschat; daarom tonen we de schattingen niet.")
    middle, found = with_unit(spread.middle, unit), with_unit(value, unit)
    if spread.half is None:
        text = _("{people} mensen schatten; de middelste schatting is {middle}. Het cijfer is {value}.")
        return text.format(people=spread.people, middle=middle, value=found)
    low, high = spread.half
    return _(
        "{people} mensen schatten; de middelste schatting is {middle} en de helft ligt tussen {low}"
        " en {high}. Het cijfer is {value}."
    ).format(people=spread.people, middle=middle, low=plain(low), high=with_unit(high, unit), value=found)
