# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where coders differ: the passages side by side, and what it means when there is one coder."""

from __future__ import annotations

import re

from .compared import SECOND_CODER, compared
from .conftest import Cast


def test_with_one_coder_the_page_says_what_to_do(cast: Cast) -> None:
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "nog geen interview dat twee codeurs af hebben" in page
    assert "Laat een tweede codeur een paar interviews coderen" in page
    cast.researcher.post(f"{cast.told}coderen/", {"factor": "late", "van": "2", "tot": "2"})
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "codeerde alleen test-researcher" in page
    assert "<table" not in page


def test_coders_who_never_coded_the_same_are_named(cast: Cast) -> None:
    cast.researcher.post(f"{cast.told}coderen/", {"factor": "late", "van": "2", "tot": "2"})
    school = f"{cast.home}interview/{cast.filled.school.id}/"
    cast.coder.post(f"{school}coderen/", {"factor": "late", "van": "2", "tot": "2"})
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "Geen twee van hen hebben hetzelfde interview af" in page


def test_each_difference_shows_what_every_coder_marked(cast: Cast) -> None:
    compared(cast.filled)
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert all(word in page for word in ("Alfa", "Kappa", "Alfa-U"))
    assert "2 plekken." in page
    assert page.count('<div class="sides">') == 2
    assert f"{SECOND_CODER}: gaf deze factor" in page
    assert "test-researcher: gaf deze factor niet" in page
    assert re.search(r"<mark>[^<]+</mark>", page)
    one = cast.researcher.get(f"{cast.home}overeenstemming/?factor=3f-op-tijd").content.decode()
    assert "0 plekken." in one
    assert "overal eens" in one


def test_an_interview_counts_once_its_coder_is_done(cast: Cast) -> None:
    school = f"{cast.home}interview/{cast.filled.school.id}/"
    for client in (cast.coder, cast.researcher):
        client.post(f"{school}coderen/", {"factor": "late", "van": "2", "tot": "2"})
        assert "Ik ben klaar met dit interview" in client.get(school).content.decode()
        assert client.post(f"{school}klaar/", {"doe": "klaar"}).status_code == 302
        assert "U bent klaar met dit interview" in client.get(school).content.decode()
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "gaan over 1 interview dat beide codeurs af hebben" in page
    assert "Nog niemand zei" not in page
    cast.coder.post(f"{cast.home}ongedaan/")
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "nog geen interview dat twee codeurs af hebben" in page
    cast.coder.post(f"{school}klaar/", {"doe": "klaar"})
    cast.coder.post(f"{school}klaar/", {"doe": "open"})
    assert "Ik ben klaar met dit interview" in cast.coder.get(school).content.decode()


def test_without_marks_the_page_says_who_counts(cast: Cast) -> None:
    compared(cast.filled)
    page = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    assert "minstens half zo vaak codeerde" in page


def test_the_text_can_be_cut_by_who_speaks(cast: Cast) -> None:
    compared(cast.filled)
    lines = cast.researcher.get(f"{cast.home}overeenstemming/").content.decode()
    turns = cast.researcher.get(f"{cast.home}overeenstemming/?per=beurt").content.decode()
    assert '<option value="beurt" selected>' in turns
    assert '<option value="beurt" selected>' not in lines
    assert "2 stukken" in turns


def test_only_researchers_see_it(cast: Cast) -> None:
    for client in (cast.coder, cast.reader, cast.outsider):
        assert client.get(f"{cast.home}overeenstemming/").status_code == 404
