# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Slopes between gemeenten: chosen where they foretell better, and not otherwise."""

from dataclasses import replace

import numpy as np
import polars as pl

from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.within_between import POPULATION, STRONGEST, SlopeChoice, choose_within_between
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators


def two_slopes(panel: Panel, between: float) -> Panel:
    """Counts in which an indicator works by 0.1 within gemeenten and by more between them."""
    chance = np.random.default_rng(4)
    codes, gemeente = np.unique(panel.areas["gemeente"].to_numpy(), return_inverse=True)
    mean, own = chance.standard_normal(codes.size)[gemeente], chance.standard_normal(gemeente.size)
    youths = np.full(gemeente.size, 2000)
    logit = -2.2 + 0.1 * (own + mean) + between * mean + 0.1 * chance.standard_normal(gemeente.size)
    counts = 5.0 * np.round(chance.binomial(youths, 1.0 / (1.0 + np.exp(-logit))) / 5.0)
    areas = panel.areas.with_columns(
        youths=pl.Series(youths, dtype=pl.Int64),
        published=pl.Series(counts),
        low=pl.Series(counts - 2.0),
        high=pl.Series(counts + 2.0),
        published_rate=pl.Series(100.0 * counts / youths),
        status=pl.lit("shown"),
    )
    totals = dict(zip(codes, np.bincount(gemeente, counts), strict=True))
    plain = replace(panel, areas=areas, gemeente_totals=totals)
    return with_indicators(plain, {"trait": "income"}, (own + mean)[:, None])


def test_a_slope_between_gemeenten_that_differs_is_chosen(panel: Panel) -> None:
    chosen, choices = choose_within_between(two_slopes(panel, 0.4), Settings())
    assert chosen == {"trait"}
    assert set(choices) == {STRONGEST, POPULATION}
    assert choices[POPULATION].gains["gemeente"].verdict == "gain"


def test_one_slope_stays_one_and_progress_reaches_the_end(panel: Panel) -> None:
    told: list[float] = []
    chosen, choices = choose_within_between(two_slopes(panel, 0.0), Settings(), told.append)
    assert chosen == frozenset()
    assert not any(choice.better for choice in choices.values())
    assert told[-1] == 1.0
    assert told == sorted(told)


def test_a_gain_here_does_not_make_good_a_clear_loss_there() -> None:
    gain, loss = Gain(0.1, 0.01, 300, 40, 3.0), Gain(-0.1, 0.01, 300, 40, 3.0)
    nothing = Gain(-0.005, 0.01, 300, 40, 3.0)
    assert SlopeChoice(frozenset(), {"wijk": gain, "gemeente": nothing}).better
    assert not SlopeChoice(frozenset(), {"wijk": gain, "gemeente": loss}).better
    assert not SlopeChoice(frozenset(), {"wijk": nothing, "gemeente": nothing}).better
