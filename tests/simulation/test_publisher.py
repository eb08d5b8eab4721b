# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.publisher import CARE_COLUMN, care_table, published_counts


@given(st.lists(st.integers(0, 30_000), max_size=50))
def test_a_published_count_is_secret_or_within_two_of_the_truth(counts: list[int]) -> None:
    published = published_counts(np.array(counts, dtype=np.int64)).to_list()
    for count, shown in zip(counts, published, strict=True):
        if count <= 7:
            assert shown is None
        else:
            assert shown % 5 == 0
            assert shown >= 10
            assert abs(shown - count) <= 2


def test_the_row_of_the_country_is_blank_and_first(country: Country) -> None:
    table = care_table(country.geography, country.care[0], 2021)
    assert table.row(0) == ("NL00", "Land", "2021JJ00", None, 1)


def test_a_gemeente_that_did_not_report_has_no_rows(country: Country) -> None:
    geography, care = country.geography, country.care[0]
    table = care_table(geography, care, 2021)
    codes = geography.areas["gemeente"].unique(maintain_order=True)
    silent = set(codes.filter(pl.Series(~care.reported)).str.slice(2))
    present = set(table.filter(pl.col("SoortRegio") != "Land")["Codering"].str.slice(2, 4))
    assert len(silent) == 20
    assert not silent & present
    assert silent | present == set(codes.str.slice(2))


def test_the_total_of_a_gemeente_holds_the_users_in_no_wijk(country: Country) -> None:
    geography, care = country.geography, country.care[0]
    table = care_table(geography, care, 2021)
    users = np.bincount(geography.gemeente, care.users)
    shown = dict(table.filter(pl.col("SoortRegio") == "Gemeente").select("Codering", CARE_COLUMN).iter_rows())
    for number, code in enumerate(geography.areas["gemeente"].unique(maintain_order=True)):
        if shown.get(code) is not None:
            assert abs(shown[code] - users[number]) <= 2


def test_every_gemeente_is_followed_by_its_own_wijken(country: Country) -> None:
    table = care_table(country.geography, country.care[0], 2021)
    gemeente = table.select(
        pl.when(pl.col("SoortRegio") == "Gemeente")
        .then(pl.col("Codering"))
        .forward_fill()
        .str.slice(2)
        .alias("of"),
        own=pl.col("Codering").str.slice(2, 4),
    )[1:]
    assert (gemeente["of"] == gemeente["own"]).all()
