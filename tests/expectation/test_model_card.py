# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model card: what a reviewer asks, and the names of what is not known."""

import json
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.model_card import assumptions, model_card, notes
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel, fit_panels
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

from .panels import changed


def name_of(panel: Panel, gemeente: str) -> str:
    return str(panel.areas.filter(pl.col("gemeente") == gemeente)["gemeente_name"][0])


def test_the_card_is_plain_json_with_everything_a_reviewer_asks(fitted: FittedYear) -> None:
    card = json.loads(json.dumps(model_card([fitted]), allow_nan=False))
    for name in ("likelihood", "scale", "assumptions", "priors", "determinants", "coverage", "notes"):
        assert card[name]
    assert card["intercept_shift"]["population"]["2022"] == fitted.answers.shift_population
    assert card["intercept_shift"]["here"]["2022"] == fitted.answers.shift_here
    assert card["summary"]["per_year"]["2022"]["wijken"] == fitted.panel.areas.height


def test_hyperparameters_with_bounds(fitted: FittedYear) -> None:
    found = model_card([fitted])["hyperparameters"]
    scales = {"sd_wijk_2022", "sd_gemeente_2022", "sd_jeugdregio_2022"}
    assert set(found) == scales | {"neighbours_wijk_2022"}
    assert found["neighbours_wijk_2022"]["high"] < 1
    for entry in found.values():
        assert 0 < entry["low"] <= entry["estimate"] <= entry["high"]
        assert entry["years"] == [2022]
        assert entry["label"]
    assert found["sd_wijk_2022"]["low"] < 0.18 < 1.3 * found["sd_wijk_2022"]["high"]


def test_years_of_one_series_have_their_hyperparameters_in_common(imported: Workspace) -> None:
    panels = [count_panel(FigureStore(imported), "jeugdzorg", year) for year in (2021, 2022)]
    card = model_card(fit_panels(panels, Settings(draws=10)))
    found = card["hyperparameters"]
    for name in ("sd_wijk", "persistence_wijk", "persistence_gemeente"):
        assert found[f"{name}_2021"] == found[f"{name}_2022"]
        assert found[f"{name}_2021"]["years"] == [2021, 2022]
    assert card["together"] == [[2021, 2022]]
    assert card["priors"]["2021"]["year_sd"] is None
    assert card["priors"]["2022"]["year_sd"] == pytest.approx(1.0)
    assert set(card["priors"]["2022"]["persistence"]) == {"persistence_wijk", "persistence_gemeente"}


def test_the_card_says_with_what_was_computed(fitted: FittedYear) -> None:
    versions = model_card([fitted])["versions"]
    assert versions["numpy"] == np.__version__
    assert versions["polars"] == pl.__version__
    assert {"wijkverhaal", "python", "scipy", "numba", "qdldl"} <= set(versions)
    assert all(text[0].isdigit() for text in versions.values())


def test_the_card_says_how_counts_lie_in_their_prediction(fitted: FittedYear, fitted_scp: FittedYear) -> None:
    found = model_card([fitted])["fit"]["2022"]
    assert found["counts"] == int(fitted.specification.shown.sum())
    assert 0.8 < found["inside_90"] <= 1.0
    assert 0.5 < found["mean_squared_z"] < 1.6
    assert found["log_evidence"] == fitted.posterior.log_evidence
    assert model_card([fitted_scp])["fit"]["2017"]["counts"] is None


def test_odd_values_are_told_with_their_wijk(panel: Panel) -> None:
    values = panel.values.copy()
    values[3, 0] = -99999999.0
    fitted = fit_panel(replace(panel, values=values), Settings(draws=4))
    code = panel.areas["area"][3]
    (note,) = [note for note in notes(fitted) if "ver buiten alle andere" in note]
    assert panel.indicators[0].text in note
    assert code in note
    assert model_card([fitted])["determinants"]["2022"]["odd_values"] == {panel.indicators[0].id: [code]}


