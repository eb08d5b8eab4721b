# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for what studies call by a key."""

from collections.abc import Iterable

from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.models import CODER, KEYHOLDER, READER, RESEARCHER
from wijkverhaal.stories.event_kind import EVENT_KINDS
from wijkverhaal.stories.study.record import Factor, ToldEvent


def role_words() -> dict[str, str]:
    """What each role in a study may do."""
    return {
        KEYHOLDER: _("sleutelhouder: geeft sleutels, en wist het onderzoek aan het eind"),
        RESEARCHER: _("onderzoeker: leest, codeert en schrijft alles op"),
        CODER: _("codeur: leest en codeert, en ziet niet wat een ander codeerde"),
        READER: _("meelezer: leest alleen teksten zonder namen"),
    }


def direction_words() -> dict[str, str]:
    """Whether a factor helps."""
    return {"helping": _("bevorderend"), "hindering": _("belemmerend"), "either": _("kan allebei")}


def kind_words() -> dict[str, str]:
    """The kinds of events."""
    return {name: kind.label for name, kind in EVENT_KINDS.items()}


def event_words(event: ToldEvent) -> str:
    """An event as a person calls it."""
    kind = kind_words().get(event.kind, event.kind)
    return f"{kind}: {event.name}" if event.name else kind


def tree(factors: Iterable[Factor]) -> list[tuple[int, Factor]]:
    """The codebook in order, each with how deep it stands."""
    children: dict[str, list[Factor]] = {}
    for one in factors:
        children.setdefault(one.parent, []).append(one)
    found: list[tuple[int, Factor]] = []

    def walk(parent: str, depth: int) -> None:
        for one in sorted(children.get(parent, []), key=lambda factor: factor.place):
            found.append((depth, one))
            walk(one.id, depth + 1)

    walk("", 0)
    return found


def log_words() -> dict[str, str]:
    """What can stand in the log of a study."""
    return {
        "made": _("maakte het onderzoek"),
        "opened": _("opende het onderzoek"),
        "recovered": _("opende het onderzoek met de herstelcode"),
        "action": _("wijzigde iets"),
        "opened-text": _("opende een interview met namen"),
        "read-passages": _("las passages uit interviews met namen"),
        "opened-register": _("opende het register"),
        "exported": _("haalde citaten op"),
        "withdrawn": _("haalde alles weg van iemand die zich terugtrok"),
        "key-given": _("gaf iemand een sleutel"),
        "key-taken": _("nam iemand de sleutel af"),
        "new-code": _("maakte een nieuwe herstelcode"),
        "imported": _("las een project van een ander programma in"),
        "exported-raw": _("haalde alles MET namen op"),
        "key-copy": _("haalde een herstelkopie op"),
        "restored": _("zette de sleutels terug uit een herstelkopie"),
        "register-changed": _("wijzigde het register"),
        "register-destroyed": _("vernietigde het register"),
        "proposals-asked": _("liet deduce zoeken naar namen"),
    }
