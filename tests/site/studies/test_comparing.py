# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families beside each other: how long they waited, and which factors go with how it went."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from wijkverhaal.site.studies.keeping.open_study import OpenStudy
    from wijkverhaal.stories.study.study import Study

FACTORS = {"3f-op-tijd": "Er vroeg bij", "9e": "Wel een klik"}
#: Of each family: who was early, who clicked, and whether help helped.
TABLE = {
    "B": (True, True, True),
    "C": (True, False, False),
    "D": (False, True, False),
    "E": (False, False, False),
}


def _told(cast: Cast) -> tuple[OpenStudy, Study]:
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
    return opened, study


def test_three_factors_at_most_with_the_chance_of_noise_beside_them(cast: Cast) -> None:
    _told(cast)
    asked = "&".join(f"factor={one}" for one in FACTORS)
    page = cast.researcher.get(f"{cast.home}vergelijken/?{asked}").content.decode()
    assert "Welke factoren gaan samen" in page
    assert "‘Er vroeg bij’ wel en ‘Wel een klik’ wel" in page
    assert "toeval" in page
    assert "1 doet niet mee" in page
    assert "gezin A: niet bekend is ‘Er vroeg bij’, ‘Wel een klik’, of de hulp hielp" in page
    assert "Hoe leest u dit?" in page
    assert "Gaat samen met ‘de hulp hielp’" in page
    assert "Met iedereen erbij: consistentie" in page
    many = f"{asked}&factor=late&factor=click"
    assert cast.researcher.get(f"{cast.home}vergelijken/?{many}").status_code == 400


def test_a_factor_that_was_always_there_is_shown_with_who_was_left_out(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage

    opened, study = _told(cast)
    always = [
        Coding(storage.new_id(), one.interview, "late", opened.actor, 0, 9)
        for one in study.all(Coding)
        if one.factor == "9e"
    ]
    storage.put(opened, study, *always)
    page = cast.researcher.get(f"{cast.home}vergelijken/?factor=late").content.decode()
    assert "was er bij elk geval in deze tabel" in page
    assert 'name="verwacht-late"' in page
    assert "1 doet niet mee" in page
    assert "Behoudend" in page


def test_where_no_table_can_be_made_it_says_why_and_what_can_be_said(cast: Cast) -> None:
    _told(cast)
    page = cast.researcher.get(f"{cast.home}vergelijken/?factor=late").content.decode()
    assert "Van 0 gevallen is alles bekend" in page
    assert "gezin B: niet bekend is ‘Te laat’" in page
    assert 'name="verwacht-late"' in page
    assert "Dit is wel te zeggen, per factor" in page


def test_pairs_have_factors_of_their_own(cast: Cast) -> None:
    """More than three factors is too many for a truth table, and not for pairs."""
    _told(cast)
    page = cast.researcher.get(f"{cast.home}vergelijken/").content.decode()
    assert "Vergeleken op 2 factoren" in page
    assert "2 van 2" in page
    assert "geen twee die op elkaar lijken" in page  # each pair differs in one of two at least
    page = cast.researcher.get(f"{cast.home}vergelijken/?paar=3f-op-tijd").content.decode()
    assert "gezin B en gezin C" in page
    many = "&".join(f"paar={one}" for one in (*FACTORS, "late", "click"))
    assert cast.researcher.get(f"{cast.home}vergelijken/?{many}").status_code == 200


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
