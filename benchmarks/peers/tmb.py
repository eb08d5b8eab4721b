# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""TMB (Kristensen and others 2016) on a synthetic country, through R; at the mode of its hyperparameters."""

import shutil
import subprocess
from pathlib import Path

import numpy as np

from peers.answer import Answer
from peers.country import Country
from peers.ours import COEFFICIENT_PRIOR, DRAWS, SD_PRIOR
from peers.timed_process import run_timed

_HERE = Path(__file__).parent


def present() -> bool:
    """Whether R with TMB is there."""
    if shutil.which("Rscript") is None:
        return False
    asked = subprocess.run(["Rscript", "-e", "library(TMB)"], capture_output=True, check=False)
    return asked.returncode == 0


def compiled(folder: Path) -> Path:
    """The template as a library in the folder; compiling is not timed."""
    library = folder / "areas.so"
    if not library.exists():
        shutil.copy(_HERE / "areas.cpp", folder / "areas.cpp")
        subprocess.run(
            ["Rscript", "-e", "TMB::compile('areas.cpp', '-O2')"], cwd=folder, capture_output=True, check=True
        )
    return library


def fit_tmb(country: Country, folder: Path, limit: float) -> Answer | None:
    """Fit in a process of its own; None where it took longer than the limit in seconds."""
    library = compiled(folder)
    _write(country, folder)
    done = run_timed(["Rscript", str(_HERE / "tmb.R"), str(folder), str(library)], limit, threads=2)
    if done is None:
        return None
    read = {name: np.fromfile(folder / f"answer_{name}.bin") for name in _ANSWERS}
    names = (
        "sd_wijk",
        "neighbours_wijk",
        "sd_gemeente",
        "convergence",
        "sd_wijk_year",
        "persistence_wijk_year",
    )
    pairs = {
        name: (float(value), float("nan"))
        for name, value in zip(names, read["hyperparameters"], strict=False)
        if name != "convergence"
    }
    return Answer(
        float(read["seconds"][0]),
        read["mean"],
        read["sd"],
        read["coefficient_mean"],
        read["coefficient_sd"],
        pairs,
        {"draws": DRAWS, "convergence": float(read["hyperparameters"][3])},
        done.peak_mb,
    )


_ANSWERS = ("seconds", "mean", "sd", "coefficient_mean", "coefficient_sd", "hyperparameters")


def _write(country: Country, folder: Path) -> None:
    size = (*country.design.shape, country.areas, country.gemeente.max() + 1, country.years, DRAWS)
    arrays = {
        "size": size,
        "users": country.low,
        "youths": country.youths,
        "design": country.design,
        "area": country.area,
        "gemeente": country.gemeente[country.area],
        "one": country.edges[:, 0],
        "other": country.edges[:, 1],
        "scale": country.scale,
        "sd_rate": SD_PRIOR.rate,
        "coefficient_sd": COEFFICIENT_PRIOR.sd,
    }
    for name, values in arrays.items():
        np.asarray(values, dtype=np.float64).tofile(folder / f"{name}.bin")
