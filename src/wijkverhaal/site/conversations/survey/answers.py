# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was answered to the cooperation survey of a conversation."""

from wijkverhaal.dialogue.cooperation import CooperationAnswer, NetworkFigures, Partner, network_figures
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.models import Entry
from wijkverhaal.site.conversations.survey.models import Survey


def survey_of(conversation: str) -> Survey | None:
    """The survey of a conversation; None where nobody prepared one."""
    return Survey.objects.filter(conversation=conversation).first()


def partners_of(survey: Survey) -> list[Partner]:
    """The partners as the rules know them, in the order in which they were added."""
    return [Partner(one.id, one.name, OrganisationType(one.organisation)) for one in survey.partners.all()]


def answers_to(conversation: str) -> list[CooperationAnswer]:
    """The answers; of somebody who chose another partner to speak for, only those for the last one."""
    rows = Entry.objects.filter(conversation=conversation, kind=kinds.COOPERATION).order_by("serial")
    found = [
        CooperationAnswer(who or "", content["own"], content["partner"], content["strength"], serial)
        for who, content, serial in rows.values_list("participant_id", "content", "serial")
    ]
    last = {one.participant: one.own for one in found}
    return [one for one in found if one.own == last[one.participant]]


def people_in(conversation: str) -> int:
    """How many people answered."""
    return len({one.participant for one in answers_to(conversation)})


def figures_of(survey: Survey) -> NetworkFigures | None:
    """The figures as they may be told; None where too few people answered."""
    return network_figures(partners_of(survey), answers_to(survey.pk))
