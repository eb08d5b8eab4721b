# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Scores of predictors of which the score is known beforehand."""

import json

import numpy as np
import pytest

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.predictive import Prediction
from wijkverhaal.expectation.scores import mean_scores, score

CHANCE = np.random.default_rng(1)
EXPECTED = CHANCE.normal(9.0, 2.0, 5000)
RATE = EXPECTED + CHANCE.normal(0.0, 1.0, 5000)
WEIGHT = CHANCE.uniform(1.0, 5.0, 5000)


def predicted(mean: Floats, sd: float) -> Prediction:
    draws = mean + sd * np.random.default_rng(2).standard_normal((1000, mean.size))
    return Prediction(mean, draws, -0.5 * ((RATE - mean) / sd) ** 2 - np.log(sd * np.sqrt(2 * np.pi)))


def test_who_knows_the_distribution_covers_as_often_as_said() -> None:
    found = score(predicted(EXPECTED, 1.0), RATE, WEIGHT, size=WEIGHT)
    for level, share in found.coverage.items():
        assert share == pytest.approx(int(level) / 100.0, abs=0.02)
    assert found.coverage_90_by_size == pytest.approx([0.9] * 5, abs=0.035)
    assert found.r2 == pytest.approx(0.8, abs=0.02)
    assert found.mean_absolute_error == pytest.approx(np.sqrt(2.0 / np.pi), abs=0.03)
    assert found.wijken == 5000


def test_the_mean_of_all_explains_nothing() -> None:
    mean = np.full(RATE.size, np.average(RATE, weights=WEIGHT))
    assert score(predicted(mean, 2.2), RATE, WEIGHT).r2 == pytest.approx(0.0, abs=1e-12)


def test_who_is_too_sure_or_too_shy_scores_worse() -> None:
    right, sure, shy = (score(predicted(EXPECTED, sd), RATE, WEIGHT) for sd in (1.0, 0.5, 2.0))
    assert right.log_score > max(sure.log_score, shy.log_score)
    assert sure.coverage["90"] < 0.7
    assert shy.coverage["90"] > 0.98


def test_weights_count() -> None:
    heavy = np.where(np.abs(RATE - EXPECTED) < 0.5, 1000.0, 1.0)
    assert score(predicted(EXPECTED, 1.0), RATE, heavy).r2 > 0.95


def test_repetitions_are_averaged() -> None:
    first, second = (score(predicted(EXPECTED + shift, 1.0), RATE, WEIGHT, WEIGHT) for shift in (0.0, 1.0))
    mean = mean_scores([first, second])
    assert mean.r2 == pytest.approx((first.r2 + second.r2) / 2)
    assert mean.coverage["50"] == pytest.approx((first.coverage["50"] + second.coverage["50"]) / 2)
    assert len(mean.coverage_90_by_size) == 5
    bare = score(predicted(EXPECTED, 1.0), RATE, WEIGHT)
    assert mean_scores([bare, bare]).coverage_90_by_size == ()


def test_scores_are_plain_json() -> None:
    found = score(predicted(EXPECTED, 1.0), RATE, WEIGHT)
    assert json.loads(json.dumps(found.to_json()))["r2"] == found.r2
