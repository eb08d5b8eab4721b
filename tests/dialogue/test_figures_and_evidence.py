# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures, hypotheses and what could be said about them."""

import numpy as np
import pytest

from tests.dialogue.conftest import OTHERS, WIJK, area_row, bounded, finished_run
from wijkverhaal.dialogue.estimate import Estimate
from wijkverhaal.dialogue.evidence import (
    Direction,
    Evidence,
    EvidenceKind,
    evidence_of_figure,
)
from wijkverhaal.dialogue.figure_choice import figures_to_choose
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of
from wijkverhaal.dialogue.hypothesis import (
    Hypothesis,
    HypothesisState,
    balance_of,
    check_state,
)
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.dialogue.visible_difference import standard_deviations, visible_difference, youths_needed
from wijkverhaal.dialogue.what_the_data_could_say import what_the_data_could_say
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError, NotFoundError


def _hypothesis(text: str, tag: Tag) -> Hypothesis:
    return Hypothesis("h", text, tag, WIJK)


@pytest.mark.parametrize(
    ("kind", "item", "value"),
    [
        (FigureKind.USE, "", 11.4),
        (FigureKind.EXPECTED, "", 10.0),
        (FigureKind.DIFFERENCE, "", 2.0),
        (FigureKind.PART, "benefits", 0.4),
        (FigureKind.INDICATOR, "social_assistance", 4.5),
        (FigureKind.COMPARABLE, OTHERS[0], 10.3),
    ],
)
def test_every_figure_has_value_year_and_source(
    run: FinishedRun, kind: FigureKind, item: str, value: float
) -> None:
    figure = figure_of(run, FigureReference(kind, WIJK, 2022, item))
    assert figure.value.value == pytest.approx(value)
    assert "2022" in figure.sentence
    assert "Bron: verzonnen land 2022" in figure.sentence


@pytest.mark.parametrize(
    "reference",
    [
        FigureReference(FigureKind.USE, "WK000000", 2022),
        FigureReference(FigureKind.USE, WIJK, 1999),
        FigureReference(FigureKind.PART, WIJK, 2022, "nothing"),
        FigureReference(FigureKind.INDICATOR, WIJK, 2022, "nothing"),
        FigureReference(FigureKind.COMPARABLE, WIJK, 2022, WIJK),
    ],
)
def test_a_figure_that_is_not_there_says_so(run: FinishedRun, reference: FigureReference) -> None:
    with pytest.raises(NotFoundError, match="kies een ander cijfer"):
        figure_of(run, reference)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (2.0, "2,0 procentpunt hoger"),
        (-2.0, "2,0 procentpunt lager"),
        (0.5, "niet zeker anders"),
        (-0.5, "(verschil \u22120,5 procentpunt"),
    ],
)
def test_a_difference_says_its_side_only_where_it_is_clear(value: float, words: str) -> None:
    one = finished_run([area_row(WIJK, 2022, **bounded("difference_here", value, 1.0))])
    assert words in figure_of(one, FigureReference(FigureKind.DIFFERENCE, WIJK, 2022)).sentence


def test_a_filled_in_indicator_is_no_figure() -> None:
    one = finished_run([area_row(WIJK, 2022)], [(WIJK, 2022, "social_assistance", "benefits", None)])
    with pytest.raises(NotFoundError):
        figure_of(one, FigureReference(FigureKind.INDICATOR, WIJK, 2022, "social_assistance"))


def test_every_figure_that_can_be_chosen_can_be_told_and_hung_up(run: FinishedRun) -> None:
    choices = figures_to_choose(run, WIJK, 2022)
    assert {choice.reference.kind for choice in choices} == set(FigureKind)
    for choice in choices:
        evidence = evidence_of_figure(run, choice.reference, "h", Direction.FOR, "e")
        assert evidence.kind.of_a_run
        assert (evidence.run, evidence.figure) == (run.id, choice.reference)
        assert evidence.source
        assert evidence.text == choice.figure.sentence
    assert figures_to_choose(run, "WK000000", 2022) == []


