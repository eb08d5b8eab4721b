# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values that each occur but never together are refused; what a wijk is, never is."""

from pathlib import Path

import numpy as np
import pytest

from wijkverhaal.expectation.combination import Combination
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.what_if import WhatIf, read_what_if
from wijkverhaal.foundation.errors import InputError

REFUSED = "komt niet of bijna niet voor; kies waarden die dichter bij elkaar passen"


@pytest.fixture(scope="module")
def question(run_folder: Path, run: FinishedRun) -> WhatIf:
    return read_what_if(run_folder, run)[2022]


def _owned_and_rented() -> np.ndarray:
    """Two values that exclude each other, and a third column that is no value."""
    random = np.random.default_rng(1)
    owned = random.normal(size=400)
    rented = -0.95 * owned + 0.3 * random.normal(size=400)
    return np.column_stack([owned, rented, 50 * random.normal(size=400)])


def test_values_that_exclude_each_other_do_not_occur_together() -> None:
    wijken = _owned_and_rented()
    combination = Combination.of(wijken, [0, 1])
    now = wijken[0]
    assert combination.occurs(np.array([2.0, -1.9, 0.0]), now)
    assert not combination.occurs(np.array([2.0, 1.9, 0.0]), now)
    # A column that is no value counts for nothing.
    assert combination.occurs(np.array([2.0, -1.9, 1e6]), now)


def test_every_wijk_occurs_and_so_does_the_one_that_lies_further_than_all() -> None:
    wijken = _owned_and_rented()
    combination = Combination.of(wijken, [0, 1])
    assert all(combination.occurs(one, wijken[0]) for one in wijken)
    odd = np.array([4.0, 4.0, 0.0])
    assert not combination.occurs(odd, wijken[0])
    assert combination.occurs(odd, odd)
    assert combination.occurs(np.array([3.5, 3.5, 0.0]), odd)


def test_columns_that_are_copies_or_constant_and_a_single_wijk_can_be_taken() -> None:
    value = np.random.default_rng(2).normal(size=50)
    copies = np.column_stack([value, value, np.ones(50)])
    combination = Combination.of(copies, [0, 1, 2])
    assert np.isfinite(combination.largest)
    assert not combination.occurs(np.array([2.0, -2.0, 1.0]), copies[0])
    one = Combination.of(copies[:1], [0, 1, 2])
    assert one.occurs(copies[0], copies[0])


def test_many_owned_and_many_rented_houses_are_refused(question: WhatIf) -> None:
    names = ("owner_occupied", "social_rented")
    known = [area for area, values in question.values.items() if set(names) <= values.keys()]
    middle = {name: float(np.median([question.values[area][name] for area in known])) for name in names}
    area = min(known, key=lambda one: sum(abs(question.values[one][name] - middle[name]) for name in names))
    with pytest.raises(InputError, match=REFUSED):
        question.answer(area, {name: question.ranges[name][1] for name in names})
    question.answer(area, {names[0]: middle[names[0]] + 2.0, names[1]: middle[names[1]] - 2.0})
    question.answer(area, {names[0]: middle[names[0]] - 2.0, names[1]: middle[names[1]] + 2.0})


def test_odd_wijken_do_not_make_related_values_occur_together() -> None:
    """Far on the other side, few of both: that says nothing of many of both."""
    wijken = np.vstack([_owned_and_rented(), [[-4.0, -4.0, 0.0]]])
    combination = Combination.of(wijken, [0, 1])
    now = wijken[0]
    assert combination.distance(np.array([3.0, 3.0, 0.0])) < combination.largest
    assert not combination.occurs(np.array([3.0, 3.0, 0.0]), now)
    assert combination.occurs(np.array([2.0, -1.9, 0.0]), now)


def test_no_wijk_is_refused_as_it_is(question: WhatIf) -> None:
    for area in question.gemeente:
        question.answer(area, question.values.get(area, {}))
