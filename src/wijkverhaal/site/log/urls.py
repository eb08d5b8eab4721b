# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the log."""

from django.urls import path

from wijkverhaal.site.log import views

app_name = "log"
urlpatterns = [
    path("", views.events, name="events"),
    path("logboek.csv", views.download, name="download"),
]
