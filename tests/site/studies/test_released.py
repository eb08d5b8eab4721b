# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Quotations that are let go for conversations: only what may leave, and gone when it no longer may."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Site, visitor_with

from .conftest import MOTHER, NAME, Cast
from .test_what_leaves import WORD, _coded, _with_register

if TYPE_CHECKING:
    from wijkverhaal.site.studies.models import ReleasedQuotation


def _released() -> list[ReleasedQuotation]:
    from wijkverhaal.site.studies.leaving.released import released

    return released()


def _release(cast: Cast, coding: str, do: str = "vrij") -> int:
    return int(cast.researcher.post(f"{cast.home}citaten/{coding}/vrijgeven/", {"doe": do}).status_code)


@pytest.fixture
def judged(cast: Cast) -> str:
    """A coding by which nobody is recognised, in a study with its register open."""
    coding = _coded(cast)
    _with_register(cast)
    cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    return coding


def test_a_judged_quotation_is_released_without_names(cast: Cast, judged: str) -> None:
    assert _release(cast, judged) == 302
    [one] = _released()
    assert "zag ik het al" in one.text
    assert NAME not in one.text
    assert (one.role, one.history) == ("moeder", False)
    assert one.until == date(2090, 1, 1)
    assert _release(cast, judged) == 302
    assert [again.id for again in _released()] == [one.id]


def test_one_that_nobody_judged_is_not_released(cast: Cast) -> None:
    coding = _coded(cast)
    _with_register(cast)
    assert _release(cast, coding) == 400
    assert _released() == []


def test_without_the_register_nothing_is_released(cast: Cast) -> None:
    coding = _coded(cast)
    cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    assert _release(cast, coding) == 400
    assert _released() == []


def test_one_with_a_name_of_the_register_is_not_released(cast: Cast) -> None:
    coding = _coded(cast)
    _with_register(cast)
    cast.researcher.post(f"{cast.told}namen/", {"plek": MOTHER.index(NAME), "doe": "laat"})
    cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    answer = cast.researcher.post(f"{cast.home}citaten/{coding}/vrijgeven/", {"doe": "vrij"})
    assert answer.status_code == 400
    assert NAME not in answer.content.decode()
    assert _released() == []


