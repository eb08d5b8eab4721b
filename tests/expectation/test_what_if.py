# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What if: unchanged values give the run's own expectation, and nothing goes outside the data."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from wijkverhaal.expectation.expectation_draws import _averaged
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.rate_scale import mean_rate
from wijkverhaal.expectation.what_if import FEWEST_YOUTHS, WhatIf, _ranges, read_what_if
from wijkverhaal.foundation.errors import InputError, NotFoundError

#: The draws are kept in single precision.
SINGLE = 1e-5


@pytest.fixture(scope="module")
def question(run_folder: Path, run: FinishedRun) -> WhatIf:
    return read_what_if(run_folder, run)[2022]


def _areas(run: FinishedRun, number: int = 40) -> pl.DataFrame:
    known = run.of_year(2022).filter(pl.col("expected_here").is_not_null())
    return known.sample(number, seed=4)


def test_unchanged_values_give_the_expectation_of_the_run(question: WhatIf, run: FinishedRun) -> None:
    for row in _areas(run).iter_rows(named=True):
        answer = question.answer(row["area"], {})
        for name, found in (("expected_population", answer.population), ("expected_here", answer.here)):
            told = (row[name], row[f"{name}_low"], row[f"{name}_high"])
            assert (found.value, found.low, found.high) == pytest.approx(told, abs=SINGLE)
        assert (answer.difference.value, answer.difference.low, answer.difference.high) == (0.0, 0.0, 0.0)


def test_its_own_values_typed_again_change_nothing(question: WhatIf, run: FinishedRun) -> None:
    """So transforms, cuts and squares are made as the model made them."""
    squared = [name for name, form in question.forms.items() if form.square is not None]
    logs = [name for name, form in question.forms.items() if form.transform == "log"]
    assert squared
    assert logs
    for area in _areas(run)["area"]:
        answer = question.answer(area, question.values[area])
        assert answer.difference.value == pytest.approx(0.0, abs=SINGLE)


def test_the_values_of_another_wijk_give_its_columns(question: WhatIf, run: FinishedRun) -> None:
    one, other = _areas(run, 2)["area"].to_list()
    for name, value in question.values[other].items():
        for term, column in question.forms[name].design(value).items():
            place = question.draws.terms.index(term)
            assert column == pytest.approx(question.draws.design[question.draws.row[other], place], abs=1e-5)
    shared = question.values[other].keys() & question.values[one].keys()
    answer = question.answer(one, {name: question.values[other][name] for name in shared})
    assert answer.difference.value != 0.0


def test_the_interval_comes_from_joint_draws(question: WhatIf, run: FinishedRun) -> None:
    """A difference is surer than the two expectations, which share nearly all that is unsure."""
    area = _areas(run, 1)["area"][0]
    name, value = next(iter(question.values[area].items()))
    low, high = question.ranges[name]
    answer = question.answer(
        area, {name: value + (0.05 if value < (low + high) / 2 else -0.05) * (high - low)}
    )
    assert answer.difference.low < answer.difference.value < answer.difference.high
    assert answer.here.low < answer.here.value < answer.here.high


def test_a_value_outside_the_data_is_refused_with_the_range(question: WhatIf, run: FinishedRun) -> None:
    area = _areas(run, 1)["area"][0]
    name = next(iter(question.values[area]))
    low, high = question.ranges[name]
    for edge in (low, high):
        there = next(one for one in question.gemeente if question.values.get(one, {}).get(name) == edge)
        question.answer(there, {name: edge})
    for value in (low - 0.5, high + 0.5):
        with pytest.raises(InputError, match="kies een getal daartussen") as refused:
            question.answer(area, {name: value})
        assert question.labels[name] in str(refused.value)


def _with_odd(run: FinishedRun) -> FinishedRun:
    """The run, with odd indicators in a wijk without a figure and in one with a few youths."""
    year = run.of_year(2022).filter(pl.col("expected_here").is_not_null())
    silent = year.filter(pl.col("status") == "no_row")["area"][0]
    small = year.filter(pl.col("status") == "shown")["area"][0]
    assert run.indicators is not None
    odd = pl.col("area").is_in([silent, small]) & ~pl.col("filled_in") & (pl.col("year") == 2022)
    return replace(
        run,
        areas=run.areas.with_columns(
            youths=pl.when(pl.col("area") == small).then(5.0).otherwise(pl.col("youths"))
        ),
        indicators=run.indicators.with_columns(value=pl.when(odd).then(1e4).otherwise(pl.col("value"))),
    )


