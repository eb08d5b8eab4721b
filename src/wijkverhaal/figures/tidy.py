# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tidy figures: one row per published number, with what its publisher did to it."""

import polars as pl

#: Every figure in a workspace has exactly these columns.
FIGURES = pl.Schema(
    {
        "area": pl.String,  # canonical code: NL00, GM0363, WK036300, WK0363AA
        "measure": pl.String,  # the publisher's name, stem only: "a_inw", "perc_1ouder", "youth_care_users"
        "care_form": pl.String,  # "all", "help", "help_without_residence"; null where it does not apply
        "year": pl.Int16,
        "value": pl.Float64,  # as published; null where secret or missing
        "low": pl.Float64,  # the smallest true value that the published one can stand for
        "high": pl.Float64,  # the largest one; null with low where nothing is known
        "status": pl.String,  # one of STATUSES
        "source": pl.String,  # id of the source, a folder in the workspace
    }
)

#: shown: published; secret: kept back by the publisher (0 to 7); missing: not there, nothing known.
STATUSES = ("shown", "secret", "missing")

#: The measure under which every count of youths with care is kept, whatever the file calls it.
YOUTH_CARE_USERS = "youth_care_users"

#: The measure under which a published percentage of youths with care is kept (SCP).
YOUTH_CARE_RATE = "youth_care_rate"

#: Every area that a source names has exactly these columns.
AREAS = pl.Schema(
    {
        "area": pl.String,
        "level": pl.String,  # "country", "gemeente", "wijk", "buurt"
        "name": pl.String,
        "gemeente": pl.String,  # code of its gemeente; null for the country
        "gemeente_name": pl.String,
        "year": pl.Int16,
        "boundary_change": pl.Int8,  # CBS ind_wbi: 1 unchanged, 2 other code, 3 other boundary; null unknown
    }
)

#: Boundaries: one row per wijk; geometry is WKB in WGS84.
BOUNDARIES = pl.Schema({"area": pl.String, "name": pl.String, "gemeente": pl.String, "geometry": pl.Binary})

#: Which areas touch, each pair once, with the length of the shared border in metres (null unknown).
ADJACENCY = pl.Schema({"area_a": pl.String, "area_b": pl.String, "shared_boundary": pl.Float64})

#: Which gemeente belongs to which jeugdregio.
REGIONS = pl.Schema({"gemeente": pl.String, "region": pl.String})
