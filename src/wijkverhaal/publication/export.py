# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house: the files of a run, for other programs and for people."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import COEFFICIENT_COLUMNS, COMPARABLE_COLUMNS, EXPLANATION_COLUMNS
from wijkverhaal.foundation.language import current_language, speaking
from wijkverhaal.publication.csv_file import write_csv
from wijkverhaal.publication.delivery import delivered
from wijkverhaal.publication.geojson import write_geojson
from wijkverhaal.publication.report import report
from wijkverhaal.publication.sentence import fictional_label


def export_run(
    run_folder: Path, target: Path, gemeente: str | None = None, language: str | None = None
) -> list[Path]:
    """Write the files of a finished run to the folder `target`; all of them or none.

    Parameters
    ----------
    run_folder : Path
        The folder of a finished run.
    target : Path
        Is made where it does not exist. An earlier export is replaced; other files stay.
    gemeente : str or None
        Code of the gemeente that comes first on the page and whose wijken are explained.
    language : str or None
        "nl" or "en" for what people read; None for the current language.

    Returns
    -------
    list of Path
        The files written, in the order of `EXPORTED_FILES`.

    Raises
    ------
    NotFoundError
        When there is no finished run in the folder, or no such gemeente in the run.
    InputError
        When the run cannot be read or the target cannot be used.
    """
    with speaking(language or current_language()):
        _write(FinishedRun.read(run_folder), target, gemeente)
    return [target / name for name in EXPORTED_FILES]


def _write(run: FinishedRun, target: Path, gemeente: str | None) -> None:
    with delivered(target, EXPORTED_FILES) as folder:
        for name, write in WRITERS.items():
            if name != "report.html":
                write(run, folder / name)
        (folder / "report.html").write_text(report(run, gemeente), "utf-8")


def _write_explanation(run: FinishedRun, path: Path) -> None:
    write_csv(run.explanation.select(EXPLANATION_COLUMNS), path, run.fictional)


def _write_coefficients(run: FinishedRun, path: Path) -> None:
    write_csv(run.coefficients.select(COEFFICIENT_COLUMNS), path, run.fictional)


def _comparable(run: FinishedRun) -> pl.DataFrame:
    """The comparable wijken; no rows where the run was made before wijken were compared."""
    if run.comparable is None:
        return pl.DataFrame(schema=dict.fromkeys(COMPARABLE_COLUMNS, pl.String))
    return run.comparable.select(COMPARABLE_COLUMNS)


def _model(run: FinishedRun) -> str:
    content: dict[str, Any] = {"run": {**run.card, "inputs": run.inputs}, **run.model}
    if run.fictional:
        content = {"fictional": fictional_label(), **content}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


#: How each file of a run is written, in the order in which they are told of.
WRITERS: Mapping[str, Callable[[FinishedRun, Path], Any]] = {
    "areas.csv": lambda run, path: write_csv(run.areas, path, run.fictional),
    "explanation.csv": _write_explanation,
    "coefficients.csv": _write_coefficients,
    "comparable.csv": lambda run, path: write_csv(_comparable(run), path, run.fictional),
    "model.json": lambda run, path: path.write_text(_model(run), "utf-8"),
    "areas.geojson": write_geojson,
    "report.html": lambda run, path: path.write_text(report(run), "utf-8"),
}
EXPORTED_FILES = tuple(WRITERS)
