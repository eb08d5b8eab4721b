# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What went wrong, for a program: RFC 9457."""

import json
from typing import Any

from django.http import HttpResponse

from wijkverhaal.foundation.language import _

PROBLEM = "application/problem+json"


class BadQuestion(Exception):  # noqa: N818 (it is the question that is bad)
    """A question with parameters that cannot be used; all of them are told at once.

    Parameters
    ----------
    errors : list of dict
        Per parameter its name and what is wrong with it.
    """

    def __init__(self, errors: list[dict[str, str]]) -> None:
        super().__init__()
        self.errors = errors


def titles() -> dict[int, str]:
    """What each status means, in a few words."""
    return {
        400: _("Niet begrepen"),
        401: _("Niet ingelogd"),
        403: _("Geen toegang"),
        404: _("Niet gevonden"),
        405: _("Kan hier niet"),
        406: _("Alleen JSON"),
        429: _("Te veel vragen"),
        500: _("Er ging iets mis"),
        503: _("Even niet beschikbaar"),
    }


def details() -> dict[int, str]:
    """What to do about each status, where nothing more is known."""
    return {
        400: _("De vraag is niet te begrijpen; zie /api/ voor hoe het werkt."),
        401: _("Stuur een toegangssleutel mee in de kop Authorization, of log in op de site."),
        403: _("U mag dit niet bekijken; vraag het aan wie deze site beheert."),
        404: _("Dit adres bestaat niet; zie /api/. Een adres eindigt nooit op een schuine streep."),
        405: _("Deze API laat alleen lezen: gebruik GET of HEAD."),
        406: _("Deze API geeft JSON; vraag om application/json."),
        429: _("Wacht even en vraag het dan opnieuw; de kop Retry-After zegt hoeveel seconden."),
        500: _("Dat ligt aan de site; probeer het later opnieuw."),
        503: _("Probeer het later opnieuw."),
    }


def problem(
    status: int,
    detail: str = "",
    errors: list[dict[str, str]] | None = None,
    headers: dict[str, str] | None = None,
) -> HttpResponse:
    """An answer that says what is wrong and what to do."""
    told: dict[str, Any] = {
        "type": "about:blank",
        "title": titles().get(status) or _("Er ging iets mis"),
        "status": status,
        "detail": detail or details().get(status) or details()[500],
    }
    if errors:
        told["errors"] = errors
    text = json.dumps(told, ensure_ascii=False) + "\n"
    return HttpResponse(text, content_type=PROBLEM, status=status, headers=headers)
