# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What neighbours share is counted to the gemeente, and expected here stays what it was."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.answers import population_predictor
from wijkverhaal.expectation.effect_draws import all_effect_draws, effect_draws
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.likeness_of_neighbours import likeness_of_neighbours
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel


def smooth_over_the_map(panel: Panel, size: float, seed: int) -> Floats:
    """An effect that is alike in neighbours, with standard deviation `size`."""
    number = {code: k for k, code in enumerate(panel.areas["area"])}
    assert panel.touching is not None
    pairs = np.array([(number[a], number[b]) for a, b in panel.touching.iter_rows() if a in number])
    values = np.random.default_rng(seed).standard_normal(len(number))
    degree = np.bincount(pairs.ravel(), minlength=len(number)).clip(1)
    for _round in range(12):
        total = np.bincount(pairs[:, 0], values[pairs[:, 1]], len(number))
        total += np.bincount(pairs[:, 1], values[pairs[:, 0]], len(number))
        values = 0.3 * values + 0.7 * total / degree
    return np.asarray(size * (values - values.mean()) / values.std())


@pytest.fixture(scope="module")
def smooth(panel: Panel) -> Panel:
    """The small country with counts that follow a smooth map, and nothing else but chance."""
    chance = np.random.default_rng(8)
    youths = panel.column("youths").astype(int)
    rate = 1.0 / (1.0 + np.exp(2.2 - smooth_over_the_map(panel, 0.35, 5)))
    counts = chance.binomial(youths, rate)
    shown = 5 * ((counts + 2) // 5)
    secret = counts < 8
    areas = panel.areas.with_columns(
        published=pl.Series(np.where(secret, np.nan, shown)).fill_nan(None),
        low=pl.Series(np.where(secret, 0.0, shown - 2.0)),
        high=pl.Series(np.where(secret, 7.0, shown + 2.0)),
        published_rate=pl.Series(np.where(secret, np.nan, 100.0 * shown / youths.clip(1))).fill_nan(None),
        status=pl.Series(np.where(secret, "secret", "shown")),
    )
    totals = dict(areas.group_by("gemeente").agg(pl.lit(0.0)).iter_rows())
    for code, count in zip(areas["gemeente"], counts, strict=True):
        totals[code] += float(count)
    return replace(panel, areas=areas, gemeente_totals=totals)


Fitted = Callable[[Panel, bool], FittedYear]


@pytest.fixture(scope="module")
def fit_once() -> Fitted:
    known: dict[tuple[int, bool], FittedYear] = {}

    def of(panel: Panel, neighbours: bool) -> FittedYear:
        key = (id(panel), neighbours)
        if key not in known:
            known[key] = fit_panel(panel, Settings(neighbours=neighbours, draws=300))
        return known[key]

    return of


def test_what_moves_to_the_gemeente_leaves_the_wijk(smooth: Panel, fit_once: Fitted) -> None:
    fitted = fit_once(smooth, True)
    specification, posterior = fitted.specification, fitted.posterior
    effects = all_effect_draws(specification, posterior)
    position = specification.positions["wijk"]
    raw = posterior.draws.effect(specification.model, position)[:, : len(smooth.areas)]
    own = posterior.draws.effect(specification.model, specification.positions["gemeente"])
    assert effects.gemeente is not None
    moved = effects.gemeente - own[:, specification.grouping.gemeente]
    assert effects.wijk + moved == pytest.approx(raw, abs=1e-12)
    assert np.abs(moved).max() > 0.05
    for code in range(3):
        inside = specification.grouping.gemeente == code
        assert moved[:, inside] == pytest.approx(np.repeat(moved[:, inside][:, :1], inside.sum(), axis=1))


def test_the_map_is_noticed_where_it_is_smooth(smooth: Panel, fit_once: Fitted) -> None:
    fitted = fit_once(smooth, True)
    names = list(fitted.specification.model.hyperparameters)
    share = 1.0 / (1.0 + np.exp(-fitted.posterior.draws.theta[:, names.index("neighbours_wijk")]))
    assert share.mean() > 0.5
    likeness = likeness_of_neighbours(fitted)
    assert likeness is not None
    assert likeness.rate.distance > 5


def test_expected_here_keeps_the_level_of_the_gemeente(smooth: Panel, fit_once: Fitted) -> None:
    """A spatial effect must not take the gemeente's level away from what was expected here."""
    fitted = fit_once(smooth, True)
    specification, posterior = fitted.specification, fitted.posterior
    shown, gemeente = specification.shown, specification.grouping.gemeente
    raw = posterior.draws.effect(specification.model, specification.positions["wijk"])[:, : shown.size]
    left = all_effect_draws(specification, posterior).wijk

    def level(effect: Floats) -> float:
        mean = np.bincount(gemeente[shown], effect.mean(0)[shown]) / np.bincount(gemeente[shown]).clip(1)
        return float(np.abs(mean).mean())

    assert level(left) < 0.5 * level(raw)
    away = (fitted.answers.actual - fitted.answers.expected_here).mean(0)[shown]
    mean = np.bincount(gemeente[shown], away) / np.bincount(gemeente[shown]).clip(1)
    assert np.abs(mean).mean() < 0.12 * fitted.answers.actual.mean(0).std()


def test_here_and_wijk_add_up_to_the_actual_use(smooth: Panel, fit_once: Fitted) -> None:
    fitted = fit_once(smooth, True)
    effects = all_effect_draws(fitted.specification, fitted.posterior)
    predictor = population_predictor(fitted.specification, fitted.posterior) + effects.wijk
    for effect in (effects.gemeente, effects.jeugdregio):
        if effect is not None:
            predictor = predictor + effect
    assert fitted.answers.actual == pytest.approx(100.0 / (1.0 + np.exp(-predictor)))


def test_without_a_map_there_is_no_spatial_effect(panel: Panel) -> None:
    fitted = fit_panel(replace(panel, touching=None), Settings(draws=20))
    effect = fitted.specification.model.members[fitted.specification.positions["wijk"]].effect
    assert not isinstance(effect, NeighbourEffect)
    assert likeness_of_neighbours(fitted) is None
    assert effect_draws(fitted.specification, fitted.posterior, "wijk") is not None


def test_expected_here_is_the_level_of_the_gemeente_with_a_smooth_map(
    smooth: Panel, fit_once: Fitted
) -> None:
    """The decision, simulated: what a gemeente has in common with its surroundings is expected there."""
    fitted = fit_once(smooth, True)
    weights, gemeente = fitted.specification.weights, fitted.specification.grouping.gemeente
    rate = 100.0 / (1.0 + np.exp(2.2 - smooth_over_the_map(smooth, 0.35, 5)))
    truth = (np.bincount(gemeente, weights * rate) / np.bincount(gemeente, weights))[gemeente]
    low, high = np.quantile(fitted.answers.expected_here, (0.05, 0.95), axis=0)
    seen = np.bincount(gemeente, fitted.specification.shown)[gemeente] > 2
    held = ((low <= truth) & (truth <= high))[seen]
    by_gemeente = np.bincount(gemeente[seen], held) / np.bincount(gemeente[seen]).clip(1)
    assert by_gemeente[np.unique(gemeente[seen])].mean() > 0.8
    assert np.corrcoef(fitted.answers.expected_here.mean(0)[seen], truth[seen])[0, 1] > 0.8


def test_a_smooth_map_is_not_taken_for_what_smooth_determinants_do(smooth: Panel, fit_once: Fitted) -> None:
    """No determinant does anything here; their intervals hold nothing as often as they should."""
    for neighbours, least in ((True, 0.8), (False, 0.0)):
        draws = fit_once(smooth, neighbours).posterior.draws.fixed[:, 1:]
        low, high = np.quantile(draws, (0.05, 0.95), axis=0)
        assert ((low <= 0.0) & (high >= 0.0)).mean() > least
