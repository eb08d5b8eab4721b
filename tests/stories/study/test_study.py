# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study keeps its records together."""

from dataclasses import replace
from datetime import date

import pytest

from tests.stories.example import TODAY, coding, families, full_study, study_of
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import speaking
from wijkverhaal.stories.study.erasure import due, without_consent
from wijkverhaal.stories.study.record import Child, Episode, Factor, Family, Informant, Record
from wijkverhaal.stories.study.record_json import read_record, record_json
from wijkverhaal.stories.study.starter_codebook import starter_codebook


@pytest.mark.parametrize(
    "record",
    [
        coding("k", "E1", "late"),
        coding("k", "A1", "nergens"),
        coding("k", "A1", "late", 995),
        coding("k", "A1", "late", -1),
        Child("k", "E", "kind"),
        Informant("k", "E", "moeder"),
    ],
)
def test_nothing_hangs_in_the_air(record: Record) -> None:
    with pytest.raises(InputError):
        study_of(*families()).changed(record.id, record)


def test_what_others_need_cannot_go() -> None:
    study = full_study()
    with pytest.raises(InputError):
        study.changed("late", None)
    assert "k2" not in study.changed("k2", None).records


def test_the_codebook_is_a_tree() -> None:
    study = study_of(*families())
    with pytest.raises(InputError):
        study.changed("late", replace(study.one(Factor, "late"), parent="waiting"))
    with pytest.raises(InputError):
        study.changed("late", replace(study.one(Factor, "late"), parent="late"))
    assert study.under("late") == {"late", "waiting"}


def test_a_heading_takes_all_under_it_and_a_factor_what_points_its_way() -> None:
    study = study_of(
        Factor("top", "Tijd"),
        Factor("bad", "Te laat", direction="hindering", parent="top"),
        Factor("good", "Op tijd", direction="helping", parent="bad"),
    )
    assert study.under("top") == {"top", "bad", "good"}
    assert study.under("bad") == {"bad"}


def test_whom_a_coding_is_about() -> None:
    study = study_of(
        *families(),
        Child("x", "A", "x"),
        Child("y", "A", "y"),
        Episode("x1", "A", "x", "x1"),
        Episode("y1", "A", "y", "y1"),
        coding("all", "A1", "late"),
        coding("one", "A1", "late", 20, about=("x",)),
    )
    both, one = (study.records[name] for name in ("all", "one"))
    assert study.cases_of(both, "child") == ("x", "y")  # type: ignore[arg-type]
    assert study.cases_of(one, "child") == ("x",)  # type: ignore[arg-type]
    assert study.cases_of(one, "episode") == ("x1",)  # type: ignore[arg-type]
    assert study.cases_of(one, "family") == ("A",)  # type: ignore[arg-type]


def test_a_record_that_is_not_there() -> None:
    for name in ("weg", "A1"):
        with pytest.raises(NotFoundError):
            full_study().one(Family, name)


def test_every_record_is_the_same_after_json() -> None:
    for record in full_study().records.values():
        assert read_record(record_json(record)) == record


def test_the_starter_codebook_is_a_codebook_in_both_languages() -> None:
    for language in ("nl", "en"):
        with speaking(language):
            study = study_of(*starter_codebook("r-"))
    factors = list(study.all(Factor))
    assert {one.direction for one in factors} == {"helping", "hindering", "either"}
    assert all(one.definition and (one.examples or not one.parent) for one in factors)
    assert {one.parent for one in factors if one.parent} <= {one.id for one in factors}


def test_what_is_due() -> None:
    study = full_study()
    assert [(one.what, one.record, one.passed) for one in due(study, TODAY)] == [
        ("consent", "A-school", False)
    ]
    later = due(study, date(2029, 12, 31))
    assert [(one.what, one.record) for one in later] == [
        ("consent", "A-school"),
        ("consent", "A-mother"),
        ("study", "s1"),
    ]
    assert later[0].passed
    assert {one.id for one in without_consent(study, TODAY)} == {
        f"{name}-{who}" for name in "BCD" for who in ("mother", "school")
    }
    assert "A-school" in {one.id for one in without_consent(study, date(2026, 4, 2))}
