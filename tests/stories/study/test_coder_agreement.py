# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement of coders over the interviews that two of them coded, and each passage side by side."""

from dataclasses import replace

import pytest

from tests.stories.example import coding, families, study_of
from wijkverhaal.stories.study.coder_agreement import coded_together, coder_agreement
from wijkverhaal.stories.study.coder_side import CoderSides
from wijkverhaal.stories.study.record import Coding, Finished, Record
from wijkverhaal.stories.study.study import Study

UNITS = {"A1": [(0, 100), (100, 200), (200, 300)], "B1": [(0, 500), (500, 1000)]}


def by(coder: str, one: Coding) -> Coding:
    return replace(one, id=f"{one.id}-{coder}", coder=coder)


def _study(*more: Record) -> Study:
    both = [coding("1", "A1", "late", 10), coding("2", "A1", "click", 110)]
    return study_of(
        *families(),
        *(by(coder, one) for coder in ("anna", "bo") for one in both),
        by("anna", coding("3", "A1", "late", 210)),
        by("anna", coding("4", "B1", "late", 10)),
        *more,
    )


def test_only_interviews_of_two_coders_count() -> None:
    study = _study()
    assert coded_together(study) == {"A1": ("anna", "bo")}
    found = coder_agreement(study, UNITS)
    assert (found.coders, found.interviews, found.units) == (("anna", "bo"), ("A1",), 3)


def test_per_factor_three_measures_and_where_they_differ() -> None:
    late, click = coder_agreement(_study(), UNITS).factors
    assert (late.stretches.factor, click.stretches.factor) == ("late", "click")
    assert late.stretches.kappa.kappa == pytest.approx(0.4)
    assert late.differ == (("A1", 200, 300),)
    assert late.letters.alpha is not None
    assert 0 < late.letters.alpha < 1
    assert (click.stretches.kappa.kappa, click.letters.alpha, click.differ) == (1.0, 1.0, ())
    assert late.pairs == {}


def done(coder: str, interview: str) -> Finished:
    return Finished(f"done-{coder}-{interview}", interview, coder)


def test_three_coders_have_a_kappa_per_pair() -> None:
    third = by("cas", coding("5", "A1", "late", 10))
    marks = [done(coder, "A1") for coder in ("anna", "bo", "cas")]
    found = coder_agreement(_study(third, *marks), UNITS)
    late = found.factors[0]
    assert set(late.pairs) == {("anna", "bo"), ("anna", "cas"), ("bo", "cas")}
    assert late.pairs["bo", "cas"].kappa == 1.0
    assert late.pairs["anna", "bo"].kappa == pytest.approx(0.4)


def test_who_only_tried_one_passage_changes_nothing() -> None:
    """Whether the others said that they were done, or never did."""
    visitor = by("cas", coding("5", "A1", "late", 110))
    marks = [done("anna", "A1"), done("bo", "A1")]
    for before, after in ((_study(), _study(visitor)), (_study(*marks), _study(visitor, *marks))):
        assert coder_agreement(after, UNITS) == coder_agreement(before, UNITS)
    assert not coder_agreement(_study(), UNITS).said
    assert coder_agreement(_study(*marks), UNITS).said


def test_who_is_done_and_found_nothing_counts() -> None:
    marks = [done("anna", "A1"), done("bo", "A1"), done("cas", "A1")]
    found = coder_agreement(_study(*marks), UNITS)
    assert (found.coders, found.everybody) == (("anna", "bo", "cas"), 1)
    assert found.together["anna", "cas"] == 1
    late = found.factors[0]
    assert late.pairs["bo", "cas"].kappa == 0


def test_who_did_not_code_an_interview_is_missing_and_not_against() -> None:
    """Bo and Cas coded B1 alike; Anna never opened it, and does not differ there."""
    study = study_of(
        *families(),
        *(by(coder, coding("1", "A1", "late", 10)) for coder in ("anna", "bo")),
        *(by(coder, coding("2", "B1", "late", 10)) for coder in ("bo", "cas")),
    )
    (late,) = coder_agreement(study, UNITS).factors
    assert late.differ == ()
    assert late.letters.alpha == 1.0
    assert late.stretches.alpha.alpha == 1.0


def test_a_study_with_one_coder_has_nothing_to_compare() -> None:
    study = study_of(*families(), coding("1", "A1", "late"))
    found = coder_agreement(study, {})
    assert (found.interviews, found.factors) == ((), ())


def test_a_passage_side_by_side() -> None:
    wide = by("bo", coding("6", "A1", "click", 205))
    sides = CoderSides(_study(wide), ["A1"])
    anna, bo = sides.at("A1", 200, 300, "late")
    assert (anna.coder, anna.given, anna.others) == ("anna", ((210, 220, True),), ())
    assert (bo.coder, bo.given, bo.others) == ("bo", (), ("click",))


def test_a_stretch_that_sticks_out_is_cut_to_the_passage() -> None:
    sides = CoderSides(_study(by("bo", coding("7", "A1", "late", 195))), ["A1"])
    bo = sides.at("A1", 200, 300, "late")[1]
    assert bo.given == ((200, 205, True),)
