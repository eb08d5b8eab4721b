# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a help history says, in sentences."""

from collections.abc import Mapping, Sequence

from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.stories.drawing.age_words import months_words
from wijkverhaal.stories.drawing.history_row import HistoryRow
from wijkverhaal.stories.drawing.informant_mark import InformantMark
from wijkverhaal.stories.drawing.time_axis import TimeAxis
from wijkverhaal.stories.event_kind import FIRST_SIGNAL
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.temporal_network import Window
from wijkverhaal.stories.waiting import HELP, first_of, wait_until


def history_sentence(
    timeline: Timeline,
    rows: Sequence[HistoryRow],
    marks: Mapping[str, InformantMark],
    axis: TimeAxis,
    family: str,
) -> str:
    """How much was told and by whom, when it began, when help came, and where the accounts clash."""
    told = [marks[one].label for one in timeline.history.informants]
    count = len(rows)
    parts = [
        ngettext(
            "{family}: {count} gebeurtenis, verteld door {who}.",
            "{family}: {count} gebeurtenissen, verteld door {who}.",
            count,
        ).format(family=family, count=count, who=listed(told) or _("niemand"))
    ]
    parts += _help(timeline, axis)
    parts.append(clash_sentence(timeline))
    return " ".join(parts)


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence.

    >>> listed(["moeder", "school", "huisarts"])
    'moeder, school en huisarts'
    """
    if len(words) < 2:
        return "".join(words)
    return _("{first} en {last}").format(first=", ".join(words[:-1]), last=words[-1])


def clash_sentence(timeline: Timeline) -> str:
    """How many clashes are open, and how many decisions were taken."""
    count, decided = len(timeline.open_clashes), len(timeline.history.choices)
    parts = []
    if count:
        parts.append(
            ngettext(
                "Op {count} punt kunnen de verhalen niet allemaal waar zijn; dat is nog niet besloten.",
                "Op {count} punten kunnen de verhalen niet allemaal waar zijn; dat is nog niet besloten.",
                count,
            ).format(count=count)
        )
    if decided:
        parts.append(
            ngettext(
                "Bij {count} keuze schreef de onderzoeker op welk verhaal hier gevolgd wordt, en waarom.",
                "Bij {count} keuzes schreef de onderzoeker op welk verhaal hier gevolgd wordt, en waarom.",
                decided,
            ).format(count=decided)
        )
    return " ".join(parts) or _("De verhalen spreken elkaar over de tijd niet tegen.")


def _help(timeline: Timeline, axis: TimeAxis) -> list[str]:
    signal, start = timeline.first(FIRST_SIGNAL.id), first_of(timeline, HELP)
    parts = []
    if signal is not None:
        window = timeline.between(str(axis.origin), signal.event.id)
        parts.append(_("Het eerste signaal: {when}.").format(when=axis.words(window)))
    if start is not None:
        window = timeline.between(str(axis.origin), start.event.id)
        parts.append(_("De eerste hulp: {when}.").format(when=axis.words(window)))
    delay = wait_until(timeline, HELP)
    if delay is not None and start is not None:
        months = months_words(Window(delay.shortest, delay.longest))
        parts.append(_("Tijd daartussen: {months}.").format(months=months))
    return parts
