# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""After the session: the leidraad, the report, moderation, and somebody who withdraws."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.cooperation import CooperationAnswer
from wijkverhaal.dialogue.guess import Guess
from wijkverhaal.dialogue.guess_spread import spread_of
from wijkverhaal.dialogue.leidraad import leidraad, table_sizes, timed_parts
from wijkverhaal.dialogue.moderation import Moderation, ModerationReason, moderated, placeholder
from wijkverhaal.dialogue.opinion import Opinion, Vote, tallies_of
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.participant import Participant
from wijkverhaal.dialogue.recognition import Recognised, Recognition, recognition_of
from wijkverhaal.dialogue.session import Session
from wijkverhaal.dialogue.session_report import Explanations, Moment, session_report
from wijkverhaal.dialogue.shown_together import NOT_YET, grouping_of
from wijkverhaal.dialogue.statement import Merge, Statement, Tag, roots_of
from wijkverhaal.dialogue.step import Step
from wijkverhaal.dialogue.valuation import Valuation, Valued, valuation_of, valuation_remark
from wijkverhaal.dialogue.withdrawal import Contributions, withdrawal_sentences, without_participant
from wijkverhaal.foundation.errors import InputError

SESSION = Session("s1", "Gesprek", ("WK990101",), "run-1", 2022)
STATEMENTS = tuple(
    Statement(f"s{k}", f"p{k % 3}", f"tekst van p{k % 3}, nummer {k}", Tag.SUPPLY, 10 + k) for k in range(6)
)


def _people(*kinds: OrganisationType) -> list[Participant]:
    return [Participant(f"p{k}", f"Naam{k}", kind, k) for k, kind in enumerate(kinds)]


@settings(deadline=None)
@given(st.integers(75, 180))
def test_the_minutes_add_up(minutes: int) -> None:
    parts = timed_parts(minutes)
    assert sum(part.minutes for part in parts) == minutes
    assert [part.start for part in parts] == [
        sum(one.minutes for one in parts[:k]) for k in range(len(parts))
    ]
    assert {step.word for step in Step} <= {part.name for part in parts}


@pytest.mark.parametrize("minutes", [0, 74, 181])
def test_a_conversation_is_not_shorter_or_longer(minutes: int) -> None:
    with pytest.raises(InputError, match="75 tot 180"):
        timed_parts(minutes)


@settings(deadline=None)
@given(st.integers(0, 300))
def test_everybody_has_a_seat_at_a_table_of_at_most_eight(people: int) -> None:
    sizes = table_sizes(people)
    assert sum(sizes) == people
    assert max(sizes, default=0) <= 8
    if people >= 18:
        assert min(sizes) >= 6


@pytest.mark.parametrize(
    ("people", "told"),
    [
        (5, "Met 5 mensen past dat aan één tafel."),
        (12, "Met 12 mensen zijn dat 2 tafels van 6."),
        (20, "Met 20 mensen zijn dat 3 tafels: 2 van 7 en 1 van 6."),
    ],
)
def test_the_tables_are_told_in_plain_words(people: int, told: str) -> None:
    assert told in repr(leidraad(SESSION, ["Bloemenwijk"], people=people))


def test_the_leidraad_has_all_that_a_facilitator_needs() -> None:
    guide = leidraad(SESSION, ["Bloemenwijk"], ["Werkelijk gebruik"], people=20)
    headings = [section.heading for section in guide.sections]
    assert headings[:3] == ["Doel", "Wie", "De cijfers"]
    assert "Wat we niet concluderen" in headings
    text = repr(guide)
    assert "6 tot 8" in text
    assert "Bloemenwijk" in text
    assert all(step.question in text for step in Step)


def _contributions() -> Contributions:
    people = range(4)
    return Contributions(
        guesses=tuple(Guess(f"p{k}", "f", 5.0 + k, k) for k in people),
        recognitions=tuple(Recognition(f"p{k}", "f", Recognised.YES, k, f"reden p{k}") for k in people),
        statements=STATEMENTS,
        merges=(Merge("s1", "s0", 30), Merge("s2", "s1", 31)),
        opinions=tuple(Opinion(f"p{k}", f"s{n}", Vote.AGREE, 40 + k) for k in people for n in range(3)),
        valuations=tuple(Valuation(f"p{k}", "f", Valued.FINE, k, f"wens p{k}") for k in people),
        cooperation=tuple(CooperationAnswer(f"p{k}", "a", "b", 2, k) for k in people),
    )


def test_who_withdraws_leaves_no_word_and_no_id() -> None:
    kept = without_participant(_contributions(), "p0", "n9", 99)
    assert "p0" not in repr(kept)
    assert {one.id for one in kept.statements} == {"s1", "s2", "s4", "s5"}


def test_no_total_moves_when_somebody_withdraws() -> None:
    before, after = _contributions(), without_participant(_contributions(), "p0", "n9", 99)
    assert recognition_of(before.recognitions, "f") == recognition_of(after.recognitions, "f")
    assert valuation_of(before.valuations, "f") == valuation_of(after.valuations, "f")
    assert spread_of(before.guesses, "f", 50) == spread_of(after.guesses, "f", 50)
    assert len(after.cooperation) == len(before.cooperation)


def test_a_heap_of_merged_statements_outlives_its_top() -> None:
    after = without_participant(_contributions(), "p0", "n9", 99)
    roots = roots_of(after.statements, after.merges)
    assert (roots["s1"], roots["s2"]) == ("s1", "s1")
    tally = tallies_of(after.opinions, roots, anonymous=False)["s1"]
    assert tally.people == 4


