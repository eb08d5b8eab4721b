# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""An explanation adds up, does not depend on the order of its parts, and cancels over the country."""

from dataclasses import replace

import numpy as np
import pytest

from wijkverhaal.expectation.answers import answers_of, balance_weights
from wijkverhaal.expectation.explanation import explain
from wijkverhaal.expectation.multilevel import FittedYear


@pytest.fixture(params=["fitted", "fitted_scp", "fitted_like_scp"])
def any_fit(request: pytest.FixtureRequest) -> FittedYear:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, FittedYear)
    return found


def test_the_parts_of_a_wijk_add_up_to_its_distance(any_fit: FittedYear) -> None:
    explanation = any_fit.explanation
    assert np.abs(explanation.effect.sum(0) - explanation.total).max() < 1e-9
    distance = any_fit.answers.actual.mean(0) - explanation.country_rate
    assert np.abs(explanation.total - distance).max() < 1e-9


def test_every_part_cancels_over_the_youths_of_the_country(any_fit: FittedYear) -> None:
    weights = balance_weights(any_fit.specification)
    assert np.abs(any_fit.explanation.effect @ weights / weights.sum()).max() < 1e-9


def test_the_country_is_all_its_youths(fitted: FittedYear) -> None:
    youths = fitted.panel.column("youths")
    assert fitted.explanation.country_rate == pytest.approx(
        np.average(fitted.answers.actual.mean(0), weights=youths)
    )


def test_the_parts_are_groups_then_places_then_what_is_left(fitted: FittedYear) -> None:
    parts = fitted.explanation.parts
    assert parts[-3:] == ("gemeente", "region", "unexplained")
    assert parts[:-3] == fitted.specification.determinants.groups
    assert len(set(parts)) == len(parts)


def test_bounds_hold_the_mean(any_fit: FittedYear) -> None:
    explanation = any_fit.explanation
    assert (explanation.low <= explanation.high).all()
    within = (explanation.low <= explanation.effect) & (explanation.effect <= explanation.high)
    assert within.mean() > 0.99


def test_the_order_of_the_determinants_does_not_matter(fitted: FittedYear) -> None:
    specification, posterior = fitted.specification, fitted.posterior
    determinants = specification.determinants
    order = np.random.default_rng(5).permutation(len(determinants.columns))
    shuffled = replace(
        determinants,
        columns=tuple(determinants.columns[k] for k in order),
        matrix=determinants.matrix[:, order],
    )
    fixed = posterior.draws.fixed[:, np.concatenate([[0], 1 + order])]
    found = explain(
        replace(specification, determinants=shuffled),
        replace(posterior, draws=replace(posterior.draws, fixed=fixed)),
        fitted.answers,
    )
    original = dict(zip(fitted.explanation.parts, fitted.explanation.effect, strict=True))
    assert set(found.parts) == set(original)
    for part, effect in zip(found.parts, found.effect, strict=True):
        assert effect == pytest.approx(original[part], abs=1e-10)


def test_parts_with_the_same_share_get_the_same(fitted: FittedYear) -> None:
    specification, posterior = fitted.specification, fitted.posterior
    groups = specification.determinants.groups
    first, second = (specification.determinants.of_group(group)[0] for group in groups[:2])
    columns = list(specification.determinants.columns)
    matrix = np.zeros_like(specification.determinants.matrix)
    matrix[:, first] = matrix[:, second] = specification.determinants.matrix[:, first]
    fixed = posterior.draws.fixed.copy()
    fixed[:, 1 + second] = fixed[:, 1 + first]
    twins = replace(specification.determinants, columns=tuple(columns), matrix=matrix)
    found = explain(
        replace(specification, determinants=twins),
        replace(posterior, draws=replace(posterior.draws, fixed=fixed)),
        fitted.answers,
    )
    assert np.abs(found.effect[0]).max() > 0
    assert found.effect[0] == pytest.approx(found.effect[1], abs=1e-12)
    assert found.effect[2] == pytest.approx(np.zeros_like(found.total), abs=1e-12)


def test_a_group_without_effect_gets_zero_and_the_rest_still_adds_up(fitted: FittedYear) -> None:
    specification, posterior = fitted.specification, fitted.posterior
    group = specification.determinants.groups[1]
    fixed = posterior.draws.fixed.copy()
    fixed[:, [1 + k for k in specification.determinants.of_group(group)]] = 0.0
    without = replace(posterior, draws=replace(posterior.draws, fixed=fixed))
    found = explain(specification, without, answers_of(specification, without))
    assert found.effect[found.parts.index(group)] == pytest.approx(np.zeros_like(found.total), abs=1e-12)
    assert np.abs(found.effect.sum(0) - found.total).max() < 1e-9


def test_a_wijk_like_the_country_has_no_distance(fitted: FittedYear) -> None:
    actual = np.full_like(fitted.answers.actual, 9.0)
    found = explain(fitted.specification, fitted.posterior, replace(fitted.answers, actual=actual))
    assert np.isfinite(found.effect).all()
    assert found.total == pytest.approx(np.zeros_like(found.total), abs=1e-12)
