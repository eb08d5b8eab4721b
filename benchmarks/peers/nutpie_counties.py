# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""NUTS through nutpie on counties with neighbours; run by a Python that has pymc and nutpie.

    PYTHON nutpie_counties.py COUNTIES.npz ANSWER.json WARM_UP DRAWS

Stands alone: that Python does not have Wijkverhaal. `scripts/golden_numbers` runs it.
"""

import json
import sys

import arviz as az
import numpy as np
import pymc as pm
import pytensor.tensor as pt
from nutpie_fit import CHAINS, interpolated, sample

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
_LIMIT = 3_600.0


def model_of(given):
    areas = given["births"].size
    with pm.Model() as model:
        start = np.zeros(given["design"].shape[1])
        start[0] = -6.0
        coefficients = pm.Normal(
            "coefficients", 0, float(given["coefficient_sd"]), shape=start.size, initval=start
        )
        logit = pm.Flat("logit", initval=0.0)
        pm.Potential("mixing", interpolated(logit, given["grid"], given["value"], given["slope"]))
        share = pm.Deterministic("share", pm.math.sigmoid(logit))
        sd = pm.Exponential("sd", float(given["sd_rate"]))
        own = pm.Normal("own", 0, 1, shape=areas)
        free = pm.Flat("free", shape=areas, initval=np.zeros(areas))
        apart = free[given["edges"][:, 0]] - free[given["edges"][:, 1]]
        # the direction in which the field has no prior gets one, and is then taken out
        pm.Potential("neighbours", -0.5 * pt.sum(apart**2) - 0.5 * pt.sum(free) ** 2 / areas)
        spatial = pt.sqrt(share / float(given["scale"])) * (free - pt.mean(free))
        predictor = pm.Deterministic(
            "predictor", pt.dot(given["design"], coefficients) + sd * (spatial + pt.sqrt(1 - share) * own)
        )
        pm.Potential("deaths", pt.sum(given["deaths"] * predictor - given["births"] * pt.softplus(predictor)))
    return model


def main():
    given, warm_up, draws = dict(np.load(sys.argv[1])), int(sys.argv[3]), int(sys.argv[4])
    trace, seconds, finished = sample(model_of(given), warm_up, draws, _LIMIT)
    if not finished:
        sys.exit("NUTS did not finish in time")
    posterior = trace.posterior
    names = ["sd", "share", "coefficients", "predictor"]
    ess, rhat = az.ess(trace, var_names=names), az.rhat(trace, var_names=names)
    answer = {
        "draws": CHAINS * draws,
        "seconds": seconds,
        "divergences": int(trace.sample_stats["diverging"].sum()),
        "largest_rhat": max(float(rhat[name].max()) for name in names),
        "ess": {name: float(ess[name].min()) for name in names},
        "quantiles": {
            name: dict(
                zip(map(str, QUANTILES), np.quantile(posterior[name], QUANTILES).tolist(), strict=True)
            )
            for name in ("sd", "share")
        },
        "coefficient_mean": posterior["coefficients"].mean(("chain", "draw")).values.tolist(),
        "coefficient_sd": posterior["coefficients"].std(("chain", "draw")).values.tolist(),
        "mean": posterior["predictor"].mean(("chain", "draw")).values.round(5).tolist(),
        "sd": posterior["predictor"].std(("chain", "draw")).values.round(5).tolist(),
    }
    with open(sys.argv[2], "w") as file:
        json.dump(answer, file)


if __name__ == "__main__":
    main()