def test_who_withdraws_reads_what_goes_and_what_stays() -> None:
    text = " ".join(withdrawal_sentences())
    assert "verdwijnen" in text
    assert "totalen" in text
    assert "al gedeeld" in text


def test_a_decision_can_be_taken_back() -> None:
    off = Moderation("s0", ModerationReason.NAME, "g1", 1)
    assert moderated([off]) == {"s0": ModerationReason.NAME}
    assert moderated([Moderation("s0", None, "g2", 2), off]) == {}
    assert placeholder(ModerationReason.NAME) == "Deze bijdrage is weggehaald: er staat een naam in."


def test_the_report_holds_no_name_no_id_and_nothing_moderated() -> None:
    people = _people(*[OrganisationType.SCHOOL] * 3, OrganisationType.POLICE)
    grouping = grouping_of(people, through=100)
    explanations = Explanations(STATEMENTS, moderated={"s5": ModerationReason.RECOGNISABLE})
    report = session_report(SESSION, grouping, explanations)
    text = repr(report)
    assert "Naam" not in text
    assert "nummer 5" not in text
    assert len(report.statements) == 5
    assert [(group.key, group.people) for group in report.groups] == [("allen", 4)]
    assert any("1 bijdrage is weggehaald" in remark for remark in report.remarks)


def test_before_the_close_the_report_tells_no_kinds() -> None:
    report = session_report(SESSION, NOT_YET, Explanations(STATEMENTS))
    assert report.groups == ()
    assert {one.by for one in report.statements} == {"een deelnemer"}


def test_merged_statements_stand_together_with_their_votes() -> None:
    roots = roots_of(STATEMENTS, [Merge("s1", "s3", 50)])
    opinions = [Opinion(f"p{k}", "s1", Vote.AGREE, 60 + k) for k in range(3)]
    tallies = tallies_of(opinions, roots)
    grouping = grouping_of(_people(*[OrganisationType.SCHOOL] * 3), through=12)
    report = session_report(SESSION, grouping, Explanations(STATEMENTS, roots, tallies))
    first = report.statements[0]
    assert first.text == STATEMENTS[3].text
    assert first.merged == (STATEMENTS[1].text,)
    assert first.tally.people == 3
    assert first.by == "een deelnemer"
    assert {one.by for one in report.statements} == {"een deelnemer", "school"}


def test_names_stand_there_only_where_the_session_has_names() -> None:
    told = Explanations(STATEMENTS, names={"p0": "Anna"})
    assert "Anna" not in repr(session_report(SESSION, NOT_YET, told))
    named = session_report(replace(SESSION, anonymous=False), NOT_YET, told)
    assert sum("Anna" in one.by for one in named.statements) == 2


def test_a_moderated_top_does_not_take_its_heap_along() -> None:
    roots = roots_of(STATEMENTS, [Merge("s1", "s3", 50)])
    opinions = [Opinion(f"p{k}", "s3", Vote.AGREE, 60 + k) for k in range(3)]
    explanations = Explanations(
        STATEMENTS, roots, tallies_of(opinions, roots), {"s3": ModerationReason.HURTFUL}
    )
    first = session_report(SESSION, NOT_YET, explanations).statements[0]
    assert (first.text, first.tally.people, first.merged) == (STATEMENTS[1].text, 3, ())


def test_the_course_is_in_the_order_of_the_server() -> None:
    moments = [
        Moment(Step.EXPLAIN, datetime(2026, 1, 1, 11, tzinfo=UTC)),
        Moment(Step.RECOGNISE, datetime(2026, 1, 1, 10, tzinfo=UTC)),
    ]
    report = session_report(SESSION, NOT_YET, Explanations(), moments)
    assert [moment.step for moment in report.course] == [Step.RECOGNISE, Step.EXPLAIN]


def test_the_course_names_a_step_again_only_for_another_figure() -> None:
    told = [
        (Step.RECOGNISE, "een"),
        (Step.RECOGNISE, "een"),
        (Step.RECOGNISE, "twee"),
        (Step.EXPLAIN, "twee"),
    ]
    moments = [
        Moment(step, datetime(2026, 1, 1, 10, k, tzinfo=UTC), about=about)
        for k, (step, about) in enumerate(told)
    ]
    report = session_report(SESSION, NOT_YET, Explanations(), moments)
    assert [(one.step, one.about) for one in report.course] == [told[0], told[2], told[3]]


def test_with_two_wijken_the_report_names_the_wijk_and_with_one_it_does_not() -> None:
    two = replace(SESSION, wijken=("WK990101", "WK990102"))
    assert session_report(SESSION, NOT_YET, Explanations(), names=["Noord"]).places == {}
    report = session_report(two, NOT_YET, Explanations(), names=["Noord", "Zuid"])
    assert report.places == {"WK990101": "Noord", "WK990102": "Zuid"}


def test_use_is_never_called_bad_or_good() -> None:
    words = " ".join([valuation_remark(), *(one.word for one in Valued)])
    assert not any(word in words.lower() for word in ("slecht", "goed", "probleem"))
    tally = valuation_of([Valuation(f"p{k}", "f", Valued.TOO_HIGH, k) for k in range(3)], "f")
    assert "3 × hoger dan wij willen" in tally.sentence
