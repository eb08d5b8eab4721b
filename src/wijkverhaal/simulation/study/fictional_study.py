# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional study: ten invented families, thirty interviews, who said what, and what was coded."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from wijkverhaal.simulation.study.fictional_family import Family, read_family

#: The first line of every interview.
FICTIONAL_LINE = "FICTIEF: dit gesprek is verzonnen."


@dataclass(frozen=True)
class Factor:
    """What helps or hinders; a group of factors has no parent, direction or example."""

    key: str
    name: str
    definition: str
    parent: str = ""
    direction: str = ""
    example: str = ""


@dataclass(frozen=True)
class FictionalStudy:
    """The whole study.

    Attributes
    ----------
    title, about : str
    retention : date
        The day until which it may be kept.
    roles, kinds : dict of str to str
        What the informants' roles, and the kinds of event that are the study's own, are called.
    factors : tuple of Factor
        The groups with the factors in them, each group before its factors.
    families : tuple of Family
    """

    title: str
    about: str
    retention: date
    roles: dict[str, str]
    kinds: dict[str, str]
    factors: tuple[Factor, ...]
    families: tuple[Family, ...]


def place_of(quote: str, text: str) -> tuple[int, int]:
    """Where a quotation stands in its interview: first character, and the one after the last.

    >>> place_of("toen", "Ja, toen.")
    (4, 8)
    """
    start = text.index(quote)
    return start, start + len(quote)


@lru_cache(maxsize=1)
def fictional_study() -> FictionalStudy:
    """Read the study that comes with the program."""
    folder = files(__package__)
    found = tomllib.loads((folder / "study.toml").read_text("utf-8"))
    return FictionalStudy(
        found["title"],
        found["about"],
        found["retention"],
        found["roles"],
        found["kinds"],
        tuple(Factor(**one) for one in found["factors"]),
        tuple(read_family(one, folder / "interviews") for one in found["families"]),
    )
