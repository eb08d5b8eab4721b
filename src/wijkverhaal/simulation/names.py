# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Invented names that sound Dutch and belong to no place."""

from itertools import product

import numpy as np

from wijkverhaal.simulation.chance import Ints, stream

COUNTRY_NAME = "Verhalië"

#: What stands beside everything about this country that is shown; the reader's words, so translated there.
FICTIONAL_LABEL = "verzonnen land"

# fmt: off
_FIRST = (
    "Brosk", "Dwalk", "Fjorn", "Gluim", "Hurrel", "Jolst", "Knaap", "Lurv", "Mirg", "Nulf", "Ploeg",
    "Quel", "Rumst", "Skrie", "Tjonk", "Urf", "Vlonst", "Wruim", "Zwelg", "Ankel", "Brijn", "Drusk",
    "Elfst", "Fluim", "Grauw", "Hagdor", "Immel", "Jarg", "Klunst", "Loenk", "Mosk", "Nierk",
    "Omgel", "Pruif", "Rilst", "Snurk", "Trolm", "Ulf", "Vrunt", "Wemp", "Zorrel", "Bluik",
    "Dromst", "Eikenk", "Frusk", "Gnor", "Hiemst", "Kwirl", "Leurst", "Mulg",
)
_MIDDLE = ("", "en", "er", "ing", "sel", "ter")
_GEMEENTE_LAST = (
    "hage", "wolde", "drecht", "meer", "zijl", "kerk", "broek", "oord", "lande", "stede", "vliet",
    "horst", "weer", "gaarde", "rade", "monde",
)
_WIJK_LAST = (
    "veld", "hof", "akker", "kwartier", "singel", "erf", "kamp", "dreef", "burcht", "laan", "es",
    "waard", "gracht", "bos", "heem", "tuin", "dijk", "pad",
)
# fmt: on


def gemeente_names(gemeenten: int, seed: int) -> list[str]:
    """A name for each gemeente, none of them twice."""
    possible = ["".join(parts) for parts in product(_FIRST, _MIDDLE, _GEMEENTE_LAST)]
    chosen = stream(seed, "gemeente names").choice(len(possible), gemeenten, replace=False)
    return [possible[i] for i in chosen]


def wijk_names(number: Ints, seed: int) -> list[str]:
    """A name for each wijk, as in "Wijk 03 Broskenveld".

    Parameters
    ----------
    number : int array (wijken,)
        The wijk's number within its gemeente.
    seed : int
    """
    possible = ["".join(parts) for parts in product(_FIRST, _MIDDLE, _WIJK_LAST)]
    order = stream(seed, "wijk names").permutation(len(possible))
    return [f"Wijk {n:02d} {possible[order[i % len(possible)]]}" for i, n in enumerate(number.tolist())]


def gemeente_codes(gemeenten: int) -> list[str]:
    """GM9001 and on: no real code begins with a 9."""
    return [f"GM{9001 + i}" for i in range(gemeenten)]


def wijk_numbers(gemeente: Ints) -> Ints:
    """The number of each wijk within its gemeente, from 1: (wijken,)."""
    order = np.argsort(gemeente, kind="stable")
    before = np.concatenate([[0], np.cumsum(np.bincount(gemeente))[:-1]])
    number = np.empty(len(gemeente), dtype=np.int64)
    number[order] = np.arange(len(gemeente)) - before[gemeente[order]] + 1
    return number


def region_codes(regions: int) -> list[str]:
    """JV01 and on, V for "verzonnen": the real regions have JZ01 and on."""
    return [f"JV{i + 1:02d}" for i in range(regions)]
