# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Interviews as subtitles (vtt, srt): cues of one speaker after another become one turn."""

import html
import re
from collections.abc import Iterator

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.read_text import CueTurn, ReadText, normalised, read_text

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_CUE = re.compile(rf"^\s*{_TIME}\s*-->\s*{_TIME}.*$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
_TAG = re.compile(r"</?(?:[a-zA-Z][^<>]*|\d[\d:.]*)>|\{\\[^{}]*\}")
_NAMED = re.compile(r"^([^\W\d_][\w .'’()/-]{0,38}?):\s+(?=\S)")
_PAUSE = 2.0


def is_subtitles(text: str) -> str:
    """ "vtt", "srt", or "" for any other text."""
    start = normalised(text).lstrip("\ufeff \n")
    if start.startswith("WEBVTT"):
        return "vtt"
    lines = start.split("\n", 3)
    return "srt" if len(lines) > 1 and lines[0].strip().isdecimal() and _CUE.match(lines[1]) else ""


def subtitle_text(text: str, kind: str, file: str) -> ReadText:
    """The turns of a subtitle file, each on a line of its own with its speaker before it.

    Raises
    ------
    InputError
        When there is not a single cue in it.
    """
    turns = cue_turns(text)
    if not turns:
        raise InputError(
            _("In {file} staat geen enkele ondertitel; kies een ander bestand.").format(file=file)
        )
    lines = [f"{turn.speaker}: {turn.text}" if turn.speaker else turn.text for turn in turns]
    findings: tuple[str, ...] = ()
    if not any(turn.speaker for turn in turns):
        findings = (_("Er staat niet in wie er spreekt; geef dat zelf aan."),)
    return read_text(file, kind, "\n".join(lines), findings)


def cue_turns(text: str) -> list[CueTurn]:
    """What was said, by whom; cues go together while nobody else speaks and nobody waits long."""
    turns: list[CueTurn] = []
    before = 0.0
    for start, end, speaker, said in _cues(normalised(text)):
        last = turns[-1] if turns else None
        if last is not None and last.speaker == speaker and (speaker or start - before <= _PAUSE):
            turns[-1] = CueTurn(f"{last.text} {said}", speaker, last.seconds)
        else:
            turns.append(CueTurn(said, speaker, start))
        before = end
    return turns


def _cues(text: str) -> Iterator[tuple[float, float, str, str]]:
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        found = _CUE.match(lines[place])
        place += 1
        if found is None:
            continue
        first = place
        while place < len(lines) and lines[place].strip() and not _CUE.match(lines[place]):
            place += 1
        said = lines[first:place]
        if place < len(lines) and _CUE.match(lines[place]) and said and said[-1].strip().isdecimal():
            said.pop()
        numbers = found.groups()
        for speaker, words in _voices("\n".join(said)):
            yield _seconds(*numbers[:4]), _seconds(*numbers[4:]), speaker, words


def _voices(said: str) -> Iterator[tuple[str, str]]:
    """Each voice of a cue with its words."""
    pieces = _VOICE.split(said)
    for speaker, words in [("", pieces[0]), *zip(pieces[1::2], pieces[2::2], strict=True)]:
        plain = " ".join(html.unescape(_TAG.sub("", words)).split())
        named = None if speaker else _NAMED.match(plain)
        if named:
            speaker, plain = named[1], plain[named.end() :]
        if plain:
            yield " ".join(html.unescape(speaker).split()).rstrip(":"), plain


def _seconds(hours: str | None, minutes: str, seconds: str, rest: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")
