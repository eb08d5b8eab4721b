# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A whole conversation, as six people have it: from the figures of a wijk to what came of it a year later."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from io import BytesIO

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import needs_chromium
from tests.publication.run_factory import fabricate_run

from ..conftest import GEMEENTE, RUN, WIJK, Site, aside
from .round_the_table import (
    Room,
    all_see,
    link_of,
    make_conversation,
    press,
    room_at,
    went_wrong,
)

pytestmark = needs_chromium

QUOTED = "Wij hebben lang gewacht en niemand vertelde ons waarom (verzonnen)."
EXPLAINED = "Er zijn weinig plekken waar kinderen na school heen kunnen."
SAME = "Na school is er voor kinderen niets te doen."
LEAD = "Open de gymzaal van de school elke middag."
NEXT_YEAR = "20270303-b"
#: Figures of this year are of after what is agreed today.
LATER = date.today().year + 1


@pytest.fixture
def room(browser: Browser, served: str) -> Iterator[Room]:
    with room_at(browser, served) as room:
        yield room
    assert went_wrong(room) == []


@pytest.fixture
def quotation(site: Site) -> Iterator[str]:
    """A quotation that a researcher released."""
    from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

    def make() -> None:
        study = StoredStudy.objects.create(
            id="fedcba987654", title="Onderzoek (verzonnen)", keep_until=date(2090, 1, 1)
        )
        ReleasedQuotation.objects.create(
            id="00000000000000bb",
            study=study,
            record="c-1",
            family="A",
            informant="A-mother",
            text=QUOTED,
            role="moeder",
            until=date(2090, 1, 1),
        )

    aside(make)
    yield "00000000000000bb"
    aside(lambda: StoredStudy.objects.filter(id="fedcba987654").delete())


@pytest.fixture
def next_year(site: Site) -> Iterator[None]:
    """A run with a year more; it is made when asked for, and goes afterwards."""
    yield
    shutil.rmtree(site.root / "runs" / NEXT_YEAR, ignore_errors=True)


@pytest.fixture(autouse=True)
def _nothing_left(site: Site) -> Iterator[None]:
    yield

    def clear() -> None:
        from wijkverhaal.site.conversations.models import Conversation
        from wijkverhaal.site.wijken import models

        for table in (models.StoredHypothesis, models.StoredAgreement, models.StoredDocument):
            table.objects.all().delete()
        models.DiscussedFigure.objects.all().delete()
        Conversation.objects.all().delete()

    aside(clear)


def _make_next_year(site: Site) -> None:
    folder = fabricate_run(site.root / "runs" / NEXT_YEAR, wijken=25, years=(2021, 2022, LATER))
    card = json.loads((folder / "run.json").read_text("utf-8")) | {"created": "2027-03-03T03:04:05"}
    (folder / "run.json").write_text(json.dumps(card), "utf-8")


def test_from_figure_to_agreement_to_next_year(
    room: Room, served: str, site: Site, quotation: str, next_year: None
) -> None:
    leader = room.leader()
    conversation = make_conversation(leader, served, GEMEENTE, WIJK, quotation)
    link = link_of(leader, conversation)
    guests = [room.guest(link, number) for number in range(5)]
    all_see(guests, "h1", "Het gesprek begint zo")
    leader.goto(f"{conversation}leiden/")
    expect(leader.locator(".kicker").first).to_contain_text("5 mensen zijn binnen")
    press(leader, "Begin het gesprek")
    all_see(guests, "h1", "Herkennen we dit cijfer?")
    _guess_and_recognise(leader, guests)
    _explain(leader, guests)
    _hang_evidence(leader, quotation)
    _value_and_improve(leader, guests, conversation)
    press(leader, "Sluit het gesprek")
    leader.wait_for_url("**/verslag/")
    expect(leader.locator("main")).to_contain_text(EXPLAINED)
    all_see(guests, "h1", "Het gesprek is afgelopen")
    _is_in_word(leader, served)
    leader.goto(f"{served}/berekening/{RUN}/wijk/{WIJK}/")
    expect(leader.locator("main")).to_contain_text(EXPLAINED)
    expect(leader.locator("main")).to_contain_text(LEAD)
    leader.goto(f"{served}/wijk/{WIJK}/")
    expect(leader.locator("main")).to_contain_text("Er zijn nog geen nieuwere cijfers")
    _make_next_year(site)
    leader.reload()
    agreed = leader.locator("#afspraken ~ article").filter(has_text=LEAD)
    expect(agreed).to_contain_text("Wat er daarna gebeurde")
    expect(agreed).to_contain_text(str(LATER))
    agreed.locator("textarea[name=terugblik]").fill("De gymzaal is twee middagen open.")
    agreed.get_by_role("button", name="Bewaar de terugblik").click()
    expect(agreed.locator(".said-by")).to_contain_text("twee middagen open")


