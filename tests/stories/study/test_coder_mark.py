# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What coders marked goes to the measures of agreement as it is."""

from dataclasses import replace

from tests.stories.example import coding, families, study_of
from wijkverhaal.stories.agreement import agreement_by_factor
from wijkverhaal.stories.alpha_units import Span, unit_alphas
from wijkverhaal.stories.study.coder_mark import coder_stretches, touched_units

STUDY = study_of(
    *families(),
    coding("k1", "A1", "late", 0),
    coding("k2", "A1", "late", 8),
    coding("k3", "A1", "click", 50),
    replace(coding("k4", "A1", "late", 0), coder="bo"),
    replace(coding("k5", "A1", "click", 80), coder="bo"),
    replace(coding("k6", "B1", "late", 0), coder="bo"),
)
UNITS = [(0, 30), (30, 60), (60, 100)]


def _touched(per_coder: list[list[Span]]) -> list[list[bool | None]]:
    touched = [touched_units(own, UNITS) for own in per_coder]
    return [[place in one for one in touched] for place in range(len(UNITS))]


def test_per_unit() -> None:
    stretches = coder_stretches(STUDY, "A1", ["anna", "bo"], ["late", "click"])
    marks = {factor: _touched(per_coder) for factor, per_coder in stretches.items()}
    assert marks == {
        "late": [[True, True], [False, False], [False, False]],
        "click": [[False, False], [True, False], [False, True]],
    }
    late, click = agreement_by_factor(["1", "2", "3"], marks)
    assert late.alpha.alpha == 1
    assert click.differ == ("2", "3")


def test_as_stretches() -> None:
    stretches = coder_stretches(STUDY, "A1", ["anna", "bo"], ["late", "click"])
    assert stretches["late"] == [[(0, 18)], [(0, 10)]]
    _each, together = unit_alphas(stretches, 0, 1000)
    assert together.alpha is not None
    assert together.alpha < 1


def test_a_unit_that_only_touches_is_not_marked() -> None:
    assert touched_units([(0, 10)], [(10, 20)]) == set()
