# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things are: the wijken, gemeenten and regions of the fictional country."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from wijkverhaal.simulation import names
from wijkverhaal.simulation.chance import Floats, Ints, Shapes
from wijkverhaal.simulation.coast import draw_coast
from wijkverhaal.simulation.grouping import gemeenten_of, regions_of
from wijkverhaal.simulation.settings import CountrySettings
from wijkverhaal.simulation.settlement import settle
from wijkverhaal.simulation.tessellation import tessellate


@dataclass(frozen=True)
class Geography:
    """The land, in the order of the wijk codes.

    Attributes
    ----------
    areas : DataFrame
        One row per wijk: wijk, wijk_name, gemeente, gemeente_name, region.
    gemeente : int array (wijken,)
        Number of the gemeente of each wijk, from 0.
    region : int array (gemeenten,)
        Number of the region of each gemeente, from 0.
    shapes : array of polygons (wijken,)
        In longitude and latitude (WGS84).
    middles : float array (wijken, 2)
        In km.
    pairs : int array (n, 2)
        Row numbers of wijken that touch, each pair once, the lower first.
    lengths : float array (n,)
        Of the border that a pair shares, in metres.
    """

    areas: pl.DataFrame
    gemeente: Ints
    region: Ints
    shapes: Shapes
    middles: Floats
    pairs: Ints
    lengths: Floats


def lay_out(settings: CountrySettings, seed: int) -> Geography:
    """Draw coast, wijken, gemeenten and regions, and name them."""
    coast = draw_coast(settings.wijken, seed)
    settlement = settle(coast, settings.gemeenten, settings.wijken, seed)
    drawn = tessellate(settlement, coast, seed)
    gemeente = gemeenten_of(drawn, settlement)
    region = regions_of(drawn, gemeente, settings.regions, seed)
    order = np.argsort(gemeente, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    pairs = np.sort(place[drawn.pairs], axis=1)
    sequence = np.lexsort((pairs[:, 1], pairs[:, 0]))
    gemeente = gemeente[order]
    return Geography(
        areas=_named(gemeente, region, seed),
        gemeente=gemeente,
        region=region,
        shapes=drawn.shapes[order],
        middles=drawn.middles[order],
        pairs=pairs[sequence],
        lengths=drawn.lengths[sequence],
    )


def _named(gemeente: Ints, region: Ints, seed: int) -> pl.DataFrame:
    number = names.wijk_numbers(gemeente)
    codes = names.gemeente_codes(len(region))
    gemeente_name = names.gemeente_names(len(region), seed)
    region_code = names.region_codes(int(region.max()) + 1)
    return pl.DataFrame(
        {
            "wijk": [f"WK{codes[g][2:]}{n:02d}" for g, n in zip(gemeente, number, strict=True)],
            "wijk_name": names.wijk_names(number, seed),
            "gemeente": [codes[g] for g in gemeente],
            "gemeente_name": [gemeente_name[g] for g in gemeente],
            "region": [region_code[region[g]] for g in gemeente],
        }
    )
