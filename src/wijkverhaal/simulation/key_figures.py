# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key figures (Kerncijfers wijken en buurten) of the fictional country, as CBS lays them out."""

from collections.abc import Mapping

import polars as pl

from wijkverhaal.simulation.geography import Geography
from wijkverhaal.simulation.names import COUNTRY_NAME

# fmt: off
#: CBS's columns, in CBS's order.
COLUMNS = (
    "a_inw", "a_00_14", "a_15_24", "a_65_oo", "a_gesch", "a_w_all", "a_nw_all", "a_antaru", "a_hh",
    "a_1p_hh", "a_hh_m_k", "g_hhgro", "g_wozbag", "p_1gezw", "p_koopw", "p_wcorpw", "a_opl_lg",
    "a_opl_md", "a_opl_hg", "p_arb_pp", "p_ink_li", "p_ink_hi", "p_hh_li", "p_hh_osm", "a_soz_wb",
    "a_soz_ao", "a_soz_ww", "g_pau_hh", "g_afs_hp", "g_afs_gs", "g_afs_kv", "g_afs_sc", "ste_oad",
)
# fmt: on

#: Below how many inhabitants or households a figure of a wijk is withheld.
WITHHELD_BELOW: Mapping[str, tuple[str, int]] = {
    "p_hh_li": ("a_hh", 100),
    "p_hh_osm": ("a_hh", 100),
    "p_ink_li": ("a_inw", 130),
    "p_ink_hi": ("a_inw", 130),
    "a_soz_wb": ("a_inw", 100),
    "a_soz_ao": ("a_inw", 100),
    "a_soz_ww": ("a_inw", 100),
    "a_opl_lg": ("a_inw", 110),
    "a_opl_md": ("a_inw", 110),
    "a_opl_hg": ("a_inw", 110),
    "g_wozbag": ("a_hh", 50),
    "p_koopw": ("a_hh", 20),
    "p_wcorpw": ("a_hh", 20),
    "p_1gezw": ("a_hh", 20),
    "g_pau_hh": ("a_inw", 150),
    "p_arb_pp": ("a_inw", 180),
}

_WHOLE = {"g_wozbag", "p_1gezw", "p_koopw", "p_wcorpw", "p_arb_pp", "ste_oad"}
_PER_HOUSEHOLD = {"g_wozbag", "p_1gezw", "p_koopw", "p_wcorpw", "p_hh_li", "p_hh_osm", "g_pau_hh"}


def key_figures(geography: Geography, population: pl.DataFrame) -> pl.DataFrame:
    """The table of one year: the country, and every gemeente followed by its wijken.

    Parameters
    ----------
    geography : Geography
    population : DataFrame
        One row per wijk, rounded, with nothing withheld.

    Returns
    -------
    DataFrame
        gwb_code, regio, gm_naam, recs, ind_wbi, the columns of `COLUMNS`, fictional.
    """
    wijken = pl.concat([geography.areas, population], how="horizontal")
    country = _summed(wijken, []).with_columns(
        gwb_code=pl.lit("NL00"), regio=pl.lit(COUNTRY_NAME), gm_naam=pl.lit(COUNTRY_NAME), recs=pl.lit("Land")
    )
    gemeenten = _summed(wijken, ["gemeente", "gemeente_name"]).with_columns(
        gwb_code="gemeente", regio="gemeente_name", gm_naam="gemeente_name", recs=pl.lit("Gemeente")
    )
    own = _withheld(wijken).with_columns(
        gwb_code="wijk", regio="wijk_name", gm_naam="gemeente_name", recs=pl.lit("Wijk")
    )
    below = pl.concat([_laid_out(gemeenten), _laid_out(own)])
    order = pl.col("gwb_code").str.slice(2, 4), pl.col("gwb_code").str.len_chars(), pl.col("gwb_code")
    return pl.concat([_laid_out(country), below.sort(*order)])


def _withheld(wijken: pl.DataFrame) -> pl.DataFrame:
    return wijken.with_columns(
        pl.when(pl.col(size) >= least).then(pl.col(name)).alias(name)
        for name, (size, least) in WITHHELD_BELOW.items()
    )


def _summed(wijken: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """Counts are added up; the rest is averaged over households or inhabitants."""
    counts = [pl.col(name).sum() for name in COLUMNS if name.startswith("a_")]
    means = [_mean(name) for name in COLUMNS if not name.startswith("a_") and name != "g_hhgro"]
    added = (
        wijken.group_by(by, maintain_order=True).agg(counts + means) if by else wijken.select(counts + means)
    )
    return added.with_columns((pl.col("a_inw") / pl.col("a_hh")).round(1).alias("g_hhgro"))


def _mean(name: str) -> pl.Expr:
    weight = pl.col("a_hh" if name in _PER_HOUSEHOLD else "a_inw")
    mean = (pl.col(name) * weight).sum() / weight.sum()
    return mean.round(0 if name in _WHOLE else 1).alias(name)


def _laid_out(rows: pl.DataFrame) -> pl.DataFrame:
    unchanged = pl.when(pl.col("recs") == "Wijk").then(1).alias("ind_wbi")
    whole = [name for name in COLUMNS if name.startswith("a_") or name in _WHOLE]
    typed = rows.with_columns(pl.col(whole).cast(pl.Int64), pl.lit(1).alias("fictional"), unchanged)
    return typed.select("gwb_code", "regio", "gm_naam", "recs", "ind_wbi", *COLUMNS, "fictional")
