# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The hyperparameters of a run and their priors, for the model card."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np
from scipy.special import expit

from wijkverhaal.expectation.engine.hyperparameter_marginal import hyperparameter_draws
from wijkverhaal.expectation.engine.neighbour_effect import NeighbourEffect
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.foundation.language import _

_TAILS = (0.05, 0.95)
_FEW, _WEIGHED = 1500, 400


def hyperparameters_of(fitted_years: Sequence[FittedYear]) -> dict[str, dict[str, Any]]:
    """Standard deviations, shares and correlations with 90% bounds, by name and year.

    Years of one series have the same; each entry says which years those are.
    """
    found: dict[str, dict[str, Any]] = {}
    for _key, group in groupby(fitted_years, lambda one: one.series):
        series = list(group)
        entries = _of_series(series)
        for fitted in series:
            found |= {f"{name}_{fitted.panel.year}": entry for name, entry in entries.items()}
    return found


def _of_series(series: Sequence[FittedYear]) -> dict[str, dict[str, Any]]:
    posterior, result = series[0].posterior, {}
    seed = series[0].specification.settings.seed
    # of few figures the hyperparameters are skew; a mode is then cheap enough to weigh draws by
    weighed = _WEIGHED if posterior.model.observations < _FEW else 0
    drawn = hyperparameter_draws(posterior.model, posterior.design, seed=seed, weighed=weighed)
    for k, name in enumerate(posterior.model.hyperparameters):
        natural = np.exp(drawn[:, k]) if name.startswith("sd_") else expit(drawn[:, k])
        low, high = np.quantile(natural, _TAILS)
        result[name] = {
            "estimate": float(natural.mean()),
            "low": float(low),
            "high": float(high),
            "label": hyperparameter_label(name),
            "years": [fitted.panel.year for fitted in series],
        }
    return result


def hyperparameter_label(name: str) -> str:
    """What a reader calls a hyperparameter."""
    labels = {
        "sd_wijk": _("Spreiding tussen wijken binnen een gemeente"),
        "neighbours_wijk": _("Deel van de spreiding tussen wijken dat buren delen"),
        "persistence_wijk": _("Samenhang van een wijk met zichzelf een jaar eerder"),
        "sd_gemeente": _("Spreiding tussen gemeenten binnen een jeugdregio"),
        "persistence_gemeente": _("Samenhang van een gemeente met zichzelf een jaar eerder"),
        "sd_jeugdregio": _("Spreiding tussen jeugdregio's"),
    }
    return labels[name]


def labels_of(fitted_years: Sequence[FittedYear]) -> dict[str, str]:
    """The labels of all hyperparameters of a run, by name and year."""
    return {
        f"{name}_{fitted.panel.year}": hyperparameter_label(name)
        for fitted in fitted_years
        for name in fitted.specification.model.hyperparameters
    }


def priors_of(fitted: FittedYear) -> dict[str, Any]:
    """The priors of a series, by one of its years."""
    specification = fitted.specification
    model, effects = specification.model, [member.effect for member in specification.model.members]
    scales = {
        f"sd_{effect.name}": {
            "family": "exponential",
            "upper": prior.upper,
            "probability_above": prior.probability,
        }
        for effect in effects
        if (prior := getattr(effect, "prior", None)) is not None
    }
    shares = {
        f"neighbours_{effect.name}": {
            "family": "penalised complexity",
            "below_half": 2.0 / 3.0,
            "rate": effect.mixing_prior.rate,
        }
        for effect in effects
        if isinstance(effect, NeighbourEffect)
    }
    persistence = {
        name: {"family": "penalised complexity", "above_half": 0.80}
        for name in model.hyperparameters
        if name.startswith("persistence_")
    }
    slopes = specification.coefficients[1:]
    level = specification.level
    return {
        "scales": scales,
        "shares": shares,
        "persistence": persistence,
        "intercept_sd": float(model.fixed_precision[0] ** -0.5),
        "coefficient_sd": float(model.fixed_precision[slopes[0]] ** -0.5) if slopes.size else None,
        "year_sd": None if level is None else float(model.fixed_precision[level] ** -0.5),
    }
