# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A name that somebody decided about is nowhere left in what others may read. All names are invented."""

from __future__ import annotations

import html
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from .conftest import PASSPHRASE, Cast
from .test_what_leaves import WORD

if TYPE_CHECKING:
    from wijkverhaal.site.studies.keeping.open_study import OpenStudy
    from wijkverhaal.stories.study.record import Interview

KEVIN = (
    "I: Hoe ging het?\nMoeder: Toen kwam Kevin langs. Kevin was te laat.\n"
    "I: En toen?\nMoeder: Dat was kevin z’n schuld niet. Kevins fiets was stuk.\n"
)
OTHER = "I: Hoe was het?\nOma: Kevin kwam vaak eten. Hij was lief.\n"


@pytest.fixture
def told(cast: Cast) -> Interview:
    """The mother tells about Kevin, the school does too, and nobody put him in the register."""
    from wijkverhaal.site.studies.keeping import storage

    filled = cast.filled
    study = storage.load_study(filled.opened)
    now, study, told = storage.add_interview(filled.opened, study, "A-mother", date(2025, 6, 1), KEVIN)
    storage.add_interview(now, study, "A-school", date(2025, 6, 2), OTHER)
    cast.researcher.post(f"{cast.home}namen/", {"wachtzin": WORD, "nog-eens": WORD, "doe": "maak"})
    register(cast, "Wiebrigje", "kind")
    return told


def register(cast: Cast, names: str, role: str, **more: str) -> None:
    """Put somebody in the register of family A."""
    form = {"doe": "persoon", "gezin": "A", "namen": names, "rol": role, **more}
    assert cast.researcher.post(f"{cast.home}namen/", form).status_code == 302


def places(cast: Cast, interview: str) -> list[tuple[str, str]]:
    """What the page asks about, with the number of each place."""
    page = cast.researcher.get(f"{cast.home}interview/{interview}/namen/").content.decode()
    found = re.findall(r'name="plek" value="(\d+)">\s*<p>.*?<mark>(.*?)</mark>', page, re.DOTALL)
    return [(html.unescape(words), place) for place, words in found]


def decide(cast: Cast, interview: str, word: str, doing: str, **more: str) -> None:
    """Decide about the first open place of a word."""
    place = dict(reversed(places(cast, interview)))[word]
    form = {"plek": place, "doe": doing, **more}
    assert cast.researcher.post(f"{cast.home}interview/{interview}/namen/", form).status_code == 302


def reads(cast: Cast, interview: str) -> str:
    """What a reader gets; nothing where the text is not ready."""
    answer = cast.reader.get(f"{cast.home}interview/{interview}/lezen/")
    return answer.content.decode() if answer.status_code == 200 else ""


def opened(cast: Cast) -> OpenStudy:
    """The study with every key that it has by now."""
    from wijkverhaal.site.studies.keeping.opening import open_with_passphrase
    from wijkverhaal.site.studies.models import StoredStudy

    stored = StoredStudy.objects.get(pk=cast.filled.opened.id)
    return open_with_passphrase(stored, cast.filled.opened.actor, PASSPHRASE)


def terms(cast: Cast) -> dict[str, tuple[str, ...]]:
    """The register of family A."""
    from wijkverhaal.site.studies.names import names_store

    register = names_store.load_register(opened(cast), WORD)
    return {one.entry.pseudonym: one.entry.terms for one in register.families["A"]}


def _interviews(cast: Cast) -> dict[str, str]:
    from wijkverhaal.site.studies.keeping import storage

    now = opened(cast)
    return storage.interview_texts(now, storage.load_study(now))


def test_a_word_replaced_everywhere_is_a_name_in_every_interview(cast: Cast, told: Interview) -> None:
    assert [word for word, _place in places(cast, told.id)] == ["Kevin"]
    decide(cast, told.id, "Kevin", "vervang-overal", vervanging="[naam]")
    assert terms(cast)["[naam-A]"] == ("Kevin",)
    assert [word for word, _place in places(cast, told.id)] == ["kevin", "Kevins"]
    assert reads(cast, told.id) == ""
    other = next(name for name, text in _interviews(cast).items() if text == OTHER)
    assert "[naam-A] kwam vaak eten" in reads(cast, other)
    decide(cast, told.id, "kevin", "vervang")
    decide(cast, told.id, "Kevins", "vervang")
    text = reads(cast, told.id)
    assert "kevin" not in text.lower()
    assert "[naam-A]s fiets" in text


