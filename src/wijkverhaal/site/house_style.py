# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours and letters of a gemeente: its own design tokens, from a file that it names."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_LARGEST = 1_000_000
_THEME = re.compile(r"\.([a-z][\w-]*-theme)\b")
_ELSEWHERE = re.compile(r"@import|url\(|expression\(", re.IGNORECASE)


@dataclass(frozen=True)
class HouseStyle:
    """Design tokens as CSS, and the class under which they stand."""

    name: str
    text: str

    @classmethod
    def read(cls, file: str | None) -> "HouseStyle | None":
        """The tokens in a file; None where none is named.

        Raises
        ------
        InputError
            When the file cannot be read, names no theme, or asks for something from elsewhere.
        """
        if not file:
            return None
        try:
            text = Path(file).read_text("utf-8") if Path(file).stat().st_size <= _LARGEST else ""
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(
                _("De huisstijl {file} is niet te lezen; geef in WIJKVERHAAL_STYLE een CSS-bestand.").format(
                    file=file
                )
            ) from error
        theme = _THEME.search(text)
        if theme is None:
            raise InputError(
                _(
                    "In de huisstijl {file} staat geen thema zoals .mijn-theme {{ … }};"
                    " kies een ander bestand."
                ).format(file=file)
            )
        if _ELSEWHERE.search(text):
            raise InputError(
                _("De huisstijl {file} haalt iets van elders (@import of url); haal dat eruit.").format(
                    file=file
                )
            )
        return cls(theme.group(1), text)


@require_safe
def house_style(request: HttpRequest) -> HttpResponse:
    """The stylesheet, where a gemeente has one."""
    from django.conf import settings

    if settings.HOUSE_STYLE is None:
        raise Http404
    answer = HttpResponse(settings.HOUSE_STYLE.text, "text/css; charset=utf-8")
    answer.headers["Cache-Control"] = "private, max-age=3600"
    return answer
