# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How partners in a wijk say that they work together: kept as figures, told in the language of the reader."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.dialogue.cooperation_indicators import COLUMNS, cooperation_sentences
from wijkverhaal.foundation.language import ngettext
from wijkverhaal.site.day import day
from wijkverhaal.site.wijken.changes import changed
from wijkverhaal.site.wijken.cooperation_models import KeptCooperation


def keep_cooperation(conversation: str, area: str, held: date, found: NetworkFigures) -> None:
    """Keep what a survey gave; what was kept of the same survey before goes."""
    with transaction.atomic():
        KeptCooperation.objects.update_or_create(
            conversation=conversation, area=area, defaults={"held": held, "figures": asdict(found)}
        )
        changed(area)


def forget_cooperation(conversation: str) -> None:
    """Take away what was kept of a conversation's survey."""
    mine = KeptCooperation.objects.filter(conversation=conversation)
    areas = set(mine.values_list("area", flat=True))
    mine.delete()
    for area in areas:
        changed(area)


def newest_cooperation() -> dict[str, NetworkFigures]:
    """The figures of the newest survey of each wijk."""
    return {one.area: figures_from(one.figures) for one in KeptCooperation.objects.all()}


def cooperation_told(area: str) -> tuple[str, ...]:
    """What the newest survey of a wijk gave, in the current language; empty where there was none."""
    newest = KeptCooperation.objects.filter(area=area).last()
    if newest is None:
        return ()
    found = figures_from(newest.figures)
    first = ngettext(
        "Op {day} zei {people} mens hoe {partners} organisaties samenwerken.",
        "Op {day} zeiden {people} mensen hoe {partners} organisaties samenwerken.",
        found.people,
    ).format(day=day(newest.held.isoformat()), people=found.people, partners=found.partners)
    return (" ".join((first, *cooperation_sentences(found))),)


def figures_from(values: dict[str, Any]) -> NetworkFigures:
    """The figures that `keep_cooperation` wrote."""
    bounded = {name: Bounded(**values[name]) for name in COLUMNS}
    return NetworkFigures(**bounded, partners=values["partners"], people=values["people"])
