# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Guess first: what participants expect before a figure is shown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import polars as pl

from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.decimal_text import numbers
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

GuessKind = Literal["percentage", "number"]
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3})+")
_HIGHEST = 10_000_000.0


@dataclass(frozen=True)
class Guess:
    """What one participant expects of one figure."""

    participant: str
    figure: str
    value: float
    serial: int


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
            else _("Dit is geen getal; vul alleen een getal in, zoals 120 of 0,8.")
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
