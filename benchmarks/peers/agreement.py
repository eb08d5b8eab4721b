# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement with a long NUTS run: means and standard deviations of every area's linear predictor."""

from pathlib import Path

import numpy as np

from peers import nuts
from peers.comparison import WORKS, time_ours

_WARM_UP, _DRAWS = 1_000, 6_000
_LIMIT = 1_800.0


def agreement(python: str, folder: Path, draws: int = _DRAWS) -> list[str]:
    """Lines that say how far the two are apart on 3,300 areas."""
    country = WORKS[0].country()
    ours = time_ours(country, folder, _LIMIT)
    sampled = nuts.fit_nuts(country, folder, python, _WARM_UP, draws, _LIMIT)
    if ours is None or "smallest_ess" not in sampled.extra:
        return ["agreement: not finished in time"]
    away = (ours.mean - sampled.mean) / sampled.sd
    ratio = ours.sd / sampled.sd
    few = (country.low <= 5) & (country.youths > 0)
    size = sampled.extra["smallest_ess"]
    fixed = (ours.coefficient_mean - sampled.coefficient_mean) / sampled.coefficient_sd
    lines = [
        f"agreement with NUTS on {country.areas} areas: 2 x {draws} draws, {sampled.seconds:.0f} s,"
        f" smallest ESS of a hyperparameter {size:.0f}"
        + ("" if size >= nuts.ENOUGH else f" (fewer than {nuts.ENOUGH:.0f}: NUTS is not done)"),
        f"  mean |difference of means| / sd {np.abs(away).mean():.4f}, largest {np.abs(away).max():.3f}",
        f"  mean difference / sd {away.mean():+.4f}; at most 5 users {away[few].mean():+.4f}"
        f" ({few.sum()} areas); held out {away[country.held_out].mean():+.4f}",
        f"  ratio of sds {ratio.mean():.4f} (5% {np.quantile(ratio, 0.05):.3f},"
        f" 95% {np.quantile(ratio, 0.95):.3f})",
        f"  coefficients: mean |difference| / sd {np.abs(fixed).mean():.3f},"
        f" ratio of sds {(ours.coefficient_sd / sampled.coefficient_sd).mean():.3f}",
    ]
    for name, (mean, sd) in sampled.hyperparameters.items():
        own = ours.hyperparameters[name]
        lines.append(f"  {name}: NUTS {mean:.4f} (sd {sd:.4f}), ours {own[0]:.4f} (sd {own[1]:.4f})")
    return lines
