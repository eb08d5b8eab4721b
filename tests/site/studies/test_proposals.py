# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What deduce proposes stands among the hits until a person decides; without deduce one goes on."""

from __future__ import annotations

import io
import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.site.conftest import Site
from wijkverhaal.stories.hit import Hit

from ..raw_file import raw
from .conftest import MOTHER, NAME, Cast
from .test_what_leaves import _with_register

WORDS = "Niemand deed"
PLACE = MOTHER.index(WORDS)


class _Pipe(io.BytesIO):
    """What the program would read; closed, it lets the program run here."""

    def __init__(self, run: Any) -> None:
        super().__init__()
        self._run = run

    def close(self) -> None:
        self._run(self.getvalue())
        super().close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, cast: Cast) -> list[bytes]:
    """deduce as if it were installed: it finds two words. What the program was told, per time."""
    from wijkverhaal.site.studies.names import proposal_maker, proposals

    asked: list[bytes] = []

    def run(content: bytes) -> None:
        asked.append(content)
        monkeypatch.setattr(proposal_maker.sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        proposal_maker.main()

    class Program:
        def __init__(self, *_words: Any, **_more: Any) -> None:
            self.stdin = _Pipe(run)

    found = [Hit(PLACE, PLACE + len(WORDS), WORDS, "[organisatie]", "deduce")]
    monkeypatch.setattr(proposal_maker, "deduce_hits", lambda _text, _seconds: found)
    monkeypatch.setattr(proposals, "installed", lambda: True)
    monkeypatch.setattr(proposals.subprocess, "Popen", Program)
    _with_register(cast)
    return asked


def _ask(cast: Cast, doing: str) -> Any:
    return cast.researcher.post(f"{cast.told}namen/deduce/", {"doe": doing})


def _left(cast: Cast, site: Site) -> list[Path]:
    folder = site.root / "site" / "proposals" / cast.filled.opened.id
    return [one for one in folder.rglob("*") if one.is_file()]


def test_a_proposal_is_decided_by_a_person(cast: Cast, told: list[bytes], site: Site) -> None:
    assert cast.reader.get(f"{cast.told}lezen/").status_code == 200
    assert _ask(cast, "zoek").status_code == 302
    page = cast.researcher.get(f"{cast.told}namen/").content.decode()
    assert "Deduce vond 1 plek" in page
    assert MOTHER in json.loads(told[0])["text"]
    assert not any(word.encode() in raw(one) for one in _left(cast, site) for word in (NAME, WORDS, "[org"))
    assert cast.reader.get(f"{cast.told}lezen/").status_code == 200
    assert _ask(cast, "neem-over").status_code == 302
    assert _left(cast, site) == []
    assert f"<mark>{WORDS}</mark>" in cast.researcher.get(f"{cast.told}namen/").content.decode()
    assert cast.reader.get(f"{cast.told}lezen/").status_code == 400
    cast.researcher.post(f"{cast.told}namen/", {"plek": PLACE, "doe": "vervang"})
    text = cast.reader.get(f"{cast.told}lezen/").content.decode()
    assert "[organisatie]" in text
    assert WORDS not in text


def test_a_proposal_stays_when_the_register_grows(cast: Cast, told: list[bytes]) -> None:
    _ask(cast, "zoek")
    _ask(cast, "neem-over")
    person = {"doe": "persoon", "gezin": "A", "namen": "Rinske", "rol": "oma"}
    cast.researcher.post(f"{cast.home}namen/", person)
    assert f"<mark>{WORDS}</mark>" in cast.researcher.get(f"{cast.told}namen/").content.decode()


def test_proposals_are_for_researchers_and_can_be_thrown_away(
    cast: Cast, told: list[bytes], site: Site
) -> None:
    for client in (cast.coder, cast.reader, cast.outsider):
        assert client.post(f"{cast.told}namen/deduce/", {"doe": "zoek"}).status_code == 404
    assert told == []
    _ask(cast, "zoek")
    assert _left(cast, site)
    _ask(cast, "weg")
    assert _left(cast, site) == []


@pytest.mark.parametrize("way", ["withdraw", "erase"])
def test_what_lies_ready_goes_with_who_told_it(cast: Cast, told: list[bytes], site: Site, way: str) -> None:
    from .conftest import PASSPHRASE
    from .test_what_leaves import WORD

    _ask(cast, "zoek")
    assert _left(cast, site)
    if way == "withdraw":
        there = f"{cast.home}verteller/A-mother/terugtrekken/"
        assert cast.researcher.post(there, {"zeker": "ja", "wachtzin": WORD}).status_code == 200
    else:
        form = {"zeker": "ja", "wachtzin": PASSPHRASE}
        assert cast.researcher.post(f"{cast.home}wissen/", form).status_code == 302
    assert _left(cast, site) == []


def test_without_deduce_it_says_so_and_nothing_is_started(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    from wijkverhaal.site.studies.names import proposals

    monkeypatch.setattr(proposals, "find_spec", lambda _name: None)
    _with_register(cast)
    page = cast.researcher.get(f"{cast.told}namen/").content.decode()
    assert page.count("niet geïnstalleerd") == 1
    answer = _ask(cast, "zoek")
    assert answer.status_code == 400
    assert "niet geïnstalleerd" in answer.content.decode()
    assert _left(cast, site) == []


def test_a_program_of_its_own_tells_what_went_wrong(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    from importlib.util import find_spec

    from wijkverhaal.site.studies.names import proposals

    if find_spec("deduce") is not None:
        pytest.skip("deduce is installed here")
    monkeypatch.setattr(proposals, "installed", lambda: True)
    _with_register(cast)
    assert _ask(cast, "zoek").status_code == 302
    assert _ask(cast, "zoek").status_code == 400  # one at a time
    until = time.monotonic() + 30
    page = ""
    while time.monotonic() < until and "niet geïnstalleerd" not in page:
        time.sleep(0.2)
        page = cast.researcher.get(f"{cast.told}namen/").content.decode()
    assert "niet geïnstalleerd" in page
    _ask(cast, "weg")
    assert _left(cast, site) == []
