# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the conversations."""

from django.urls import path

from wijkverhaal.site.conversations.leading import (
    ending_views,
    inviting_views,
    leading_views,
    making_views,
    preparing_views,
    wall_views,
)
from wijkverhaal.site.conversations.survey import download_views as survey_download_views
from wijkverhaal.site.conversations.survey import table_views as survey_table_views
from wijkverhaal.site.conversations.survey import views as survey_views
from wijkverhaal.site.conversations.taking_part import name_views, table_views

app_name = "conversations"
_ONE = "gesprek/<slug:conversation>/"
_TABLE = "gesprek/tafel/<slug:conversation>/"
urlpatterns = [
    path("gesprek/", making_views.conversations, name="list"),
    path("gesprek/nieuw/", making_views.make, name="make"),
    path("gesprek/mee/", name_views.name, name="name"),
    path("gesprek/mee/<str:token>/", name_views.door, name="door"),
    path(_TABLE, table_views.table, name="table"),
    path(_TABLE + "stand/", table_views.standing, name="standing"),
    path(_TABLE + "bijdrage/", table_views.send, name="send"),
    path(_TABLE + "terugnemen/", table_views.take_back, name="take-back"),
    path(_TABLE + "stoppen/", table_views.withdraw, name="withdraw"),
    path(_ONE, preparing_views.conversation, name="conversation"),
    path(_ONE + "voorbereiden/", preparing_views.prepare, name="prepare"),
    path(_ONE + "volgorde/", preparing_views.earlier, name="earlier"),
    path(_ONE + "gespreksleiders/", preparing_views.facilitator, name="facilitator"),
    path(_ONE + "leidraad/", preparing_views.leidraad_page, name="leidraad"),
    path(_ONE + "uitnodigen/", inviting_views.invite_page, name="invite"),
    path(_ONE + "uitnodigen/<int:link>/intrekken/", inviting_views.revoke, name="revoke"),
    path(_ONE + "leiden/", leading_views.steer, name="steer"),
    path(_ONE + "leiden/stand/", leading_views.steer_standing, name="steer-standing"),
    path(_ONE + "verder/", leading_views.move, name="move"),
    path(_ONE + "samenvoegen/", leading_views.merge, name="merge"),
    path(_ONE + "weghalen/", leading_views.moderate, name="moderate"),
    path(_ONE + "verklaring/", leading_views.explain, name="explain"),
    path(_ONE + "afspraak/", leading_views.agree, name="agree"),
    path(_ONE + "scherm/", wall_views.screen, name="screen"),
    path(_ONE + "scherm/stand/", wall_views.screen_standing, name="screen-standing"),
    path(_ONE + "scherm/code/", wall_views.screen_code, name="screen-code"),
    path(_ONE + "verslag/", ending_views.report, name="report"),
    path(_ONE + "wissen/", ending_views.erase, name="erase"),
    path(_TABLE + "samenwerking/", survey_table_views.answer_survey, name="answer-survey"),
    path(_ONE + "samenwerking/", survey_views.survey, name="survey"),
    path(_ONE + "samenwerking/partners/", survey_views.partners, name="survey-partners"),
    path(_ONE + "samenwerking/stand/", survey_views.survey_state, name="survey-state"),
    path(_ONE + "samenwerking/samenwerking.csv", survey_download_views.survey_csv, name="survey-csv"),
    path(_ONE + "samenwerking/inlezen/", survey_download_views.read_survey_in, name="read-survey-in"),
]
