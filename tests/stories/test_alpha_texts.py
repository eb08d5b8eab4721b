# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alpha-U over several texts is alpha-U of those texts end to end."""

import pytest

from wijkverhaal.stories.alpha_texts import CodedText, alpha_over_texts
from wijkverhaal.stories.alpha_units import unit_alpha

FIRST = CodedText(100, {"anna": [(10, 30)], "bo": [(12, 30)]})
SECOND = CodedText(200, {"anna": [(50, 90)], "bo": [(120, 130)]})


def test_texts_of_the_same_coders_are_one_text() -> None:
    joined = unit_alpha([[(10, 30), (150, 190)], [(12, 30), (220, 230)]], 0, 300)
    assert alpha_over_texts([FIRST, SECOND]) == joined


def test_one_text_is_alpha_u_itself() -> None:
    assert alpha_over_texts([FIRST]) == unit_alpha([[(10, 30)], [(12, 30)]], 0, 100)


def test_other_coders_have_a_text_of_their_own() -> None:
    other = CodedText(200, {"bo": [(50, 90)], "cas": [(50, 90)]})
    both = alpha_over_texts([FIRST, other])
    one, two = alpha_over_texts([FIRST]), alpha_over_texts([other])
    assert both.observed == pytest.approx((one.observed * 100**2 + two.observed * 200**2) / (100**2 + 200**2))
    assert one.alpha is not None
    assert both.alpha is not None
    assert one.alpha < both.alpha < 1


def test_a_text_that_one_coder_read_says_nothing() -> None:
    alone = CodedText(500, {"anna": [(0, 500)]})
    assert alpha_over_texts([FIRST, alone]) == alpha_over_texts([FIRST])
    assert alpha_over_texts([alone]).alpha is None
