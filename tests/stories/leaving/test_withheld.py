# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Passages that tell who somebody is do not leave, and take no half of a name along."""

from tests.stories.example import coding, families, study_of
from wijkverhaal.stories.hit_decision import HitDecision
from wijkverhaal.stories.leaving.withheld import recognisable_spans, text_without
from wijkverhaal.stories.study.record import Judgement

TEXT = "Linda zei: de brand bij Sem de Wit. Daarna niets."
MARK = "[weggelaten: herkenbaar]"


def _name(words: str, role: str, accepted: bool = True) -> HitDecision:
    start = TEXT.index(words)
    return HitDecision(start, start + len(words), accepted, role)


DECISIONS = (_name("Linda", "[moeder-A]"), _name("Sem de Wit", "[kind-A]"))


def test_a_passage_is_cut_out_and_names_elsewhere_become_roles() -> None:
    start = TEXT.index("de brand")
    text, moved = text_without(TEXT, DECISIONS, [(start, start + 8)])
    assert text == f"[moeder-A] zei: {MARK} bij [kind-A]. Daarna niets."
    after = TEXT.index("Daarna")
    assert text[slice(*moved.to_new(after, after + 6))] == "Daarna"


def test_a_passage_takes_a_name_on_its_border_along() -> None:
    start = TEXT.index("brand")
    text, _moved = text_without(TEXT, DECISIONS, [(start, TEXT.index("de Wit"))])
    assert text == f"[moeder-A] zei: de {MARK}. Daarna niets."
    assert "Wit" not in text


def test_passages_that_touch_become_one() -> None:
    text, _moved = text_without(TEXT, DECISIONS, [(0, 12), (10, 20), (4, 6)])
    assert text.count(MARK) == 1
    assert text.startswith(MARK)
    assert "Linda" not in text


def test_a_refused_name_stays_and_nothing_cut_is_the_text_for_readers() -> None:
    text, _moved = text_without(TEXT, (_name("Linda", "", accepted=False), DECISIONS[1]), [])
    assert text == "Linda zei: de brand bij [kind-A]. Daarna niets."


def test_what_anybody_judged_recognisable_is_taken() -> None:
    study = study_of(
        *families(),
        coding("k1", "A1", "late", 5),
        coding("k2", "A1", "late", 50),
        coding("k3", "A2", "late", 70),
        Judgement("j1", "k1", True, "anna"),
        Judgement("j2", "k1", False, "bo"),
        Judgement("j3", "k2", False, "anna"),
        Judgement("j4", "k3", True, "anna"),
    )
    assert recognisable_spans(study, "A1") == [(5, 15)]
    assert recognisable_spans(study, "A2") == [(70, 80)]
