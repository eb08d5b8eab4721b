# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The drawing of a help history: a strip along the child's age, in lanes."""

from collections.abc import Sequence
from math import isinf

from markupsafe import Markup

from wijkverhaal.foundation.svg import drawing, piece
from wijkverhaal.stories.drawing.history_row import HistoryRow, Telling
from wijkverhaal.stories.drawing.informant_mark import STEP
from wijkverhaal.stories.drawing.soft_bar import GREY, INK, definitions, moment_bar
from wijkverhaal.stories.drawing.time_axis import SIDE, WIDTH, TimeAxis

_TOP, _LANE, _EVENT, _TELLING = 40, 26, 42, 19
_LETTER = 6.7


def history_strip(
    rows: Sequence[HistoryRow], axis: TimeAxis, name: str, title: str, description: str
) -> Markup:
    """The whole `<svg>`: per event its name and who tells it, under it when it was."""
    pieces: list[str] = []
    top, lane = _TOP, ""
    for row in rows:
        if row.lane != lane:
            lane = row.lane
            pieces.append(_lane(lane, top))
            top += _LANE
        pieces.append(_event(row, top, axis, name))
        top += _EVENT + _TELLING * len(row.apart) + (6 if row.apart else 0)
    return drawing(
        name,
        "history",
        (WIDTH, top + 8),
        title,
        description,
        [definitions(name), *axis.drawn(top), *pieces],
    )


def shortened(text: str, room: float) -> str:
    """A text that fits in so many units; what is cut off stands in the table."""
    most = int(room / _LETTER)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _lane(lane: str, top: int) -> str:
    return piece(
        '<rect x="0" y="{y}" width="{w}" height="20" fill="#eef2f6"/>'
        '<text x="14" y="{t}" font-size="13" font-weight="700" fill="#1b2733">{lane}</text>',
        y=top + 2,
        w=WIDTH,
        t=top + 16,
        lane=lane,
    )


def _event(row: HistoryRow, top: int, axis: TimeAxis, name: str) -> str:
    tellers = list({one.mark.informant: one.mark for one in row.tellings}.values())
    room = WIDTH - 2 * SIDE - STEP * len(tellers)
    sign = "≠ " if row.placed.disputed else ""
    marks = [
        mark.drawn(WIDTH - SIDE - STEP * (len(tellers) - place) + STEP / 2, top + 12)
        for place, mark in enumerate(tellers)
    ]
    label = piece(
        '<text x="14" y="{y}" font-size="13.5" fill="#1b2733" class="halo">{t}</text>',
        y=top + 16,
        t=shortened(sign + row.label, room),
    )
    return label + "".join(marks) + _when(row, top, axis, name) + _apart(row, top + _EVENT, axis)


def _when(row: HistoryRow, top: int, axis: TimeAxis, name: str) -> str:
    if isinf(row.window.low) and isinf(row.window.high):
        words = axis.words(row.shown)
        return piece(
            '<text x="14" y="{y}" font-size="12.5" fill="#4a5866" class="halo">{t}</text>',
            y=top + 35,
            t=words,
        )
    return moment_bar(row.window, axis, top + 24, name)


def _apart(row: HistoryRow, top: float, axis: TimeAxis) -> str:
    """Each telling with a line of its own, in a dashed frame."""
    if not row.apart:
        return ""
    height = _TELLING * len(row.apart) + 2
    frame = piece(
        '<rect x="4" y="{y}" width="{w}" height="{h}" fill="none" stroke="{c}" stroke-dasharray="4 3"/>',
        y=top - 1,
        w=WIDTH - 8,
        h=height,
        c=GREY,
    )
    lines = [_telling(one, top + _TELLING * (place + 0.5), axis) for place, one in enumerate(row.apart)]
    return frame + "".join(lines)


def _telling(one: Telling, y: float, axis: TimeAxis) -> str:
    assert one.window is not None  # noqa: S101 (see HistoryRow.apart)
    left, right = axis.at(one.window.low), axis.at(one.window.high)
    line = piece(
        '<path d="M{a} {y}H{b}M{a} {t}v8M{b} {t}v8" stroke="{c}" stroke-width="1.8"'
        ' stroke-dasharray="{dash}"/>',
        a=left,
        b=right,
        y=round(y, 1),
        t=round(y - 4, 1),
        c=INK,
        dash="none" if one.followed else "2 3",
    )
    middle = min(max((left + right) / 2, SIDE), WIDTH - SIDE)
    cross = "" if one.followed else _crossed(middle, y)
    return line + one.mark.drawn(middle, y) + cross


def _crossed(x: float, y: float) -> str:
    """A stroke through the mark of an account that is not followed."""
    return piece(
        '<path d="M{x} {y}l18 -18" stroke="{c}" stroke-width="1.8"/>',
        x=round(x - 9, 1),
        y=round(y + 9, 1),
        c=INK,
    )
