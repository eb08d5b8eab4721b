# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of a conversation and of what stays with a wijk: looked over by axe, on phone and wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium, too_wide

from ..conftest import GEMEENTE, RUN, WIJK, Site, aside
from .conftest import USE
from .round_the_table import PHONE, Room, room_at, went_wrong

pytestmark = needs_chromium

_WIDTHS = (360, 1280, 1920)
_LONG = "Hottentottententententoonstelling" * 6


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def room(browser: Browser, served: str, site: Site) -> Iterator[Room]:
    with room_at(browser, served) as room:
        yield room
    aside(_clear)
    assert went_wrong(room) == []


def _clear() -> None:
    from wijkverhaal.site.conversations.models import Conversation
    from wijkverhaal.site.wijken import models

    for table in (models.StoredHypothesis, models.StoredAgreement, models.StoredDocument):
        table.objects.all().delete()
    Conversation.objects.all().delete()


def _conversation(name: str) -> tuple[str, str, str, str]:
    """A running conversation with somebody in it: its number, who that is, their token, and a link."""
    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.conversations.contributions.figure_key import read_figure_key
    from wijkverhaal.site.conversations.leading import making, moving
    from wijkverhaal.site.conversations.taking_part import joining
    from wijkverhaal.site.runs import library

    account = Account.objects.get(name=name)
    stored = making.make(account, "Samen kijken (verzonnen)", library.opened(RUN), 2022, [WIJK])
    making.prepare(stored.id, 0, stored.title, "Doel. " + _LONG, [read_figure_key(USE)], [], True)
    who, token = joining.join(stored.id, "Verzonnen", "school")
    link = joining.invite(stored, 3)
    moving.start(stored.id, 1)
    return stored.id, who.id, token, link


def _add(conversation: str, who: str, kind: str, **content: object) -> str:
    from wijkverhaal.site.conversations.contributions.adding import add

    return str(add(conversation, kind, content, who, f"sleutel-{kind}").serial)


def _move(conversation: str, step: str) -> None:
    from wijkverhaal.dialogue.step import Step
    from wijkverhaal.site.conversations.leading import moving
    from wijkverhaal.site.conversations.models import Conversation

    seen = Conversation.objects.get(pk=conversation).version
    if step == "toon":
        moving.reveal(conversation, seen)
    elif step == "sluit":
        moving.close(conversation, seen)
    else:
        moving.move(conversation, seen, Step(step))


def _looked_over(page: Page, address: str, language: str) -> list[object]:
    """What axe finds, and what must be pushed sideways."""
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == language, address
    expect(page.locator("h1"), address).to_have_count(1)
    found = Axe().run(page).response["violations"]
    wrong: list[object] = [(address, one["id"], one["nodes"][0]["html"][:200]) for one in found]
    before = page.viewport_size
    for width in _WIDTHS:
        page.set_viewport_size({"width": width, "height": 1080})
        if too_wide(page) > 0:
            wrong.append((address, width, "too wide", too_wide(page)))
    assert before is not None
    page.set_viewport_size(before)
    return wrong


def test_every_page_of_every_step(room: Room, served: str, language: str) -> None:
    leader = room.leader("leidt", language)
    conversation, who, token, link = aside(lambda: _conversation("leidt"))
    guest = room.device(PHONE, language)
    wrong = _looked_over(guest, f"{served}/gesprek/mee/{link}/", language)
    name = f"wijkverhaal-gesprek-{conversation}"
    guest.context.add_cookies([{"name": name, "value": token, "url": served}])
    mine = f"{served}/gesprek/tafel/{conversation}/"
    led = f"{served}/gesprek/{conversation}/"
    contributions: list[tuple[str, Callable[[], object]]] = [
        ("herkennen", lambda: _add(conversation, who, "guess", figure=USE, value=9.0)),
        ("toon", lambda: _add(conversation, who, "recognition", figure=USE, answer="ja", reason=_LONG)),
        ("verklaren", lambda: _add(conversation, who, "statement", text=_LONG, tag="wijk", figure="")),
        ("waarderen", lambda: _add(conversation, who, "valuation", figure=USE, answer="anders", wish=_LONG)),
        ("verbeteren", lambda: _add(conversation, who, "lead", text=_LONG, owner=_LONG, due="", area=WIJK)),
    ]
    for step, contribute in contributions:
        aside(lambda step=step: _move(conversation, step))  # type: ignore[misc]
        aside(contribute)
        wrong += _looked_over(guest, mine, language)
        wrong += _looked_over(leader, f"{led}leiden/", language)
        wrong += _looked_over(leader, f"{led}scherm/", language)
    aside(lambda: _move(conversation, "sluit"))
    wrong += _looked_over(guest, mine, language)
    wrong += _looked_over(guest, f"{mine}stoppen/", language)
    rest = (
        "",
        "voorbereiden/",
        "leidraad/",
        "uitnodigen/",
        "leiden/",
        "verslag/",
        "wissen/",
        "samenwerking/",
    )
    for address in rest:
        wrong += _looked_over(leader, led + address, language)
    for address in (f"/gesprek/nieuw/?gemeente={GEMEENTE}", "/gesprek/", "/afspraken/"):
        wrong += _looked_over(leader, served + address, language)
    assert wrong == []


def test_every_page_of_what_stays_with_a_wijk(room: Room, served: str, language: str) -> None:
    leader = room.leader("leidt", language)
    identity = aside(_kept_with_the_wijk)
    home = f"{served}/wijk/{WIJK}/"
    leader.goto(f"{home}wijkverhaal/")
    leader.locator("main form button").first.click()
    wrong: list[object] = []
    rest = ("", f"verklaringen/{identity}/", "wijkverhaal/", "wijkverhaal/bewerken/", "wijkverhaal/versies/")
    for address in rest:
        wrong += _looked_over(leader, home + address, language)
    wrong += _looked_over(leader, f"{served}/afspraken/", language)
    wrong += _looked_over(leader, f"{served}/berekening/{RUN}/wijk/{WIJK}/", language)
    assert wrong == []


def _kept_with_the_wijk() -> str:
    from datetime import date

    from wijkverhaal.site.wijken.agreements import make_agreement
    from wijkverhaal.site.wijken.evidence import hang_document
    from wijkverhaal.site.wijken.hypotheses import make_hypothesis

    made = make_hypothesis(WIJK, RUN, 2022, _LONG, "bevolking")
    hang_document(made, _LONG, "https://example.org/" + _LONG, "voor", _LONG)
    make_agreement(WIJK, RUN, 2022, _LONG, _LONG, date(2090, 6, 1))
    return str(made.id)
