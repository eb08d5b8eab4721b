# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of a run's pages; the run is in each, so that a link keeps its meaning."""

from django.urls import path, re_path

from wijkverhaal.site.runs import download_views, neighbourhood_page, pdf_views, views, what_if_page
from wijkverhaal.site.runs.kept_page import kept_page

app_name = "runs"
_RUN = r"^berekening/(?P<run_id>[A-Za-z0-9][A-Za-z0-9._-]{0,120})/"
_GEMEENTE = r"gemeente/(?P<code>GM[0-9]{4})/"
urlpatterns = [
    path("", views.start, name="start"),
    re_path(_RUN + r"$", views.start, name="run"),
    re_path(_RUN + r"zoeken/$", views.find, name="search"),
    re_path(_RUN + r"gemeente/(?P<code>GM[0-9]{4})/$", kept_page(views.gemeente), name="gemeente"),
    re_path(
        _RUN + r"wijk/(?P<code>[A-Z]{2}[0-9]{4,8})/$", kept_page(views.wijk, with_beside=True), name="wijk"
    ),
    re_path(
        _RUN + r"regio/(?P<code>[A-Za-z0-9][A-Za-z0-9._-]{0,20})/$", kept_page(views.region), name="region"
    ),
    re_path(_RUN + r"wijk/(?P<code>[A-Z]{2}[0-9]{4,8})/wat-als/$", what_if_page.what_if, name="what-if"),
    re_path(_RUN + r"buurtvraag/$", neighbourhood_page.neighbourhood, name="neighbourhood"),
    re_path(_RUN + r"vergelijken/$", views.compare, name="compare"),
    re_path(_RUN + r"methode/$", kept_page(views.method), name="method"),
    re_path(_RUN + r"downloads/$", download_views.downloads, name="downloads"),
    re_path(_RUN + r"downloads/gemeente/$", download_views.gemeente_files, name="gemeente-files"),
    re_path(_RUN + r"downloads/(?P<name>[a-z]+\.[a-z]+)$", download_views.download, name="download"),
    re_path(_RUN + _GEMEENTE + r"wijken\.csv$", download_views.gemeente_csv, name="gemeente-csv"),
    re_path(_RUN + _GEMEENTE + r"wijken\.xlsx$", download_views.gemeente_workbook, name="gemeente-workbook"),
    re_path(_RUN + _GEMEENTE + r"overzicht\.pdf$", pdf_views.gemeente_pdf, name="gemeente-pdf"),
    re_path(
        _RUN + r"wijk/(?P<code>[A-Z]{2}[0-9]{4,8})/wijkprofiel\.pdf$", pdf_views.wijk_pdf, name="wijk-pdf"
    ),
]
