# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bounds hold whatever is true of what is not known."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.matrix.factor_bound import Bound, factor_bounds

_STATES = st.sampled_from([True, False, None])


def _every_way(pairs: list[tuple[bool | None, bool | None]]) -> Bound:
    """Fill in everything in every way; the shares of those ways in which there is something to share."""
    unknown = [[True, False] if one is None else [one] for pair in pairs for one in pair]
    shares = []
    for filled in product(*unknown):
        both = list(zip(filled[::2], filled[1::2], strict=True))
        inside = [good for there, good in both if there]
        if inside:
            shares.append(sum(inside) / len(inside))
    return Bound(min(shares), max(shares)) if shares else Bound(None, None)


@given(st.lists(st.tuples(_STATES, _STATES), max_size=5))
def test_as_by_trying_everything(pairs: list[tuple[bool | None, bool | None]]) -> None:
    found = factor_bounds([one for one, _other in pairs], [other for _one, other in pairs])
    assert found.consistency == _every_way(pairs)
    assert found.coverage == _every_way([(other, one) for one, other in pairs])


def test_when_all_is_known_there_is_one_answer() -> None:
    found = factor_bounds([True, True, False], [True, False, True])
    assert found.consistency == Bound(0.5, 0.5)
    assert (found.with_both, found.with_factor, found.with_outcome, found.unknown) == (1, 2, 2, 0)
