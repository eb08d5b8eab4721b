# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A published count stands for an interval of true counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.figures.published_count import LARGEST_SECRET, published_count


@given(st.integers(0, 5000))
def test_what_cbs_publishes_of_a_count_stands_for_that_count(true: int) -> None:
    rounded = 5 * ((true + 2) // 5)
    count = published_count(rounded if rounded >= 10 else None, "wijk")
    assert count.low is not None
    assert count.high is not None
    assert count.low <= true <= count.high


@given(st.integers(0, 5000))
def test_a_count_that_is_no_multiple_of_five_stands_for_itself(number: int) -> None:
    count = published_count(number, "gemeente")
    width = (count.high or 0) - (count.low or 0)
    assert width == (4 if number % 5 == 0 and number >= 10 else 0)
    assert count.status == "shown"


def test_a_blank_is_secret_only_in_the_row_of_a_wijk() -> None:
    assert published_count(None, "wijk").high == LARGEST_SECRET
    for level in ("gemeente", "country"):
        blank = published_count(None, level)
        assert (blank.low, blank.high, blank.status) == (None, None, "missing")


@pytest.mark.parametrize("value", [-5, 7.5])
def test_no_count_is_negative_or_in_parts(value: float) -> None:
    with pytest.raises(ValueError, match="whole number"):
        published_count(value, "wijk")
