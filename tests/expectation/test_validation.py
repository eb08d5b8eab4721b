# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Held-out prediction: whole gemeenten are hidden, and known truths come out."""

import json
from collections.abc import Iterator

import numpy as np
import polars as pl
import pytest
from numpy.typing import NDArray

from wijkverhaal.expectation import peers, validation
from wijkverhaal.expectation.validation import MODEL, WITHOUT_LEVELS, Plan, Validation, validate
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import InputError

from .panels import NO_ROW, changed

Hidden = list[NDArray[np.bool_]]


@pytest.fixture(scope="module", autouse=True)
def _quick() -> Iterator[None]:
    """Trees take most of the time, and have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(peers, "lightgbm_installed", lambda: False)
        yield


@pytest.fixture(scope="module")
def validated(panel: Panel) -> Validation:
    return validate(panel, Plan("wijk", folds=4, seeds=1))


def hidden_in_each_fold(panel: Panel, plan: Plan, monkeypatch: pytest.MonkeyPatch) -> Hidden:
    """What `validate` hides from the model, fold by fold."""
    seen: Hidden = []
    specify = validation.specify

    def spy(panel: Panel, settings: object, hidden: NDArray[np.bool_]) -> object:
        seen.append(hidden.copy())
        return specify(panel, settings, hidden)  # type: ignore[arg-type]

    monkeypatch.setattr(validation, "specify", spy)
    validate(panel, plan)
    return seen[::2]  # with and without levels the same is hidden


def test_folds_of_gemeenten_hide_whole_gemeenten(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = hidden_in_each_fold(panel, Plan("gemeente", folds=3, seeds=1), monkeypatch)
    gemeente = panel.areas["gemeente"].to_numpy()
    assert len(seen) == 3
    assert (np.sum(seen, axis=0) == 1).all()
    for hidden in seen:
        assert set(gemeente[hidden]).isdisjoint(gemeente[~hidden])
        assert 10 <= len(set(gemeente[hidden])) <= 16


def test_folds_of_wijken_hide_each_wijk_once(panel: Panel, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = hidden_in_each_fold(panel, Plan("wijk", folds=3, seeds=2), monkeypatch)
    assert len(seen) == 6
    assert (np.sum(seen[:3], axis=0) == 1).all()
    assert any((one != other).any() for one, other in zip(seen[:3], seen[3:], strict=True))
    assert max(hidden.sum() for hidden in seen) - min(hidden.sum() for hidden in seen) <= 1


def test_every_predictor_is_scored_on_the_same_wijken(panel: Panel, validated: Validation) -> None:
    assert set(validated.scores) == {MODEL, WITHOUT_LEVELS, "national_mean", "population_glm"}
    scored = panel.areas.filter(pl.col("status") == "shown", pl.col("youths") >= 100).height
    assert {scores.wijken for scores in validated.scores.values()} == {scored}


def test_the_national_mean_explains_nothing_and_the_model_most(validated: Validation) -> None:
    r2 = {name: scores.r2 for name, scores in validated.scores.items()}
    assert r2["national_mean"] == pytest.approx(0.0, abs=0.1)
    assert max(r2, key=lambda name: r2[name]) == MODEL
    assert validated.scores[MODEL].log_score > validated.scores["national_mean"].log_score


def test_bounds_of_held_out_counts_hold_as_often_as_they_say(validated: Validation) -> None:
    coverage = validated.scores[MODEL].coverage
    assert coverage["50"] == pytest.approx(0.50, abs=0.10)
    assert coverage["80"] == pytest.approx(0.80, abs=0.08)
    assert coverage["95"] == pytest.approx(0.95, abs=0.05)


def test_percentages_are_validated_too(scp_panel: Panel) -> None:
    found = validate(scp_panel, Plan("wijk", folds=3, seeds=1))
    assert found.family == "scp"
    assert found.scores[MODEL].coverage_90_by_size == ()
    assert found.scores[MODEL].r2 > found.scores["national_mean"].r2
    assert found.scores["national_mean"].r2 == pytest.approx(0.0, abs=0.05)


def test_the_same_plan_gives_the_same_scores_and_says_how_far_it_is(panel: Panel) -> None:
    told: list[tuple[str, float]] = []
    plan = Plan("wijk", folds=2, seeds=1)
    first = validate(panel, plan, progress=lambda what, share: told.append((what, share)))
    assert first.to_json() == validate(panel, plan).to_json()
    assert told == [("Deel 1 van 2", 0.5), ("Deel 2 van 2", 1.0)]


def test_scores_are_plain_json(validated: Validation) -> None:
    found = json.loads(json.dumps(validated.to_json()))
    assert (found["hold_out"], found["folds"], found["year"]) == ("wijk", 4, 2022)
    assert found["scores"][MODEL]["r2"] == validated.scores[MODEL].r2


def test_too_few_figures_are_refused(panel: Panel) -> None:
    keep = panel.areas["area"][:3].to_list()
    with pytest.raises(InputError, match="2022 te weinig wijken"):
        validate(changed(panel, ~pl.col("area").is_in(keep), NO_ROW), Plan("wijk", folds=10, seeds=1))


@pytest.mark.parametrize(
    ("hold_out", "folds", "seeds", "sentence"),
    [("buurt", 10, 3, "--hold-out"), ("wijk", 1, 3, "--folds"), ("wijk", 10, 0, "--seeds")],
)
def test_a_senseless_plan_is_refused(hold_out: str, folds: int, seeds: int, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        Plan(hold_out, folds, seeds)  # type: ignore[arg-type]
