# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adjacency lists."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.areas.adjacency import is_adjacency, read_adjacency
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.table import RawTable, read_tables

Raw = Callable[[str], RawTable]


def test_every_pair_is_kept_once_whichever_way_it_was_written(raw: Raw) -> None:
    pairs, completed = read_adjacency(
        raw("wijk_a,wijk_b,shared_boundary_m\nWK036301,WK036300,12.5\nWK036300,WK036301,12.5\n36302,36300,\n")
    )
    assert pairs.rows() == [("WK036300", "WK036301", 12.5), ("WK036300", "WK036302", None)]
    assert completed == 2


def test_the_length_may_be_absent(raw: Raw) -> None:
    pairs, _completed = read_adjacency(raw("area_a;area_b\nWK036300;WK036301\n"))
    assert pairs["shared_boundary"].to_list() == [None]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("wijk_a,wijk_b,lengte\nWK036300,WK036300,1\n", "aan zichzelf"),
        ("wijk_a,wijk_b,lengte\nWK036300,WK036301,-1\n", "negatief"),
        ("wijk_a,wijk_b,lengte\nWK036300,Havenkant,1\n", "Havenkant"),
        ("wijk_a,wijk_b\nGM0363,WK036301\n", "GM0363 geen wijk"),
        ("wijk_a,lengte\nWK036300,1\n", "wijk_b"),
    ],
)
def test_what_cannot_be_is_refused(raw: Raw, text: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_adjacency(raw(text))


def test_the_real_list_has_every_pair(real: Callable[[str], Path]) -> None:
    table = read_tables(real("areas/wijk_2022_adjacency_queen.csv"))[0]
    assert is_adjacency(table)
    pairs, completed = read_adjacency(table)
    assert (pairs.height, completed) == (9594, 0)
