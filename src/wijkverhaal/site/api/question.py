# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a program asks in an address: only what is known, and all mistakes told at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from wijkverhaal.foundation.language import _
from wijkverhaal.site.api.problem import BadQuestion

#: How many rows a page has, and at most.
PAGE_SIZE, LARGEST_PAGE = 100, 1000
_MANY_PAGES = 100_000


@dataclass(frozen=True)
class Parameter:
    """One thing that can be asked: its name, what it is, and how it is read."""

    name: str
    told: str
    schema: Mapping[str, Any]
    read: Callable[[str], Any]


def parameters() -> dict[str, Parameter]:
    """Everything that can be asked, by name."""
    return {
        one.name: one
        for one in (
            Parameter("jaar", _("alleen dit jaar"), {"type": "integer", "example": 2022}, _whole(1900, 2200)),
            Parameter(
                "gemeente",
                _("alleen de wijken van deze gemeente"),
                {"type": "string", "pattern": "^GM[0-9]{4}$", "example": "GM0363"},
                _gemeente,
            ),
            Parameter(
                "pagina",
                _("de hoeveelste pagina"),
                {"type": "integer", "minimum": 1, "default": 1},
                _whole(1, _MANY_PAGES),
            ),
            Parameter(
                "paginagrootte",
                _("hoeveel rijen op een pagina"),
                {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE},
                _whole(1, LARGEST_PAGE),
            ),
        )
    }


def asked(request: HttpRequest, *names: str) -> dict[str, Any]:
    """The parameters of a question by name; those that were not given are absent.

    Raises
    ------
    BadQuestion
        When there are others than `names`, one twice, or one that cannot be read.
    """
    known = parameters()
    found: dict[str, Any] = {}
    errors = []
    for name, values in request.GET.lists():
        if name not in names:
            told = _("Deze parameter bestaat hier niet; kies uit {known}.").format(known=", ".join(names))
            if not names:
                told = _("Deze parameter bestaat hier niet; laat hem weg.")
            errors.append({"parameter": name[:60], "detail": told})
            continue
        try:
            if len(values) != 1:
                raise ValueError(_("Geef deze parameter één keer."))
            found[name] = known[name].read(values[0])
        except ValueError as error:
            errors.append({"parameter": name, "detail": str(error)})
    if errors:
        raise BadQuestion(errors)
    return found


def _whole(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,6}", text) or not lowest <= int(text) <= highest:
            raise ValueError(
                _("Geef een geheel getal van {low} tot en met {high}.").format(low=lowest, high=highest)
            )
        return int(text)

    return read


def _gemeente(text: str) -> str:
    if not re.fullmatch(r"GM[0-9]{4}", text):
        raise ValueError(_("Geef een code zoals GM0363."))
    return text
