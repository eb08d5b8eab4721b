# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A large invented study: many long interviews of made-up words, with codings spread over them."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from wijkverhaal.stories.hit import Hit
from wijkverhaal.stories.intake.frozen_text import freeze
from wijkverhaal.stories.study.record import (
    Coding,
    Consent,
    Factor,
    Family,
    Informant,
    Interview,
    Judgement,
    Outcome,
    Record,
)

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
#: Somebody who coded a tenth of the interviews as well, and how many names stand in each.
_SECOND, _NAMES = "999999", 60


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
    """The study; its last interview is one of `longest` characters, and holds a hundred codings more.

    A tenth of the interviews was coded by two people, of a tenth of the codings somebody judged whether
    it tells who somebody is, and of each family it is known whether help helped.
    """
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
            by, name = _SECOND if number % 10 == 0 and place % 2 else coder, f"c{number}-{place}"
            records.append(Coding(name, f"i{number}", factor, by, int(start), end, place % 7 != 0))
            if place % 10 == 0:
                records.append(Judgement(f"j{number}-{place}", name, place % 20 == 0, coder))
    return LongStudy(records, texts)


def _told(number: int, text: str) -> list[Record]:
    frozen = freeze(text)
    return [
        Family(f"g{number}", f"gezin {number}"),
        Informant(f"w{number}", f"g{number}", "moeder"),
        Interview(f"i{number}", f"w{number}", date(2026, 3, 1), frozen.sha256, len(text)),
        Consent(f"t{number}", f"w{number}", "moeder", date(2026, 1, 1), "onderzoek", quotations=True),
        Outcome(f"u{number}", f"g{number}", number % 3 != 0, f"w{number}"),
    ]


def names_in(text: str) -> tuple[Hit, ...]:
    """Words spread over a text, as if they were names."""
    found, place = [], 0
    for _number in range(_NAMES):
        place = text.index(" ", place + len(text) // (_NAMES + 20)) + 1
        end = text.index(" ", place)
        found.append(Hit(place, end, text[place:end], "[moeder-A]", "roster"))
    return tuple(found)
