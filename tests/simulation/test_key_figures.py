# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import polars as pl
import pytest

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.key_figures import COLUMNS, WITHHELD_BELOW, key_figures


@pytest.fixture(scope="module")
def table(country: Country) -> pl.DataFrame:
    return key_figures(country.geography, country.population[0])


def test_the_table_has_the_country_its_gemeenten_and_its_wijken(table: pl.DataFrame) -> None:
    assert table.columns == ["gwb_code", "regio", "gm_naam", "recs", "ind_wbi", *COLUMNS, "fictional"]
    assert table["recs"][0] == "Land"
    assert dict(table["recs"].value_counts().iter_rows()) == {"Land": 1, "Gemeente": 340, "Wijk": 3300}
    assert table["gwb_code"].n_unique() == table.height
    assert (table["fictional"] == 1).all()


def test_counts_of_wijken_add_up_to_their_gemeente_and_the_country(table: pl.DataFrame) -> None:
    for name in ("a_inw", "a_00_14", "a_15_24", "a_hh"):
        by_level = dict(table.group_by("recs").agg(pl.col(name).sum()).iter_rows())
        assert by_level["Wijk"] == by_level["Gemeente"] == by_level["Land"]


def test_populations_are_multiples_of_5_and_benefits_of_10(table: pl.DataFrame) -> None:
    for name in COLUMNS:
        if name.startswith("a_"):
            step = 10 if name.startswith(("a_soz", "a_opl")) else 5
            assert (table[name].drop_nulls() % step == 0).all(), name


def test_percentages_have_at_most_one_decimal_and_stay_within_bounds(table: pl.DataFrame) -> None:
    for name in COLUMNS:
        if name.startswith("p_"):
            shown = table[name].drop_nulls().cast(pl.Float64)
            assert ((shown * 10 - (shown * 10).round()).abs() < 1e-6).all(), name
            assert shown.is_between(0, 100).all(), name


def test_figures_are_withheld_in_the_smallest_wijken_only(table: pl.DataFrame) -> None:
    wijken = table.filter(pl.col("recs") == "Wijk")
    for name, (size, least) in WITHHELD_BELOW.items():
        assert (wijken[name].is_null() == (wijken[size] < least)).all(), name
    assert wijken["p_hh_li"].null_count() > 50
    assert table.filter(pl.col("recs") != "Wijk").select(COLUMNS).null_count().sum_horizontal().item() == 0


def test_a_mean_of_a_gemeente_lies_between_those_of_its_wijken(country: Country, table: pl.DataFrame) -> None:
    wijken = pl.concat([country.geography.areas, country.population[0]], how="horizontal")
    bounds = wijken.group_by("gemeente").agg(
        low=pl.col("p_koopw").min() - 0.5, high=pl.col("p_koopw").max() + 0.5
    )
    joined = table.join(bounds, left_on="gwb_code", right_on="gemeente")
    assert joined.height == 340
    weighted = wijken.group_by("gemeente").agg(
        income=(pl.col("p_ink_li") * pl.col("a_inw")).sum() / pl.col("a_inw").sum(),
        value=(pl.col("g_wozbag") * pl.col("a_hh")).sum() / pl.col("a_hh").sum(),
    )
    joined = joined.join(weighted, left_on="gwb_code", right_on="gemeente")
    assert (joined["p_ink_li"] - joined["income"]).abs().max() < 0.0501
    assert (joined["g_wozbag"] - joined["value"]).abs().max() < 0.501
    assert joined.select(pl.col("p_koopw").is_between("low", "high").all()).item()
