# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session: its four steps, two facilitators at once, its invitations and its participants."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.dialogue.invitation import Invitation, InvitationState, fingerprint, new_token
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.dialogue.participant import new_participant
from wijkverhaal.dialogue.session import Session, SessionState
from wijkverhaal.dialogue.step import Step
from wijkverhaal.foundation.errors import InputError

NOW = datetime(2026, 3, 1, 14, 0, tzinfo=UTC)
SESSION = Session(
    "s1",
    "Gesprek over de Bloemenwijk",
    ("WK990101",),
    "run-1",
    2022,
    figures=(FigureReference(FigureKind.USE, "WK990101", 2022),),
)


def test_the_four_steps_follow_each_other() -> None:
    step, walked = Step.RECOGNISE, [Step.RECOGNISE.word]
    while step.next is not None:
        assert step.next.previous is step
        step = step.next
        walked.append(step.word)
    assert walked == ["Herkennen", "Verklaren", "Waarderen", "Verbeteren"]
    assert Step.RECOGNISE.previous is None
    assert all(step.question.endswith("?") and len(step.questions) == 3 for step in Step)


def test_a_session_runs_and_closes() -> None:
    session = SESSION.started(0).at(Step.EXPLAIN, 1).closed(2)
    assert (session.state, session.step, session.version) == (SessionState.CLOSED, Step.EXPLAIN, 3)


def test_two_facilitators_cannot_undo_each_other_unseen() -> None:
    running = SESSION.started(0)
    moved = running.at(Step.EXPLAIN, seen=1)
    with pytest.raises(InputError, match="andere gespreksleider"):
        moved.at(Step.VALUE, seen=1)


def test_a_session_that_does_not_run_has_no_steps() -> None:
    with pytest.raises(InputError, match="niet bezig"):
        SESSION.at(Step.EXPLAIN, 0)
    with pytest.raises(InputError, match="hoort niet bij"):
        SESSION.started(0).at(Step.RECOGNISE, 1, figure=1)


def test_a_link_opens_one_session_until_its_end() -> None:
    token = new_token()
    invitation = Invitation("s1", fingerprint(token), NOW + timedelta(hours=2))
    assert invitation.opens("s1", token, NOW)
    assert not invitation.opens("s2", token, NOW)
    assert not invitation.opens("s1", new_token(), NOW)
    assert not invitation.opens("s1", token, NOW + timedelta(hours=2))
    assert invitation.state(NOW + timedelta(hours=3)) is InvitationState.EXPIRED
    revoked = replace(invitation, revoked=True)
    assert not revoked.opens("s1", token, NOW)
    assert "ingetrokken" in revoked.state(NOW).sentence
    assert token not in repr(invitation)


def test_who_comes_in_gives_a_name_and_a_kind() -> None:
    person = new_participant("x", " Juf \u202eAnna ", "school", 3)
    assert (person.name, person.organisation) == ("Juf Anna", OrganisationType.SCHOOL)
    with pytest.raises(InputError, match="lijst"):
        new_participant("x", "Anna", "ministerie", 3)
    with pytest.raises(InputError, match="tekst"):
        new_participant("x", "  ", "school", 3)
