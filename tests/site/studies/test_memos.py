# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes on anything in a study: written, found, changed and taken back; a coder sees only their own."""

from __future__ import annotations

import re

from .conftest import Cast


def _page(cast: Cast, more: str = "", who: str = "researcher") -> str:
    answer = getattr(cast, who).get(f"{cast.home}notities/{more}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def _write(cast: Cast, words: str, about: str = "", who: str = "researcher") -> None:
    form = {"bij": about, "notitie": words}
    assert getattr(cast, who).post(f"{cast.home}notities/nieuw/", form).status_code == 302


def _ids(page: str) -> list[str]:
    return re.findall(r"/notities/([0-9a-f]{12})/", page)


def test_a_note_on_each_kind_of_thing_is_listed_and_filtered(cast: Cast) -> None:
    places = {"": "onderzoek", "A": "gezin", cast.filled.mother.id: "gesprek", "late": "factor"}
    for about, word in places.items():
        _write(cast, f"Gedachte over {word}", about)
    page = _page(cast)
    assert "4 notities." in page
    assert all(f"Gedachte over {word}" in page for word in places.values())
    factors = _page(cast, "?soort=factor")
    assert "1 notitie." in factors
    assert "Gedachte over factor" in factors
    assert "Gedachte over gezin" not in factors
    assert "Gedachte over gezin" in _page(cast, "?bij=A")
    assert "Gedachte over factor" not in _page(cast, "?bij=A")


def test_an_event_of_a_history_can_have_a_note(cast: Cast) -> None:
    form = {"soort": "start", "naam": "training"}
    cast.researcher.post(f"{cast.home}gezin/A/geschiedenis/gebeurtenis/", form)
    history = cast.researcher.get(f"{cast.home}gezin/A/geschiedenis/").content.decode()
    event = re.search(r"/notities/\?bij=([0-9a-f]{12})", history)
    assert event is not None
    _write(cast, "Hier draaide het om", event[1])
    page = _page(cast, "?soort=event")
    assert "hulp begonnen: training" in page
    assert "Hier draaide het om" in page


def test_notes_are_found_by_their_words_and_those_stand_in_no_address(cast: Cast) -> None:
    _write(cast, "Ze aarzelt bij de vraag")
    _write(cast, "Iets anders")
    found = cast.researcher.post(f"{cast.home}notities/", {"woorden": "AARZELT"})
    assert found.status_code == 200
    page = found.content.decode()
    assert "Ze aarzelt" in page
    assert "Iets anders" not in page
    assert "aarzelt" not in found.request["PATH_INFO"] + found.request["QUERY_STRING"]


def test_a_note_is_changed_removed_and_brought_back(cast: Cast) -> None:
    _write(cast, "eerste versie", "A")
    (name,) = set(_ids(_page(cast)))
    cast.researcher.post(f"{cast.home}notities/{name}/", {"doe": "bewaar", "notitie": "tweede versie"})
    assert "tweede versie" in _page(cast)
    cast.researcher.post(f"{cast.home}notities/{name}/", {"doe": "weg"})
    assert "0 notities." in _page(cast)
    cast.researcher.post(f"{cast.home}ongedaan/")
    assert "tweede versie" in _page(cast)
    cast.researcher.post(f"{cast.home}ongedaan/")
    assert "eerste versie" in _page(cast)


def test_an_empty_note_is_refused(cast: Cast) -> None:
    answer = cast.researcher.post(f"{cast.home}notities/nieuw/", {"bij": "", "notitie": "  "})
    assert answer.status_code == 400
    assert "hoogstens 10.000 tekens" in answer.content.decode()
    answer = cast.researcher.post(f"{cast.home}notities/nieuw/", {"bij": "A-mother", "notitie": "wie"})
    assert answer.status_code == 400


def test_a_coder_sees_and_changes_only_their_own(cast: Cast) -> None:
    _write(cast, "van de onderzoeker", "late")
    (name,) = set(_ids(_page(cast)))
    _write(cast, "van de codeur", cast.filled.mother.id, "coder")
    page = _page(cast, who="coder")
    assert "van de codeur" in page
    assert "van de onderzoeker" not in page
    answer = cast.coder.post(f"{cast.home}notities/{name}/", {"doe": "weg"})
    assert answer.status_code == 404
    assert "2 notities." in _page(cast)
    assert cast.reader.get(f"{cast.home}notities/").status_code == 404
    assert cast.outsider.get(f"{cast.home}notities/").status_code == 404


def test_a_note_goes_with_who_withdraws(cast: Cast) -> None:
    _write(cast, "over dit gesprek", cast.filled.mother.id)
    form = {"zeker": "ja", "wachtzin": ""}
    assert cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", form).status_code == 200
    assert "over dit gesprek" not in _page(cast)
