# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which events somebody asks for: of whom, of what kind, between which days."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.http import QueryDict
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.log.events import sentences
from wijkverhaal.site.log.models import Event

_LONGEST = 150


@dataclass(frozen=True)
class ChosenEvents:
    """A choice from the log; an empty part chooses everything."""

    who: str = ""
    kind: str = ""
    first: date | None = None
    last: date | None = None

    @classmethod
    def read(cls, asked: QueryDict) -> "ChosenEvents":
        """What the address asks for.

        Raises
        ------
        InputError
            When a day is not a day, or a kind does not exist.
        """
        kind = asked.get("soort", "")
        if kind and kind not in sentences():
            raise InputError(_("Deze soort gebeurtenis bestaat niet; kies er een uit de lijst."))
        who = asked.get("wie", "").strip()[:_LONGEST]
        return cls(who, kind, _day(asked.get("van", "")), _day(asked.get("tot", "")))

    def events(self) -> Any:
        """The events, newest first; of a person what they did and what was done to their account."""
        found = Event.objects.all()
        if self.who:
            found = found.filter(Q(actor=self.who) | Q(facts__name=self.who))
        if self.kind:
            found = found.filter(key=self.kind)
        if self.first:
            found = found.filter(moment__gte=_midnight(self.first))
        if self.last:
            found = found.filter(moment__lt=_midnight(self.last + timedelta(days=1)))
        return found

    def query(self) -> dict[str, str]:
        """The choice as it stands in an address."""
        told = {
            "wie": self.who,
            "soort": self.kind,
            "van": self.first.isoformat() if self.first else "",
            "tot": self.last.isoformat() if self.last else "",
        }
        return {name: value for name, value in told.items() if value}


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or not 2000 <= found.year <= 2999:
        raise InputError(_("'{text}' is geen dag; schrijf hem als 2026-03-31.").format(text=text[:20]))
    return found


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
