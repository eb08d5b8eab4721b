# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held-out R2 of the model with and without neighbours beside LightGBM and lme4, in the same folds.

    python benchmarks/held_out_scores.py WORKSPACE [--seeds 3] [--hold-out wijk gemeente]

Each year is predicted from that year alone. The difference with LightGBM (with the jeugdregio as a
category) has a paired standard error: squared errors of the same wijken are subtracted, averaged
over the seeds, and summed per gemeente, because wijken of one gemeente go wrong together. lme4 is
there where R has it (Debian: r-cran-lme4).
"""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
from held_out_against_lme4 import lme4_rates

from wijkverhaal.expectation.determinants import determinants_of
from wijkverhaal.expectation.multilevel import fit_specification
from wijkverhaal.expectation.observed_year import assumed_noise, small_wijken
from wijkverhaal.expectation.peers import TrainingSet, lightgbm_installed, lightgbm_with_region
from wijkverhaal.expectation.predictive import Mixture, predict_counts, predict_rates
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.specification import specify
from wijkverhaal.expectation.validation import Plan, folds_of, scored_wijken
from wijkverhaal.figures.panel import Panel, count_panel, percentage_panel, years_with_counts
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.workspace import open_workspace

REFERENCE = "LightGBM, region"
OURS = {"default": Settings(draws=2), "no neighbours": Settings(draws=2, neighbours=False)}
_EDGE = 1e-3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--hold-out", nargs="+", default=["wijk", "gemeente"], choices=("wijk", "gemeente"))
    chosen = parser.parse_args()
    panels = panels_of(FigureStore(open_workspace(chosen.workspace)))
    print(f"weighted R2, mean of {chosen.seeds} seeds of 10 folds; difference with {REFERENCE} (paired")
    print("standard error, clustered by gemeente)")
    for panel in panels:
        for hold_out in chosen.hold_out:
            print(f"\n{panel.family} {panel.year}, held out: {hold_out}", flush=True)
            for line in table(panel, Plan(hold_out, seeds=chosen.seeds)):
                print(line, flush=True)


def panels_of(store: FigureStore) -> list[Panel]:
    """The years of CBS, then SCP's file, as far as they are there."""
    found = [count_panel(store, "jeugdzorg", year) for year in years_with_counts(store, "jeugdzorg")]
    try:
        return [*found, percentage_panel(store)]
    except NotFoundError:
        return found


def table(panel: Panel, plan: Plan) -> list[str]:
    """A line per predictor."""
    scored = scored_wijken(panel)
    rate, weight = panel.column("published_rate")[scored], _weight(panel)[scored]
    _codes, gemeente = np.unique(panel.areas["gemeente"].to_numpy()[scored], return_inverse=True)
    errors = {name: (rates[:, scored] - rate) ** 2 for name, rates in predictions(panel, plan).items()}
    deviation = (rate - np.average(rate, weights=weight)) ** 2
    lines = []
    for name, squares in errors.items():
        line = f"  {name:<20} {1 - (weight * squares.mean(0)).sum() / (weight * deviation).sum():.4f}"
        if REFERENCE in errors and name != REFERENCE:
            gain = (errors[REFERENCE] - squares).mean(0)
            difference, error = paired_difference(weight * gain, weight * deviation, gemeente)
            line += f"   {difference:+.4f} ({error:.4f})"
        lines.append(line)
    return lines


def paired_difference(gain: np.ndarray, spread: np.ndarray, cluster: np.ndarray) -> tuple[float, float]:
    """Difference of two R2 and its standard error, as a ratio of sums over clusters.

    Parameters
    ----------
    gain
        Weighted squared error of the reference minus that of the other, per wijk.
    spread
        Weighted squared distance to the mean, per wijk.
    cluster
        Number of the gemeente, per wijk.
    """
    difference = gain.sum() / spread.sum()
    residual = np.bincount(cluster, gain - difference * spread)
    clusters = residual.size
    return float(difference), float(np.sqrt(clusters / (clusters - 1) * (residual**2).sum()) / spread.sum())


def predictions(panel: Panel, plan: Plan) -> dict[str, np.ndarray]:
    """Held-out rates in percent by predictor, shape (seeds, wijken)."""
    predictors: dict[str, Callable[[Panel, np.ndarray, int], np.ndarray]] = {
        name: lambda panel, hidden, seed, s=settings: our_rates(panel, s, hidden)
        for name, settings in OURS.items()
    }
    if lightgbm_installed():
        predictors[REFERENCE] = tree_rates
    found: dict[str, list[np.ndarray]] = {name: [] for name in predictors}
    for seed in range(1, plan.seeds + 1):
        fold_of = folds_of(panel, plan, seed)
        for name, predict in predictors.items():
            rates = np.full(panel.areas.height, np.nan)
            for fold in range(plan.folds):
                hidden = fold_of == fold
                rates[hidden] = predict(panel, hidden, seed)[hidden]
            found[name].append(rates)
        if shutil.which("Rscript"):
            rates = lme4_rates(panel, determinants_of(panel), fold_of, scored_wijken(panel))
            found.setdefault("lme4, our columns", []).append(rates)
    return {name: np.array(rates) for name, rates in found.items()}


def our_rates(panel: Panel, settings: Settings, hidden: np.ndarray) -> np.ndarray:
    """Rates in percent as published, by the model without the figures of the hidden wijken."""
    specification = specify(panel, settings, hidden)
    mixture = fit_specification(specification, settings).leave_one_out
    coverage = specification.coverage.share[specification.grouping.gemeente]
    return published_rates(panel, mixture, coverage, own_noise=True)


def tree_rates(panel: Panel, hidden: np.ndarray, seed: int) -> np.ndarray:
    """The same by LightGBM, which learns from the wijken that are scored."""
    share = np.clip(np.nan_to_num(panel.column("published_rate"), nan=50.0) / 100.0, _EDGE, 1.0 - _EDGE)
    training = TrainingSet(panel, share, _weight(panel), scored_wijken(panel) & ~hidden, seed)
    mixture = lightgbm_with_region(training)
    return published_rates(panel, mixture, np.ones(panel.areas.height), own_noise=False)


def published_rates(panel: Panel, mixture: Mixture, coverage: np.ndarray, own_noise: bool) -> np.ndarray:
    if panel.family == "scp":
        noise = assumed_noise(small_wijken(panel)) * own_noise
        anything = np.full(panel.areas.height, 10.0)  # the figure itself is used for a log score only
        return predict_rates(mixture, anything, "logit", noise, 1).rate
    youths = np.ones(panel.areas.height, dtype=np.int64)
    return predict_counts(mixture, youths, 0 * youths, youths, coverage, 1).rate


def _weight(panel: Panel) -> np.ndarray:
    if panel.family == "scp":
        return np.ones(panel.areas.height)
    return np.maximum(np.nan_to_num(panel.column("youths")), 1.0)


if __name__ == "__main__":
    main()
