# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entries of the register are mended and removed, and go with who withdraws. All names are invented."""

from __future__ import annotations

import pytest

from .conftest import MOTHER, NAME, Cast
from .test_names_found import opened, reads, register, terms
from .test_what_leaves import WORD, _with_register


def _change(cast: Cast, doing: str, role: str, **more: str) -> str:
    form = {"doe": doing, "gezin": "A", "wie": role, **more}
    return cast.researcher.post(f"{cast.home}namen/", form, follow=True).content.decode()


def test_an_entry_is_changed_and_the_texts_follow(cast: Cast) -> None:
    _with_register(cast)
    page = cast.researcher.get(f"{cast.home}namen/?wijzig=A.1").content.decode()
    assert "Wijzig [kind-A]" in page
    assert f'value="{NAME}"' in page
    assert "[kind-A]" in reads(cast, cast.filled.mother.id)
    _change(cast, "wijzig", "[kind-A]", namen=f"{NAME}, Wiep", rol="jongste-A")
    assert terms(cast) == {"[jongste-A]": (NAME, "Wiep"), "[moeder-A]": ("Trijntje",)}
    text = reads(cast, cast.filled.mother.id)
    assert "[jongste-A]" in text
    assert "[kind-A]" not in text


def test_an_entry_is_removed_and_what_was_replaced_stays_so(cast: Cast) -> None:
    _with_register(cast)
    _change(cast, "weg", "[kind-A]")
    assert terms(cast) == {"[moeder-A]": ("Trijntje",)}
    assert "[kind-A]" in reads(cast, cast.filled.mother.id)
    page = cast.researcher.post(
        f"{cast.told}namen/", {"plek": MOTHER.index(NAME), "doe": "terug"}, follow=True
    ).content.decode()
    assert f"<mark>{NAME}</mark>" in page  # no search finds it now, and still it is asked about
    assert reads(cast, cast.filled.mother.id) == ""


def test_a_change_is_in_both_logs_without_the_name(cast: Cast) -> None:
    from wijkverhaal.site.log.models import Event

    _with_register(cast)
    _change(cast, "weg", "[kind-A]")
    assert "wijzigde het register" in cast.researcher.get(f"{cast.home}logboek/").content.decode()
    changes = Event.objects.filter(key="study-register-changed")
    facts = [str(one.facts) for one in changes if one.facts["study"] == cast.filled.opened.id]
    assert len(facts) == 3
    assert not any(word in " ".join(facts) for word in (NAME, "kind", "Trijntje"))


@pytest.mark.parametrize(
    ("names", "role", "sentence"),
    [
        (" , ", "kind", "Vul minstens één naam in"),
        ("a", "kind", "minstens twee letters"),
        ("School", "school", "staat ook in de rol"),
    ],
)
def test_an_entry_that_would_block_or_find_nothing_is_refused(
    cast: Cast, names: str, role: str, sentence: str
) -> None:
    _with_register(cast)
    form = {"doe": "persoon", "gezin": "A", "namen": names, "rol": role}
    answer = cast.researcher.post(f"{cast.home}namen/", form)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()
    assert len(terms(cast)) == 2


def test_who_withdraws_takes_names_along_that_were_tied_to_nobody(cast: Cast) -> None:
    _with_register(cast)
    register(cast, "Truus Bakker", "moeder")
    register(cast, "Rinske", "oma")
    there = f"{cast.home}verteller/A-mother/terugtrekken/"
    page = cast.researcher.get(there).content.decode()
    assert "[moeder-A]: Trijntje" in page
    assert 'value="[moeder-A2]" checked' in page
    assert 'value="[oma-A]" checked' not in page
    form = {"zeker": "ja", "wachtzin": WORD, "naam": ["[moeder-A2]"]}
    answer = cast.researcher.post(there, form).content.decode()
    assert "2 namen van dit gezin" in answer
    assert set(terms(cast)) == {"[kind-A]", "[oma-A]"}


def test_a_register_that_is_shut_is_opened_before_somebody_withdraws(cast: Cast) -> None:
    from .conftest import PASSPHRASE

    _with_register(cast)
    cast.researcher.post(f"{cast.home}sluiten/")
    cast.researcher.post(f"{cast.home}openen/", {"doe": "open", "wachtzin": PASSPHRASE})
    there = f"{cast.home}verteller/A-mother/terugtrekken/"
    page = cast.researcher.get(there).content.decode()
    assert "Open daarvoor eerst het register" in page
    assert NAME not in page
    assert cast.researcher.post(there, {"doe": "open", "wachtzin": "een heel andere"}).status_code == 400
    opened_page = cast.researcher.post(there, {"doe": "open", "wachtzin": WORD}, follow=True).content.decode()
    assert "Haal alles van deze verteller weg" in opened_page


def test_names_of_who_withdraws_do_not_stay_in_what_others_told(cast: Cast) -> None:
    from datetime import date

    from wijkverhaal.site.studies.keeping import storage

    _with_register(cast)
    now = opened(cast)
    text = "I: En?\nSchool: Daarom belde Trijntje. Trijntje wilde hulp.\n"
    _now, _study, one = storage.add_interview(
        now, storage.load_study(now), "A-school", date(2025, 6, 1), text
    )
    cast.researcher.post(f"{cast.home}namen/", {"doe": "zoek", "gezin": "A"})
    form = {"zeker": "ja", "wachtzin": WORD}
    assert cast.researcher.post(f"{cast.home}verteller/A-mother/terugtrekken/", form).status_code == 200
    shown = cast.researcher.get(f"{cast.home}interview/{one.id}/lezen/").content.decode()
    assert "Daarom belde [moeder-A]. [moeder-A] wilde hulp." in shown
