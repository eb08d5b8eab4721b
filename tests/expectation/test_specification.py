# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is fitted: which figures inform the model, and which must not."""

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.grouping import Grouping
from wijkverhaal.expectation.multilevel import fit_panel
from wijkverhaal.expectation.observed_year import small_wijken
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.specification import specify
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError

from .panels import NO_ROW, changed, with_indicators


def test_grouping_numbers_every_wijk(panel: Panel) -> None:
    grouping = Grouping.of(panel)
    assert [grouping.gemeenten[k] for k in grouping.gemeente] == panel.areas["gemeente"].to_list()
    assert [grouping.regions[k] for k in grouping.region] == panel.areas["region"].to_list()
    assert np.array_equal(grouping.region_of_gemeente[grouping.gemeente], grouping.region)


def test_gemeenten_without_a_region_do_not_share_one(panel: Panel) -> None:
    first, second = panel.areas["gemeente"].unique().sort()[:2]
    homeless = changed(panel, pl.col("gemeente").is_in([first, second]), {"region": None})
    grouping = Grouping.of(homeless)
    own = {first: set(), second: set()}  # type: ignore[var-annotated]
    for code, region in zip(homeless.areas["gemeente"], grouping.region, strict=True):
        if code in own:
            own[code].add(int(region))
    assert len(own[first]) == len(own[second]) == 1
    assert own[first].isdisjoint(own[second])
    others = homeless.areas["region"].is_not_null().to_numpy()
    assert own[first].isdisjoint(set(grouping.region[others].tolist()))


def test_hidden_figures_are_not_looked_at(panel: Panel) -> None:
    """What a hidden wijk published changes nothing, nor does the total of a hidden gemeente."""
    gemeente = panel.areas["gemeente"][0]
    hidden = (panel.areas["gemeente"] == gemeente).to_numpy()
    other = changed(
        panel,
        pl.col("gemeente") == gemeente,
        {"published": 10.0, "low": 8.0, "high": 12.0, "status": "shown"},
    )
    other = replace(other, gemeente_totals=panel.gemeente_totals | {gemeente: 99_999.0})
    one, two = specify(panel, hidden=hidden), specify(other, hidden=hidden)
    assert not one.observed[hidden].any()
    assert one.observed[~hidden].any()
    predictor = np.full(panel.areas.height, -2.0)
    assert np.array_equal(
        one.model.likelihood.terms(predictor).value, two.model.likelihood.terms(predictor).value
    )
    assert np.array_equal(one.coverage.share, two.coverage.share)


def test_a_wijk_without_a_row_is_not_read_as_zero(panel: Panel) -> None:
    specification = specify(panel)
    silent = panel.status == "no_row"
    terms = specification.model.likelihood.terms(np.full(panel.areas.height, -2.0))
    assert silent.any()
    assert not specification.observed[silent].any()
    assert (terms.value[silent] == 0).all()
    assert (terms.slope[silent] == 0).all()


def test_shown_are_the_wijken_with_a_published_count(panel: Panel) -> None:
    assert np.array_equal(specify(panel).shown, panel.status == "shown")


def test_without_levels_there_are_only_wijken(panel: Panel) -> None:
    names = specify(panel, Settings(levels=False)).positions
    assert "wijk" in names
    assert {"gemeente", "jeugdregio"}.isdisjoint(names)


def test_a_group_is_left_out_on_request(panel: Panel) -> None:
    assert "origin" in specify(panel).determinants.groups
    without = specify(panel, Settings(without_groups=frozenset({"origin"}))).determinants
    assert "origin" not in without.groups


def test_no_indicators_at_all_still_fit(panel: Panel) -> None:
    bare = with_indicators(panel, {}, np.empty((panel.areas.height, 0)))
    fitted = fit_panel(bare, Settings(draws=10))
    assert fitted.explanation.parts == ("gemeente", "region", "unexplained")
    assert np.isfinite(fitted.answers.expected_here).all()


def test_scps_kind_of_model_asks_for_scps_file(panel: Panel) -> None:
    with pytest.raises(FitError, match="--scp"):
        specify(panel, Settings(like_scp=True))


def test_too_few_figures_are_refused_with_how_many_there_are(panel: Panel) -> None:
    keep = panel.areas["area"][:2].to_list()
    with pytest.raises(FitError, match="2022 maar 2 wijken"):
        specify(changed(panel, ~pl.col("area").is_in(keep), NO_ROW))


def test_percentages_have_more_noise_in_small_wijken(scp_panel: Panel) -> None:
    assert not small_wijken(scp_panel).any()
    small = np.arange(scp_panel.areas.height) % 2 == 0
    named = with_indicators(scp_panel, {"kleinewijk": "age"}, small[:, None])
    assert np.array_equal(small_wijken(named), small)
    seen = np.isfinite(named.column("published_rate"))
    weight = specify(named).model.likelihood.terms(np.zeros(small.size)).weight
    assert weight[seen & small].max() < weight[seen & ~small].min()
