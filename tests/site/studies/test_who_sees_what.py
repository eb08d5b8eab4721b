# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who sees what of a study: an outsider nothing, a reader no raw text by any address."""

from __future__ import annotations

import pytest

from tests.site.test_access import ADDRESSES

from .conftest import MOTHER, NAME, PASSPHRASE, Cast

STUDIES = {name: address for name, address in ADDRESSES.items() if name.startswith("studies:")}
FORMS = {
    "doe": "open",
    "woorden": "zag het",
    "factor": "late",
    "van": "1",
    "tot": "2",
    "verteller": "A-mother",
    "gebeurtenis": "x",
    "wat": "c1",
    "zeker": "ja",
    "wachtzin": PASSPHRASE,
    "plek": "0",
    "gezin": "A",
}


def _addresses(cast: Cast) -> list[str]:
    """Every address of the table, of this study and what is in it."""
    real = {
        "/interview/a1/": f"/interview/{cast.filled.mother.id}/",
        "/gezin/a1/": "/gezin/A/",
        "/verteller/a1/": "/verteller/A-mother/",
        "/factoren/a1/": "/factoren/late/",
    }
    found = []
    for address in STUDIES.values():
        address = address.replace("/verhalen/0123456789ab/", cast.home)
        for made_up, there in real.items():
            address = address.replace(made_up, there)
        found.append(address)
    return found


def test_an_outsider_learns_not_even_that_a_study_exists(cast: Cast) -> None:
    fresh = cast.home.replace(cast.filled.opened.id, "0" * 12)
    for address in _addresses(cast):
        if not address.startswith(cast.home):
            continue
        for way in (cast.outsider.get, cast.outsider.post):
            answer = way(address, FORMS) if way == cast.outsider.post else way(address)
            nowhere = address.replace(cast.home, fresh)
            other = (
                cast.outsider.post(nowhere, FORMS)
                if way == cast.outsider.post
                else cast.outsider.get(nowhere)
            )
            assert answer.status_code == other.status_code, address
            assert answer.status_code in (404, 405), address
    assert "Op tijd" not in cast.outsider.get("/verhalen/").content.decode()


def test_a_reader_gets_no_raw_text_by_any_address(cast: Cast) -> None:
    for address in _addresses(cast):
        for answer in (cast.reader.get(address), cast.reader.post(address, FORMS)):
            body = answer.content.decode("utf-8", "replace")
            assert NAME not in body, address
            assert "zag ik het al" not in body, address
    assert cast.researcher.get(cast.told).status_code == 200


def test_a_reader_reads_only_what_was_decided(cast: Cast) -> None:
    answer = cast.reader.get(f"{cast.told}lezen/")
    assert answer.status_code == 400
    register = f"{cast.home}namen/"
    word = {"wachtzin": "zes gele lampen buiten", "nog-eens": "zes gele lampen buiten"}
    assert cast.researcher.post(register, {**word, "doe": "maak"}).status_code == 302
    person = {"doe": "persoon", "gezin": "A", "namen": NAME, "rol": "kind"}
    assert cast.researcher.post(register, person).status_code == 302
    assert cast.reader.get(f"{cast.told}lezen/").status_code == 400
    assert NAME in cast.researcher.get(f"{cast.told}namen/").content.decode()
    place = MOTHER.index(NAME)
    cast.researcher.post(f"{cast.told}namen/", {"plek": place, "doe": "vervang-overal"})
    answer = cast.reader.get(f"{cast.told}lezen/")
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "[kind-A]" in body
    assert NAME not in body


def test_coders_are_blind_and_the_researcher_sees_where_they_differ(cast: Cast) -> None:
    for who, factor in ((cast.researcher, "late"), (cast.coder, "click")):
        answer = who.post(
            f"{cast.told}coderen/", {"van": "2", "tot": "2", "factor": factor, "notitie": factor * 3}
        )
        assert answer.status_code == 302
    seen = cast.coder.get(cast.told).content.decode()
    assert "clickclickclick" in seen
    assert "latelatelate" not in seen
    assert cast.coder.get(f"{cast.told}?wie=allen").content.decode().count("latelatelate") == 0
    assert "latelatelate" in cast.researcher.get(f"{cast.told}?wie=allen").content.decode()
    assert cast.coder.get(f"{cast.home}overeenstemming/").status_code == 404
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "Hier codeert u anders" in page
    assert "Te laat" in page


@pytest.mark.parametrize("who", ["researcher", "coder", "reader"])
def test_nothing_is_kept_by_a_browser(cast: Cast, who: str) -> None:
    client = getattr(cast, who)
    for address in (cast.home, f"{cast.told}lezen/", cast.told):
        assert "no-store" in client.get(address).headers["Cache-Control"]
    cookie = next(one for name, one in client.cookies.items() if name.endswith("wijkverhaal-verhalen"))
    assert cookie["httponly"]
    assert cookie["samesite"] == "Strict"
    assert not cookie["max-age"]


def test_without_its_half_of_the_lock_a_study_is_shut(cast: Cast) -> None:
    assert cast.researcher.get(cast.told).status_code == 200
    session = cast.researcher.session.session_key
    for name in list(cast.researcher.cookies):
        if name.endswith("wijkverhaal-verhalen"):
            del cast.researcher.cookies[name]
    answer = cast.researcher.get(cast.told)
    assert session == cast.researcher.session.session_key
    assert answer.headers["Location"] == f"{cast.home}openen/"


def test_a_study_is_shut_by_its_button_and_by_a_withdrawal(cast: Cast) -> None:
    cast.coder.post(f"{cast.home}sluiten/")
    assert cast.coder.get(cast.told).status_code == 302
    answer = cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", {"zeker": "ja"})
    assert answer.status_code == 200
    assert cast.reader.get(cast.home).status_code == 302
    assert cast.researcher.get(cast.told).status_code == 404
    assert cast.researcher.get(cast.home).status_code == 200


def test_an_error_tells_nothing_that_was_told(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.studies.door import BrokenError
    from wijkverhaal.site.studies.interviews import text_views

    def broken(*_arguments: object) -> None:
        raise KeyError(MOTHER)

    monkeypatch.setattr(text_views, "lines_of", broken)
    with pytest.raises(BrokenError) as raised:
        cast.researcher.get(cast.told)
    assert NAME not in str(raised.value)
    assert raised.value.__cause__ is None
