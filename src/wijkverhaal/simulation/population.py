# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The inhabitants: how many, how old, in which households, with which means.

All counts are made as CBS publishes them, so that what is published is also the truth.
`a_00_14` and `a_15_24` are multiples of 5, and the number of youths of 0 to 22 is by definition
`a_00_14 + 0.8 * a_15_24`: the approximation that one must use for the real country is exact here.
"""

from collections.abc import Mapping

import numpy as np
import polars as pl

from wijkverhaal.simulation.chance import Floats, over_years, stream
from wijkverhaal.simulation.settings import CountrySettings
from wijkverhaal.simulation.traits import TRAITS

_SPREAD_BELOW, _SPREAD_ABOVE = 1.55, 1.08  # of the logarithm of the youths in a wijk
_MOST_YOUTHS = 25_000
_GROWTH, _GROWTH_SPREAD = 0.004, 0.015
_PERSISTENCE = 0.97
_YOUTHS_OF_15_TO_24 = 0.8


def youths_of(population: pl.DataFrame) -> Floats:
    """Youths of 0 to 22 per wijk: a_00_14 + 0.8 * a_15_24, a whole number here."""
    young = population["a_00_14"].to_numpy().astype(np.float64)
    return np.round(young + _YOUTHS_OF_15_TO_24 * population["a_15_24"].to_numpy())


def draw_population(factors: Floats, settings: CountrySettings, seed: int) -> list[pl.DataFrame]:
    """The indicators of every wijk, one frame per year, before anything is withheld."""
    chance = stream(seed, "population")
    years = len(settings.years)
    own = {name: over_years(chance, (len(factors),), _PERSISTENCE, years) for name in TRAITS}
    youths = _youths(own["size"][0], factors, settings.median_youths)
    frames = []
    for year in range(years):
        drawn = {name: trait.value(factors, own[name][year]) for name, trait in TRAITS.items()}
        frames.append(pl.DataFrame(_indicators(youths, drawn)))
        youths = youths * np.exp(_GROWTH + _GROWTH_SPREAD * chance.standard_normal(len(youths)))
    return frames


def _youths(own: Floats, factors: Floats, median: float) -> Floats:
    """Wanted youths per wijk: more very small wijken than a log-normal has, as in reality."""
    score = TRAITS["size"].score(factors, own)
    score = score - np.median(score)
    spread = np.where(score < 0, _SPREAD_BELOW, _SPREAD_ABOVE)
    return np.clip(median * np.exp(spread * score), 9.0, _MOST_YOUTHS)


def _indicators(youths: Floats, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    counts = _ages(youths, drawn)
    counts |= _households(counts["a_inw"], drawn)
    inhabitants = counts["a_inw"]
    counts["a_gesch"] = _multiple(5, inhabitants * drawn["divorced"])
    for code, name in (("a_soz_wb", "assistance"), ("a_soz_ao", "disability"), ("a_soz_ww", "unemployment")):
        counts[code] = _multiple(10, inhabitants * drawn[name])
    low, middle, high = _parts(drawn["low_education"], np.ones_like(youths), drawn["high_education"])
    for code, part in (("a_opl_lg", low), ("a_opl_md", middle), ("a_opl_hg", high)):
        counts[code] = _multiple(10, 0.76 * inhabitants * part)
    far, near, _own = _parts(drawn["far_origin"], drawn["near_origin"], np.ones_like(youths))
    counts["a_nw_all"] = _multiple(5, inhabitants * far)
    counts["a_w_all"] = _multiple(5, inhabitants * near)
    counts["a_antaru"] = np.minimum(_multiple(5, inhabitants * far * drawn["antilles"]), counts["a_nw_all"])
    return counts | _shares(drawn)


def _ages(youths: Floats, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    """Inhabitants by age; the total is the sum of its parts."""
    child, young, adult, old = _parts(drawn["child"], drawn["young"], np.ones_like(youths), drawn["old"])
    inhabitants = youths / (child + _YOUTHS_OF_15_TO_24 * young)
    counts = {
        "a_00_14": np.maximum(_multiple(5, inhabitants * child), 5),
        "a_15_24": np.maximum(_multiple(5, inhabitants * young), 5),
        "a_65_oo": _multiple(5, inhabitants * old),
    }
    adults = np.maximum(_multiple(5, inhabitants * adult), 5)
    return {"a_inw": counts["a_00_14"] + counts["a_15_24"] + counts["a_65_oo"] + adults} | counts


def _households(inhabitants: Floats, drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    households = inhabitants / drawn["household_size"]
    alone, with_children, others = _parts(drawn["alone"], drawn["with_children"], np.ones_like(inhabitants))
    counts = {
        "a_1p_hh": _multiple(5, households * alone),
        "a_hh_m_k": _multiple(5, households * with_children),
    }
    total = counts["a_1p_hh"] + counts["a_hh_m_k"] + np.maximum(_multiple(5, households * others), 5)
    return {"a_hh": total} | counts | {"g_hhgro": np.round(inhabitants / total, 1)}


def _shares(drawn: Mapping[str, Floats]) -> dict[str, Floats]:
    """Percentages, values and distances: income with a decimal, dwellings and work without one."""
    owned = np.round(100 * drawn["owned"])
    return {
        "p_hh_li": np.round(100 * drawn["low_income_household"], 1),
        "p_hh_osm": np.round(100 * drawn["under_minimum"], 1),
        "p_ink_li": np.round(100 * drawn["low_income"], 1),
        "p_ink_hi": np.round(100 * drawn["high_income"], 1),
        "g_wozbag": np.round(drawn["value"]),
        "p_koopw": owned,
        "p_wcorpw": np.round((100 - owned) * drawn["social_rent"]),
        "p_1gezw": np.round(100 * drawn["single_family"]),
        "ste_oad": np.round(drawn["addresses"]),
        "g_pau_hh": np.round(drawn["cars"], 1),
        "p_arb_pp": np.round(100 * drawn["working"]),
        "g_afs_hp": np.round(drawn["to_doctor"], 1),
        "g_afs_sc": np.round(drawn["to_school"], 1),
        "g_afs_gs": np.round(drawn["to_shop"], 1),
        "g_afs_kv": np.round(drawn["to_day_care"], 1),
    }


def _multiple(of: int, counts: Floats) -> Floats:
    rounded: Floats = of * np.round(counts / of)
    return rounded


def _parts(*weights: Floats) -> list[Floats]:
    total = np.sum(weights, axis=0)
    return [weight / total for weight in weights]
