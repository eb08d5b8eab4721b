# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cost against size: seconds and memory from 3,000 to 100,000 areas, as a table and a drawing."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from peers.comparison import Work, time_ours

SIZES = (3_000, 6_000, 12_500, 25_000, 50_000, 100_000)
_WIDTH, _HEIGHT, _MARGIN = 640, 400, 60
_LIMIT = 600.0

Point = tuple[float, float, float]


def cost_by_size(folder: Path, tell: Callable[[str], None]) -> list[Point]:
    """Areas, seconds and peak megabytes of each size that was done in time."""
    found: list[Point] = []
    for areas in SIZES:
        answer = time_ours(Work(areas, 1, 150.0, 0, 0).country(), folder, _LIMIT)
        if answer is None:
            tell(f"{areas:>9,} areas: not in {_LIMIT:.0f} s")
            break
        found.append((float(areas), answer.seconds, answer.peak_mb))
        tell(f"{areas:>9,} areas {answer.seconds:>8.2f} s {answer.peak_mb:>8.0f} MB")
    return found


def drawing(points: list[Point]) -> str:
    """An SVG with both axes logarithmic; seconds as dots with a line, megabytes in words."""
    areas, seconds, memory = (np.array(column) for column in zip(*points, strict=True))
    across = _Axis(areas, _MARGIN, _WIDTH - _MARGIN)
    upward = _Axis(seconds, _HEIGHT - _MARGIN, _MARGIN)
    places = [(across.place(a), upward.place(s)) for a, s in zip(areas, seconds, strict=True)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' font-family="sans-serif" font-size="12" role="img">',
        "<title>Seconds against number of areas</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for tick in across.ticks():
        parts.append(_text(across.place(tick), _HEIGHT - _MARGIN + 18, f"{tick:,.0f}"))
        parts.append(_line(across.place(tick), _MARGIN, across.place(tick), _HEIGHT - _MARGIN))
    for tick in upward.ticks():
        parts.append(_text(_MARGIN - 8, upward.place(tick) + 4, f"{tick:g}", "end"))
        parts.append(_line(_MARGIN, upward.place(tick), _WIDTH - _MARGIN, upward.place(tick)))
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    parts.append(f'<polyline points="{path}" fill="none" stroke="#1f4e79" stroke-width="2"/>')
    for (x, y), megabytes in zip(places, memory, strict=True):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f4e79"/>')
        parts.append(_text(x, y - 10, f"{megabytes:,.0f} MB"))
    parts.append(_text(_WIDTH / 2, _HEIGHT - 12, "areas"))
    parts.append(_text(_MARGIN, _MARGIN - 24, "seconds, with the largest amount of memory held", "start"))
    return "\n".join([*parts, "</svg>\n"])


class _Axis:
    """A logarithmic axis around the values, from one place in the drawing to another."""

    def __init__(self, values: np.ndarray, start: float, end: float) -> None:
        self.low, self.high = np.log10(values.min() * 0.8), np.log10(values.max() * 1.25)
        self.start, self.end = start, end

    def place(self, value: float) -> float:
        share = (np.log10(value) - self.low) / (self.high - self.low)
        return float(self.start + share * (self.end - self.start))

    def ticks(self) -> list[float]:
        candidates = [digit * 10.0**power for power in range(-3, 7) for digit in (1, 2, 5)]
        return [tick for tick in candidates if self.low <= np.log10(tick) <= self.high]


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#ddd"/>'


def _text(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#222">{words}</text>'
