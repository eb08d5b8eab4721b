# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional conversations hold together, and nobody can take them for real."""

import pytest

from wijkverhaal.dialogue.agreement import AgreementState
from wijkverhaal.dialogue.cooperation import read_strength
from wijkverhaal.dialogue.organisation import read_organisation
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.dialogue.valuation import Valued
from wijkverhaal.simulation.conversation.fictional_conversation import (
    FictionalConversation,
    fictional_conversations,
)

BOTH = pytest.mark.parametrize("one", fictional_conversations(), ids=lambda one: one.key)


@BOTH
def test_every_name_and_title_says_that_it_is_invented(one: FictionalConversation) -> None:
    named = [one.title, *(person.name for person in one.people), *(partner.name for partner in one.partners)]
    assert all(name.endswith("(verzonnen)") for name in named)


@BOTH
def test_whoever_speaks_or_votes_was_there_and_nobody_votes_twice(one: FictionalConversation) -> None:
    there = {person.key for person in one.people}
    assert len(there) == len(one.people)
    for said in one.statements:
        votes = [*said.agree, *said.disagree, *said.doubt]
        assert len(votes) == len(set(votes))
        assert {said.by, *votes} <= there
    assert {lead.by for lead in one.leads} | {answer.by for answer in one.cooperation} <= there


@BOTH
def test_every_answer_is_one_that_a_participant_can_give(one: FictionalConversation) -> None:
    for person in one.people:
        read_organisation(person.organisation)
        assert not person.recognised or Recognised(person.recognised)
        assert not person.valued or Valued(person.valued)
        assert person.guess > 0
    assert all(Tag(said.tag) for said in one.statements)
    assert all(AgreementState(lead.state) for lead in one.leads)
    for partner in one.partners:
        read_organisation(partner.organisation)


@BOTH
def test_merges_leads_and_answers_point_at_what_is_there(one: FictionalConversation) -> None:
    statements = {said.key for said in one.statements}
    partners = {partner.key for partner in one.partners}
    assert {said.into for said in one.statements if said.into} <= statements
    assert {lead.hypothesis for lead in one.leads} <= statements
    for answer in one.cooperation:
        assert set(answer.strengths) == partners - {answer.own}
        assert all(read_strength(str(strength)) == strength for strength in answer.strengths.values())
