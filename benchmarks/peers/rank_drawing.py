# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A drawing of rank ECDFs: their distance from uniform, with the band, a panel per quantity."""

import numpy as np

from peers.rank_band import RankBand, ecdf

_ACROSS, _WIDE, _HIGH, _GAP = 3, 200, 110, 40


def rank_drawing(places: dict[str, np.ndarray], band: RankBand) -> str:
    """An SVG; every panel has the same scale."""
    rows = -(-len(places) // _ACROSS)
    width, height = _ACROSS * (_WIDE + _GAP) + _GAP, rows * (_HIGH + _GAP + 14) + _GAP
    away = max(float((band.high - band.at).max()), float((band.at - band.low).max()))
    largest = max([away, *(float(np.abs(ecdf(p, band.at) - band.at).max()) for p in places.values())]) * 1.1
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"'
        ' font-family="sans-serif" font-size="12" role="img">',
        "<title>Rank ECDF minus uniform, with its 95% simultaneous band</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for number, (name, found) in enumerate(places.items()):
        left = _GAP + number % _ACROSS * (_WIDE + _GAP)
        top = _GAP + number // _ACROSS * (_HIGH + _GAP + 14)
        parts += _panel(name, found, band, left, top, largest)
    return "\n".join([*parts, "</svg>\n"])


def _panel(
    name: str, places: np.ndarray, band: RankBand, left: float, top: float, largest: float
) -> list[str]:
    def path(values: np.ndarray) -> list[str]:
        across = left + _WIDE * band.at
        upward = top + _HIGH * (0.5 - 0.5 * (values - band.at) / largest)
        return [f"{x:.1f},{y:.1f}" for x, y in zip(across, upward, strict=True)]

    area = " ".join(path(band.low) + path(band.high)[::-1])
    line = " ".join(path(ecdf(places, band.at)))
    middle = top + _HIGH / 2
    return [
        f'<text x="{left}" y="{top - 6}" fill="#222">{name}</text>',
        f'<polygon points="{area}" fill="#dce6f0"/>',
        f'<line x1="{left}" y1="{middle}" x2="{left + _WIDE}" y2="{middle}" stroke="#888"/>',
        f'<polyline points="{line}" fill="none" stroke="#1f4e79" stroke-width="1.5"/>',
        f'<text x="{left - 4}" y="{top + 10}" text-anchor="end" fill="#555">{largest:.2f}</text>',
        f'<text x="{left}" y="{top + _HIGH + 14}" fill="#555">0</text>',
        f'<text x="{left + _WIDE}" y="{top + _HIGH + 14}" text-anchor="end" fill="#555">1</text>',
    ]
