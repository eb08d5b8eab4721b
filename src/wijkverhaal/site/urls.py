# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the site."""

from django.urls import include, path

from wijkverhaal.site import trouble
from wijkverhaal.site.house_style import house_style
from wijkverhaal.site.reader_language import choose_language

urlpatterns = [
    path("taal/", choose_language, name="language"),
    path("huisstijl.css", house_style, name="house-style"),
    path("", include("wijkverhaal.site.accounts.urls")),
    path("logboek/", include("wijkverhaal.site.log.urls")),
    path("", include("wijkverhaal.site.runs.urls")),
    path("", include("wijkverhaal.site.jobs.urls")),
    path("", include("wijkverhaal.site.about.urls")),
    path("", include("wijkverhaal.site.api.urls")),
    path("", include("wijkverhaal.site.studies.urls")),
    path("", include("wijkverhaal.site.wijken.urls")),
    path("", include("wijkverhaal.site.conversations.urls")),
]
handler400 = trouble.not_understood
handler403 = trouble.not_allowed
handler404 = trouble.not_found
handler500 = trouble.broken
