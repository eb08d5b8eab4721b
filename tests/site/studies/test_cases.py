# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Families, children and stretches of help: each with how it went, and each to be compared."""

from __future__ import annotations

import re

import pytest

from .compared import FACTORS, compared
from .conftest import Cast

ASKED = "&".join(f"factor={one}" for one in FACTORS)


def _compare(cast: Cast, more: str) -> str:
    answer = cast.researcher.get(f"{cast.home}vergelijken/?{ASKED}&{more}")
    return str(answer.content.decode())


def _matrix(cast: Cast, more: str) -> str:
    return str(cast.researcher.get(f"{cast.home}matrix/?{ASKED}&{more}").content.decode())


def test_a_child_a_stretch_of_help_and_how_it_went(cast: Cast) -> None:
    there = f"{cast.home}gezin/A/"
    cast.researcher.post(there, {"doe": "kind", "label": "het kind"})
    child = re.search(r'<option value="([0-9a-f]{12})">het kind', cast.researcher.get(there).content.decode())
    assert child is not None
    cast.researcher.post(there, {"doe": "hulp", "kind": child[1], "label": "begeleiding thuis"})
    page = cast.researcher.get(there).content.decode()
    episode = re.search(r'<option value="([0-9a-f]{12})">gezin A, het kind, begeleiding thuis', page)
    assert episode is not None
    form = {"doe": "uitkomst", "over": episode[1], "hoe": "deels", "wie": "A-mother", "waarom": "soms"}
    assert cast.researcher.post(there, form).status_code == 302
    page = cast.researcher.get(there).content.decode()
    assert "gezin A, het kind, begeleiding thuis: De hulp hielp gedeeltelijk, volgens moeder: soms" in page
    weg = cast.researcher.post(f"{cast.home}weg/", {"wat": episode[1]})
    assert weg["Location"].endswith("/gezin/A/")
    assert "hielp gedeeltelijk" not in cast.researcher.get(there).content.decode()
    cast.researcher.post(f"{cast.home}ongedaan/")
    assert "hielp gedeeltelijk" in cast.researcher.get(there).content.decode()


def test_a_judgement_on_somebody_of_another_family_is_refused(cast: Cast) -> None:
    compared(cast.filled)
    there = f"{cast.home}gezin/A/"
    for form in ({"over": "B-child"}, {"wie": "B-i"}):
        answer = cast.researcher.post(there, {"doe": "uitkomst", "hoe": "goed", **form})
        assert answer.status_code == 400
    assert cast.researcher.post(there, {"doe": "hulp", "kind": "B-child", "label": "x"}).status_code == 400


def test_a_passage_can_be_about_one_child(cast: Cast) -> None:
    there = f"{cast.home}gezin/A/"
    for label in ("Kees", "Mien"):
        cast.researcher.post(there, {"doe": "kind", "label": label})
    told = cast.researcher.get(cast.told).content.decode()
    kees = re.search(r'<option value="([0-9a-f]{12})">gezin A, Kees', told)
    assert kees is not None
    form = {"factor": "late", "van": "2", "tot": "2", "over": kees[1]}
    assert cast.researcher.post(f"{cast.told}coderen/", form).status_code == 302
    assert '<p class="soft">gezin A, Kees</p>' in cast.researcher.get(cast.told).content.decode()
    page = cast.researcher.get(f"{cast.home}matrix/?eenheid=kind&factor=late").content.decode()
    assert re.search(r"gezin A, Kees</th><td[^>]*>\+ aanwezig", page)
    assert re.search(r"gezin A, Mien</th><td[^>]*>· niet genoemd", page)
    answer = cast.researcher.post(f"{cast.told}coderen/", {**form, "over": "A-mother"})
    assert answer.status_code == 400


@pytest.mark.parametrize(
    ("unit", "label"),
    [("gezin", "gezin B"), ("kind", "gezin B, zusje"), ("hulp", "gezin B, kind, begeleiding thuis")],
)
def test_the_matrix_of_each_unit(cast: Cast, unit: str, label: str) -> None:
    compared(cast.filled)
    page = _matrix(cast, f"eenheid={unit}")
    assert f'<th scope="row">{label}</th>' in page


