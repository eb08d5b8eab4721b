# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences say what the numbers say, no more."""

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.sentence import (
    chance,
    difference_sentence,
    direction,
    figure,
    outcome_name,
    rate,
    signed,
    source,
    translated,
    use_sentence,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1234.56, "1.234,6"), (-0.04, "0,0"), (-1.25, "−1,2"), (None, "–"), (float("nan"), "–")],
)
def test_figure(value: float | None, text: str) -> None:
    assert figure(value) == text


@pytest.mark.parametrize(("value", "text"), [(1.2, "+1,2"), (-1.2, "−1,2"), (0.04, "0,0"), (None, "–")])
def test_signed(value: float | None, text: str) -> None:
    assert signed(value) == text


@pytest.mark.parametrize(
    ("probability", "text"),
    [(1.0, "meer dan 99%"), (0.99, "99%"), (0.0, "minder dan 1%"), (0.01, "1%"), (0.5, "50%"), (None, "–")],
)
def test_chance_never_says_certain(probability: float | None, text: str) -> None:
    assert chance(probability) == text


def test_use_sentence_holds_value_margin_and_year(run: FinishedRun) -> None:
    assert use_sentence(run, "Verzonnenoord", 2022, 9.12, 8.2, 10.06) == (
        "In Verzonnenoord gebruikte in 2022 naar schatting 9,1% van de jeugdigen jeugdzorg"
        " (90%-marge 8,2 tot 10,1%)."
    )


def test_source_names_the_publisher_unless_fictional(run: FinishedRun, real_folder) -> None:
    assert source(run, 2022) == "Bron: verzonnen land 2022, bewerking Wijkverhaal."
    assert source(FinishedRun.read(real_folder), 2022) == "Bron: CBS 2022, bewerking Wijkverhaal."


@pytest.mark.parametrize(
    ("value", "probability", "way", "words"),
    [
        (2.0, 0.97, "higher", "duidelijk hoger dan hier verwacht: 2,0"),
        (2.0, 0.97, "higher", "kans dat het echt hoger is, is 97%"),
        (2.0, 0.93, "higher", "kans dat het echt hoger is, is 93%"),
        (-2.0, 0.03, "lower", "kans dat het echt lager is, is 97%"),
        (-2.0, 0.08, "lower", "duidelijk lager dan hier verwacht: 2,0"),
        (0.5, 0.98, "unclear", "waarschijnlijk hoger dan hier verwacht, maar het verschil is klein"),
        (-0.5, 0.02, "unclear", "kans dat het lager is, is 98%"),
        (0.5, 0.7, "unclear", "geen duidelijk verschil"),
        (None, None, None, "niet bekend"),
        (0.5, float("nan"), "unclear", "niet bekend"),
    ],
)
def test_difference_sentence(
    value: float | None, probability: float | None, way: str | None, words: str
) -> None:
    sentence = difference_sentence(value, -1.0, 3.0, probability, way)
    assert words in sentence
    if "niet bekend" not in sentence:
        assert "−1,0 tot +3,0" in sentence


@pytest.mark.parametrize("probability", [0.001, 0.04, 0.06, 0.5, 0.94, 0.96, 0.999])
@pytest.mark.parametrize("way", ["higher", "lower", "unclear"])
def test_only_what_stands_out_is_called_clear(probability: float, way: str) -> None:
    sentence = difference_sentence(1.0, 0.5, 1.5, probability, way)
    assert ("duidelijk hoger" in sentence) == (way == "higher")
    assert ("duidelijk lager" in sentence) == (way == "lower")
    assert way == "unclear" or "geen duidelijk" not in sentence


def test_a_difference_is_never_called_good_or_bad() -> None:
    for probability in (0.001, 0.5, 0.999):
        sentence = difference_sentence(1.0, 0.5, 1.5, probability, direction(probability))
        assert not {"goed", "slecht", "beter", "slechter"} & set(sentence.lower().split())
        assert direction(probability) is not None


def test_unknown_outcomes_and_texts_stay_as_they_are() -> None:
    assert outcome_name("iets") == "iets"
    assert outcome_name("zonder-verblijf") == "jeugdhulp zonder verblijf"
    assert translated("") == translated(None) == ""
    assert rate(8.94) == "8,9%"
