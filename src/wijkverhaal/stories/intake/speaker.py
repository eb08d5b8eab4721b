# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who speaks where: labels at the beginning of lines, proposed to a person who confirms them.

Recognised are `Naam:`, `[Naam]`, `{Naam}`, `#Naam:`, `@Naam`, a name with a time before or after it on a
line of its own ("00:01:23 Spreker 1"), and a time before a name ("[00:01:23] Moeder:").
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,-]\d{1,3})?"
_TIME = rf"[\[(#]?{_CLOCK}[\])#]?"
_NAME = r"[^\W\d_][\w.'’/&-]*(?:[ ](?:[\w.'’/&-]+|\([^\W\d_][^()\n:]*\))){0,4}"
_LABEL = re.compile(
    rf"""^[ \t]*(?:(?P<before>{_TIME})[ \t]*)?
    (?:
        [#@]?(?P<named>{_NAME})[ \t]*(?:\((?P<inside>{_CLOCK})\)|(?P<after>{_TIME}))?[ \t]*:(?=\s)[ \t]*
      | [\[{{](?P<boxed>{_NAME})[\]}}]:?[ \t]*
      | @(?P<at>[\w-]+)[ \t]+
    )""",
    re.MULTILINE | re.VERBOSE,
)
_ALONE = re.compile(
    rf"^[ \t]*(?:(?P<before>{_TIME})[ \t]+(?P<named>{_NAME})"
    rf"|(?P<first>{_NAME})[ \t]+(?P<after>{_TIME}))[ \t]*$",
    re.MULTILINE,
)
_NUMBERED = re.compile(r"^(?:spreker|speaker|spk|persoon|deelnemer|respondent|stem)[ _-]?\d{1,2}$")
_LONGEST = 40
_ASKING = "i int interviewer vraag v onderzoeker o q vrager gespreksleider"
_TELLING = (
    "r a antwoord respondent moeder m vader ouder ouders kind k jongere j dochter zoon oma opa pleegouder"
    " hulpverlener h begeleider leerkracht leraar juf meester school ib ib'er mentor gezinscoach"
)
_ASKS = frozenset(_ASKING.split())
_KNOWN = _ASKS | frozenset(_TELLING.split())


@dataclass(frozen=True)
class SpeakerLabel:
    """A label that may be a speaker.

    Attributes
    ----------
    label : str
        As it is written, without brackets.
    count : int
        How many lines begin with it.
    likely : bool
        Whether it is proposed as a speaker.
    asks : bool
        Whether it is probably the interviewer.
    """

    label: str
    count: int
    likely: bool
    asks: bool


@dataclass(frozen=True)
class SpeakerTurn:
    """A turn: who, where with the label, where the words begin, and the second if the text tells it."""

    speaker: str
    start: int
    said: int
    end: int
    seconds: float | None = None


def speaker_labels(text: str) -> tuple[SpeakerLabel, ...]:
    """Everything that looks like a label, the most frequent first; for a person to confirm.

    >>> found = speaker_labels("I: Hoe ging het?\\nMoeder: Goed.\\nLet op: morgen.")
    >>> [(one.label, one.likely) for one in found]
    [('I', True), ('Moeder', True), ('Let op', False)]
    """
    counts = Counter(label for _start, _said, label, _seconds in _found(text))
    return tuple(
        SpeakerLabel(label, count, _likely(label, count), label.lower() in _ASKS)
        for label, count in counts.most_common()
    )


def speaker_turns(text: str, labels: Collection[str]) -> tuple[SpeakerTurn, ...]:
    """The turns, with the labels that a person confirmed; what comes before the first is nobody's."""
    starts = [one for one in _found(text) if one[2] in labels]
    ends = [*(start for start, _said, _label, _seconds in starts), len(text)][1:]
    turns = []
    for (start, said, label, seconds), border in zip(starts, ends, strict=True):
        end = start + len(text[start:border].rstrip())
        turns.append(SpeakerTurn(label, start, min(said, end), end, seconds))
    return tuple(turns)


def _likely(label: str, count: int) -> bool:
    plain = label.lower()
    if plain in _KNOWN or _NUMBERED.match(plain):
        return True
    return count >= 3 and len(plain.split()) <= 3


def _found(text: str) -> Iterator[tuple[int, int, str, float | None]]:
    """Start, start of the words, label and second of every label, in order."""
    # line by line: a search through the whole text tries every character of it
    for start in _line_starts(text):
        found = _ALONE.match(text, start) or _LABEL.match(text, start)
        if not found:
            continue
        parts = found.groupdict()
        label = next((parts[name] for name in ("named", "first", "boxed", "at") if parts.get(name)), "")
        if len(label) > _LONGEST or re.fullmatch(_CLOCK, label):
            continue
        clock = parts["before"] or parts.get("inside") or parts["after"]
        said = found.end()
        while said < len(text) and text[said].isspace():
            said += 1
        yield start, said, label.strip(), _seconds(clock) if clock else None


def _line_starts(text: str) -> Iterator[int]:
    start = 0
    while start < len(text):
        yield start
        start = text.find("\n", start) + 1 or len(text)


def _seconds(clock: str) -> float:
    numbers = [float(one) for one in re.findall(r"\d+", clock)[:3]]
    parts = clock.count(":") + 1
    return sum(one * float(60**place) for place, one in enumerate(reversed(numbers[:parts])))
