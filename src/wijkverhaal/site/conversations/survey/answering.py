# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a participant fills in: for which partner they speak, and how strongly it works with each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkverhaal.dialogue.cooperation import Partner, read_strength
from wijkverhaal.dialogue.submission import read_client_key
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions import entry_kind as kinds
from wijkverhaal.site.conversations.contributions.adding import append, check_running, held
from wijkverhaal.site.conversations.models import Entry
from wijkverhaal.site.conversations.survey.answers import answers_to, partners_of, survey_of
from wijkverhaal.site.conversations.survey.survey import SurveyState

#: Before the id of a partner, in the name of a field of the form.
FIELD = "partner-"
#: Of the key of the form, so that the number of an answer still fits behind it.
_KEY = 60


@dataclass(frozen=True)
class Filled:
    """What somebody answered.

    Attributes
    ----------
    own : str
        Id of the partner for which they speak; empty where they did not say.
    strengths : mapping of partner id to 0..3
        Without those that they left open.
    """

    own: str
    strengths: Mapping[str, int]


def read_filled(form: Mapping[str, str], partners: Sequence[Partner]) -> Filled:
    """What was sent.

    Raises
    ------
    InputError
        When the partner is not of this survey, nothing is answered, or an answer cannot be.
    """
    own = form.get("voor", "")
    if own not in {one.id for one in partners}:
        raise InputError(_("Kies eerst voor welke organisatie je spreekt."))
    strengths = {
        one.id: read_strength(typed)
        for one in partners
        if one.id != own and (typed := form.get(FIELD + one.id, ""))
    }
    if not strengths:
        raise InputError(_("Er is nog niets gekozen; kies bij minstens één organisatie een antwoord."))
    return Filled(own, strengths)


def keep_filled(conversation: str, participant: str, filled: Filled, client_key: str) -> None:
    """Keep all answers of one form, or none; the same form sent twice is kept once.

    Raises
    ------
    InputError
        When the survey does not stand open.
    """
    key = read_client_key(client_key)[:_KEY]
    with held(conversation) as stored:
        sent = Entry.objects.filter(conversation=stored.pk, participant=participant)
        if sent.filter(client_key=f"{key}-0").exists():
            return
        check_running(stored)
        survey = survey_of(conversation)
        if survey is None or survey.state != SurveyState.OPEN:
            raise InputError(_("De vragenlijst staat niet meer open."))
        known = [one.id for one in partners_of(survey)]
        if filled.own not in known or not set(filled.strengths) <= set(known):
            raise InputError(_("De lijst is net veranderd; laad de bladzijde opnieuw."))
        for place, (partner, strength) in enumerate(filled.strengths.items()):
            content = {"own": filled.own, "partner": partner, "strength": strength}
            append(stored, kinds.COOPERATION, content, participant, f"{key}-{place}")


def filled_by(conversation: str, participant: str) -> Filled:
    """What somebody answered up to now."""
    mine = [one for one in answers_to(conversation) if one.participant == participant]
    return Filled(mine[-1].own if mine else "", {one.partner: one.strength for one in mine})
