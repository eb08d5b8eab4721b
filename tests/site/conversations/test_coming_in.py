# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has the link comes in, into this conversation and nothing else."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest

from ..conftest import RUN, WIJK, Site
from ..people import fresh_client
from .conftest import Table


def test_the_token_leaves_the_address_at_once(table: Table) -> None:
    client, link = fresh_client(), table.link()
    token = link.split("/")[3]
    first = client.get(link)
    assert (first.status_code, first.headers["Location"]) == (302, "/gesprek/mee/")
    assert first.headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in first.headers["Cache-Control"]
    cookie = first.cookies["wijkverhaal-link-gesprek"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    page = client.get("/gesprek/mee/")
    assert "Verzonnen gesprek" in page.text
    assert token not in page.text
    answer = client.post("/gesprek/mee/", {"naam": "Ada", "organisatie": "politie"})
    assert answer.cookies["wijkverhaal-link-gesprek"].value == ""
    assert answer.cookies[f"wijkverhaal-gesprek-{table.id}"]["httponly"]
    assert "Ada" in client.get(answer.headers["Location"]).text


def test_no_token_is_kept_in_the_database(table: Table) -> None:
    from wijkverhaal.site.conversations.models import StoredInvitation, StoredParticipant

    link = table.link()
    person = table.join()
    mine = person.client.cookies[f"wijkverhaal-gesprek-{table.id}"].value
    assert len(mine) == len(link.split("/")[3]) == 22
    kept = {*StoredInvitation.objects.values_list("fingerprint", flat=True)}
    kept |= {*StoredParticipant.objects.values_list("fingerprint", flat=True)}
    assert not kept & {mine, link.split("/")[3]}


def test_who_drops_off_comes_back_as_the_same_person(table: Table) -> None:
    person = table.join("Ada")
    person.say("Eerste verklaring")
    back = fresh_client()
    back.cookies[f"wijkverhaal-gesprek-{table.id}"] = person.client.cookies[
        f"wijkverhaal-gesprek-{table.id}"
    ].value
    assert "Eerste verklaring" in back.get(person.address()).text
    assert back.get(table.link(), follow=True).redirect_chain[-1][0] == person.address()
    assert table.stored.participants.count() == 1


@pytest.mark.parametrize(("revoked", "days", "word"), [(True, 1, "ingetrokken"), (False, -1, "verlopen")])
def test_a_link_that_works_no_longer_says_so(revoked: bool, days: int, word: str, table: Table) -> None:
    client, link = fresh_client(), table.link(days)
    if revoked:
        table.do(f"uitnodigen/{table.stored.invitations.get().pk}/intrekken")
    answer = client.get(link, follow=True)
    assert answer.status_code == 410
    assert f"Deze link is {word}" in answer.text
    assert client.post("/gesprek/mee/", {"naam": "Ada", "organisatie": "school"}).status_code == 410


def test_who_is_in_stays_in_when_the_link_is_revoked(table: Table) -> None:
    person = table.join()
    table.do(f"uitnodigen/{table.stored.invitations.get().pk}/intrekken")
    assert person.client.get(person.address()).status_code == 200


def test_guessing_is_refused_after_thirty_tries_and_no_longer_counted(table: Table) -> None:
    from axes.models import AccessAttempt

    client = fresh_client()
    for number in range(30):
        assert client.get(f"/gesprek/mee/{number:022d}/", follow=True).status_code == 404
    counted = AccessAttempt.objects.count()
    answer = client.get(f"/gesprek/mee/{31:022d}/", follow=True)
    assert answer.status_code == 429
    assert "Een link die klopt, werkt gewoon" in answer.text
    assert AccessAttempt.objects.count() == counted
    # the door of accounts does not notice
    assert fresh_client().post("/inloggen/", {"sleutel": "fout"}).status_code == 403


def test_a_link_that_exists_opens_however_many_wrong_ones_came_from_there(table: Table) -> None:
    person, client = table.join(), fresh_client()
    for number in range(31):
        client.get(f"/gesprek/mee/{number:022d}/", follow=True)
    assert person.client.get(person.address()).status_code == 200
    assert person.client.get(table.link(), follow=True).redirect_chain[-1][0] == person.address()
    late = fresh_client()
    assert late.get(table.link(), follow=True).status_code == 200
    answer = late.post("/gesprek/mee/", {"naam": "Laat", "organisatie": "school"})
    assert answer.headers["Location"] == person.address()


@pytest.mark.parametrize("told", ["kort", "x" * 23, "a" * 21 + ";", "x" * 4000])
def test_what_cannot_be_a_token_is_not_kept(told: str, table: Table) -> None:
    answer = fresh_client().get(f"/gesprek/mee/{told}/")
    assert answer.status_code == 404
    assert "wijkverhaal-link-gesprek" not in answer.cookies


def test_a_link_of_one_conversation_opens_nothing_else(make_table: Callable[..., Table]) -> None:
    mine, other = make_table(), make_table()
    person = mine.join()
    for rest in ("", "stand/", "stoppen/", "samenwerking/"):
        assert person.client.get(f"/gesprek/tafel/{other.id}/{rest}").status_code == 404
    for rest in ("bijdrage/", "terugnemen/", "stoppen/"):
        assert person.client.post(f"/gesprek/tafel/{other.id}/{rest}", {}).status_code == 404
    token = person.client.cookies[f"wijkverhaal-gesprek-{mine.id}"].value
    person.client.cookies[f"wijkverhaal-gesprek-{other.id}"] = token
    assert person.client.get(f"/gesprek/tafel/{other.id}/").status_code == 404
    assert other.serials("statement") == []


def test_a_participant_sees_no_other_page_of_the_site(table: Table, site: Site) -> None:
    person = table.join()
    inside = [
        *site.pages()[4:],
        "/verhalen/",
        "/gesprek/",
        table.address("leiden/"),
        table.address("verslag/"),
    ]
    for address in [f"/berekening/{RUN}/wijk/{WIJK}/", f"/wijk/{WIJK}/", "/", *inside]:
        answer = person.client.get(address)
        assert answer.status_code == 302, address
        assert answer.headers["Location"].startswith("/inloggen/"), address


@pytest.mark.parametrize(
    ("name", "organisation"),
    [
        ("", "school"),
        ("   ", "school"),
        ("\u202e\u200b", "school"),
        ("x" * 81, "school"),
        ("Ada", "brandweer"),
        ("Ada", ""),
    ],
)
def test_without_a_name_or_a_known_organisation_nobody_comes_in(
    name: str, organisation: str, table: Table
) -> None:
    client = fresh_client()
    client.get(table.link())
    answer = client.post("/gesprek/mee/", {"naam": name, "organisatie": organisation})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert table.stored.participants.count() == 0


def test_nobody_comes_into_a_conversation_that_is_over(table: Table) -> None:
    link = table.link()
    table.lead(doe="sluit")
    answer = fresh_client().get(link, follow=True)
    assert answer.status_code == 410
    assert "Dit gesprek is afgelopen" in answer.text


def test_the_link_is_shown_once_with_a_code_that_holds_it(table: Table) -> None:
    page = table.leader.post(
        table.address("uitnodigen/"), {"dagen": "14", "voor": "scholen <b>"}, follow=True
    ).text
    assert re.search(r"http://127\.0\.0\.1/gesprek/mee/[\w-]{22}/", page)
    assert 'class="qr"' in page
    assert "style=" not in page
    assert "scholen &lt;b&gt;" in page
    assert "/gesprek/mee/" not in table.leader.get(table.address("uitnodigen/")).text


def test_loading_the_page_again_makes_no_second_link_and_shows_the_first_no_more(table: Table) -> None:
    address = table.address("uitnodigen/")
    answer = table.leader.post(address, {"dagen": "14"})
    assert (answer.status_code, answer.headers["Location"]) == (302, address)
    assert answer.cookies[f"wijkverhaal-uitnodigen-{table.id}"]["httponly"]
    assert "/gesprek/mee/" in table.leader.get(address).text
    for _time in range(2):
        assert "/gesprek/mee/" not in table.leader.get(address).text
    assert table.stored.invitations.count() == 1


@pytest.mark.parametrize("days", ["0", "91", "-1", "x", "", "1e3", "９"])
def test_a_link_lasts_a_number_of_days(days: str, table: Table) -> None:
    answer = table.do("uitnodigen", dagen=days)
    assert answer.status_code == 400
    assert table.stored.invitations.count() == 0


def test_a_token_is_taken_out_of_what_the_server_writes_down() -> None:
    from wijkverhaal.site.conversations.taking_part.hidden_links import HiddenLinks

    token = "AAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105 (of nobody)
    line = logging.LogRecord("x", 40, "", 0, "Error: %s", (f"/gesprek/mee/{token}/?a=1",), None)
    assert HiddenLinks().filter(line)
    assert line.getMessage() == "Error: /gesprek/mee/.../?a=1"
