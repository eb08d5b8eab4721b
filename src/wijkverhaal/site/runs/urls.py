# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of a run's pages; the run is in each, so that a link keeps its meaning."""

from django.urls import path, re_path

from wijkverhaal.site.runs import views

app_name = "runs"
_RUN = r"^berekening/(?P<run_id>[A-Za-z0-9][A-Za-z0-9._-]{0,120})/"
urlpatterns = [
    path("", views.start, name="start"),
    re_path(_RUN + r"$", views.start, name="run"),
    re_path(_RUN + r"zoeken/$", views.find, name="search"),
    re_path(_RUN + r"gemeente/(?P<code>GM[0-9]{4})/$", views.gemeente, name="gemeente"),
    re_path(_RUN + r"wijk/(?P<code>[A-Z]{2}[0-9]{4,8})/$", views.wijk, name="wijk"),
    re_path(_RUN + r"vergelijken/$", views.compare, name="compare"),
    re_path(_RUN + r"methode/$", views.method, name="method"),
    re_path(_RUN + r"downloads/$", views.downloads, name="downloads"),
    re_path(_RUN + r"downloads/(?P<name>[a-z]+\.[a-z]+)$", views.download, name="download"),
]