def test_by_whom_it_was_said_how_it_ended(cast: Cast) -> None:
    compared(cast.filled)
    everybody = _matrix(cast, "")
    assert "de oordelen verschillen" in everybody
    researcher = _matrix(cast, "volgens=onderzoeker")
    assert "de oordelen verschillen" not in researcher
    assert "± hulp hielp gedeeltelijk" in researcher
    assert "Bij 1 hielp de hulp gedeeltelijk." in researcher
    fathers = _matrix(cast, "volgens=C-i")
    assert "bij 4 hielp de hulp, bij 0 niet" in fathers


def test_how_a_partial_outcome_counts_is_the_researchers_choice(cast: Cast) -> None:
    compared(cast.filled)
    unknown = _compare(cast, "volgens=onderzoeker")
    assert "omdat iets niet bekend is" in unknown
    assert "<li>gezin D" in unknown
    counted = _compare(cast, "volgens=onderzoeker&gedeeltelijk=niet")
    assert re.findall(r"<li>(gezin .)", counted) == ["gezin A"]
    assert "‘Er vroeg bij’ wel en ‘Wel een klik’ wel" in counted


def test_what_was_expected_gives_the_solution_in_between(cast: Cast) -> None:
    compared(cast.filled)
    more = "volgens=onderzoeker&gedeeltelijk=niet"
    without = _compare(cast, more)
    headings = re.findall(r"<h3>([^<]+)</h3>", without)
    assert headings == ["Behoudend", "Zuinig"]
    expected = _compare(cast, f"{more}&verwacht-9e=wel&verwacht-3f-op-tijd=niet")
    assert re.findall(r"<h3>([^<]+)</h3>", expected) == ["Behoudend", "Tussenin", "Zuinig"]
    assert "Er is geen tegenspraak in deze tabel." in expected
    assert "achteraf de mooiste 2 kiest" in expected


def test_the_other_outcome_and_a_contradiction(cast: Cast) -> None:
    compared(cast.filled)
    page = cast.researcher.get(
        f"{cast.home}vergelijken/?factor=3f-op-tijd&volgens=onderzoeker&gedeeltelijk=niet&uitkomst=niet"
    ).content.decode()
    assert "Leidt naar niet: hulp hielp" in page or "hulp hielp niet" in page
    assert "Tegenspraak in rij 2: gezin C wel, gezin B niet." in page


def test_a_factor_that_is_always_there_is_named_and_not_its_number(cast: Cast) -> None:
    compared(cast.filled)
    page = cast.researcher.get(f"{cast.home}vergelijken/?factor=3f-op-tijd&volgens=C-i").content.decode()
    alert = re.search(r'role="alert">([^<]+)<', page)
    assert alert is not None
    assert "3f-op-tijd" not in alert[1]


def test_no_p_values(cast: Cast) -> None:
    compared(cast.filled)
    page = _compare(cast, "volgens=onderzoeker&gedeeltelijk=niet").lower()
    assert not re.search(r"p-waarde|significant|p\s*[<=]\s*0", page)


def test_a_unit_without_cases_says_where_to_write_them(cast: Cast) -> None:
    page = cast.researcher.get(f"{cast.home}matrix/?eenheid=hulp&factor=late").content.decode()
    assert "voegt u toe bij het gezin" in page
    page = cast.researcher.get(f"{cast.home}vergelijken/?eenheid=kind&factor=late").content.decode()
    assert "nog geen kind opgeschreven" in page


def test_behind_a_cell_stand_the_passages_and_who_said_them(cast: Cast) -> None:
    compared(cast.filled)
    page = _matrix(cast, "vak=C&vak-factor=9e")
    cell = page[page.index('id="vak"') :]
    assert "gezin C: Wel een klik" in cell
    assert "<blockquote>" in cell
    assert "vader, Wel een klik (juist niet)" in cell
    empty = _matrix(cast, "vak=A&vak-factor=9e")
    assert "Hierover is niets gecodeerd: niet genoemd." in empty
    assert 'id="vak"' not in _matrix(cast, "vak=C-i&vak-factor=9e")
