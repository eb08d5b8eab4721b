# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Subtitles as Teams, Zoom and others write them become turns."""

import pytest

from wijkverhaal.stories.intake.interview_file import read_interview
from wijkverhaal.stories.intake.subtitle_text import cue_turns

TEAMS = """\ufeffWEBVTT

NOTE van een vergadering

STYLE
::cue { color: blue }

3f2a-9
00:00:01.000 --> 00:00:03.500 align:start
<v Interviewer>Hoe ging het?</v>

00:00:04.000 --> 00:00:05.000
<v.loud Moeder van S.>Goed &amp; wel,</v>

00:00:05.500 --> 00:00:07.000
<v Moeder van S.>hij was <i>drie</i>.</v>
"""
ZOOM = "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:03.000\r\nInterviewer: Hoe ging het?\r\n"
SRT = """1
00:00:01,000 --> 00:00:02,000
{\\an8}Spreker 1: Hoe ging het?

2
00:00:02,500 --> 00:00:04,000
Het ging
om half 17:30 goed.

3
00:01:30,000 --> 00:01:31,000
En daarna niet.
"""


def test_teams() -> None:
    found = read_interview("a.vtt", TEAMS.encode())
    assert found.kind == "vtt"
    assert found.text == "Interviewer: Hoe ging het?\nMoeder van S.: Goed & wel, hij was drie."
    assert [turn.seconds for turn in cue_turns(TEAMS)] == [1.0, 4.0]


def test_zoom() -> None:
    assert read_interview("a.vtt", ZOOM.encode()).text == "Interviewer: Hoe ging het?"


def test_srt() -> None:
    found = read_interview("a.srt", SRT.replace("\n", "\r\n").encode("utf-8-sig"))
    assert found.kind == "srt"
    assert found.text == "Spreker 1: Hoe ging het?\nHet ging om half 17:30 goed.\nEn daarna niet."


@pytest.mark.parametrize(
    "said", ["zie https://voorbeeld.nl", "3: de derde keer", "Moeder:", "om 17:30 kwam ze"]
)
def test_what_is_no_speaker(said: str) -> None:
    (turn,) = cue_turns(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{said}\n")
    assert (turn.speaker, turn.text) == ("", said)


def test_nobody_named_is_said() -> None:
    found = read_interview("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHij was drie.\n")
    assert len(found.findings) == 1


def test_srt_without_blank_lines() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nEen.\n2\n00:00:09,000 --> 00:00:10,000\nTwee.\n"
    assert [turn.text for turn in cue_turns(text)] == ["Een.", "Twee."]
