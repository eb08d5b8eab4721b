# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose age a time is, which neighbours clash, and days that cannot be."""

from __future__ import annotations

import io
import re
from html import unescape
from typing import Any

import pytest

from .compared import compared
from .conftest import Cast

CLASH = "Deze uitspraken kunnen niet allemaal waar zijn"


def _history(cast: Cast, more: str = "", family: str = "B") -> str:
    answer = cast.researcher.get(f"{cast.home}gezin/{family}/geschiedenis/{more}")
    return unescape(str(answer.content.decode()))


def _say(cast: Cast, said: str, family: str = "B", **more: str) -> Any:
    form = {"verteller": f"{family}-i", "gebeurtenis": f"{family}-k", "tijd": said, "doe": "bewaar"}
    return cast.researcher.post(f"{cast.home}gezin/{family}/geschiedenis/uitspraak/", form | more)


def test_looking_by_another_age_changes_no_clash(cast: Cast) -> None:
    compared(cast.filled)
    assert 'name="leeftijd-van"' in _history(cast)
    # the clinic began in November 2018: the child was eight, its sister six
    assert _say(cast, "toen ze zes was", **{"leeftijd-van": "B-other"}).status_code == 302
    assert _say(cast, "toen hij zes was", verteller="B-j").status_code == 302
    first, other = _history(cast), _history(cast, "?kind=B-other")
    assert first.count(CLASH) == other.count(CLASH) > 0
    for page in (first, other):
        assert "“toen ze zes was” (leeftijd van zusje: tussen 6 jaar en 7 jaar)" in page
        assert "“toen hij zes was” (leeftijd van kind: tussen 6 jaar en 7 jaar)" in page


def test_a_child_of_another_family_is_not_taken(cast: Cast) -> None:
    compared(cast.filled)
    answer = _say(cast, "toen hij drie was", **{"leeftijd-van": "C-other"})
    assert answer.status_code == 400
    assert "Kies van welk kind van dit gezin de leeftijd is." in answer.content.decode()


def _alone(cast: Cast) -> None:
    """A family with one child, an event and an age."""
    there = f"{cast.home}gezin/A/"
    cast.researcher.post(there, {"doe": "kind", "label": "het kind", "geboren": "2010-06-01"})
    cast.researcher.post(f"{there}geschiedenis/gebeurtenis/", {"soort": "first_signal"})
    event = re.search(r'name="gebeurtenis"><option value="([0-9a-f]+)"', _history(cast, family="A"))
    assert event is not None
    _say(cast, "toen hij drie was", "A", verteller="A-mother", gebeurtenis=event[1])


def test_an_age_stays_that_of_its_child_when_another_comes(cast: Cast) -> None:
    _alone(cast)
    page = _history(cast, family="A")
    assert 'name="leeftijd-van"' not in page
    assert "(leeftijd van het kind: tussen 3 jaar en 4 jaar)" in page
    there = f"{cast.home}gezin/A/"
    cast.researcher.post(there, {"doe": "kind", "label": "de zus", "geboren": "2008-06-01"})
    assert "(leeftijd van het kind: tussen 3 jaar en 4 jaar)" in _history(cast, family="A")
    shown = cast.researcher.get(there).content.decode()
    (child,) = re.findall(r'value="([0-9a-f]{12})"><button class="plain">Verwijder het kind', shown)
    refused = cast.researcher.post(f"{cast.home}weg/", {"wat": child})
    assert refused.status_code == 400
    assert "uitspraken over de leeftijd van dit kind" in refused.content.decode()
    assert cast.researcher.post(f"{cast.home}ongedaan/").status_code == 302  # the sister and the naming
    assert "de zus" not in cast.researcher.get(there).content.decode()
    assert 'name="leeftijd-van"' not in _history(cast, family="A")


def test_neighbouring_years_clash_on_the_page(cast: Cast) -> None:
    compared(cast.filled)
    assert CLASH not in _history(cast, family="C")
    _say(cast, "in 2019", "C", verteller="C-j")
    assert CLASH in _history(cast, family="C")  # the other says November 2018


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        (
            {"doe": "kind", "label": "het kind", "geboren": "2140-01-01"},
            "Een kind kan niet op 2140-01-01 geboren zijn: die dag moet nog komen; kijk haar na.",
        ),
        (
            {"doe": "toestemming", "gegeven": "2135-01-01", "tot": "2020-01-01"},
            "De toestemming kan niet op 2135-01-01 gegeven zijn: die dag moet nog komen; kijk haar na.",
        ),
        (
            {"doe": "toestemming", "gegeven": "2025-01-01", "tot": "2020-01-01"},
            "De toestemming van 2025-01-01 kan niet tot 2020-01-01 gelden: dat is eerder; kijk beide dagen"
            " na.",
        ),
    ],
)
def test_a_day_that_cannot_be_is_refused(cast: Cast, form: dict[str, str], sentence: str) -> None:
    there = f"{cast.home}gezin/A/"
    before = cast.researcher.get(there).content.decode().count("<li>")
    who = {"verteller": "A-mother", "door": "moeder", "waarvoor": "onderzoek"}
    answer = cast.researcher.post(there, form | who)
    assert answer.status_code == 400
    assert sentence in unescape(answer.content.decode())
    assert cast.researcher.get(there).content.decode().count("<li>") == before


def test_an_interview_that_still_has_to_be_held_is_refused(cast: Cast) -> None:
    from wijkverhaal.site.studies.models import Draft

    file = io.BytesIO(b"I: Hoe gaat het?\nMoeder: Goed.\n")
    file.name = "gesprek.txt"
    form = {"gehouden": "2140-01-01", "bestand": file}
    answer = cast.researcher.post(f"{cast.home}verteller/A-school/interview/", form)
    assert answer.status_code == 400
    assert "Het interview kan niet op 2140-01-01 gehouden zijn" in unescape(answer.content.decode())
    assert not Draft.objects.exists()
