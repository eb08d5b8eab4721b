# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a closed survey gave: figures with their bounds, the picture, and how to read them."""

from dataclasses import dataclass

from django.http import Http404
from markupsafe import Markup

from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.dialogue.cooperation_indicators import cooperation_sentences
from wijkverhaal.dialogue.cooperation_picture import cooperation_picture
from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.sentence import fictional_label
from wijkverhaal.site.conversations.models import Conversation
from wijkverhaal.site.conversations.screen.told_figure import wijk_names
from wijkverhaal.site.conversations.survey.answers import answers_to, figures_of, partners_of
from wijkverhaal.site.conversations.survey.models import Survey
from wijkverhaal.site.conversations.survey.picture import survey_picture
from wijkverhaal.site.conversations.survey.survey import SurveyState
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.drawn import figure as drawn


@dataclass(frozen=True)
class SurveyResult:
    """What may be told.

    Attributes
    ----------
    sentences : tuple of str
    table : Table or None
        None where too few people answered.
    picture : Markup or None
        The drawing with its table and sentence.
    """

    sentences: tuple[str, ...]
    table: Table | None
    picture: Markup | None


def survey_result(stored: Conversation, survey: Survey | None) -> SurveyResult | None:
    """The result in the language of the reader; None as long as the survey is not closed."""
    if survey is None or survey.state != SurveyState.CLOSED:
        return None
    found = figures_of(survey)
    if found is None:
        return SurveyResult(cooperation_sentences(None), None, None)
    (place,) = wijk_names(stored.run, [survey.area], stored.year)
    picture = cooperation_picture(partners_of(survey), answers_to(survey.pk))
    chart = survey_picture(picture, place, label_of(stored))
    return SurveyResult(cooperation_sentences(found), _table(found, place), drawn(chart, wide=True))


def label_of(stored: Conversation) -> str:
    """That the country is fictional, where it is."""
    try:
        return fictional_label() if library.opened(stored.run).fictional else ""
    except Http404:
        return ""


def _table(found: NetworkFigures, place: str) -> Table:
    columns = (
        Column(_("Wat")),
        Column(_("Uit de antwoorden"), numeric=True),
        Column(_("Ligt in elk geval tussen"), numeric=True),
    )
    words = {
        _("Partners die samenwerken, van alle paren"): found.density,
        _("Samenwerking die beide partners zo zien"): found.reciprocity,
        _("Partners met wie minstens één andere partner samenwerkt"): found.reached,
        _("Partners die alleen staan"): found.isolated,
    }
    rows = [(word, _value(one), _bounds(one)) for word, one in words.items()]
    return Table(_("Samenwerking in {place}").format(place=place), columns, rows)


def _value(found: Bounded) -> str:
    return _("onbekend") if found.value is None else f"{found.value:.0f}%"


def _bounds(found: Bounded) -> str:
    if found.high - found.low < 1.0:
        return _("alle antwoorden zijn er")
    return _("{low}% en {high}%").format(low=f"{found.low:.0f}", high=f"{found.high:.0f}")
