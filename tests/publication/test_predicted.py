# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A wijk of which nothing was published is predicted, and never told as if it were known."""

from pathlib import Path

import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, figure_of
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.publication.map_chart import spread_sentence
from wijkverhaal.publication.marking_sentence import change_sentence, marking_sentence, standing_out, way_of
from wijkverhaal.publication.predicted import actual_heading, use_of_wijk
from wijkverhaal.publication.report import report
from wijkverhaal.publication.sentence import difference_sentence
from wijkverhaal.publication.terminal import wijk_lines
from wijkverhaal.publication.waterfall_chart import waterfall_chart
from wijkverhaal.publication.years_chart import years_chart

SILENT = "GM9002"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """Of one gemeente nothing was published in 2022, whatever else the run says of its wijken."""
    folder = fabricate_run(tmp_path_factory.mktemp("silent") / "run", wijken=30, years=(2021, 2022))
    areas = pl.read_parquet(folder / "areas.parquet")
    silent = (pl.col("gemeente") == SILENT) & (pl.col("year") == 2022)
    areas.with_columns(
        pl.when(silent).then(pl.lit("no_row")).otherwise(pl.col("status")).alias("status"),
    ).write_parquet(folder / "areas.parquet")
    return FinishedRun.read(folder)


@pytest.fixture(scope="module")
def wijken(run: FinishedRun) -> pl.DataFrame:
    return run.of_year(2022).filter(pl.col("gemeente") == SILENT)


def test_it_never_stands_out_nor_not(wijken: pl.DataFrame, run: FinishedRun) -> None:
    for row in wijken.to_dicts():
        assert standing_out(way_of(row)) == "voorspeld, zonder cijfer"
        assert marking_sentence(run, row) == ""
        assert difference_sentence(1.0, 0.5, 1.5, 0.99, way_of(row)) == ""
        assert "kunnen we voor deze wijk niet zeggen" in change_sentence(run, row)


def test_its_use_is_told_as_a_prediction(wijken: pl.DataFrame, run: FinishedRun) -> None:
    row = wijken.to_dicts()[0]
    told = use_of_wijk(run, row)
    assert "is over 2022 geen cijfer gepubliceerd. Het model voorspelt dat" in told
    for chart in (waterfall_chart(run, row["area"], 2022), years_chart(run, row["area"])):
        assert chart is not None
        assert told in chart.sentence
    page = "\n".join(line.plain for line in wijk_lines(run, row["area"], 2022))
    assert "Voorspeld (" in page
    assert "Werkelijk" not in page
    assert "Kans dat het hoger is" not in page


def test_a_gemeente_without_any_figure_says_so_first(wijken: pl.DataFrame, run: FinishedRun) -> None:
    told = spread_sentence(run, 2022, wijken, "Nergensdam", SILENT)
    assert told.startswith(f"Van geen van de {len(wijken)} wijken van Nergensdam is over 2022 een cijfer")
    assert "opvallen" not in told
    assert "gebruikte in" not in told
    every = spread_sentence(run, 2022, run.of_year(2022), "het land")
    count = run.of_year(2022)["status"].to_list().count("no_row")
    assert f"Van {count} wijken is over 2022 geen cijfer gepubliceerd; wat daar staat, is voorspeld." in every


def test_the_head_of_a_column_tells_what_stands_in_it(wijken: pl.DataFrame, run: FinishedRun) -> None:
    rows = run.of_year(2022).to_dicts()
    shown = [row for row in rows if row["status"] == "shown"]
    assert actual_heading(shown) == "Werkelijk (90%-marge)"
    assert actual_heading(rows) == "Werkelijk of voorspeld (90%-marge)"
    assert actual_heading(wijken.to_dicts()) == "Voorspeld (90%-marge)"
    assert actual_heading([]) == "Werkelijk (90%-marge)"


def test_on_the_page_that_is_mailed_it_has_a_class_of_its_own(run: FinishedRun, tmp_path: Path) -> None:
    page = report(run, SILENT)
    assert "voorspeld,\u00a0zonder\u00a0cijfer" in page
    assert '<g class="m predicted"' in page
    assert "Van geen van de" in page


def test_in_a_conversation_it_has_no_difference_to_talk_of(wijken: pl.DataFrame, run: FinishedRun) -> None:
    area = wijken["area"][0]
    told = figure_of(run, FigureReference(FigureKind.USE, area, 2022))
    assert told.label == "Voorspeld gebruik, zonder cijfer"
    assert "voorspeld is dat" in told.sentence
    with pytest.raises(NotFoundError):
        figure_of(run, FigureReference(FigureKind.DIFFERENCE, area, 2022))
