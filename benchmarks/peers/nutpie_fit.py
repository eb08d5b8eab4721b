# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""NUTS through nutpie on a synthetic country; run by a Python that has pymc and nutpie.

    PYTHON nutpie_fit.py COUNTRY.npz PRIORS.npz ANSWER.npz WARM_UP DRAWS LIMIT

Stands alone: that Python does not have Wijkverhaal.
"""

import json
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
import arviz as az  # noqa: E402
import nutpie  # noqa: E402
import pymc as pm  # noqa: E402
import pytensor.tensor as pt  # noqa: E402

CHAINS = 2
NAMES = {"sd": "sd_wijk", "share": "neighbours_wijk", "sd_gemeente": "sd_gemeente"}
YEARLY = {"sd_yearly": "sd_wijk_year", "rho": "persistence_wijk_year"}


def interpolated(x, grid, value, slope):
    """Cubic Hermite interpolation of a log density of which the slopes are known; linear outside."""
    step = grid[1] - grid[0]
    within = pt.clip(x, grid[0], grid[-1])
    beyond = (x - within) * pt.switch(x > grid[0], float(slope[-1]), float(slope[0]))
    place = (within - grid[0]) / step
    left = pt.clip(pt.floor(place), 0, grid.size - 2).astype("int64")
    t = place - left
    values, slopes = pt.as_tensor(value), pt.as_tensor(slope * step)
    return beyond + (
        (1 + 2 * t) * (1 - t) ** 2 * values[left]
        + t * (1 - t) ** 2 * slopes[left]
        + t**2 * (3 - 2 * t) * values[left + 1]
        + t**2 * (t - 1) * slopes[left + 1]
    )


def predictor_of(country, parts):
    """The linear predictor, for tensors and for arrays of draws (the last axis is observations)."""
    square_root = np.sqrt if isinstance(parts["sd"], np.ndarray) else pt.sqrt
    spatial = square_root(parts["share"] / float(country["scale"])) * parts["spatial"]
    total = parts["sd"] * (spatial + square_root(1 - parts["share"]) * parts["own"])
    area = country["area"]
    total = total[..., area] + (parts["sd_gemeente"] * parts["gemeente"])[..., country["gemeente"][area]]
    if "yearly" in parts:
        total = total + parts["sd_yearly"] * parts["yearly"]
    return total + parts["fixed"]


def model_of(country, priors):
    areas, gemeenten = country["gemeente"].size, int(country["gemeente"].max()) + 1
    years, design = int(country["year"].max()) + 1, country["design"]
    rate, coefficient_sd = float(priors["sd_rate"]), float(priors["coefficient_sd"])
    with pm.Model() as model:
        start = np.zeros(design.shape[1])
        start[0] = -2.0
        coefficients = pm.Normal("coefficients", 0, coefficient_sd, shape=design.shape[1], initval=start)
        logit = pm.Flat("logit", initval=0.0)
        pm.Potential("mixing", interpolated(logit, priors["grid"], priors["value"], priors["slope"]))
        parts = {"share": pm.Deterministic("share", pm.math.sigmoid(logit))}
        parts["sd"] = pm.Exponential("sd", rate)
        parts["sd_gemeente"] = pm.Exponential("sd_gemeente", rate)
        parts["gemeente"] = pm.Normal("gemeente", 0, 1, shape=gemeenten)
        parts["own"] = pm.Normal("own", 0, 1, shape=areas)
        free = pm.Flat("free", shape=areas, initval=np.zeros(areas))
        apart = free[country["edges"][:, 0]] - free[country["edges"][:, 1]]
        # the direction in which the field has no prior gets one, and is then taken out
        pm.Potential("neighbours", -0.5 * pt.sum(apart**2) - 0.5 * pt.sum(free) ** 2 / areas)
        parts["spatial"] = free - pt.mean(free)
        parts["fixed"] = pt.dot(design, coefficients)
        if years > 1:
            parts["sd_yearly"] = pm.Exponential("sd_yearly", rate)
            parts["rho"] = pm.Uniform("rho", 0, 1)
            noise = pm.Normal("noise", 0, 1, shape=(years, areas))
            chain = [noise[0]]
            for year in range(1, years):
                chain.append(parts["rho"] * chain[-1] + pt.sqrt(1 - parts["rho"] ** 2) * noise[year])
            parts["yearly"] = pt.concatenate(chain)
        known = np.flatnonzero(country["youths"] > 0)
        predictor = predictor_of(country, parts)[known]
        users, youths = country["low"][known], country["youths"][known]
        pm.Potential("counts", pt.sum(users * predictor - youths * pt.softplus(predictor)))
    return model


def moments(country, posterior):
    """Mean and standard deviation of the linear predictor over all draws, in blocks."""
    years = int(country["year"].max()) + 1
    flat = {name: posterior[name].values.reshape(-1, *posterior[name].shape[2:]) for name in posterior}
    total, squares, count = 0.0, 0.0, flat["sd"].size
    centre = None
    for begin in range(0, count, 200):
        rows = slice(begin, begin + 200)
        parts = {name: flat[name][rows, None] for name in ("sd", "share", "sd_gemeente")}
        parts["gemeente"], parts["own"] = flat["gemeente"][rows], flat["own"][rows]
        parts["spatial"] = flat["free"][rows] - flat["free"][rows].mean(axis=1, keepdims=True)
        parts["fixed"] = flat["coefficients"][rows] @ country["design"].T
        if years > 1:
            noise, rho = flat["noise"][rows].copy(), flat["rho"][rows, None]
            for year in range(1, years):
                noise[:, year] = rho * noise[:, year - 1] + np.sqrt(1 - rho**2) * noise[:, year]
            parts["yearly"], parts["sd_yearly"] = noise.reshape(len(noise), -1), flat["sd_yearly"][rows, None]
        block = predictor_of(country, parts)
        centre = block.mean(axis=0) if centre is None else centre
        total, squares = total + (block - centre).sum(axis=0), squares + ((block - centre) ** 2).sum(axis=0)
    away = total / count
    return centre + away, np.sqrt(squares / count - away**2), flat


def sample(model, warm_up, draws, limit):
    """The trace, seconds, and whether it finished within the limit."""
    compiled = nutpie.compile_pymc_model(model)
    began = time.perf_counter()
    options = {"draws": draws, "tune": warm_up, "chains": CHAINS, "cores": CHAINS, "seed": 1}
    running = nutpie.sample(compiled, progress_bar=False, blocking=False, save_warmup=True, **options)
    while time.perf_counter() - began < limit:
        try:
            if running.is_finished:
                break
        except TimeoutError:
            pass
        time.sleep(0.2)
    else:
        return running.abort(), time.perf_counter() - began, False
    return running.wait(), time.perf_counter() - began, True


def main():
    country, priors = dict(np.load(sys.argv[1])), dict(np.load(sys.argv[2]))
    warm_up, draws, limit = int(sys.argv[4]), int(sys.argv[5]), float(sys.argv[6])
    trace, seconds, finished = sample(model_of(country, priors), warm_up, draws, limit)
    kept = trace.posterior.sizes["draw"] if "posterior" in trace.groups() else 0
    facts = {"seconds": seconds, "hyperparameters": {}, "extra": {"draws": float(CHAINS * kept)}}
    nothing = np.zeros(0)
    arrays = dict.fromkeys(("mean", "sd", "coefficient_mean", "coefficient_sd"), nothing)
    if finished:
        names = NAMES | (YEARLY if "rho" in trace.posterior else {})
        size = az.ess(trace, var_names=list(names))
        smallest = min(float(size[name]) for name in names)
        rhat = az.rhat(trace, var_names=list(names))
        steps = float(trace.sample_stats["n_steps"].sum())
        before = float(trace.warmup_sample_stats["n_steps"].sum())
        mean, sd, flat = moments(country, trace.posterior)
        facts["hyperparameters"] = {
            own: (float(flat[name].mean()), float(flat[name].std())) for name, own in names.items()
        }
        facts["extra"] |= {
            "smallest_ess": smallest,
            "largest_rhat": max(float(rhat[name]) for name in names),
            "warm_up_seconds": seconds * before / (before + steps),
            "divergences": float(trace.sample_stats["diverging"].sum()),
        }
        fixed = flat["coefficients"]
        arrays = {"mean": mean, "sd": sd, "coefficient_mean": fixed.mean(0), "coefficient_sd": fixed.std(0)}
    np.savez(sys.argv[3], facts=json.dumps(facts), **arrays)


if __name__ == "__main__":
    main()
