# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Withheld percentages: filled in from the gemeente, in the model like that of SCP only."""

from dataclasses import replace

import numpy as np
import pytest

from wijkverhaal.expectation.determinants import determinants_of
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.observed_year import observe
from wijkverhaal.expectation.reservation import reservations
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.withheld_percentage import filled_percentages
from wijkverhaal.figures.panel import Panel

from .panels import with_indicators

LIKE_SCP = Settings(like_scp=True)
GEMEENTE = np.array([0, 0, 0, 1, 1, 2])
RATE = np.array([10.0, 14.0, np.nan, 6.0, np.nan, np.nan])
SEEN = np.isfinite(RATE)


def test_a_withheld_wijk_has_the_mean_of_its_gemeente_drawn_to_the_country() -> None:
    filled, spread = filled_percentages(RATE, SEEN, ~SEEN, GEMEENTE)
    assert filled[SEEN] == pytest.approx(RATE[SEEN])
    assert filled[2] == pytest.approx((10.0 + 14.0 + 2 * 10.0) / 4)
    assert filled[4] == pytest.approx((6.0 + 2 * 10.0) / 3)
    assert filled[5] == pytest.approx(10.0)
    assert 1.0 < spread < 5.0


def test_what_was_not_withheld_stays_unknown() -> None:
    withheld = np.array([False, False, False, False, True, False])
    filled, _spread = filled_percentages(RATE, SEEN, withheld, GEMEENTE)
    assert np.isnan(filled[[2, 5]]).all()


def test_hidden_wijken_are_neither_used_nor_filled_in(scp_panel: Panel) -> None:
    hidden = (scp_panel.areas["gemeente"] == scp_panel.areas["gemeente"][0]).to_numpy()
    year = observe(scp_panel, LIKE_SCP, hidden)
    response = year.likelihood.response  # type: ignore[attr-defined]
    assert np.isnan(response[hidden]).all()
    assert np.isfinite(response[~hidden]).all()
    assert not year.observed[hidden].any()


def test_only_the_model_like_that_of_scp_fills_in(scp_panel: Panel) -> None:
    withheld = scp_panel.status == "secret"
    assert withheld.any()
    usual = observe(scp_panel, Settings()).likelihood.response  # type: ignore[attr-defined]
    assert np.isnan(usual[withheld]).all()


def test_the_actual_use_of_a_withheld_wijk_stays_unsure(fitted_like_scp: FittedYear) -> None:
    withheld = fitted_like_scp.panel.status == "secret"
    spread = fitted_like_scp.answers.actual.std(0)
    assert spread[withheld].min() > 10.0 * np.median(spread[~withheld])
    text = " ".join(reservations(fitted_like_scp.specification))
    assert f"Van {withheld.sum()} wijken geeft SCP het gebruik niet" in text


def test_withheld_percentages_are_low_and_other_figures_in_the_middle(panel: Panel) -> None:
    values = np.tile(np.arange(panel.areas.height, dtype=float)[:, None], (1, 2))
    values[::9] = np.nan
    given = with_indicators(panel, {"share": "age", "euros": "income"}, values)
    euros = replace(given.indicators[1], unit="euro")
    given = replace(given, indicators=(given.indicators[0], euros))
    found = determinants_of(given, plain=True, withheld_is_low=True)
    filled = found.matrix[0] * [c.scale for c in found.columns] + [c.centre for c in found.columns]
    assert filled == pytest.approx([np.nanquantile(values[:, 0], 0.25), np.nanmedian(values[:, 1])])