def test_somebody_who_does_not_want_to_be_quoted_is_not(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding, Judgement

    school = cast.filled.school
    study = storage.load_study(cast.filled.opened)
    storage.put(
        cast.filled.opened,
        study,
        Coding("s1", school.id, "late", "1", 0, 12),
        Judgement("j1", "s1", False, "1"),
    )
    _with_register(cast)
    assert _release(cast, "s1") == 400
    assert _released() == []


def test_only_a_researcher_of_the_study_releases(cast: Cast, judged: str) -> None:
    for visitor in (cast.coder, cast.reader, cast.outsider, visitor_with("facilitator")):
        answer = visitor.post(f"{cast.home}citaten/{judged}/vrijgeven/", {"doe": "vrij"})
        assert answer.status_code == 404
    assert _released() == []


def test_what_is_taken_back_or_judged_again_is_gone(cast: Cast, judged: str) -> None:
    for way in ("terug", "oordeel"):
        assert _release(cast, judged) == 302
        assert len(_released()) == 1
        if way == "terug":
            assert _release(cast, judged, "terug") == 302
        else:
            cast.researcher.post(f"{cast.home}citaten/{judged}/oordeel/", {"herkenbaar": "ja"})
        assert _released() == []


def test_what_has_words_that_tell_who_somebody_is_is_gone_too(cast: Cast, judged: str) -> None:
    """Two people code the same words: what one of them finds recognisable the other cannot let go."""
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Coding, Judgement

    study = storage.load_study(cast.filled.opened)
    one = study.one(Coding, judged)
    twin = Coding("twin", one.interview, "click", "1", one.end - 3, one.end + 3)
    opened, study, _action = storage.put(cast.filled.opened, study, twin)
    assert _release(cast, judged) == 302
    opened, study, _action = storage.put(opened, study, Judgement("j-twin", "twin", True, "1"))
    assert _released() == []
    assert _release(cast, judged) == 400
    page = cast.researcher.get(f"{cast.home}citaten/?factor=late").text
    assert "Een ander citaat met een deel van deze woorden is herkenbaar." in page


def test_who_withdraws_takes_their_words_and_the_history_along(cast: Cast, judged: str, site: Site) -> None:
    from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

    _release(cast, judged)
    study = StoredStudy.objects.get(pk=cast.filled.opened.id)
    rest = {"study": study, "family": "A", "role": "x", "until": date(2090, 1, 1)}
    ReleasedQuotation.objects.create(id="h", record="A", text="Eerst dit, toen dat.", history=True, **rest)
    ReleasedQuotation.objects.create(id="s", record="s1", text="Van school.", informant="A-school", **rest)
    there = f"{cast.home}verteller/A-mother/terugtrekken/"
    assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": WORD}).status_code == 200
    assert [one.id for one in _released()] == ["s"]


def test_the_end_of_a_study_takes_all_along(cast: Cast, judged: str) -> None:
    from wijkverhaal.site.studies.keeping.withdrawing import erase_study
    from wijkverhaal.site.studies.models import ReleasedQuotation

    _release(cast, judged)
    erase_study(cast.filled.opened.stored)
    assert not ReleasedQuotation.objects.exists()


def test_after_its_time_it_is_told_nowhere_and_the_night_erases_it(cast: Cast, judged: str) -> None:
    from django.utils import timezone

    from wijkverhaal.site.studies.leaving.released import released_with
    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.tidy import tidy

    _release(cast, judged)
    [one] = _released()
    one.until = timezone.localdate() - timedelta(days=1)
    one.save()
    assert _released() == []
    assert released_with(one.id) is None
    tidy()
    assert not ReleasedQuotation.objects.exists()


def test_a_history_needs_that_everybody_lets_their_words_be_quoted(cast: Cast) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Consent

    _with_register(cast)
    there, words = f"{cast.home}gezin/A/vrijgeven/", {"zin": "Eerst wachten, toen verhuizen, toen hulp."}
    assert cast.researcher.post(there, words).status_code == 400
    study = storage.load_study(cast.filled.opened)
    until = date(2080, 5, 5)
    given = Consent("c2", "A-school", "school", date(2025, 4, 1), "onderzoek", until, quotations=True)
    storage.put(cast.filled.opened, study, given)
    assert cast.researcher.post(there, {"zin": f"Toen {NAME} hulp kreeg."}).status_code == 400
    assert cast.researcher.post(there, {"zin": " "}).status_code == 400
    assert cast.researcher.post(there, words).status_code == 302
    [one] = _released()
    assert (one.history, one.text, one.role, one.until) == (True, words["zin"], "gezin A", until)
    page = cast.researcher.get(f"{cast.home}citaten/").content.decode()
    assert words["zin"] in page
    assert cast.researcher.post(there, {"doe": "terug"}).status_code == 302
    assert _released() == []


def test_the_page_offers_the_release_only_of_what_may_leave(cast: Cast) -> None:
    coding = _coded(cast)
    _with_register(cast)
    page = f"{cast.home}citaten/?factor=late"
    button = re.compile(rf'action="[^"]*{re.escape(coding)}/vrijgeven/"')
    assert not button.search(cast.researcher.get(page).content.decode())
    cast.researcher.post(f"{cast.home}citaten/{coding}/oordeel/", {"herkenbaar": "nee"})
    assert button.search(cast.researcher.get(page).content.decode())


def test_what_is_released_follows_the_consent_of_who_told_it(cast: Cast, judged: str) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.record import Consent

    def consents(until: date | None, quotations: bool) -> None:
        opened = cast.filled.opened
        told = Consent(
            "c1", "A-mother", "moeder", date(2025, 4, 1), "onderzoek", until, quotations=quotations
        )
        storage.put(opened, storage.load_study(opened), told)

    assert _release(cast, judged) == 302
    consents(date(2077, 7, 7), quotations=True)
    assert [one.until for one in _released()] == [date(2077, 7, 7)]
    consents(None, quotations=False)
    assert _released() == []


@pytest.mark.parametrize("what", ["coding", "judgement"])
def test_it_goes_with_the_passage_or_the_judgement_on_which_it_rests(
    what: str, cast: Cast, judged: str
) -> None:
    from wijkverhaal.site.studies.keeping import storage
    from wijkverhaal.stories.study.action import Change, removal_of
    from wijkverhaal.stories.study.record import Judgement

    assert _release(cast, judged) == 302
    opened = cast.filled.opened
    study = storage.load_study(opened)
    if what == "judgement":
        one = next(study.all(Judgement))
        storage.apply_changes(opened, study, [Change(one.id, one, None)])
    else:
        storage.apply_changes(opened, study, removal_of(study, [judged]))
    assert _released() == []
