# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Only quotations by which nobody is recognised leave, in words without names."""

from dataclasses import replace
from datetime import date

from tests.stories.example import LENGTH, TODAY, coding, full_study
from wijkverhaal.stories.hit_decision import HitDecision, pseudonymised
from wijkverhaal.stories.leaving.quotation import leaving, leaving_counts, quotations
from wijkverhaal.stories.leaving.quotation_table import quotation_csv
from wijkverhaal.stories.study.record import Coding, Judgement

RAW = "Linda zei dat het te laat was. ".ljust(LENGTH, ".")
TEXTS = {name: pseudonymised(RAW, [HitDecision(0, 5, True, "[moeder-A]", "anna")]) for name in ("A1", "B1")}


def test_the_words_are_without_names_and_with_the_role() -> None:
    found = {one.coding: one for one in quotations(full_study(), TEXTS, TODAY)}
    assert set(found) == {"k1", "k8", "k3", "k4"}
    first = found["k1"]
    assert (first.text, first.role, first.family) == ("[moeder-A] zei ", "moeder", "gezin A")
    assert not any("Linda" in one.text for one in found.values())


def test_unjudged_or_not_allowed_or_recognisable_stays() -> None:
    study = full_study()
    found = quotations(study, TEXTS, TODAY)
    assert [one.coding for one in leaving(found)] == ["k1"]
    doubted = study.changed("j2", Judgement("j2", "k1", True, "bo"))
    assert leaving(quotations(doubted, TEXTS, TODAY)) == []
    judged = study.changed("j3", Judgement("j3", "k3", False, "bo"))
    assert [one.coding for one in leaving(quotations(judged, TEXTS, TODAY))] == ["k1"]
    assert leaving(quotations(study, TEXTS, date(2031, 1, 1))) == []


def test_words_that_tell_who_somebody_is_stay_in_every_quotation_that_has_some_of_them() -> None:
    study = full_study().changed("k9", coding("k9", "A1", "click", 5))
    study = study.changed("j9", Judgement("j9", "k9", False, "bo"))
    found = leaving(quotations(study, TEXTS, TODAY))
    assert [one.coding for one in found] == ["k9", "k1"]
    assert leaving_counts(study, TEXTS, TODAY) == {"click": 1, "late": 1}
    doubted = study.changed("j2", Judgement("j2", "k9", True, "bo"))
    assert leaving(quotations(doubted, TEXTS, TODAY)) == []
    assert leaving_counts(doubted, TEXTS, TODAY) == {}
    by_others = {one.coding: one.by_others for one in quotations(doubted, TEXTS, TODAY)}
    assert by_others == {"k1": True, "k9": False, "k8": False, "k3": False, "k4": False}


def test_what_two_people_coded_leaves_once() -> None:
    twin = Coding("k9", "A1", "late", "bo", 0, 10, True)
    study = full_study().changed("k9", twin).changed("j9", Judgement("j9", "k9", False, "bo"))
    found = quotations(study, TEXTS, TODAY)
    assert len([one for one in found if one.may_leave]) == 2
    assert len(leaving(found)) == 1
    assert leaving_counts(study, TEXTS, TODAY) == {"late": 1}
    denied = study.changed("k9", replace(twin, present=False))
    assert len(leaving(quotations(denied, TEXTS, TODAY))) == 2


def test_only_the_factors_that_were_asked() -> None:
    assert {one.factor for one in quotations(full_study(), TEXTS, TODAY, ["click"])} == {"Klik"}


def test_the_table_has_only_what_may_leave_and_runs_nothing() -> None:
    found = quotations(full_study(), TEXTS, TODAY)
    dangerous = replace(found[0], text='=HYPERLINK("x")', recognisable=False, allowed=True, place=("", 1, 2))
    lines = quotation_csv([dangerous, *found]).decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert "'=HYPERLINK" in lines[1]
    assert lines[2] == "Te laat;gezin A;moeder;was er;[moeder-A] zei "
