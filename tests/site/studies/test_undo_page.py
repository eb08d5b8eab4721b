# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking back says what it took back, and leads to a page that is there."""

from __future__ import annotations

from .conftest import NAME, Cast


def _undone(cast: Cast, there: str, do: str = "ongedaan") -> str:
    """What the page says to which one comes."""
    answer = cast.researcher.post(f"{cast.home}{do}/", {"terug": there})
    assert answer.status_code == 302
    shown = cast.researcher.get(answer.headers["Location"])
    assert shown.status_code == 200
    return str(shown.text)


def test_what_was_taken_back_is_said_once(cast: Cast) -> None:
    form = {"factor": ["late", "click"], "van": "1", "notitie": f"over {NAME}"}
    assert cast.researcher.post(f"{cast.told}coderen/", form).status_code == 302
    page = _undone(cast, cast.told)
    assert "Ongedaan gemaakt: 2 coderingen, 1 notitie." in page
    assert f"over {NAME}" not in page
    assert "Ongedaan gemaakt" not in cast.researcher.get(cast.told).text
    assert "Opnieuw gedaan: 2 coderingen, 1 notitie." in _undone(cast, cast.told, "opnieuw")


def test_who_takes_back_a_family_comes_at_the_study(cast: Cast) -> None:
    made = cast.researcher.post(f"{cast.home}gezin/", {"label": "gezin Q"})
    family = made.headers["Location"]
    assert "gezin Q" in cast.researcher.get(family).text
    page = _undone(cast, family)
    assert "Ongedaan gemaakt: 1 gezin." in page
    assert "gezin Q" not in page
    assert "Opnieuw gedaan: 1 gezin." in _undone(cast, f"{cast.home}", "opnieuw")


def test_after_coding_one_is_where_one_was(cast: Cast) -> None:
    form = {"factor": "late", "van": "3", "terug": f"{cast.told}?deel=1"}
    answer = cast.researcher.post(f"{cast.told}coderen/", form)
    assert answer.headers["Location"] == f"{cast.told}?deel=1#regel-3"
    page = cast.researcher.get(f"{cast.told}?deel=1").text
    line = page[page.index('id="regel-3"') : page.index('id="regel-4"')]
    assert ">Te laat</a>" in line
    assert page.count('class="code"') == 1
