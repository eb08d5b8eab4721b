# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often what stays with a wijk changed, so that a page that was kept knows that it is old."""

from django.db.models import F

from wijkverhaal.site.wijken.models import WijkChange


def changed(area: str) -> None:
    """Say that something of this wijk changed."""
    if not WijkChange.objects.filter(area=area).update(count=F("count") + 1):
        _made, new = WijkChange.objects.get_or_create(area=area, defaults={"count": 1})
        if not new:
            WijkChange.objects.filter(area=area).update(count=F("count") + 1)


def change_count(area: str) -> int:
    """How often it changed; one question to the database, by its key."""
    return WijkChange.objects.filter(area=area).values_list("count", flat=True).first() or 0
