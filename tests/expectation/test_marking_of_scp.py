# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""SCP's own file, where it is: the shares that SCP told of region Haaglanden."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.marking import share_beyond
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import percentage_panel
from wijkverhaal.figures.scp import SCP_EXPECTED
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

REAL = Path(__file__).parents[3] / "shared" / "data"
FILES = ("scp/Wijkdata_Jeugdhulp_in_de_wijk.ods", "areas/gemeente_jeugdregio.csv")
THE_HAGUE = "GM0518"
pytestmark = pytest.mark.skipif(
    not all((REAL / name).exists() for name in FILES), reason=f"the real figures are not in {REAL}"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> FigureStore:
    workspace = Workspace(tmp_path_factory.mktemp("real"))
    import_files(workspace, [REAL / name for name in FILES])
    return FigureStore(workspace)


@pytest.fixture(scope="module")
def haaglanden(store: FigureStore) -> pl.DataFrame:
    """The wijken of the region of The Hague, with SCP's actual and SCP's own expected percentage."""
    theirs = store.figures().filter(pl.col("measure") == SCP_EXPECTED).select("area", expected="value")
    areas = percentage_panel(store).areas.join(theirs, on="area")
    region = areas.filter(pl.col("gemeente") == THE_HAGUE)["region"][0]
    return areas.filter(pl.col("region") == region)


@pytest.mark.parametrize(("smallest", "percent"), [(0.10, 48), (0.15, 33)])
def test_scp_found_these_shares_beyond_what_it_expected(
    haaglanden: pl.DataFrame, smallest: float, percent: int
) -> None:
    actual, expected = (
        haaglanden[name].fill_null(np.nan).to_numpy() for name in ("published_rate", "expected")
    )
    assert (np.isfinite(actual) & np.isfinite(expected)).sum() == 98
    share = share_beyond(actual, expected, smallest)
    assert share is not None
    assert round(100 * share) == percent
