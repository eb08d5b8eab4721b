# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held-out R2 beside lme4, in the same folds, on the figures in a workspace.

    python benchmarks/held_out_against_lme4.py WORKSPACE [--hold-out gemeente] [--seeds 3] [--year 2021]

Needs R with lme4 (Debian: r-cran-lme4). lme4 fits a linear multilevel model to the logit of the
published rate, with random intercepts for jeugdregio and gemeente, on the wijken that are scored;
once with medians and columns for what is missing, once with Wijkverhaal's own columns.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import polars as pl

from wijkverhaal.expectation.determinants import Determinants, determinants_of
from wijkverhaal.expectation.grouping import Grouping
from wijkverhaal.expectation.validation import MODEL, Plan, folds_of, scored_wijken, validate
from wijkverhaal.figures.panel import Panel, count_panel, years_with_counts
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import open_workspace

SCRIPT = """
suppressMessages(library(lme4))
figures <- read.csv(commandArgs(TRUE)[1])
terms <- grep("^x[0-9]+$", names(figures), value = TRUE)
form <- as.formula(paste("logit ~", paste(terms, collapse = "+"), "+ (1|region) + (1|gemeente)"))
predicted <- rep(NA, nrow(figures))
for (fold in unique(figures$fold)) {
  train <- figures[figures$fold != fold & figures$scored == 1, ]
  fit <- suppressWarnings(suppressMessages(lmer(form, train)))
  rows <- figures$fold == fold
  predicted[rows] <- plogis(predict(fit, figures[rows, ], allow.new.levels = TRUE))
}
write.csv(data.frame(predicted), commandArgs(TRUE)[2], row.names = FALSE)
"""


def lme4_rates(panel: Panel, determinants: Determinants, fold: np.ndarray, scored: np.ndarray) -> np.ndarray:
    """Held-out rates in percent as lme4 predicts them."""
    grouping = Grouping.of(panel)
    share = np.clip(np.nan_to_num(panel.column("published_rate"), nan=50.0) / 100.0, 1e-3, 1 - 1e-3)
    table = pl.DataFrame(
        {f"x{k}": column for k, column in enumerate(determinants.matrix.T)}
        | {"logit": np.log(share / (1 - share)), "fold": fold, "scored": scored.astype(int)}
        | {"gemeente": grouping.gemeente, "region": grouping.region}
    )
    with tempfile.TemporaryDirectory() as folder:
        figures, script, answer = (Path(folder) / name for name in ("figures.csv", "fit.R", "answer.csv"))
        table.write_csv(figures)
        script.write_text(SCRIPT)
        subprocess.run(["Rscript", str(script), str(figures), str(answer)], check=True)
        return 100.0 * pl.read_csv(answer)["predicted"].to_numpy()


def weighted_r2(rate: np.ndarray, predicted: np.ndarray, weight: np.ndarray) -> float:
    mean = np.average(rate, weights=weight)
    spread = np.average((rate - mean) ** 2, weights=weight)
    return float(1 - np.average((rate - predicted) ** 2, weights=weight) / spread)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--hold-out", default="gemeente", choices=("wijk", "gemeente"))
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--year", type=int)
    chosen = parser.parse_args()
    if shutil.which("Rscript") is None:
        sys.exit("Rscript is not installed; on Debian: r-cran-lme4")
    store = FigureStore(open_workspace(chosen.workspace))
    plan = Plan(chosen.hold_out, seeds=chosen.seeds)
    print(f"weighted R2 over held-out {chosen.hold_out}, mean of {chosen.seeds} seeds of 10 folds")
    for year in [chosen.year] if chosen.year else years_with_counts(store, "jeugdzorg"):
        panel = count_panel(store, "jeugdzorg", year)
        scored = scored_wijken(panel)
        rate, youths = panel.column("published_rate")[scored], panel.column("youths")[scored]
        own = determinants_of(panel)
        simple = [k for k, column in enumerate(own.columns) if column.form != "square"]
        plain = Determinants(
            tuple(own.columns[k] for k in simple), own.matrix[:, simple], own.missing, own.left_out
        )
        found: dict[str, list[float]] = {"lme4": [], "lme4, our columns": []}
        for seed in range(1, chosen.seeds + 1):
            fold = folds_of(panel, plan, seed)
            for name, columns in (("lme4", plain), ("lme4, our columns", own)):
                predicted = lme4_rates(panel, columns, fold, scored)[scored]
                found[name].append(weighted_r2(rate, predicted, youths))
        scores = validate(panel, plan).scores
        row = {name: np.mean(values) for name, values in found.items()} | {
            name: one.r2 for name, one in scores.items()
        }
        print(year, "  ".join(f"{name}: {value:.3f}" for name, value in row.items()))
        held = scores[MODEL]
        print("     90% bounds hold", f"{held.coverage['90']:.3f},", "by fifth of wijken by youths", end=" ")
        print([round(value, 3) for value in held.coverage_90_by_size])


if __name__ == "__main__":
    main()
