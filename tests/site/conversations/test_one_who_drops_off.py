# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes wrong in a real room: a lost connection, two who lead at once, a browser without script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium

from ..conftest import GEMEENTE, WIJK, Site, aside
from .round_the_table import Room, all_see, link_of, make_conversation, press, room_at, went_wrong

pytestmark = needs_chromium

TYPED = "Er is weinig te doen voor kinderen na school."


@pytest.fixture
def room(browser: Browser, served: str, site: Site) -> Iterator[Room]:
    with room_at(browser, served) as room:
        yield room
    aside(_clear)
    # who leads on an old page is refused on purpose
    assert [one for one in went_wrong(room) if "status of 400" not in one] == []


def _clear() -> None:
    from wijkverhaal.site.conversations.models import Conversation

    Conversation.objects.all().delete()


@pytest.fixture
def leader(room: Room) -> Page:
    return room.leader()


@pytest.fixture
def conversation(leader: Page, served: str) -> str:
    return make_conversation(leader, served, GEMEENTE, WIJK)


@pytest.fixture
def link(leader: Page, conversation: str) -> str:
    return link_of(leader, conversation)


def _at_explaining(leader: Page, conversation: str) -> None:
    leader.goto(f"{conversation}leiden/")
    press(leader, "Begin het gesprek")
    press(leader, "Verder naar Verklaren")
    expect(leader.locator("h1")).to_have_text("Wat kan dit cijfer verklaren?")


def _sent(conversation: str, kind: str) -> int:
    from wijkverhaal.site.conversations.models import Entry

    number = conversation.split("/gesprek/")[1].split("/")[0]
    return int(aside(lambda: Entry.objects.filter(conversation=number, kind=kind).count()))


def test_what_was_typed_is_there_after_a_lost_connection_and_sent_once(
    room: Room, leader: Page, conversation: str, link: str
) -> None:
    guest, other = room.guest(link, 0), room.guest(link, 1)
    _at_explaining(leader, conversation)
    all_see([guest, other], "h1", "Wat kan dit cijfer verklaren?")
    guest.locator("#tekst").fill(TYPED)
    guest.locator("#soort-aanbod").check()
    guest.context.set_offline(True)
    expect(guest.locator("[data-line]")).to_contain_text("Geen verbinding", timeout=15_000)
    expect(guest.locator("#tekst")).to_have_value(TYPED)
    guest.context.set_offline(False)
    guest.reload()
    # back where they were, with what they typed
    expect(guest.locator("#tekst")).to_have_value(TYPED)
    expect(guest.locator("#soort-aanbod")).to_be_checked()
    guest.context.set_offline(True)
    press(guest, "Verstuur")
    expect(guest.locator("[data-line]")).to_contain_text("Nog niet verstuurd", timeout=15_000)
    assert _sent(conversation, "statement") == 0
    guest.context.set_offline(False)
    expect(other.locator("[data-block=samen]")).to_contain_text(TYPED, timeout=30_000)
    expect(guest.locator("#tekst")).to_have_value("")
    guest.reload()
    expect(guest.locator("[data-block=mijn]")).to_contain_text("Wat ik schreef (1)")
    assert _sent(conversation, "statement") == 1


def test_of_two_who_lead_at_once_one_is_told_to_look(
    room: Room, leader: Page, conversation: str, link: str
) -> None:
    # without a script a page stays as it is, and so grows old
    second = room.leader("leidt-ook", script=False)
    leader.goto(conversation)
    leader.locator("#naam").fill("leidt-ook")
    press(leader, "Laat ook leiden")
    guest = room.guest(link, 0)
    _at_explaining(leader, conversation)
    second.goto(f"{conversation}leiden/")
    press(leader, "Verder naar Waarderen")
    all_see([guest], "h1", "Wat vinden we ervan?")
    press(second, "Verder naar Waarderen")
    expect(second.locator("[role=alert]").first).to_be_visible()
    expect(second.locator("h1")).to_have_text("Wat vinden we ervan?")
    press(second, "Verder naar Verbeteren")
    all_see([leader, guest], "h1", "Wat gaan we doen?")


def test_without_a_script_everything_can_be_answered(
    room: Room, leader: Page, conversation: str, link: str
) -> None:
    guest = room.guest(link, 0, script=False)
    leader.goto(f"{conversation}leiden/")
    press(leader, "Begin het gesprek")
    guest.get_by_role("link", name="Ververs deze pagina").click()
    guest.locator("#schatting").fill("11")
    press(guest, "Verstuur mijn schatting")
    expect(guest.locator("[data-block=doen]")).to_contain_text("Je schatte 11")
    press(leader, "Toon het cijfer aan iedereen")
    guest.get_by_role("link", name="Ververs deze pagina").click()
    guest.locator("#herken-deels").check()
    guest.locator("#reden").fill("Hoger dan ik dacht.")
    press(guest, "Verstuur mijn antwoord")
    expect(guest.locator("#herken-deels")).to_be_checked()
    press(leader, "Verder naar Verklaren")
    guest.get_by_role("link", name="Ververs deze pagina").click()
    guest.locator("#tekst").fill(TYPED)
    guest.locator("#soort-aanbod").check()
    press(guest, "Verstuur")
    guest.locator("[data-block=samen]").get_by_role("button", name="eens", exact=True).click()
    expect(guest.locator(".said [aria-pressed=true]")).to_have_text("eens")


def test_a_keyboard_is_enough_to_take_part(room: Room, leader: Page, conversation: str, link: str) -> None:
    guest = room.guest(link, 0)
    leader.goto(f"{conversation}leiden/")
    press(leader, "Begin het gesprek")
    all_see([guest], "h1", "Herkennen we dit cijfer?")
    _walk_to(guest, "#schatting")
    guest.keyboard.type("11,5")
    guest.keyboard.press("Enter")
    expect(guest.locator("[data-block=doen]")).to_contain_text("Je schatte 11,5")
    press(leader, "Verder naar Verklaren")
    all_see([guest], "h1", "Wat kan dit cijfer verklaren?")
    _walk_to(guest, "#tekst")
    guest.keyboard.type(TYPED)
    _walk_to(guest, "input[name=soort]")
    guest.keyboard.press("Space")
    _walk_to(guest, "[data-block=doen] button")
    guest.keyboard.press("Enter")
    expect(guest.locator("[data-block=samen]")).to_contain_text(TYPED)
    _walk_to(guest, ".said button[value=oneens]")
    guest.keyboard.press("Enter")
    expect(guest.locator(".said [aria-pressed=true]")).to_have_text("oneens")
    # who pressed a button stays on it
    assert guest.evaluate("document.activeElement.value") == "oneens"


def _walk_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; the page does not stand still meanwhile."""
    for _step in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"the keyboard does not come at {selector}")