def test_gemeenten_without_rows_are_named(fitted: FittedYear) -> None:
    silent = fitted.panel.gemeenten_without_rows()
    sentence = next(note for note in notes(fitted) if "alleen een voorspelling" in note)
    assert silent
    assert all(name_of(fitted.panel, code) in sentence for code in silent)


def test_gemeenten_without_a_region_are_named_and_still_predicted(panel: Panel) -> None:
    gemeente = panel.areas["gemeente"][0]
    fitted = fit_panel(changed(panel, pl.col("gemeente") == gemeente, {"region": None}), Settings(draws=20))
    sentence = next(note for note in notes(fitted) if "Geen jeugdregio bekend" in note)
    assert name_of(panel, gemeente) in sentence
    here = (panel.areas["gemeente"] == gemeente).to_numpy()
    assert np.isfinite(fitted.answers.expected_here[:, here]).all()


def test_without_any_region_that_is_said_once(panel: Panel) -> None:
    fitted = fit_panel(changed(panel, pl.lit(True), {"region": None}), Settings(draws=10))
    assert [note for note in notes(fitted) if "regio" in note] == [
        "Er is geen indeling in jeugdregio's; het model kent dan alleen gemeenten."
    ]


def test_values_from_an_earlier_year_and_values_filled_in_are_told(panel: Panel) -> None:
    name = panel.indicators[0].id
    values = panel.values.copy()
    values[:60, 1] = np.nan
    other = replace(panel, carried={name: 2021}, values=values)
    found = notes(fit_panel(other, Settings(draws=4)))
    assert any("nog niet gepubliceerd" in note and panel.indicators[0].label in note for note in found)
    assert any("aangevuld" in note and panel.indicators[1].label in note for note in found)


def test_what_was_left_out_is_told(panel: Panel) -> None:
    values = panel.values.copy()
    values[:, 0] = 3.0
    values[10:, 1] = np.nan
    settings = Settings(draws=4, without_groups=frozenset({"origin"}))
    found = notes(fit_panel(replace(panel, values=values), settings))
    assert any("Overal gelijk" in note and panel.indicators[0].label in note for note in found)
    assert any("te vaak onbekend" in note and panel.indicators[1].label in note for note in found)
    origin = [one.label for one in panel.indicators if one.group == "origin"]
    assert any("Op verzoek" in note and origin[0] in note for note in found)


def test_coverage_is_summed_up(fitted: FittedYear, fitted_scp: FittedYear) -> None:
    coverage = model_card([fitted])["coverage"]["2022"]
    silent = len(fitted.panel.gemeenten_without_rows())
    assert coverage["gemeenten_unknown"] == silent
    assert coverage["gemeenten_known"] == 40 - silent
    assert 0.3 < coverage["lowest"] <= coverage["median"] < 1.0
    assert model_card([fitted_scp])["coverage"]["2017"] is None


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fitted", "10 kan 8 tot en met 12 zijn"),
        ("fitted_scp", "SCP geeft geen aantallen jeugdigen"),
        ("fitted_like_scp", "rechte lijnen in procenten"),
    ],
)
def test_each_kind_of_model_says_what_it_takes_for_granted(
    request: pytest.FixtureRequest, name: str, sentence: str
) -> None:
    fitted = request.getfixturevalue(name)
    assert any(sentence in assumption for assumption in assumptions(fitted))
    assert any(sentence in assumption for assumption in model_card([fitted])["assumptions"])


def test_each_kind_of_model_names_its_likelihood(
    fitted: FittedYear, fitted_scp: FittedYear, fitted_like_scp: FittedYear
) -> None:
    likelihoods = [model_card([one])["likelihood"] for one in (fitted, fitted_scp, fitted_like_scp)]
    assert "interval" in likelihoods[0]
    assert "logit" in likelihoods[1]
    assert len(set(likelihoods)) == 3
