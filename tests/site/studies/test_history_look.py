# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A help history in several ways: lanes, sides, whose age, who helped when, and what came before."""

from __future__ import annotations

import re

from .compared import compared
from .conftest import Cast


def _history(cast: Cast, more: str = "", family: str = "C") -> str:
    answer = cast.researcher.get(f"{cast.home}gezin/{family}/geschiedenis/{more}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def _lanes(page: str) -> list[str]:
    strip = page[page.index('id="geschiedenis"') :]
    return re.findall(r'font-weight="700" fill="#1b2733">([^<]{3,})<', strip[: strip.index("</svg>")])


def test_lanes_stand_for_domains_or_for_organisations(cast: Cast) -> None:
    compared(cast.filled)
    assert _lanes(_history(cast)) == ["gezin", "jeugdhulp", "school"]
    assert _lanes(_history(cast, "?banen=organisatie")) == ["overig", "Wijkteam Linde", "Kliniek Noord"]


def test_a_gap_between_organisations_stands_in_words_and_in_a_table(cast: Cast) -> None:
    compared(cast.filled)
    page = _history(cast)
    assert re.search(r"Tussen Wijkteam Linde en Kliniek Noord: gat, [^.]*maanden", page)
    assert "Wijkteam Linde → Kliniek Noord" in page
    assert "2 organisaties gaven hulp" in page


def test_an_own_kind_of_event_is_in_the_history(cast: Cast) -> None:
    compared(cast.filled)
    assert "ruzie op school" in _history(cast)


def test_a_clash_is_seen_until_it_is_decided(cast: Cast) -> None:
    compared(cast.filled)
    page = _history(cast, family="B")
    assert "Deze uitspraken kunnen niet allemaal waar zijn" in page
    assert "≠ verschillen, nog niet besloten" in page
    form = {"niet-gevolgd": "B-5", "waarom": "het dossier zegt het"}
    cast.researcher.post(f"{cast.home}gezin/B/geschiedenis/keuze/", form)
    page = _history(cast, family="B")
    assert "Deze uitspraken kunnen niet allemaal waar zijn" not in page
    assert "Reden: het dossier zegt het" in page


def test_one_side_has_only_what_that_one_tells(cast: Cast) -> None:
    compared(cast.filled)
    page = _history(cast, "?kant=B-j&banen=organisatie", family="B")
    assert "zoals jongere het vertelt" in page
    assert _lanes_of_side(page) == ["Wijkteam Linde"]


def _lanes_of_side(page: str) -> list[str]:
    strip = page[page.index('id="kant"') :]
    return re.findall(r'font-weight="700" fill="#1b2733">([^<]{3,})<', strip[: strip.index("</svg>")])


def test_the_strip_can_go_by_the_age_of_another_child(cast: Cast) -> None:
    compared(cast.filled)
    first, other = _history(cast), _history(cast, "?kind=C-other")
    assert "tussen 6 jaar en" in first
    assert "tussen 4 jaar en" in other


def test_what_came_before_says_how_long_and_who(cast: Cast) -> None:
    compared(cast.filled)
    page = _history(cast, "?uitkomst=C-k")
    table = page[page.index("Factoren en hun volgorde") :]
    row = re.search(r"Er vroeg bij</th>(.*?)</tr>", table, re.S)
    assert row is not None
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", row[1])
    assert cells[0] == "eerste signaal"
    assert cells[1] == "eerder dan de uitkomst"
    assert "jaar" in cells[2] or "maanden" in cells[2]
    assert cells[3:] == ["vader", "–"]


def test_waits_say_which_clashes_are_open_and_what_is_assumed(cast: Cast) -> None:
    compared(cast.filled)
    page = cast.researcher.get(f"{cast.home}wachten/").content.decode()
    assert "Hier botsen verhalen nog" in page
    assert "gezin A" in page  # nobody told its first signal
    assert "geen eerste signaal verteld" in page
    assert "niets bekend" in page  # no fitting help was told
    assumed = cast.researcher.get(f"{cast.home}wachten/?niet-verteld=later").content.decode()
    assert "niets bekend" not in assumed
