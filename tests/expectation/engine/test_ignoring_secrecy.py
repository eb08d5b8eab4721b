# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What happens to small wijken when rounding and secrecy are ignored, as they usually are."""

from dataclasses import dataclass

import numpy as np
import pytest

from wijkverhaal.expectation.engine.effect import IndependentEffect
from wijkverhaal.expectation.engine.interval_count import IntervalCountLikelihood
from wijkverhaal.expectation.engine.latent_gaussian import LatentGaussianModel, Member
from wijkverhaal.expectation.engine.posterior import fit
from wijkverhaal.expectation.engine.prior import CoefficientPrior
from wijkverhaal.expectation.engine.sparse_kernels import Floats, Ints

WIJKEN, SLOPE = 2000, 0.3


@dataclass(frozen=True)
class SmallWijken:
    """Two thousand wijken of 30 to 150 youths, with what a publisher shows of them."""

    design: Floats
    predictor: Floats
    youths: Ints
    counts: Ints

    @classmethod
    def draw(cls, seed: int) -> "SmallWijken":
        chance = np.random.default_rng(seed)
        design = np.column_stack([np.ones(WIJKEN), chance.standard_normal(WIJKEN)])
        predictor = design @ [-2.1, SLOPE] + 0.25 * chance.standard_normal(WIJKEN)
        youths = chance.integers(30, 151, WIJKEN)
        return cls(design, predictor, youths, chance.binomial(youths, expit(predictor)))

    def found(self, youths: Ints, low: Ints, high: Ints) -> dict[str, float]:
        """Relative bias of the rate and of the slope, and how often 90% intervals hold."""
        likelihood = IntervalCountLikelihood(youths, low, high, np.ones(WIJKEN))
        members = [Member(IndependentEffect("wijk", WIJKEN), np.arange(WIJKEN))]
        model = LatentGaussianModel(likelihood, self.design, CoefficientPrior().precisions(2), members)
        posterior = fit(model, draws=600, leave_one_out=False)
        drawn = posterior.draws.fixed @ model.design.T + posterior.draws.effect(model, 0)
        lower, upper = np.quantile(drawn, (0.05, 0.95), axis=0)
        return {
            "rate": float(expit(drawn).mean() / expit(self.predictor).mean() - 1.0),
            "slope": float(posterior.draws.fixed[:, 1].mean() / SLOPE - 1.0),
            "holds": float(((lower <= self.predictor) & (self.predictor <= upper)).mean()),
        }


def expit(predictor: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-predictor)))


@pytest.fixture(scope="module")
def wijken() -> SmallWijken:
    return SmallWijken.draw(7)


def test_intervals_say_what_exact_counts_say(wijken: SmallWijken) -> None:
    secret, shown = wijken.counts < 8, 5 * ((wijken.counts + 2) // 5)
    assert 0.3 < secret.mean() < 0.5
    low = np.where(secret, 0, shown - 2)
    high = np.where(secret, 7, np.minimum(shown + 2, wijken.youths))
    found = wijken.found(wijken.youths, low, high)
    exact = wijken.found(wijken.youths, wijken.counts, wijken.counts)
    assert abs(found["rate"]) < 0.03
    assert abs(found["slope"] - exact["slope"]) < 0.05
    assert 0.88 < found["holds"] < 0.92
    assert found["holds"] == pytest.approx(exact["holds"], abs=0.015)


def test_leaving_secret_wijken_out_paints_small_wijken_too_high(wijken: SmallWijken) -> None:
    secret, shown = wijken.counts < 8, 5 * ((wijken.counts + 2) // 5)
    shown = np.where(secret, 0, np.minimum(shown, wijken.youths))
    found = wijken.found(np.where(secret, 0, wijken.youths), shown, shown)
    assert found["rate"] > 0.08
    assert found["slope"] < -0.15
    assert found["holds"] < 0.80
