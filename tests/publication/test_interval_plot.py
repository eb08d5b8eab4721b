# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many wijken with their margins: dealt out over drawings of about one length, none lost."""

import re

import pytest

from wijkverhaal.publication.interval_plot import Interval, interval_plot


def _plot(rows: int) -> str:
    return str(interval_plot([Interval(f"Wijk {row}", 5.0, 4.0, 6.0) for row in range(rows)], "m", "t", "d"))


@pytest.mark.parametrize(
    ("rows", "drawings", "longest"),
    [(0, 1, 0), (6, 1, 6), (14, 1, 14), (21, 2, 11), (44, 3, 15), (200, 6, 34)],
)
def test_rows_are_dealt_out_evenly_and_in_order(rows: int, drawings: int, longest: int) -> None:
    parts = re.findall(r"<svg .*?</svg>", _plot(rows), re.DOTALL)
    assert len(parts) == drawings
    assert max(part.count("<circle") for part in parts) == longest
    assert re.findall(r">(Wijk \d+)<", "".join(parts)) == [f"Wijk {row}" for row in range(rows)]


def test_every_drawing_has_the_same_scale_and_a_name_of_its_own() -> None:
    parts = re.findall(r"<svg .*?</svg>", _plot(99), re.DOTALL)
    assert len({tuple(re.findall(r">(\d+%)<", part)) for part in parts}) == 1
    names = re.findall(r'id="([^"]+)"', "".join(parts))
    assert len(set(names)) == len(names) >= len(parts)
