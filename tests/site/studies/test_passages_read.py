# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who reads raw passages outside their interview is on the chain, once per visit, and without the words."""

from __future__ import annotations

from .compared import compared
from .conftest import NAME, Cast

LINE = "las passages uit interviews met namen"


def log_of(cast: Cast) -> str:
    return cast.researcher.get(f"{cast.home}logboek/").content.decode()


def test_searching_is_on_the_chain_once_and_not_for_what(cast: Cast) -> None:
    cast.researcher.post(f"{cast.home}zoeken/", {"woorden": "staatnergens"})
    assert LINE not in log_of(cast)
    for _twice in range(2):
        assert NAME in cast.researcher.post(f"{cast.home}zoeken/", {"woorden": NAME}).content.decode()
    page = log_of(cast)
    assert page.count(LINE) == 1
    assert NAME not in page


def test_passages_side_by_side_are_on_the_chain(cast: Cast) -> None:
    cast.researcher.get(f"{cast.home}overeenstemming/")
    assert LINE not in log_of(cast)
    compared(cast.filled)
    cast.researcher.get(f"{cast.home}overeenstemming/")
    assert log_of(cast).count(LINE) == 1
