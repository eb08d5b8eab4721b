# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small fictional countries in which the neighbourhood matters by a known amount, or not at all."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, count_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace
from wijkverhaal.simulation.country import CountrySettings, simulate_country
from wijkverhaal.simulation.published_files import publish


def country_panel(folder: Path, neighbourhood: Mapping[str, float], seed: int = 5) -> Panel:
    """A country of 300 wijken through the ordinary import."""
    settings = CountrySettings(
        gemeenten=40, wijken=300, regions=3, years=(2022,), neighbourhood=dict(neighbourhood)
    )
    published = folder / "published"
    published.mkdir()
    publish(simulate_country(settings, seed), published)
    workspace = Workspace(folder / "workspace")
    import_files(workspace, sorted(path for path in published.iterdir() if path.is_file()))
    return count_panel(FigureStore(workspace), "jeugdzorg", 2022)


def with_own(panel: Panel, columns: Mapping[str, np.ndarray], group: str = "own") -> Panel:
    """The panel with these columns as a gemeente's only own figures, and no distances."""
    keep = [k for k, one in enumerate(panel.indicators) if one.family != "local" and one.group != "amenities"]
    new = [Indicator(f"local:{n}", n, n, "", "", group, (f"local:{n}",), family="local") for n in columns]
    values = np.column_stack([panel.values[:, keep], *columns.values()])
    kept = (*(panel.indicators[k] for k in keep), *new)
    return replace(panel, indicators=kept, values=values, local_years={i.id: (panel.year,) for i in new})


def own_column(panel: Panel, name: str) -> np.ndarray:
    """The values of a column of the country's own table."""
    ids = [indicator.id for indicator in panel.indicators]
    return np.asarray(panel.values[:, ids.index(f"local:{name}")])
