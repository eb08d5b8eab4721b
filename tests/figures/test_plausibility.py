# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lost decimal signs."""

import polars as pl
import pytest

from wijkverhaal.figures.plausibility import lost_decimal_sign


@pytest.mark.parametrize(
    ("values", "lost"),
    [
        ([28.7, 31.5, 292.0, 30.1], [2]),
        ([28.7, 31.5, 290.0, 30.1], []),
        ([28.0, 31.0, 292.0, 30.0], []),
        ([28.7, 31.5, None, 30.1], []),
        ([28.7, 31.5, 45.0, 30.1], []),
        ([28.7, 31.5, 900.0, 30.1], []),
        ([], []),
    ],
)
def test_only_a_whole_number_far_above_that_fits_by_ten_is_suspect(
    values: list[float | None], lost: list[int]
) -> None:
    assert lost_decimal_sign(pl.Series("x", values, dtype=pl.Float64)).arg_true().to_list() == lost


def test_a_round_number_is_suspect_only_where_that_is_asked() -> None:
    values = pl.Series("x", [28.7, 31.5, 290.0, 30.1])
    assert lost_decimal_sign(values, round_too=True).arg_true().to_list() == [2]
