# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey of a conversation: its partners, and when it can be filled in.

Partners are chosen before it opens and stay as they are while people answer. Nothing is told before it
closes, and once something is told it never opens again: two results could be laid side by side, and
their difference would be the answers of one person.
"""

from enum import StrEnum
from secrets import token_hex

from django.db import transaction
from django.utils import timezone

from wijkverhaal.dialogue.contribution_text import cleaned_line
from wijkverhaal.dialogue.organisation import read_organisation
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.conversations.contributions.adding import check_running, held, next_serial
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.survey.answers import figures_of, people_in, survey_of
from wijkverhaal.site.conversations.survey.models import Survey, SurveyPartner
from wijkverhaal.site.wijken.cooperation import keep_cooperation

LONGEST_PARTNER = 80
FEWEST_PARTNERS = 3
#: More do not fit one page of questions on a phone.
MOST_PARTNERS = 15


class SurveyState(StrEnum):
    """Where a survey is; the value stands in the database."""

    PREPARED = "voorbereid"
    OPEN = "open"
    CLOSED = "gesloten"

    @property
    def word(self) -> str:
        """What a reader sees."""
        words = {
            SurveyState.PREPARED: _("nog niet open"),
            SurveyState.OPEN: _("open"),
            SurveyState.CLOSED: _("gesloten"),
        }
        return words[self]


def add_partner(stored: Conversation, name: str, organisation: str) -> None:
    """Add a partner to the survey, which is there from the first one on.

    Raises
    ------
    InputError
        When the name or the kind is wrong, it stands there already, or people are answering.
    """
    wanted, kind = cleaned_line(name, LONGEST_PARTNER), read_organisation(organisation)
    with transaction.atomic():
        survey, _new = Survey.objects.get_or_create(conversation=stored, defaults={"area": stored.wijken[0]})
        _check_prepared(survey)
        there = [one.name.casefold() for one in survey.partners.all()]
        if wanted.casefold() in there:
            raise InputError(_("{name} staat al in de lijst.").format(name=wanted))
        if len(there) >= MOST_PARTNERS:
            raise InputError(
                _("Er passen {most} partners in de vragenlijst; haal er eerst een weg.").format(
                    most=MOST_PARTNERS
                )
            )
        SurveyPartner.objects.create(
            id=token_hex(8), survey=survey, name=wanted, organisation=kind.value, place=len(there)
        )


def remove_partner(survey: Survey, partner: str) -> None:
    """Take a partner out of the survey.

    Raises
    ------
    InputError
        When people are answering.
    """
    _check_prepared(survey)
    survey.partners.filter(pk=partner).delete()


def choose_area(survey: Survey, area: str, wijken: list[str]) -> None:
    """Say about which wijk of the conversation it is.

    Raises
    ------
    InputError
    """
    _check_prepared(survey)
    if area not in wijken:
        raise InputError(_("Deze wijk hoort niet bij het gesprek; kies er een uit de lijst."))
    Survey.objects.filter(pk=survey.pk).update(area=area)


def open_survey(conversation: str) -> None:
    """Let participants fill it in; also again, as long as nothing of it was told.

    Raises
    ------
    InputError
        When the conversation is not going on, there are too few partners, or the result stands.
    """
    with held(conversation) as stored:
        check_running(stored)
        survey = _there(conversation)
        if survey.partners.count() < FEWEST_PARTNERS:
            raise InputError(_("Zet eerst minstens drie partners in de lijst."))
        if survey.state == SurveyState.CLOSED and figures_of(survey) is not None:
            raise InputError(_("De uitslag staat vast; de vragenlijst kan niet meer open."))
        _set(stored, survey, SurveyState.OPEN)


def change_partners(conversation: str) -> None:
    """Go back to choosing partners, as long as nobody answered.

    Raises
    ------
    InputError
    """
    with held(conversation) as stored:
        if people_in(conversation):
            raise InputError(_("Er is al geantwoord; de partners kunnen niet meer veranderen."))
        _set(stored, _there(conversation), SurveyState.PREPARED)


def close_survey(conversation: str) -> None:
    """End it; what it gave stays with the wijk.

    Raises
    ------
    InputError
        When it is not open.
    """
    with held(conversation) as stored:
        survey = _there(conversation)
        if survey.state != SurveyState.OPEN:
            raise InputError(_("De vragenlijst staat niet open."))
        _set(stored, survey, SurveyState.CLOSED)
        keep_figures(stored)


def keep_figures(stored: Conversation) -> None:
    """Keep what the survey gave with its wijk, under the day on which the conversation began."""
    survey = _there(stored.pk)
    found = figures_of(survey)
    if found is not None:
        keep_cooperation(stored.pk, survey.area, timezone.localdate(stored.started), found)


def _set(stored: Conversation, survey: Survey, state: SurveyState) -> None:
    closed = timezone.now() if state is SurveyState.CLOSED else None
    Survey.objects.filter(pk=survey.pk).update(state=state.value, closed=closed)
    # everybody's page hears of it by the place in the order that this takes
    next_serial(stored)


def _there(conversation: str) -> Survey:
    found = survey_of(conversation)
    if found is None:
        raise InputError(_("Zet eerst minstens drie partners in de lijst."))
    return found


def _check_prepared(survey: Survey) -> None:
    if survey.state != SurveyState.PREPARED:
        raise InputError(_("De vragenlijst is al open geweest; de partners kunnen niet meer veranderen."))