def _guess_and_recognise(leader: Page, guests: list[Page]) -> None:
    for number, guest in enumerate(guests):
        guest.locator("#schatting").fill(f"{8 + number},5")
        press(guest, "Verstuur mijn schatting")
    all_see([leader], "main", "5 mensen schatten")
    assert all(guest.locator(".sentence").count() == 0 for guest in guests)
    press(leader, "Toon het cijfer aan iedereen")
    all_see(guests, ".sentence", "verzonnen")
    for number, guest in enumerate(guests):
        guest.locator("#herken-ja" if number < 4 else "#herken-nee").check()
        guest.locator("#reden").fill("Zo kennen wij de wijk.")
        press(guest, "Verstuur mijn antwoord")
    all_see([leader], "[data-block=antwoorden]", "5")


def _explain(leader: Page, guests: list[Page]) -> None:
    press(leader, "Verder naar Verklaren")
    all_see(guests, "h1", "Wat kan dit cijfer verklaren?")
    for guest, text in ((guests[0], EXPLAINED), (guests[1], SAME)):
        guest.locator("#tekst").fill(text)
        guest.locator("#soort-aanbod").check()
        press(guest, "Verstuur")
        all_see(guests, "[data-block=samen]", text)
    for guest in guests[1:]:
        button = guest.locator(".said > li").first.get_by_role("button", name="eens", exact=True)
        button.click()
        expect(guest.locator(".said [aria-pressed=true]")).to_have_count(1)
    # told in threes, so that nobody sees what the fourth thinks
    all_see(guests, "[data-block=samen] .said", "3 × eens")
    same = leader.locator("> .words", has_text=SAME)
    second = leader.locator("[data-block=uitspraken] .said > li", has=same)
    expect(second).to_have_count(1)
    leader.reload()
    second.locator("summary", has_text="Samenvoegen").click()
    second.locator("select[name=onder]").select_option(label=EXPLAINED)
    second.get_by_role("button", name="Voeg samen").click()
    all_see(guests, "[data-block=samen]", "1 uitspraak die hetzelfde zegt")


def _hang_evidence(leader: Page, quotation: str) -> None:
    """The steering page stays open beside it, as it would be for who leads alone."""
    press(leader, "Bewaar als verklaring bij de wijk")
    leader.get_by_role("link", name="hang er bewijs aan").click()
    leader.wait_for_url("**/verklaringen/**")
    leader.locator("#cijfer").select_option(index=0)
    leader.locator("form", has=leader.locator("#cijfer")).get_by_role("button").click()
    leader.locator("summary", has_text="vrijgegeven citaat").click()
    leader.locator("#citaat").select_option(quotation)
    leader.locator("form", has=leader.locator("#citaat")).get_by_role("button").click()
    expect(leader.locator("article.card")).to_have_count(2)
    expect(leader.locator("main")).to_contain_text(QUOTED)


def _value_and_improve(leader: Page, guests: list[Page], conversation: str) -> None:
    leader.goto(f"{conversation}leiden/")
    press(leader, "Verder naar Waarderen")
    all_see(guests, "h1", "Wat vinden we ervan?")
    for guest in guests:
        guest.locator("#vind-te-hoog").check()
        press(guest, "Verstuur mijn antwoord")
    press(leader, "Verder naar Verbeteren")
    all_see(guests, "h1", "Wat gaan we doen?")
    guests[2].locator("#tekst").fill(LEAD)
    guests[2].locator("#wie").fill("de gymleraren")
    guests[2].locator("#wanneer").fill("2090-02-01")
    press(guests[2], "Verstuur")
    all_see([leader, *guests], "main", LEAD)
    leader.locator("summary", has_text="Maak er een afspraak van").click()
    press(leader, "Dit spreken we af")
    expect(leader.locator("[data-block=punten]")).to_contain_text("Dit is een afspraak")


def _is_in_word(leader: Page, served: str) -> None:
    leader.goto(f"{served}/wijk/{WIJK}/wijkverhaal/")
    press(leader, "Maak het Wijkverhaal")
    document = leader.request.get(f"{served}/wijk/{WIJK}/wijkverhaal/wijkverhaal.docx")
    assert document.ok
    text = "\n".join(one.text for one in docx.Document(BytesIO(document.body())).paragraphs)
    for told in (EXPLAINED, QUOTED, LEAD, "de gymleraren", "naar schatting"):
        assert told in text, told
