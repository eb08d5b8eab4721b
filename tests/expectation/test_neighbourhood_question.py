# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The neighbourhood question: a true effect is found, noise is not, and what is missing is said."""

import numpy as np
import pytest

from wijkverhaal.expectation.held_out_scores import held_out_scores, left_out_scores
from wijkverhaal.expectation.neighbourhood_question import NeighbourhoodQuestion, ask
from wijkverhaal.expectation.question_rule import TOGETHER
from wijkverhaal.expectation.question_words import question_sentences
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import Plan, scored_wijken
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import InputError

from .neighbourhood_countries import country_panel, own_column, with_own

PLAN = Plan("wijk", folds=4, seeds=1)


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Panel:
    """A country in which safety matters much."""
    return country_panel(tmp_path_factory.mktemp("safe"), {"veiligheid": -0.25})


@pytest.fixture(scope="module")
def asked(safe: Panel) -> NeighbourhoodQuestion:
    return ask(safe, folds=4)


def test_a_true_effect_is_found_in_hidden_wijken_and_hidden_gemeenten(asked: NeighbourhoodQuestion) -> None:
    gains = asked.step("cohesion_and_safety").gains
    assert {way: gain.verdict for way, gain in gains.items()} == {"wijk": "gain", "gemeente": "gain"}


def test_each_step_adds_to_the_one_before(asked: NeighbourhoodQuestion) -> None:
    assert [step.id for step in asked.steps] == ["cohesion_and_safety", "amenities", TOGETHER]
    assert asked.absent == ("surroundings", "cooperation", "own")
    first, second, together = asked.steps
    assert set(first.indicators) == {"local:sociale_samenhang", "local:veiligheid"}
    assert "local:voorzieningen" in second.indicators
    assert set(together.indicators) == set(first.indicators) | set(second.indicators)
    for way in ("wijk", "gemeente"):
        parts = first.gains[way].difference + second.gains[way].difference
        assert together.gains[way].difference == pytest.approx(parts, abs=1e-12)


def test_noise_is_no_gain(safe: Panel) -> None:
    noise = np.random.default_rng(1).standard_normal((2, safe.areas.height))
    found = ask(with_own(safe, {"a": noise[0], "b": noise[1]}), ("wijk",), folds=4)
    assert found.step("own").gains["wijk"].verdict != "gain"


def test_sentences_say_the_verdict_and_what_is_missing(asked: NeighbourhoodQuestion) -> None:
    found = question_sentences(asked)
    assert found[0] == (
        "Sociale samenhang en veiligheid: met deze cijfers erbij voorspelt het model verborgen wijken beter."
    )
    assert any("geen cijfers: Fysieke omgeving, Samenwerking" in sentence for sentence in found)
    assert any("geen oorzaak" in sentence for sentence in found)
    assert not any("de jeugdcijfers van" in sentence for sentence in found)


def test_older_figures_are_told(safe: Panel) -> None:
    older = with_own(safe, {"a": own_column(safe, "veiligheid")})
    older.local_years["local:a"] = (2019,)
    found = question_sentences(ask(older, ("wijk",), folds=2))
    assert "De cijfers over a zijn van 2019, de jeugdcijfers van 2022." in found


def test_figures_of_few_wijken_are_named_and_not_compared(safe: Panel) -> None:
    few = np.where(np.arange(safe.areas.height) < 60, own_column(safe, "veiligheid"), np.nan)
    found = ask(with_own(safe, {"few": few}), ("wijk",), folds=2)
    assert found.steps == ()
    assert found.too_little_known == ("local:few",)
    sentences = question_sentences(found)
    assert any("few" in sentence and "wijkverhaal local" in sentence for sentence in sentences)


def test_only_wijken_with_the_figure_count(safe: Panel) -> None:
    half = np.where(np.arange(safe.areas.height) % 2 == 0, own_column(safe, "veiligheid"), np.nan)
    gain = ask(with_own(safe, {"half": half}), ("wijk",), folds=2).step("own").gains["wijk"]
    assert gain.wijken == int((scored_wijken(safe) & np.isfinite(half)).sum())


def test_progress_reaches_the_end(safe: Panel) -> None:
    told: list[float] = []
    with_one = with_own(safe, {"a": own_column(safe, "veiligheid")})
    ask(with_one, ("wijk",), folds=2, progress=lambda what, share: told.append(share))
    assert told == [0.25, 0.5, 0.75, 1.0]


def test_too_many_folds_are_refused(safe: Panel) -> None:
    with pytest.raises(InputError, match="--folds"):
        ask(safe, ("gemeente",), folds=1000)


def test_leaving_out_without_refitting_agrees_with_refitting(safe: Panel) -> None:
    place = Settings(neighbourhood=frozenset({"safety"}))
    refitted = held_out_scores(safe, place, Plan("wijk", 10, 1)).log_score
    refitted = refitted - held_out_scores(safe, Settings(), Plan("wijk", 10, 1)).log_score
    quick = left_out_scores(safe, place).log_score - left_out_scores(safe, Settings()).log_score
    scored = scored_wijken(safe)
    assert np.isfinite(quick[scored]).all()
    assert np.isnan(quick[~scored]).all()
    assert np.corrcoef(quick[scored], refitted[scored])[0, 1] > 0.9
    assert quick[scored].mean() == pytest.approx(refitted[scored].mean(), rel=0.3)
