# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The map of a gemeente; drawn once, because a run never changes."""

from dataclasses import replace
from functools import lru_cache

import polars as pl

from wijkverhaal.foundation.language import current_language, speaking
from wijkverhaal.publication.chart import Chart
from wijkverhaal.publication.map import MapShapes, shapes
from wijkverhaal.publication.map_chart import map_chart
from wijkverhaal.site.runs.library import opened


def gemeente_map(run_id: str, gemeente: str, year: int) -> Chart | None:
    """The gemeente with what lies around it; None where the run has no boundaries of it."""
    return _drawn(run_id, gemeente, year, current_language())


@lru_cache(maxsize=400)
def _drawn(run_id: str, gemeente: str, year: int, language: str) -> Chart | None:
    with speaking(language):
        run = opened(run_id)
        drawing = _shapes(run_id, gemeente)
        if drawing is None:
            return None
        seen = pl.col("area").is_in(list(drawing.paths)) | (pl.col("gemeente") == gemeente)
        return map_chart(replace(run, areas=run.areas.filter(seen)), year, drawing, gemeente)


@lru_cache(maxsize=100)
def _shapes(run_id: str, gemeente: str) -> MapShapes | None:
    bounds = opened(run_id).boundaries
    if bounds is None or bounds.filter(pl.col("gemeente") == gemeente).is_empty():
        return None
    drawing = shapes(bounds, gemeente)
    return drawing if drawing.paths else None