def test_nothing_is_supported_without_evidence_for_it() -> None:
    hypothesis = _hypothesis("tekst", Tag.SUPPLY)
    against = Evidence("e", "h", EvidenceKind.DOCUMENT, Direction.AGAINST, "tekst", "verslag")
    other = Evidence("e", "h2", EvidenceKind.DOCUMENT, Direction.FOR, "tekst", "verslag")
    balance = balance_of(hypothesis, [against, other])
    assert (balance.for_it, balance.against_it) == (0, 1)
    with pytest.raises(InputError, match="voor deze verklaring"):
        check_state(HypothesisState.SUPPORTED, balance)
    check_state(HypothesisState.CONTRADICTED, balance)
    check_state(HypothesisState.UNDECIDABLE, balance)


def test_an_indicator_that_is_expected_already_explains_nothing_more(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("Er is hier veel bijstand", Tag.POPULATION))
    assert [one.reference.item for one in said.indicators] == ["social_assistance"]
    assert said.indicators[0].counted
    assert "telt al mee" in said.sentences[1]
    assert (said.indicators[0].here, said.indicators[0].comparable) == (4.5, 7.0)


def test_an_indicator_of_the_place_asks_for_many_wijken(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("Ouders voelen zich onveilig", Tag.NEIGHBOURHOOD))
    assert [one.reference.item for one in said.indicators] == ["local:veiligheid"]
    assert not said.indicators[0].counted
    assert "68 bij een zwakke" in " ".join(said.sentences)


def test_what_no_figure_can_tell_is_said(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("De sfeer is anders", Tag.ANOTHER))
    assert not said.can_tell
    assert "geen cijfer" in said.sentences[0]
    asked = what_the_data_could_say(run, _hypothesis("We overleggen te weinig", Tag.COOPERATION))
    assert "vragenlijst" in asked.sentences[0]


def test_registration_is_about_the_coverage(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("Adressen van bijstand kloppen niet", Tag.REGISTRATION))
    assert said.indicators == ()
    assert said.can_tell
    assert "93%" in said.sentences[0]


def test_the_comparable_wijken_are_the_comparison(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("bijstand", Tag.POPULATION))
    assert any("4 vergelijkbare wijken 10,3 tot 13,3%" in sentence for sentence in said.sentences)


def test_the_size_that_can_be_seen_follows_from_the_interval(run: FinishedRun) -> None:
    said = what_the_data_could_say(run, _hypothesis("bijstand", Tag.POPULATION))
    assert said.visible == pytest.approx(standard_deviations() * 1.0 / 1.6448536, rel=1e-6)
    assert said.youths_needed is not None
    assert said.youths_needed > 1200
    assert "neem dus meer wijken samen" in said.sentences[-1]


def test_a_wijk_that_the_run_does_not_have(run: FinishedRun) -> None:
    with pytest.raises(NotFoundError, match="kies een ander jaar"):
        what_the_data_could_say(run, Hypothesis("h", "x", Tag.SUPPLY, "WK000000"))


def test_the_chance_to_see_a_difference_is_as_stated() -> None:
    """By simulation: two groups of the needed size, the stated difference, seen 80 times in 100."""
    random = np.random.default_rng(1)
    size = int(youths_needed(10.0, 2.0))
    first, second = random.binomial(size, 0.10, 20000) / size, random.binomial(size, 0.12, 20000) / size
    se = np.sqrt(first * (1 - first) / size + second * (1 - second) / size)
    assert np.mean(np.abs(second - first) > 1.6448536 * se) == pytest.approx(0.8, abs=0.015)
    sd = 0.7
    seen = np.abs(random.normal(visible_difference(Estimate(0, -1.6448536 * sd, 1.6448536 * sd)), sd, 20000))
    assert np.mean(seen > 1.6448536 * sd) == pytest.approx(0.8, abs=0.015)
