# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who speaks where is proposed, and a person confirms it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.intake.speaker import speaker_labels, speaker_turns


def _turns(text: str) -> list[tuple[str, str]]:
    likely = [one.label for one in speaker_labels(text) if one.likely]
    return [(turn.speaker, text[turn.said : turn.end]) for turn in speaker_turns(text, likely)]


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("I: Hoe?\nR: Goed.", [("I", "Hoe?"), ("R", "Goed.")]),
        ("Vraag: Hoe?\n\nMoeder: Goed.\nEn lang.", [("Vraag", "Hoe?"), ("Moeder", "Goed.\nEn lang.")]),
        ("[Moeder] Goed.\n{Vader} Nee.", [("Moeder", "Goed."), ("Vader", "Nee.")]),
        ("#I: Hoe?\n@Vader nee", [("I", "Hoe?"), ("Vader", "nee")]),
        ("[00:01:23] Moeder: Goed.", [("Moeder", "Goed.")]),
        ("Moeder (00:12): Goed.", [("Moeder", "Goed.")]),
        ("00:00:03 Stem 1\nHoe?\n\n00:00:05 Stem 2\nGoed.", [("Stem 1", "Hoe?"), ("Stem 2", "Goed.")]),
        ("Speaker 1 00:03\nHoe?", [("Speaker 1", "Hoe?")]),
        ("I:\tHoe?\nIB'er: Goed.", [("I", "Hoe?"), ("IB'er", "Goed.")]),
    ],
)  # fmt: skip
def test_the_ways_transcripts_are_written(text: str, turns: list[tuple[str, str]]) -> None:
    assert _turns(text) == turns


@pytest.mark.parametrize(
    "text",
    [
        "https://voorbeeld.nl staat er",
        "17:30 was het afgelopen",
        "Let op: dit is belangrijk.",
        "Toen zei ze iets heel belangrijks tegen mij over school: ga weg.",
        "12: dozijn",
    ],
)
def test_what_is_no_speaker(text: str) -> None:
    assert _turns(text) == []


def test_an_unknown_name_that_comes_back_is_proposed() -> None:
    text = "Tante Bep: Ja.\nI: En?\nTante Bep: Nee.\nI: O?\nTante Bep: Soms.\nDus: zo was het."
    labels = {one.label: one for one in speaker_labels(text)}
    assert labels["Tante Bep"].likely
    assert not labels["Dus"].likely
    assert (labels["I"].asks, labels["Tante Bep"].asks) == (True, False)


def test_the_second_is_kept() -> None:
    turns = speaker_turns("[01:02:03] Moeder: Ja.\n[02:03.5] Vader: Nee.", ["Moeder", "Vader"])
    assert [turn.seconds for turn in turns] == [3723.0, 123.0]


def test_only_confirmed_labels_make_turns() -> None:
    text = "I: Hoe?\nMoeder: Goed.\nI: En?"
    assert [turn.speaker for turn in speaker_turns(text, ["Moeder"])] == ["Moeder"]


@given(st.text("IM: \n[]0:1a", max_size=80))
def test_turns_follow_each_other_inside_the_text(text: str) -> None:
    turns = speaker_turns(text, [one.label for one in speaker_labels(text)])
    here = 0
    for turn in turns:
        assert here <= turn.start <= turn.said
        assert turn.said <= turn.end <= len(text)
        here = turn.end
