# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year later: what changed, what others did, and no word of cause."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from tests.dialogue.conftest import OTHERS, WIJK, area_row, bounded, finished_run
from wijkverhaal.dialogue.agreement import Agreement, AgreementState, When, reminders
from wijkverhaal.dialogue.estimate import Estimate, change_as_if_apart
from wijkverhaal.dialogue.follow_up import follow_up
from wijkverhaal.expectation.finished_run import FinishedRun

AGREED = Agreement(
    "a", "Spreekuur op school", "wijkteam", date(2023, 1, 1), WIJK, "run-1", 2021, "social_assistance"
)


def test_within_one_run_the_change_is_of_both_years_together(run: FinishedRun) -> None:
    found = follow_up(AGREED, run, run)
    assert found.difference is not None
    assert found.difference.together
    assert found.difference.change == Estimate(-0.2, -0.7, 0.3)
    assert "niet te zeggen" in " ".join(found.sentences)


def test_the_indicator_and_the_comparable_wijken_stand_beside_it(run: FinishedRun) -> None:
    found = follow_up(AGREED, run, run)
    assert found.indicator is not None
    assert (found.indicator.before, found.indicator.after, found.indicator.new) == (4.0, 4.5, True)
    assert found.comparable is not None
    assert found.comparable.wijken == len(OTHERS)
    assert found.comparable.use == pytest.approx(0.3)
    assert found.comparable.indicator == pytest.approx(0.5)
    assert "vergelijkbare wijken" in " ".join(found.sentences)


def test_between_two_runs_the_interval_is_wide_and_says_so(run: FinishedRun) -> None:
    later = finished_run(
        [
            area_row(one, 2023, **bounded("actual", 9.0, 1.0), **bounded("difference_here", -1.0, 1.0))
            for one in (WIJK, *OTHERS)
        ]
    )
    found = follow_up(AGREED, run, later)
    assert found.years == (2021, 2023)
    assert found.difference is not None
    assert not found.difference.together
    assert found.difference.change.value == pytest.approx(-3.0)
    assert found.difference.change.high - found.difference.change.low == pytest.approx(2 * 2**0.5)
    assert sum("ruim gerekend" in sentence for sentence in found.sentences) == 2
    assert found.indicator is not None
    assert not found.indicator.new


def test_the_wide_interval_covers_at_least_as_often_as_it_says() -> None:
    """Errors of two years that go together make the interval cover more, never less."""
    random = np.random.default_rng(2)
    for shared in (0.0, 0.5, 0.9):
        own = random.normal(size=(2, 20000)) * (1 - shared) ** 0.5
        error = own + random.normal(size=20000) * shared**0.5
        one = Estimate(0.0, -1.6448536, 1.6448536)
        half = change_as_if_apart(one, one).high
        assert np.mean(np.abs(error[1] - error[0]) < half) > 0.89


@pytest.mark.parametrize(
    ("later", "reason", "words"),
    [
        (finished_run([area_row(WIJK, 2023)], outcome="jeugdhulp"), "other_outcome", "niet te vergelijken"),
        (finished_run([area_row(WIJK, 2021)]), "no_newer_year", "later jaar"),
        (finished_run([area_row("WK990109", 2023)]), "no_wijk", "grens"),
    ],
)
def test_where_nothing_can_be_compared_it_says_why(
    run: FinishedRun, later: FinishedRun, reason: str, words: str
) -> None:
    found = follow_up(AGREED, run, later)
    assert found.reason == reason
    assert found.difference is None
    assert len(found.sentences) == 1
    assert words in found.sentences[0]


def test_figures_of_before_the_agreement_say_nothing_of_what_came_after(run: FinishedRun) -> None:
    found = follow_up(replace(AGREED, made=date(2026, 11, 22)), run, run)
    assert found.when is When.BEFORE
    assert not found.asks_to_look_back
    assert found.sentences[0] == (
        "Deze cijfers gaan over 2022, van voor de afspraak (22 november 2026). Over de tijd erna zeggen ze"
        " niets. Cijfers over een jaar komen ongeveer anderhalf jaar later."
    )
    assert found.sentences[1] == "Ter achtergrond, van voor de afspraak:"
    assert not any("veranderde na de afspraak" in one for one in found.sentences)


def test_a_year_in_which_it_was_agreed_is_partly_after_it(run: FinishedRun) -> None:
    found = follow_up(replace(AGREED, made=date(2022, 3, 1)), run, run)
    assert found.when is When.PARTLY
    assert found.asks_to_look_back
    assert "Alleen een deel van 2022 ligt dus na de afspraak" in found.sentences[0]


@pytest.mark.parametrize(("made", "told"), [(2021, False), (2022, False), (2023, True)])
def test_years_between_the_figures_and_the_agreement_are_told(
    made: int, told: bool, run: FinishedRun
) -> None:
    later = finished_run([area_row(one, 2024) for one in (WIJK, *OTHERS)])
    found = follow_up(replace(AGREED, made=date(made, 12, 31)), run, later)
    assert found.when is When.AFTER
    assert ("Een deel van de verandering kan van voor de afspraak zijn." in found.sentences[0]) is told


def test_no_sentence_speaks_of_a_cause(run: FinishedRun) -> None:
    text = " ".join(follow_up(AGREED, run, run).sentences)
    assert "zegt nog niet dat het door de afspraak komt" in text
    assert not any(word in text for word in ("dankzij", "effect", "leidde tot", "beter", "slechter"))


def test_few_comparable_wijken_are_not_averaged(run: FinishedRun) -> None:
    later = finished_run([area_row(WIJK, 2023), area_row(OTHERS[0], 2023)])
    found = follow_up(AGREED, run, later)
    assert found.comparable is None
    assert "te weinig vergelijkbare wijken" in " ".join(found.sentences)


def test_a_secret_or_unknown_estimate_is_not_compared(run: FinishedRun) -> None:
    later = finished_run([area_row(WIJK, 2023, difference_here=None), area_row(OTHERS[0], 2023)])
    assert follow_up(AGREED, run, later).difference is None


def test_reminders_are_what_is_open_after_its_date() -> None:
    def agreed(name: str, due: date, state: AgreementState) -> Agreement:
        return Agreement(name, "x", "y", due, WIJK, "run-1", 2021, state=state)

    listed = reminders(
        [
            agreed("late", date(2024, 1, 1), AgreementState.BUSY),
            agreed("later", date(2023, 1, 1), AgreementState.AGREED),
            agreed("done", date(2020, 1, 1), AgreementState.DONE),
            agreed("stopped", date(2020, 1, 1), AgreementState.STOPPED),
            agreed("today", date(2026, 1, 1), AgreementState.AGREED),
        ],
        date(2026, 1, 1),
    )
    assert [one.id for one in listed] == ["later", "late"]


def test_a_year_without_any_figure_is_not_compared(run: FinishedRun) -> None:
    """There is only a prediction: a change of it says nothing of what happened."""
    later = finished_run([area_row(one, 2023, status="no_row") for one in (WIJK, *OTHERS)])
    found = follow_up(AGREED, run, later)
    assert (found.use, found.difference, found.comparable) == (None, None, None)
