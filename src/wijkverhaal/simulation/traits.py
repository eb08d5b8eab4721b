# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The traits of a wijk: how each hangs together with the factors, and how it is spread.

The middles and spreads follow the quantiles of CBS's Kerncijfers 2021 over wijken with at least
100 inhabitants, the loadings the correlations between those figures, by eye.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from wijkverhaal.simulation.chance import Floats
from wijkverhaal.simulation.factors import FACTORS


@dataclass(frozen=True)
class Trait:
    """One trait: `middle` at the median wijk, spread on the logarithm ("log") or the logit ("logit")."""

    middle: float
    spread: float
    loadings: Mapping[str, float] = field(default_factory=dict)
    scale: str = "log"

    def score(self, factors: Floats, own: Floats) -> Floats:
        """Standard score per wijk: factors (wijken, factors) mixed with the trait's own draw (wijken,)."""
        loading = np.array([self.loadings.get(name, 0.0) for name in FACTORS])
        rest = np.sqrt(max(0.0, 1 - float(loading @ loading)))
        mixed: Floats = factors @ loading + rest * own
        return mixed

    def value(self, factors: Floats, own: Floats) -> Floats:
        """The trait in its own unit, per wijk."""
        shift = self.spread * np.clip(self.score(factors, own), -4.0, 4.0)
        if self.scale == "logit":
            odds = self.middle / (1 - self.middle) * np.exp(shift)
            return odds / (1 + odds)
        return self.middle * np.exp(shift)


#: Age, household, education and origin are weights against a part that weighs one.
TRAITS: Mapping[str, Trait] = {
    "size": Trait(1, 1, {"urban": 0.45}),
    "child": Trait(0.284, 0.24, {"families": 0.7}),
    "young": Trait(0.221, 0.22, {"urban": 0.2}),
    "old": Trait(0.400, 0.33, {"families": -0.5, "urban": -0.25}),
    "household_size": Trait(2.28, 0.11, {"families": 0.55, "urban": -0.5}),
    "alone": Trait(0.87, 0.40, {"urban": 0.55, "families": -0.45, "poor": 0.35}),
    "with_children": Trait(1.02, 0.25, {"families": 0.8, "diverse": 0.1}),
    "divorced": Trait(0.071, 0.33, {"poor": 0.6, "families": -0.25, "urban": 0.2}, "logit"),
    "assistance": Trait(0.0115, 0.85, {"poor": 0.7, "urban": 0.35, "diverse": 0.3}),
    "disability": Trait(0.037, 0.40, {"poor": 0.6, "urban": -0.1}),
    "unemployment": Trait(0.0088, 0.32, {"poor": 0.25, "urban": 0.2}),
    "low_education": Trait(0.59, 0.30, {"poor": 0.7, "urban": -0.15}),
    "high_education": Trait(0.61, 0.45, {"poor": -0.65, "urban": 0.35}),
    "far_origin": Trait(0.050, 1.20, {"diverse": 0.9, "urban": 0.2}),
    "near_origin": Trait(0.090, 0.55, {"urban": 0.4}),
    "antilles": Trait(0.080, 0.55, {"diverse": 0.3}, "logit"),
    "low_income_household": Trait(0.325, 0.42, {"poor": 0.75, "urban": 0.45, "families": -0.3}, "logit"),
    "under_minimum": Trait(0.043, 0.55, {"poor": 0.7, "urban": 0.35, "diverse": 0.3}, "logit"),
    "low_income": Trait(0.393, 0.20, {"poor": 0.75}, "logit"),
    "high_income": Trait(0.197, 0.36, {"poor": -0.75}, "logit"),
    "value": Trait(294, 0.30, {"poor": -0.6}),
    "owned": Trait(0.710, 0.75, {"poor": -0.6, "urban": -0.5, "diverse": -0.2}, "logit"),
    "social_rent": Trait(0.640, 0.80, {"poor": 0.45}, "logit"),
    "single_family": Trait(0.860, 1.20, {"urban": -0.75, "diverse": -0.2}, "logit"),
    "addresses": Trait(580, 1.05, {"urban": 0.93}),
    "cars": Trait(1.27, 0.26, {"urban": -0.75, "poor": -0.3}),
    "working": Trait(0.710, 0.27, {"poor": -0.55, "families": 0.3}, "logit"),
    "to_doctor": Trait(1.20, 0.72, {"urban": -0.5}),
    "to_school": Trait(0.85, 0.55, {"urban": -0.45}),
    "to_shop": Trait(1.10, 0.72, {"urban": -0.5}),
    "to_day_care": Trait(0.75, 0.70, {"urban": -0.5}),
}
