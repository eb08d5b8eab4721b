# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What ignoring rounding and secrecy does: interval counts beside exact ones and the usual short cut."""

from collections.abc import Callable

import numpy as np

from peers.answer import Answer
from peers.calibration import holds
from peers.country import Country, draw_country, published, without_secret
from peers.landscape import draw_landscape
from peers.ours import fit_ours, warm_up

_AREAS = 3_300
_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(9)
_FORMS: dict[str, Callable[[Country], Country]] = {
    "exact counts": lambda country: country,
    "interval counts": published,
    "secret left out": without_secret,
}


def interval_study(countries: int, tell: Callable[[str], None]) -> list[str]:
    """A table with a row per way to treat published counts, over so many simulated countries."""
    warm_up(1)
    land = draw_landscape(_AREAS, 1)
    found: dict[str, list[dict[str, float]]] = {name: [] for name in _FORMS}
    secret = []
    for number in range(countries):
        truth = draw_country(land, 100 + number, None, held_out=0.0)
        secret.append(float((published(truth).high == np.minimum(7, truth.youths)).mean()))
        for name, form in _FORMS.items():
            found[name].append(_measures(truth, fit_ours(form(truth))))
        tell(f"{number + 1} of {countries}")
    columns = list(found["exact counts"][0])
    lines = [
        f"{_AREAS} areas of 30 to 150 youths, {np.mean(secret):.0%} secret, {countries} countries",
        f"{'':<18}" + "".join(f"{name:>13}" for name in columns) + f"{'time ratio':>13}",
    ]
    exact = np.median([row["seconds"] for row in found["exact counts"]])
    for name, rows in found.items():
        means = [float(np.mean([row[column] for row in rows])) for column in columns]
        ratio = float(np.median([row["seconds"] for row in rows]) / exact)
        lines.append(f"{name:<18}" + "".join(f"{value:>13.4f}" for value in means) + f"{ratio:>13.2f}")
    return lines


def _measures(truth: Country, answer: Answer) -> dict[str, float]:
    rate = 1.0 / (1.0 + np.exp(-truth.predictor))
    estimated = _mean_rate(answer)
    slope = np.polyfit(truth.coefficients[1:], answer.coefficient_mean[1:], 1)[0]
    return {
        "intercept": float(answer.coefficient_mean[0] - truth.coefficients[0]),
        "slope bias": float(slope - 1.0),
        "rate bias %": float(100.0 * (estimated.mean() / rate.mean() - 1.0)),
        "coverage 90": float(holds(answer.mean, answer.sd, truth.predictor).mean()),
        "sd wijk": answer.hyperparameters["sd_wijk"][0],
        "seconds": answer.seconds,
    }


def _mean_rate(answer: Answer) -> np.ndarray:
    """Mean of the rate where its logit is normal."""
    points = answer.mean[:, None] + answer.sd[:, None] * _NODES
    return (1.0 / (1.0 + np.exp(-points))) @ (_WEIGHTS / _WEIGHTS.sum())
