# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Slopes between gemeenten that were chosen stand in the card, in the tables and in a sentence."""

import json

import pytest

from wijkverhaal.expectation.model_card import model_card
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.result_tables import coefficient_table, term_labels
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.slope_search import SlopeSearch, slope_sentences
from wijkverhaal.expectation.within_between import STRONGEST, SlopeChoice
from wijkverhaal.figures.panel import Panel


@pytest.fixture(scope="module")
def two_slopes(panel: Panel) -> FittedYear:
    chosen = frozenset({panel.indicators[0].id})
    return fit_panel(panel, Settings(draws=20, within_between=chosen))


def _search(chosen: frozenset[str]) -> SlopeSearch:
    gains = {"wijk": Gain(0.01, 0.02, 200, 40, 3.0), "gemeente": Gain(0.2, 0.05, 200, 40, 3.0)}
    return SlopeSearch(2022, chosen, {STRONGEST: SlopeChoice(frozenset({"a", "b"}), gains)})  # type: ignore[arg-type]


def test_the_mean_of_the_gemeente_has_a_label_of_its_own(two_slopes: FittedYear, panel: Panel) -> None:
    first = panel.indicators[0]
    labels = term_labels(two_slopes)
    assert labels[f"{first.id}_between"] == f"{first.text}, gemiddelde van de gemeente"
    assert len(set(labels.values())) == len(labels)
    assert f"{first.id}_between" in coefficient_table(two_slopes)["term"].to_list()


def test_the_card_holds_what_was_found_and_names_what_was_chosen(
    two_slopes: FittedYear, panel: Panel
) -> None:
    search = _search(frozenset({panel.indicators[0].id}))
    card = json.loads(json.dumps(model_card([two_slopes], slopes=search), allow_nan=False))
    assert card["within_between"]["chosen"] == [panel.indicators[0].id]
    gains = card["within_between"]["candidates"][STRONGEST]["gains"]
    assert gains["gemeente"]["verdict"] == "gain"
    assert gains["wijk"]["difference"] == 0.01
    assert any(panel.indicators[0].text in note and "Tussen gemeenten" in note for note in card["notes"])


def test_a_search_without_a_gain_says_so(fitted: FittedYear) -> None:
    (sentence,) = slope_sentences([fitted], _search(frozenset()))
    assert "2022 niet duidelijk beter" in sentence


def test_where_nobody_asked_nothing_is_said(fitted: FittedYear) -> None:
    assert slope_sentences([fitted], None) == []
    assert model_card([fitted])["within_between"] is None
