# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: how long they waited, and which factors go with how it went."""

from __future__ import annotations

from datetime import date

from wijkverhaal.stories.study.history import statement
from wijkverhaal.stories.study.record import (
    Child,
    Coding,
    Factor,
    Family,
    Informant,
    Outcome,
    Record,
    ToldEvent,
)
from wijkverhaal.stories.time_expression import read_time

from .conftest import SCHOOL, Cast

FACTORS = {"3f-op-tijd": "Er vroeg bij", "9e": "Wel een klik"}
#: Of each family: who was early, who clicked, and whether help helped.
TABLE = {
    "B": (True, True, True),
    "C": (True, False, False),
    "D": (False, True, False),
    "E": (False, False, False),
}


def _told(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage

    opened, study = cast.filled.opened, cast.filled.study
    records: list[Record] = [Factor(one, name) for one, name in FACTORS.items()]
    for letter, (_early, _click, good) in TABLE.items():
        records += [
            Family(letter, f"gezin {letter}"),
            Child(f"{letter}-child", letter, "kind", date(2010, 1, 1)),
            Informant(f"{letter}-i", letter, "vader"),
            Outcome(f"{letter}-o", letter, good, opened.actor),
            ToldEvent(f"{letter}-s", letter, "first_signal"),
            ToldEvent(f"{letter}-h", letter, "start"),
            statement(f"{letter}-1", f"{letter}-i", f"{letter}-s", read_time("toen hij drie was")),
            statement(f"{letter}-2", f"{letter}-i", f"{letter}-h", read_time("groep 4")),
        ]
    opened, study, _action = storage.put(opened, study, *records)
    for letter, row in TABLE.items():
        opened, study, one = storage.add_interview(opened, study, f"{letter}-i", date(2025, 1, 1), SCHOOL)
        codings = [
            Coding(storage.new_id(), one.id, name, opened.actor, 0, 9, there)
            for name, there in zip(FACTORS, row, strict=False)
        ]
        opened, study, _action = storage.put(opened, study, *codings)


def test_three_factors_at_most_with_the_chance_of_noise_beside_them(cast: Cast) -> None:
    _told(cast)
    asked = "&".join(f"factor={one}" for one in FACTORS)
    page = cast.researcher.get(f"{cast.home}vergelijken/?{asked}").content.decode()
    assert "Welke factoren gaan samen" in page
    assert "Er vroeg bij en Wel een klik" in page
    assert "toeval" in page
    assert "gezin A" in page  # of whom nothing is known, so that it says nothing in the table
    assert "gezin B en gezin C" in page
    many = f"{asked}&factor=late&factor=click"
    assert cast.researcher.get(f"{cast.home}vergelijken/?{many}").status_code == 400


def test_how_long_families_waited_has_a_table_and_a_sentence(cast: Cast) -> None:
    _told(cast)
    page = cast.researcher.get(f"{cast.home}wachten/").content.decode()
    assert page.count("<figure") >= 2
    assert "van 4 van 4 gezinnen" in page


def test_one_side_of_a_history_and_what_came_before(cast: Cast) -> None:
    _told(cast)
    page = cast.researcher.get(f"{cast.home}gezin/B/geschiedenis/?kant=B-i&uitkomst=B-h").content.decode()
    assert "zoals vader het vertelt" in page
    assert "Factoren en hun volgorde" in page
    assert cast.coder.get(f"{cast.home}gezin/B/geschiedenis/").status_code == 404


def test_a_summary_in_a_cell_is_in_the_matrix(cast: Cast) -> None:
    _told(cast)
    form = {"gezin": "B", "factor": "9e", "samenvatting": "meteen vertrouwen"}
    assert cast.researcher.post(f"{cast.home}matrix/", form).status_code == 302
    assert "meteen vertrouwen" in cast.researcher.get(f"{cast.home}matrix/").content.decode()
