# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.simulation.country import Country, CountrySettings, simulate_country
from wijkverhaal.simulation.settings import TrueDifference
from wijkverhaal.simulation.truth import truth_card, truth_table


@pytest.fixture(scope="module")
def truth(country: Country) -> pl.DataFrame:
    return truth_table(country)


def test_the_truth_has_every_wijk_in_every_year(truth: pl.DataFrame) -> None:
    assert truth.height == 2 * 3300
    assert not truth.select("wijk", "year").is_duplicated().any()
    assert truth.drop("true_difference").null_count().sum_horizontal().item() == 0


def test_the_parts_add_up_to_the_rate(truth: pl.DataFrame) -> None:
    logit = truth.select(pl.col("intercept") + pl.sum_horizontal("^eta_.*$")).to_series().to_numpy()
    assert np.allclose(1 / (1 + np.exp(-logit)), truth["rate"].to_numpy())


def test_published_counts_come_from_the_truth(truth: pl.DataFrame, files: Path) -> None:
    published = pl.read_csv(files / "jeugdzorg_wijk_2022.csv", separator=";")
    count = pl.col("TotaalJongerenMetJeugdzorgInNatura_1")
    joined = truth.filter(year=2022).join(published, left_on="wijk", right_on="Codering", how="left")
    missing = joined.filter(pl.col("SoortRegio").is_null())
    shown = joined.filter(count.is_not_null())
    secret = joined.filter(pl.col("SoortRegio").is_not_null(), count.is_null())
    assert not missing["reported"].any()
    assert shown.select(((count - pl.col("placed")).abs() <= 2).all()).item()
    assert secret["placed"].max() == 7


def test_the_card_tells_how_the_determinants_were_used(country: Country) -> None:
    card = json.loads(truth_card(country))
    assert card["fictional"] is True
    assert card["seed"] == 1
    assert card["settings"]["wijk_sd"] == country.settings.wijk_sd
    frame = country.population[0]
    logit = sum(
        part["coefficient"] * (frame[name].to_numpy() - part["mean"]) / part["sd"]
        for name, part in card["determinants"].items()
        if "/" not in name
    )
    shares = [name for name in card["determinants"] if "/" in name and not name.endswith("a_opl")]
    for name in shares:
        part, (over, under) = card["determinants"][name], name.split("/")
        logit += part["coefficient"] * ((frame[over] / frame[under]).to_numpy() - part["mean"]) / part["sd"]
    assert np.corrcoef(logit, country.predictor[0].population)[0, 1] > 0.98


def test_true_differences_are_kept() -> None:
    settings = CountrySettings(gemeenten=20, wijken=120, regions=4, true_difference=TrueDifference(0.05, 0.3))
    country = simulate_country(settings)
    assert json.loads(truth_card(country))["settings"]["true_difference"] == {"share": 0.05, "size": 0.3}
    assert truth_table(country).filter(year=2021)["true_difference"].is_not_null().sum() == 6
