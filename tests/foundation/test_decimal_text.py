# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers in text."""

import math

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.foundation.decimal_text import MISSING, numbers


@given(st.lists(st.floats(-1e6, 1e6).map(lambda x: round(x, 3)), min_size=1))
def test_a_decimal_comma_means_the_same_as_a_point(values: list[float]) -> None:
    point = numbers(pl.Series("x", [f"{v:.3f}" for v in values]))
    comma = numbers(pl.Series("x", [f"{v:.3f}".replace(".", ",") for v in values]))
    assert point.to_list() == comma.to_list()
    assert all(math.isclose(a, b, abs_tol=1e-9) for a, b in zip(point, values, strict=True))


@pytest.mark.parametrize("token", sorted(MISSING))
def test_what_stands_for_missing_is_missing_also_with_blanks(token: str) -> None:
    assert numbers(pl.Series("x", [f"   {token} "])).to_list() == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567", 1234567.0), ("1.234,5", 1234.5), ("1,234.5", 1234.5), ("12,5%", 12.5),
        ("-3", -3.0),
        ("1e3", 1000.0), (",5", 0.5), ("7.", 7.0),
        ("veel", None), ("12-13", None), ("inf", None), ("1,2,3", None),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, value: float | None) -> None:
    assert numbers(pl.Series("x", [text])).to_list() == [value]
