# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of what the site says about itself."""

from django.urls import path, re_path

from wijkverhaal.site.about import views

app_name = "about"
_RUN = r"^berekening/(?P<run_id>[A-Za-z0-9][A-Za-z0-9._-]{0,120})/"
urlpatterns = [
    path("toegankelijkheid/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    re_path(_RUN + r"algoritmeregister/$", views.algorithm_register, name="algorithm-register"),
    re_path(
        _RUN + r"algoritmeregister\.json$", views.algorithm_register_file, name="algorithm-register-file"
    ),
]