def test_wijken_that_taught_the_model_nothing_do_not_make_the_range(
    question: WhatIf, run: FinishedRun, run_folder: Path
) -> None:
    told = read_what_if(run_folder, _with_odd(run))[2022]
    assert told.ranges.keys() == question.ranges.keys()
    for name, (low, high) in told.ranges.items():
        assert question.ranges[name][0] <= low < high <= question.ranges[name][1] < 1e4, name
    counted = run.of_year(2022).filter(
        pl.col("status") != "no_row", pl.col("youths") >= FEWEST_YOUTHS, pl.col("expected_here").is_not_null()
    )["area"]
    for name, (low, high) in question.ranges.items():
        with_value = [question.values[one][name] for one in counted if name in question.values.get(one, {})]
        assert (low, high) == (min(with_value), max(with_value))


def test_a_wijk_that_lies_outside_keeps_its_value_and_cannot_have_another(
    run: FinishedRun, run_folder: Path
) -> None:
    odd = _with_odd(run)
    told = read_what_if(run_folder, odd)[2022]
    area = next(one for one, mine in told.values.items() if 1e4 in mine.values())
    name = next(iter(told.values[area]))
    assert not told.can_change(area, name)
    assert told.reach(area, name) == (1e4, 1e4)
    assert told.answer(area, {}).here.value > 0.0
    with pytest.raises(InputError, match=r"ligt wijk .* zelf buiten"):
        told.answer(area, {name: sum(told.ranges[name]) / 2})


def test_of_five_hundred_wijken_the_furthest_does_not_count() -> None:
    values = [float(value) for value in range(1, 1001)]
    seen = pl.DataFrame({"indicator": ["students"] * 1000, "value": [*values[1:], 1e6]})
    assert _ranges(seen) == {"students": (4.0, 999.0)}
    assert _ranges(seen.head(499)) == {"students": (2.0, 500.0)}


def test_what_is_within_reach_is_answered_and_what_lies_beyond_is_not(question: WhatIf) -> None:
    areas, narrowed = list(question.gemeente)[:5], 0
    for area in areas:
        for name, now in question.values.get(area, {}).items():
            low, high = question.reach(area, name)
            if not question.can_change(area, name):
                assert (low, high) == (now, now)
                continue
            assert question.ranges[name][0] <= low <= now <= high <= question.ranges[name][1]
            for end, edge in zip((low, high), question.ranges[name], strict=True):
                question.answer(area, {name: end})
                if end != edge:
                    narrowed += 1
                    with pytest.raises(InputError, match="komt niet of bijna niet voor"):
                        question.answer(area, {name: edge})
    assert narrowed > 0


def test_a_value_that_the_model_filled_in_cannot_be_changed(question: WhatIf, run: FinishedRun) -> None:
    assert run.indicators is not None
    filled = run.indicators.filter(pl.col("year") == 2022, pl.col("filled_in"))
    known = filled.filter(pl.col("area").is_in(list(question.gemeente))).to_dicts()[0]
    with pytest.raises(NotFoundError, match="telt bij wijk"):
        question.answer(known["area"], {known["indicator"]: 10.0})
    with pytest.raises(NotFoundError, match="niets te berekenen"):
        question.answer("WK000000", {})


def test_a_run_from_before_has_no_such_question(run: FinishedRun, tmp_path: Path) -> None:
    assert read_what_if(tmp_path, run) == {}


def test_the_average_over_an_effect_is_that_of_the_run() -> None:
    predictor, sd = np.linspace(-4.0, 0.5, 7), np.linspace(0.0, 0.6, 7)
    expected = mean_rate(predictor[:, None].copy(), sd, "logit")[:, 0]
    assert _averaged(predictor, sd, "logit") == pytest.approx(expected, abs=1e-12)
    assert _averaged(predictor, sd, "percent") is predictor
