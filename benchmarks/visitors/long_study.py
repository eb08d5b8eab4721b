# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A large invented study: many long interviews of made-up words, with codings spread over them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.study.record import Coding, Factor, Family, Informant, Interview, Record

_PARTS = (
    "ba",
    "de",
    "ki",
    "lo",
    "mu",
    "ne",
    "po",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "zo",
    "hul",
    "gez",
    "kla",
    "moe",
    "scho",
    "ver",
    "aan",
)
_TURN = 60


@dataclass(frozen=True)
class LongStudy:
    """Records, each after what it needs, and the text of each interview."""

    records: list[Record]
    texts: dict[str, str]

    @property
    def codings(self) -> list[Coding]:
        return [one for one in self.records if isinstance(one, Coding)]


def vocabulary(random: np.random.Generator, size: int = 4000) -> list[str]:
    """Words that do not exist."""
    lengths = random.integers(1, 5, size)
    return ["".join(random.choice(_PARTS, length)) for length in lengths]


def invented_text(random: np.random.Generator, known: list[str], words: int) -> str:
    """Turns of sixty words, asked and answered by turns; some words come often and most seldom."""
    places = np.minimum(random.zipf(1.3, words), len(known)) - 1
    turns = [places[start : start + _TURN] for start in range(0, words, _TURN)]
    speakers = ("I", "Moeder")
    return "\n".join(
        f"{speakers[number % 2]}: " + " ".join(known[place] for place in turn) + "."
        for number, turn in enumerate(turns)
    )


def long_study(
    interviews: int, words: int, codings: int, longest: int, coder: str, seed: int = 1
) -> LongStudy:
    """The study; its last interview is one of `longest` characters, and holds a hundred codings more."""
    random = np.random.default_rng(seed)
    known = vocabulary(random)
    records: list[Record] = [Factor(f"f{number}", f"factor {number}") for number in range(30)]
    texts: dict[str, str] = {}
    for number in range(interviews + 1):
        text = invented_text(random, known, words if number < interviews else longest // 3)
        texts[f"i{number}"] = text if number < interviews else text[:longest].ljust(longest, "a")
        records += _told(number, texts[f"i{number}"])
    per = [codings // interviews] * interviews + [100]
    for number, count in enumerate(per):
        text = texts[f"i{number}"]
        for place, start in enumerate(random.integers(0, len(text) - 200, count)):
            end = int(start) + int(random.integers(20, 180))
            factor = f"f{random.integers(30)}"
            records.append(Coding(f"c{number}-{place}", f"i{number}", factor, coder, int(start), end))
    return LongStudy(records, texts)


def _told(number: int, text: str) -> list[Record]:
    frozen = freeze(text)
    return [
        Family(f"g{number}", f"gezin {number}"),
        Informant(f"w{number}", f"g{number}", "moeder"),
        Interview(f"i{number}", f"w{number}", date(2026, 3, 1), frozen.sha256, len(text)),
    ]
