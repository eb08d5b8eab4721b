# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A conversation about two wijken: what is said stays with the wijk that it was said about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ..conftest import RUN, WIJK
from .conftest import YEAR, Table

if TYPE_CHECKING:
    from django.test import Client

SECOND = WIJK[:-1] + str(int(WIJK[-1]) + 1)
KEYS = [f"gebruik|{code}|{YEAR}|" for code in (WIJK, SECOND)]


@pytest.fixture
def two(facilitator: Client) -> Table:
    """It looks at the figure of the second wijk."""
    form = {"berekening": RUN, "jaar": str(YEAR), "wijk": [WIJK, SECOND], "titel": "Verzonnen gesprek"}
    answer = facilitator.post("/gesprek/nieuw/", form)
    table = Table(answer.headers["Location"].split("/")[2], facilitator)
    chosen = {"versie": "0", "titel": "Verzonnen gesprek", "namen": "nee", "cijfer": KEYS}
    assert facilitator.post(table.address("voorbereiden/"), chosen).status_code == 302
    table.lead(doe="begin")
    table.lead(stap="verklaren", cijfer="1")
    return table


def _chosen(page: str, field: str) -> list[str]:
    select = page.split(f'<select id="{field}"')[1].split("</select>")[0]
    return re.findall(r'<option value="([^"]*)" selected', select)


def test_the_wijk_of_the_figure_is_chosen_already(two: Table) -> None:
    two.join().say("Er is weinig te doen.", cijfer=KEYS[1])
    [number] = two.serials("statement")
    assert _chosen(two.leader.get(two.address("leiden/")).text, f"wijk-{number}") == [SECOND]


def test_who_sends_no_wijk_keeps_it_with_that_of_the_figure(two: Table) -> None:
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of

    two.join().say("Er is weinig te doen.", cijfer=KEYS[1])
    [number] = two.serials("statement")
    assert two.do("verklaring", uitspraak=str(number)).status_code == 302
    assert [one.text for one in hypotheses_of(SECOND) if one.conversation == two.id] == [
        "Er is weinig te doen."
    ]
    assert not [one for one in hypotheses_of(WIJK) if one.conversation == two.id]


def test_of_what_was_said_under_no_figure_somebody_chooses(two: Table) -> None:
    two.join().say("Er is weinig te doen.", cijfer="")
    [number] = two.serials("statement")
    assert _chosen(two.leader.get(two.address("leiden/")).text, f"wijk-{number}") == []
    answer = two.do("verklaring", uitspraak=str(number))
    assert answer.status_code == 400
    assert "kies bij welke wijk dit hoort" in answer.text
    assert two.do("verklaring", uitspraak=str(number), wijk=SECOND).status_code == 302


def test_everybody_sees_about_which_wijk_something_was_said(two: Table) -> None:
    from wijkverhaal.site.conversations.screen.told_figure import wijk_names

    person = two.join()
    person.say("Er is weinig te doen.", cijfer=KEYS[1])
    two.lead(stap="verklaren", cijfer="0")
    first, second = wijk_names(RUN, [WIJK, SECOND], YEAR)
    pages = [person.page(), *(two.leader.get(two.address(rest)).text for rest in ("leiden/", "scherm/"))]
    for page in pages:
        said = page.split("Er is weinig te doen.", 1)[1][:300]
        assert second in said
        assert first not in said


def test_a_lead_starts_with_the_wijk_that_is_looked_at(two: Table) -> None:
    two.lead(stap="verbeteren")
    assert _chosen(two.join().page(), "wijk") == [SECOND]
