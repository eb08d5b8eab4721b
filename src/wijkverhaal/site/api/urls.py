# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the API: plural nouns, kebab-case, never a slash at the end."""

from django.urls import path, re_path

from wijkverhaal.site.api import guide, openapi, resources

app_name = "api"
_V1 = r"^api/v1/"
_RUN = _V1 + r"berekeningen/(?P<run_id>[A-Za-z0-9][A-Za-z0-9._-]{0,120})"
_WIJK = _RUN + r"/wijken/(?P<code>[A-Z]{2}[0-9]{4,8})"
urlpatterns = [
    path("api/", guide.guide, name="guide"),
    re_path(_V1 + r"openapi\.json$", openapi.document, name="openapi"),
    re_path(_V1 + r"berekeningen$", resources.runs, name="runs"),
    re_path(_RUN + r"$", resources.run, name="run"),
    re_path(_RUN + r"/gemeenten$", resources.gemeenten, name="gemeenten"),
    re_path(_RUN + r"/wijken$", resources.wijken, name="wijken"),
    re_path(_WIJK + r"$", resources.wijk, name="wijk"),
    re_path(_WIJK + r"/uitleg$", resources.explanation, name="explanation"),
    re_path(_WIJK + r"/vergelijkbare-wijken$", resources.comparable, name="comparable"),
    re_path(_RUN + r"/kenmerken-gewichten$", resources.weights, name="weights"),
]
