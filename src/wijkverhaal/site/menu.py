# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where somebody can go from every page: what their roles allow, in a fixed order."""

from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from wijkverhaal.foundation.language import _
from wijkverhaal.site.access import ACCESS, roles_of

Step = tuple[str, str, bool]
#: Everything lies below these addresses, so being below them says nothing.
_ALONE = ("runs:start", "runs:run")


def menu(request: HttpRequest, run_id: str | None) -> list[Step]:
    """The words, the address, and whether this is the page, of each room of the site."""
    rooms = [
        ("runs:start", _("Cijfers")),
        ("jobs:overview", _("Inlezen en berekenen")),
        ("studies:list", _("Verhalen")),
        ("conversations:list", _("Gesprekken")),
        ("wijken:reminders", _("Afspraken")),
        ("accounts:people", _("Accounts")),
        ("log:events", _("Logboek")),
        ("accounts:own", _("Mijn account")),
    ]
    found = _allowed(request, rooms, [])
    return [(words, there, here or (there == "/" and run_id is not None)) for words, there, here in found]


def run_menu(request: HttpRequest, run_id: str | None) -> list[Step]:
    """The same of what there is of one run."""
    of_run = [
        ("runs:run", _("Start")),
        ("runs:search", _("Zoeken")),
        ("runs:compare", _("Vergelijken")),
        ("runs:neighbourhood", _("Buurtvraag")),
        ("runs:method", _("Methode en bronnen")),
        ("runs:downloads", _("Downloads")),
    ]
    return _allowed(request, of_run, [run_id]) if run_id else []


def footer(request: HttpRequest, run_id: str | None) -> list[Step]:
    """The same of the steps at the foot."""
    of_run = [("about:algorithm-register", _("Algoritmeregister"))]
    of_site = [
        ("about:accessibility", _("Toegankelijkheid")),
        ("about:privacy", _("Privacy en cookies")),
        ("api:guide", _("Cijfers voor programma's (API)")),
    ]
    return _allowed(request, of_run, [run_id]) * bool(run_id) + _allowed(request, of_site, [])


def _allowed(request: HttpRequest, steps: list[tuple[str, str]], arguments: list[Any]) -> list[Step]:
    roles = roles_of(request)
    found = []
    for name, words in steps:
        if ACCESS.get(name, frozenset()) & roles:
            try:
                there = reverse(name, args=arguments)
            except NoReverseMatch:
                continue
            below = name not in _ALONE and request.path.startswith(there)
            found.append((words, there, below or there == request.path))
    return found
