# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The addresses of what stays with a wijk; the code of the wijk is in each."""

from django.urls import path, re_path

from wijkverhaal.site.wijken import (
    agreement_views,
    document_downloads,
    document_views,
    evidence_views,
    hypothesis_views,
    reminder_views,
    rewriting_views,
    wijk_views,
)

app_name = "wijken"
_WIJK = r"^wijk/(?P<code>[A-Z]{2}[0-9]{4,8})/"
_ONE = _WIJK + r"verklaringen/(?P<identity>[0-9a-f]{16})/"
_AGREEMENT = _WIJK + r"afspraken/(?P<identity>[0-9a-f]{16})/"
_DOCUMENT = _WIJK + r"wijkverhaal/"
urlpatterns = [
    path("afspraken/", reminder_views.reminders, name="reminders"),
    re_path(_WIJK + r"$", wijk_views.wijk, name="wijk"),
    re_path(_WIJK + r"citaten/$", wijk_views.quotations, name="quotations"),
    re_path(_WIJK + r"verklaringen/nieuw/$", hypothesis_views.make, name="make-hypothesis"),
    re_path(_ONE + r"$", hypothesis_views.hypothesis, name="hypothesis"),
    re_path(_ONE + r"stand/$", hypothesis_views.judge, name="judge"),
    re_path(_ONE + r"weg/$", hypothesis_views.remove, name="remove-hypothesis"),
    re_path(_ONE + r"woorden/$", rewriting_views.hypothesis, name="rewrite-hypothesis"),
    re_path(_ONE + r"bewijs/$", evidence_views.hang, name="hang"),
    re_path(_ONE + r"bewijs/weg/$", evidence_views.take_away, name="take-off"),
    re_path(_WIJK + r"afspraken/nieuw/$", agreement_views.make, name="make-agreement"),
    re_path(_AGREEMENT + r"stand/$", agreement_views.change, name="change-agreement"),
    re_path(_AGREEMENT + r"terugblik/$", agreement_views.look_back, name="reflect"),
    re_path(_AGREEMENT + r"weg/$", agreement_views.remove, name="remove-agreement"),
    re_path(_AGREEMENT + r"woorden/$", rewriting_views.agreement, name="rewrite-agreement"),
    re_path(_DOCUMENT + r"$", document_views.document, name="document"),
    re_path(_DOCUMENT + r"bewerken/$", document_views.edit, name="edit-document"),
    re_path(_DOCUMENT + r"vernieuwen/$", document_views.refresh, name="refresh-document"),
    re_path(_DOCUMENT + r"versies/$", document_views.versions, name="document-versions"),
    re_path(_DOCUMENT + r"wijkverhaal\.docx$", document_downloads.word, name="document-word"),
    re_path(_DOCUMENT + r"wijkverhaal\.pdf$", document_downloads.pdf, name="document-pdf"),
    re_path(_DOCUMENT + r"wijkverhaal\.html$", document_downloads.html, name="document-html"),
]
