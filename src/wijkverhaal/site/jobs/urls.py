# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the analyst's work."""

from django.urls import path, re_path

from wijkverhaal.site.jobs import (
    comparison_views,
    estimate_views,
    question_views,
    removal_views,
    showing_views,
    upload_views,
    views,
)

app_name = "jobs"
_JOB = "werk/opdracht/<int:job_id>/"
_NAME = r"(?P<name>[A-Za-z0-9][A-Za-z0-9._-]{0,120})"
urlpatterns = [
    path("werk/", views.overview, name="overview"),
    path("werk/inlezen/", upload_views.upload, name="upload"),
    path("werk/berekenen/", estimate_views.estimate, name="estimate"),
    path("werk/buurtvraag/", question_views.question, name="question"),
    path(_JOB, views.job, name="job"),
    path(_JOB + "stand/", views.standing, name="standing"),
    path(_JOB + "stoppen/", views.cancel, name="cancel"),
    path(_JOB + "opnieuw/", views.again, name="again"),
    path(_JOB + "lees-in/", upload_views.read_in, name="read-in"),
    path(_JOB + "kijk-opnieuw/", upload_views.look_again, name="look-again"),
    path(_JOB + "weggooien/", upload_views.throw_away, name="throw-away"),
    re_path(rf"^werk/bron/{_NAME}/verwijderen/$", removal_views.source, name="remove-source"),
    re_path(rf"^werk/berekening/{_NAME}/verwijderen/$", removal_views.run, name="remove-run"),
    re_path(rf"^werk/berekening/{_NAME}/tonen/$", showing_views.show_run, name="show-run"),
    path("werk/berekeningen/vergelijken/", comparison_views.compare, name="compare"),
    path("werk/berekeningen/vergelijken/verschil.csv", comparison_views.download, name="compare-csv"),
]