def test_a_word_replaced_once_asks_about_every_other_place(cast: Cast, told: Interview) -> None:
    decide(cast, told.id, "Kevin", "vervang", vervanging="[broer-A]")
    assert [word for word, _place in places(cast, told.id)] == ["Kevin", "kevin", "Kevins"]
    assert reads(cast, told.id) == ""
    assert "[broer-A]" not in terms(cast)
    assert "Kevin kwam" not in reads(
        cast, next(name for name, text in _interviews(cast).items() if text == OTHER)
    )
    register(cast, "Rinske", "oma")  # a new search forgets none of them
    assert [word for word, _place in places(cast, told.id)] == ["Kevin", "kevin", "Kevins"]


def test_a_word_is_not_replaced_everywhere_while_the_register_is_shut(cast: Cast, told: Interview) -> None:
    cast.researcher.post(f"{cast.home}sluiten/")
    cast.researcher.post(f"{cast.home}openen/", {"doe": "open", "wachtzin": PASSPHRASE})
    there = f"{cast.home}interview/{told.id}/namen/"
    assert "Het register is op slot" in cast.researcher.get(there).content.decode()
    answer = cast.researcher.post(there, {"plek": KEVIN.index("Kevin"), "doe": "vervang-overal"})
    assert answer.status_code == 400
    assert "Open eerst het register" in answer.content.decode()


def test_a_word_that_may_stay_is_asked_about_again_when_it_comes_in_the_register(
    cast: Cast, told: Interview
) -> None:
    decide(cast, told.id, "Kevin", "laat-overal")
    assert "Kevin" in reads(cast, told.id)
    form = {"doe": "persoon", "gezin": "A", "namen": "Kevin", "rol": "broer"}
    answer = cast.researcher.post(f"{cast.home}namen/", form, follow=True).content.decode()
    assert "die klaar waren, is weer iets te beslissen" in answer
    assert reads(cast, told.id) == ""
    assert [word for word, _place in places(cast, told.id)] == ["Kevin", "Kevin", "kevin", "Kevins"]
    decide(cast, told.id, "Kevin", "laat-overal")  # now they know that it is a name
    assert [word for word, _place in places(cast, told.id)] == ["kevin", "Kevins"]


def test_what_was_released_is_looked_through_again_when_the_register_grows(
    cast: Cast, told: Interview
) -> None:
    from wijkverhaal.site.studies.models import ReleasedQuotation

    for number, text in enumerate(("KEVIN kwam te laat", "Niemand kwam")):
        ReleasedQuotation.objects.create(
            id=f"{number}", study=cast.filled.opened.stored, record=f"k{number}", family="A",
            informant="A-mother", text=text, role="moeder", factor="Te laat", until=date(2090, 1, 1),
        )  # fmt: skip
    form = {"doe": "persoon", "gezin": "A", "namen": "Kévin", "rol": "broer"}
    answer = cast.researcher.post(f"{cast.home}namen/", form, follow=True).content.decode()
    assert "1 vrijgegeven tekst is teruggehaald" in answer
    assert [one.text for one in ReleasedQuotation.objects.all()] == ["Niemand kwam"]


def test_everywhere_is_for_a_word_as_it_is_written(cast: Cast, told: Interview) -> None:
    from wijkverhaal.site.studies.keeping import storage

    text = "Moeder: Ik wil dat Wil komt. Wil zei: ik wil niet.\n"
    study = storage.load_study(cast.filled.opened)
    _opened, _study, one = storage.add_interview(
        cast.filled.opened, study, "A-mother", date(2025, 7, 1), text
    )
    register(cast, "Wil", "tante")
    decide(cast, one.id, "wil", "laat-overal")
    assert [word for word, _place in places(cast, one.id)] == ["Wil", "Wil"]
    decide(cast, one.id, "Wil", "vervang-overal")
    assert "Ik wil dat [tante-A] komt. [tante-A] zei: ik wil niet." in reads(cast, one.id)


def test_every_decision_can_be_taken_again(cast: Cast, told: Interview) -> None:
    from wijkverhaal.site.studies.names import names_store
    from wijkverhaal.stories.hit_decision import HitDecision

    now = opened(cast)
    many = tuple(HitDecision(place, place + 1, False, "", "1", "capital") for place in range(120))
    names_store.keep_names(now, told.id, names_store.NamesFound((), many))
    there = f"{cast.home}interview/{told.id}/namen/"
    page = cast.researcher.get(there).content.decode()
    assert "Eerder besloten (120)" in page
    seen = set()
    for part in (1, 2, 3):
        page = cast.researcher.get(f"{there}?besluiten={part}").content.decode()
        seen |= set(re.findall(r'name="plek" value="(\d+)"><button name="doe" value="terug"', page))
    assert seen == {str(place) for place in range(120)}
    cast.researcher.post(there, {"plek": 3, "doe": "terug"})
    assert len(places(cast, told.id)) == 1
    assert reads(cast, told.id) == ""
