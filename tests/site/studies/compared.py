# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""More invented families in a study: with children, stretches of help, outcomes, two coders and clashes."""

from __future__ import annotations

from datetime import date

from wijkverhaal.stories.study.history import statement
from wijkverhaal.stories.study.record import (
    Child,
    Coding,
    Episode,
    Factor,
    Family,
    Informant,
    Outcome,
    Record,
    ToldEvent,
)
from wijkverhaal.stories.time_expression import read_time

from .conftest import SCHOOL, Filled

FACTORS = {"3f-op-tijd": "Er vroeg bij", "9e": "Wel een klik"}
#: Of each family: who was early, who clicked, and whether help helped (None: in part).
TABLE: dict[str, tuple[bool, bool, bool | None]] = {
    "B": (True, True, True),
    "C": (True, False, False),
    "D": (False, True, None),
    "E": (False, False, False),
}
SECOND_CODER = "Bo"


def compared(filled: Filled) -> None:
    """Put four families in a study; two coders coded the interview of family B."""
    from wijkverhaal.site.studies.keeping import storage

    opened, study = filled.opened, storage.load_study(filled.opened)
    factors = [Factor(one, name) for one, name in FACTORS.items()]
    opened, study, _action = storage.put(opened, study, *factors, *_families(opened.actor))
    for letter, row in TABLE.items():
        opened, study, one = storage.add_interview(opened, study, f"{letter}-i", date(2025, 1, 1), SCHOOL)
        codings = [
            Coding(storage.new_id(), one.id, name, opened.actor, 0, 9, bool(there), event=f"{letter}-s")
            for name, there in zip(FACTORS, row, strict=False)
        ]
        if letter == "B":
            codings.append(Coding(storage.new_id(), one.id, "9e", SECOND_CODER, 22, 40))
            codings.append(Coding(storage.new_id(), one.id, "3f-op-tijd", SECOND_CODER, 0, 9))
        opened, study, _action = storage.put(opened, study, *codings)


def _families(actor: str) -> list[Record]:
    records: list[Record] = []
    for letter, (_early, _click, good) in TABLE.items():
        records += [
            Family(letter, f"gezin {letter}"),
            Child(f"{letter}-child", letter, "kind", date(2010, 1, 1)),
            Child(f"{letter}-other", letter, "zusje", date(2012, 1, 1)),
            Episode(f"{letter}-home", letter, f"{letter}-child", "begeleiding thuis"),
            Informant(f"{letter}-i", letter, "vader"),
            Informant(f"{letter}-j", letter, "jongere"),
            Outcome(f"{letter}-o", letter, good, actor),
            Outcome(f"{letter}-p", letter, True, f"{letter}-i"),
            Outcome(f"{letter}-q", f"{letter}-home", good, actor),
            ToldEvent(f"{letter}-s", letter, "first_signal", domain="gezin"),
            ToldEvent(f"{letter}-h", letter, "start", domain="jeugdhulp", organisation="Wijkteam Linde"),
            ToldEvent(f"{letter}-e", letter, "end", domain="jeugdhulp", organisation="Wijkteam Linde"),
            ToldEvent(f"{letter}-k", letter, "start", domain="jeugdhulp", organisation="Kliniek Noord"),
            ToldEvent(f"{letter}-x", letter, "ruzie op school", domain="school"),
            statement(f"{letter}-1", f"{letter}-i", f"{letter}-s", read_time("toen hij drie was")),
            statement(f"{letter}-2", f"{letter}-i", f"{letter}-h", read_time("januari 2016")),
            statement(f"{letter}-3", f"{letter}-i", f"{letter}-e", read_time("maart 2017")),
            statement(f"{letter}-4", f"{letter}-i", f"{letter}-k", read_time("november 2018")),
        ]
    late = "toen ik zestien was"
    records.append(statement("B-5", "B-j", "B-h", read_time(late), late))
    return records
