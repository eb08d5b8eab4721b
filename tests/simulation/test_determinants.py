# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import polars as pl
import pytest

from wijkverhaal.simulation.country import Country
from wijkverhaal.simulation.determinants import determinant_values, standard_of, standard_scores
from wijkverhaal.simulation.settings import COEFFICIENTS


def test_a_determinant_is_what_its_name_says(small: Country) -> None:
    frame = small.population[0]
    values = dict(zip(COEFFICIENTS, determinant_values(frame).T, strict=True))
    assert np.allclose(values["a_soz_wb/a_inw"], (frame["a_soz_wb"] / frame["a_inw"]).to_numpy())
    assert np.allclose(values["p_hh_li"], frame["p_hh_li"].to_numpy())
    educated = frame["a_opl_lg"] + frame["a_opl_md"] + frame["a_opl_hg"]
    low = (frame["a_opl_lg"] / educated).fill_nan(None)
    known = low.is_not_null().to_numpy()
    assert np.allclose(values["a_opl_lg/a_opl"][known], low.drop_nulls().to_numpy())


def test_standard_scores_have_mean_zero_and_sd_one(country: Country) -> None:
    standard = standard_of(country.population)
    scores = np.vstack([standard_scores(frame, standard) for frame in country.population])
    assert np.abs(scores.mean(axis=0)).max() < 1e-6
    assert scores.std(axis=0) == pytest.approx(1, abs=0.02)


def test_a_share_without_a_whole_counts_as_average(small: Country) -> None:
    nobody = small.population[0].with_columns(
        pl.lit(0.0).alias(name) for name in ("a_opl_lg", "a_opl_md", "a_opl_hg")
    )
    scores = standard_scores(nobody, small.standard)
    assert (scores[:, list(COEFFICIENTS).index("a_opl_lg/a_opl")] == 0).all()
