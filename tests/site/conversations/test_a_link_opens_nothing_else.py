# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who came in by a link walks along every address of the site, with their own cookies."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ..conftest import Site
from ..test_access import ADDRESSES
from .conftest import Table

_NUMBER = "0123456789ab"
_TABLE = ("table", "standing", "withdraw", "answer-survey")
#: What the pages of any conversation but one's own hold; it must come out nowhere.
_SAID = "Alleen voor wie hier binnen is (verzonnen)"


def _answers(of: Table, person_of: Table) -> dict[str, tuple[int, str, str]]:
    """Of every address, with the number of a conversation filled in: status, where it sends one, and text."""
    person = person_of.join()
    found = {}
    for name, address in ADDRESSES.items():
        answer = person.client.get(address.replace(_NUMBER, of.id))
        found[name] = answer.status_code, answer.headers.get("Location", ""), answer.text
    return found


def test_a_participant_gets_their_own_table_and_what_is_for_everybody(table: Table, site: Site) -> None:
    from wijkverhaal.site.access import ACCESS
    from wijkverhaal.site.roles import STRANGER

    for name, (status, there, _text) in _answers(table, table).items():
        if name.startswith("api:") and STRANGER not in ACCESS[name]:
            assert status == 401, name
        elif STRANGER not in ACCESS[name]:
            assert (status, there.startswith("/inloggen/?verder=")) == (302, True), name
        elif name in ("conversations:table", "conversations:standing", "conversations:withdraw"):
            assert status == 200, name


def test_nothing_of_another_conversation_comes_out(make_table: Callable[..., Table]) -> None:
    mine, other = make_table(), make_table()
    other.lead(stap="verklaren")
    other.join().say(_SAID)
    for name, (status, _there, text) in _answers(other, mine).items():
        assert _SAID not in text, name
        if name.removeprefix("conversations:") in _TABLE:
            assert status == 404, name


@pytest.mark.parametrize("form", ["send", "take-back", "withdraw", "answer-survey"])
def test_nothing_of_another_conversation_can_be_changed(form: str, make_table: Callable[..., Table]) -> None:
    from wijkverhaal.site.conversations.models import Entry

    mine, other = make_table(), make_table()
    other.lead(stap="verklaren")
    their = other.join()
    their.say(_SAID)
    serial = other.serials("statement")[0]
    person = mine.join()
    sent = {"wat": "statement", "sleutel": "van-elders-1", "tekst": "Van elders", "soort": "wijk"}
    address = ADDRESSES[f"conversations:{form}"].replace(_NUMBER, other.id)
    assert person.client.post(address, {**sent, "nummer": serial}).status_code == 404
    assert other.serials("statement") == [serial]
    assert Entry.objects.filter(conversation=other.id, participant__isnull=False).count() == 1
    assert _SAID in their.page()


def test_a_vote_reaches_no_statement_of_another_conversation(make_table: Callable[..., Table]) -> None:
    mine, other = make_table(), make_table()
    for one in (mine, other):
        one.lead(stap="verklaren")
    other.join().say("Een eerste uitspraak")
    for _more in range(3):
        other.join().say("Nog een uitspraak")
    far = other.serials("statement")[-1]
    assert far not in mine.serials("statement")
    answer = mine.join().send("opinion", uitspraak=str(far), stem="eens")
    assert answer.status_code == 400
    assert mine.serials("opinion") == other.serials("opinion") == []
