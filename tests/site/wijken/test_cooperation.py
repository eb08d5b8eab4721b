# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What partners said of their cooperation stays with the wijk, as figures, in each reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import WIJK, Site, aside
from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.foundation.language import speaking

if TYPE_CHECKING:
    from django.test import Client

OTHER = "WK900202"


@pytest.fixture(autouse=True)
def _no_figures_left(site: Site) -> Iterator[None]:
    yield
    from wijkverhaal.site.wijken.models import KeptCooperation

    aside(lambda: KeptCooperation.objects.all().delete())


def _figures(density: float | None) -> NetworkFigures:
    sure = Bounded(50.0, 50.0, 50.0)
    return NetworkFigures(Bounded(density, 10.0, 90.0), sure, sure, sure, partners=4, people=9)


def test_the_newest_survey_of_a_wijk_is_told(site: Site) -> None:
    from wijkverhaal.site.wijken.changes import change_count
    from wijkverhaal.site.wijken.cooperation import cooperation_told, keep_cooperation, newest_cooperation

    before = change_count(WIJK)
    keep_cooperation("later", WIJK, date(2026, 5, 1), _figures(40.0))
    keep_cooperation("earlier", WIJK, date(2025, 5, 1), _figures(20.0))
    keep_cooperation("elsewhere", OTHER, date(2026, 6, 1), _figures(None))
    assert change_count(WIJK) == before + 2
    (told,) = cooperation_told(WIJK)
    assert told.startswith("Op 1 mei 2026 zeiden 9 mensen hoe 4 organisaties samenwerken.")
    assert "werkt 40% samen (tussen 10% en 90%, want niet alle antwoorden zijn er)" in told
    assert newest_cooperation()[WIJK] == _figures(40.0)
    assert newest_cooperation()[OTHER].density.value is None
    with speaking("en"):
        assert cooperation_told(WIJK) != (told,)


def test_kept_again_it_is_there_once_and_forgotten_it_is_gone(site: Site) -> None:
    from wijkverhaal.site.wijken.cooperation import cooperation_told, forget_cooperation, keep_cooperation
    from wijkverhaal.site.wijken.models import KeptCooperation

    for density in (20.0, 70.0):
        keep_cooperation("one", WIJK, date(2026, 5, 1), _figures(density))
    assert KeptCooperation.objects.count() == 1
    assert "70%" in cooperation_told(WIJK)[0]
    forget_cooperation("another")
    assert cooperation_told(WIJK)
    forget_cooperation("one")
    assert cooperation_told(WIJK) == ()


def test_every_reader_of_the_wijk_sees_it(reader: Client) -> None:
    from wijkverhaal.site.wijken.cooperation import keep_cooperation

    assert "Samenwerking" not in reader.get(f"/wijk/{WIJK}/").text
    keep_cooperation("one", WIJK, date(2026, 5, 1), _figures(40.0))
    page = reader.get(f"/wijk/{WIJK}/").text
    assert "werkt 40% samen" in page


def test_it_stands_in_the_wijkverhaal_with_what_partners_made_of_it(site: Site) -> None:
    from wijkverhaal.dialogue.document_part import PartKind
    from wijkverhaal.site.conversations.commands import tell_the_wijk
    from wijkverhaal.site.wijken.cooperation import keep_cooperation
    from wijkverhaal.site.wijken.document_store import document_of, stored_document

    keep_cooperation("one", WIJK, date(2026, 5, 1), _figures(40.0))
    tell_the_wijk(WIJK)
    part = document_of(stored_document(WIJK, "nl"), WIJK, "nl").part(PartKind.PARTNERS)
    assert any("zeiden 9 mensen" in text for text in part.paragraphs)
    assert not any("nog niet over deze wijk gesproken" in text for text in part.paragraphs)
