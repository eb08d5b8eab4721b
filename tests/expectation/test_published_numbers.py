# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real figures of SCP and CBS, where they are: what others found, and what is never read as zero."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation import peers
from wijkverhaal.expectation.multilevel import FittedYear, fit_panel
from wijkverhaal.expectation.result_tables import area_table
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import MODEL, Plan, validate
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.panel import Panel, count_panel, percentage_panel
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

REAL = Path(__file__).parents[3] / "shared" / "data"
FILES = (
    "scp/Wijkdata_Jeugdhulp_in_de_wijk.ods",
    "areas/gemeente_jeugdregio.csv",
    "cbs/kwb_2021.parquet",
    "cbs/85075NED_jeugdzorg_wijk_2021.csv",
)
pytestmark = pytest.mark.skipif(
    not all((REAL / name).exists() for name in FILES), reason=f"the real figures are not in {REAL}"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> FigureStore:
    workspace = Workspace(tmp_path_factory.mktemp("real"))
    import_files(workspace, [REAL / name for name in FILES])
    return FigureStore(workspace)


@pytest.fixture(scope="module")
def scp(store: FigureStore) -> Panel:
    return percentage_panel(store)


@pytest.fixture(scope="module")
def of_2021(store: FigureStore) -> FittedYear:
    return fit_panel(count_panel(store, "jeugdzorg", 2021), Settings(draws=200))


def test_scps_kind_of_model_finds_what_scp_expected(store: FigureStore, scp: Panel) -> None:
    fitted = fit_panel(scp, Settings(like_scp=True, draws=200))
    theirs = store.figures().filter(pl.col("measure") == "perc_przv", pl.col("year") == 2017)
    both = scp.areas.with_columns(ours=pl.Series(fitted.answers.expected_here.mean(0))).join(
        theirs.select("area", theirs="value"), on="area"
    )
    both = both.filter(pl.col("published_rate").is_not_null(), pl.col("theirs").is_not_null())
    ours, expected = both["ours"].to_numpy(), both["theirs"].to_numpy()
    assert both.height == 2632
    assert np.corrcoef(ours, expected)[0, 1] >= 0.990
    assert np.sqrt(np.mean((ours - expected) ** 2)) <= 0.35


@pytest.mark.parametrize(("hold_out", "least"), [("wijk", 0.53), ("gemeente", 0.38)])
def test_held_out_percentages_are_foretold(
    scp: Panel, hold_out: str, least: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "lightgbm_installed", lambda: False)  # it takes most of the time
    scores = validate(scp, Plan(hold_out, folds=10, seeds=1)).scores  # type: ignore[arg-type]
    assert scores[MODEL].r2 >= least
    assert scores[MODEL].r2 > scores["population_glm"].r2 > scores["national_mean"].r2


def test_a_gemeente_without_rows_is_predicted_and_not_read_as_zero(of_2021: FittedYear) -> None:
    silent = of_2021.panel.gemeenten_without_rows()
    table = area_table(of_2021).filter(pl.col("gemeente").is_in(silent), pl.col("youths") >= 100)
    assert len(silent) > 30
    assert table["published"].null_count() == table["published_high"].null_count() == table.height
    for name in ("published_predicted", "published_predicted_high", "actual_low", "expected_here_low"):
        assert table[name].null_count() == 0
        assert (table[name] > 0).all()
    assert (table["published_predicted_low"] < table["published_predicted_high"]).all()
    large = table.filter(pl.col("youths") >= 500)
    assert (large["published_predicted_low"] > 0).all()
    assert large["actual"].mean() == pytest.approx(of_2021.explanation.country_rate, rel=0.25)


def test_the_country_of_2021_is_near_its_published_rate(of_2021: FittedYear) -> None:
    """CBS counted 1 in 9 to 11 youths; coverage lifts the wijken's own sum."""
    panel = of_2021.panel
    shown = panel.status == "shown"
    placed = 100.0 * panel.column("published")[shown].sum() / panel.column("youths")[shown].sum()
    assert placed < of_2021.explanation.country_rate < 1.35 * placed
