# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking what if, what the neighbourhood adds, and how a region or two wijken differ."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run

from .conftest import GEMEENTE, REGION, RUN, WIJK, Site

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.any_database

WHAT_IF = f"wijk/{WIJK}/wat-als/"


def test_nothing_changed_gives_no_answer_yet(site: Site, reader: Client) -> None:
    text = reader.get(site.address(WHAT_IF)).text
    assert "Nog niets veranderd" in text
    assert "<figure" not in text
    fields = dict(re.findall(r'name="(kenmerk-[a-z0-9-]+)" value="([^"]+)"', text))
    assert set(fields) == {"kenmerk-a-1ouder", "kenmerk-g-ink"}
    again = reader.get(site.address(WHAT_IF), fields).text
    assert "Nog niets veranderd" in again


def test_other_values_are_answered_as_an_association(site: Site, reader: Client) -> None:
    text = reader.get(site.address(WHAT_IF), {"kenmerk-g-ink": "30,5"}).text
    caption = re.search(r"<figcaption><p>(.*?)</p>", text, re.DOTALL)
    assert caption is not None
    assert "hebben in 2022 naar verwachting" in caption[1]
    assert "niet wat er gebeurt als iemand iets verandert" in caption[1]
    assert "30,5" in caption[1]
    assert reader.get(site.address(WHAT_IF), {"kenmerk-g-ink": "30.5"}).text.count("<figure") == 1


@pytest.mark.parametrize("typed", ["1000", "-5", "veel", "nan", "1e999", "<b>"])
def test_a_number_that_cannot_be_is_told_beside_its_field(typed: str, site: Site, reader: Client) -> None:
    text = reader.get(site.address(WHAT_IF), {"kenmerk-g-ink": typed}).text
    assert "<figure" not in text
    assert 'aria-describedby="kenmerk-g-ink-h kenmerk-g-ink-f" aria-invalid="true"' in text
    told = re.search(r'id="kenmerk-g-ink-f">(.*?)</span>', text)
    assert told is not None
    assert "kies een getal van" in told[1] or "geen getal" in told[1]
    assert "<b>" not in text


def _edges(text: str, field: str) -> tuple[str, str]:
    between = r"als alleen dit anders is: van ([\d,]+) tot en met ([\d,]+)<"
    found = re.search(rf'id="{field}-h">nu [\d,]+; {between}', text)
    assert found is not None
    return found[1], found[2]


def test_the_range_that_is_shown_can_be_typed(site: Site, reader: Client) -> None:
    text = reader.get(site.address(WHAT_IF)).text
    for edge in _edges(text, "kenmerk-g-ink"):
        answer = reader.get(site.address(WHAT_IF), {"kenmerk-g-ink": edge}).text
        assert "aria-invalid" not in answer
        assert "bijna niet voor" not in answer
        assert "<figure" in answer


def test_values_that_never_go_together_are_refused_once_above_the_form(site: Site, reader: Client) -> None:
    fields = ("kenmerk-a-1ouder", "kenmerk-g-ink")
    text = reader.get(site.address(WHAT_IF)).text
    typed = {field: _edges(text, field)[1] for field in fields}
    refused = reader.get(site.address(WHAT_IF), typed)
    assert refused.status_code == 200
    assert refused.text.count("Een wijk met deze kenmerken samen komt niet of bijna niet voor") == 1
    assert "<figure" not in refused.text
    assert "Nog niets veranderd" not in refused.text
    for field in fields:
        assert f'name="{field}" value="{typed[field]}"' in refused.text


def test_a_characteristic_that_is_not_known_cannot_be_changed(site: Site, reader: Client) -> None:
    text = reader.get(site.address("wijk/WK900202/wat-als/"), {"kenmerk-a-1ouder": "10"}).text
    assert 'name="kenmerk-a-1ouder"' not in text
    assert "Nog niets veranderd" in text


def test_a_region_shows_the_wijken_of_its_gemeenten(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"regio/{REGION}/")).text
    assert len(re.findall(r'value="(WK\d{6})" id="k-', text)) == 10
    assert f"/gemeente/{GEMEENTE}/" in text
    assert f"/regio/{REGION}/" in reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    assert f"/regio/{REGION}/" in reader.get(site.address()).text
    assert f"/regio/{REGION}/" in reader.get(site.address("zoeken/"), {"zoek": REGION.lower()}).text
    assert reader.get(site.address("regio/JZ99/")).status_code == 404


def test_no_value_is_drawn_of_a_withheld_wijk(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    funnel = re.search(r'<figure id="trechter.*?</figure>', text, re.DOTALL)
    assert funnel is not None
    assert len(re.findall(r'h7v7h-7z"[^>]*><title>', funnel[0])) == 2
    row = re.search(r"<tr><th[^>]*>Wijk 04[^<]*</th>(.*?)</tr>", funnel[0], re.DOTALL)
    assert row is not None
    assert "geheim" in row[1]


def test_without_an_answer_an_analyst_can_ask_for_it(site: Site, reader: Client, analyst: Client) -> None:
    text = reader.get(site.address("buurtvraag/")).text
    assert "Een analist kan dit laten uitzoeken." in text
    assert "/werk/buurtvraag/" not in text
    text = analyst.get(site.address("buurtvraag/")).text
    assert f"/werk/buurtvraag/?berekening={RUN}" in text
    assert "wijkverhaal neighbourhood" not in text


@pytest.fixture
def answers(site: Site) -> Iterator[None]:
    """A neighbourhood question and a local model that were answered; a file that cannot be read."""
    from wijkverhaal.foundation.files import remove_folder

    gain = {"standard_error": 0.001, "wijken": 24, "gemeenten": 3, "expected": 2.4}
    base: dict[str, Any] = {
        "family": "cbs",
        "outcome": "jeugdzorg",
        "year": 2022,
        "created": "2026-01-03",
        "inputs": [],
    }
    asked = base | {
        "id": "vraag-a",
        "question": "neighbourhood",
        "without_figures": ["surroundings"],
        "steps": [
            {
                "id": "cohesion_and_safety",
                "indicators": {"samenhang": "Samenhang"},
                "gains": {
                    "wijk": gain | {"difference": 0.0321, "verdict": "gain"},
                    "gemeente": gain | {"difference": 0.0005, "verdict": "no detectable gain"},
                },
            }
        ],
    }
    local = base | {
        "id": "vraag-b",
        "question": "local",
        "place": GEMEENTE,
        "gain": gain | {"difference": 0.001, "verdict": "too few wijken to tell"},
        "coefficients": [{"label": "Samenhang", "estimate": -0.12, "low": -0.2, "high": -0.04}],
        "mean_absolute_difference": {"before": 1.21, "after": 1.13},
        "wijken": [
            {"area": WIJK, "expected_after": 8.765, "expected_after_low": 7.6, "expected_after_high": 9.9}
        ],
    }
    from wijkverhaal.site.runs import kept_questions

    kept_questions._read.cache_clear()
    home = site.root / "questions"
    for content in (asked, local):
        (home / content["id"]).mkdir(parents=True)
        (home / content["id"] / "question.json").write_text(json.dumps(content), "utf-8")
    (home / "vraag-c").mkdir()
    (home / "vraag-c" / "question.json").write_text("{", "utf-8")
    yield
    for name in ("vraag-a", "vraag-b", "vraag-c"):
        remove_folder(home / name)


def test_answers_are_told_in_words_and_scores(site: Site, reader: Client, answers: None) -> None:
    text = reader.get(site.address("buurtvraag/")).text
    assert "voorspelt het model verborgen wijken beter." in text
    assert "verborgen hele gemeenten niet merkbaar beter" in text
    assert "te weinig wijken (24)" in text
    assert "+0,0321" in text
    assert "Fysieke omgeving" in text
    assert "maakt het nog geen oorzaak" in text


def _fourth(text: str) -> str | None:
    """The row of the neighbourhood answer in the table of answers: its margin."""
    row = re.search(r"<th[^>]*>Verwacht met cijfers over de buurt</th>.*?</tr>", text, re.DOTALL)
    return None if row is None else row[0]


def test_a_local_answer_is_the_fourth_of_a_wijk(site: Site, reader: Client, answers: None) -> None:
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    row = _fourth(text)
    assert row is not None
    assert "8,8%" in row
    assert "7,6 tot 9,9%" in row
    assert f"komt uit een eigen model voor {GEMEENTE}." in text


def _rewritten(site: Site, identity: str, **more: Any) -> None:
    from wijkverhaal.site.runs import kept_questions

    file = site.root / "questions" / identity / "question.json"
    content = {**json.loads(file.read_text("utf-8")), **more}
    file.write_text(
        json.dumps({name: value for name, value in content.items() if value is not None}), "utf-8"
    )
    kept_questions._read.cache_clear()
    now = file.parent.parent.stat().st_mtime_ns + 1_000_000
    os.utime(file.parent.parent, ns=(now, now))  # as a new answer does


def test_an_answer_of_an_earlier_version_says_what_it_lacks(
    site: Site, reader: Client, answers: None
) -> None:
    _rewritten(site, "vraag-b", wijken=[{"area": WIJK, "expected_after": 8.765}])
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    assert "8,8%" in str(_fourth(text))
    assert "die geen marge bewaarde" in text
    other = reader.get(site.address("wijk/WK900202/")).text
    assert _fourth(other) is None
    assert "die het antwoord per wijk niet bewaarde" in other


def test_the_question_about_all_wijken_gives_each_its_answer(
    site: Site, reader: Client, answers: None
) -> None:
    row = {"expected_after": 11.25, "expected_after_low": 10.1, "expected_after_high": 12.4}
    wijken = [{"area": WIJK, **row}, {"area": "WK900202", **row}]
    _rewritten(site, "vraag-a", wijken=wijken)
    text = reader.get(site.address("wijk/WK900202/")).text
    assert "10,1 tot 12,4%" in str(_fourth(text))
    assert "het model van de buurtvraag over alle wijken" in text
    assert "8,8%" in str(_fourth(reader.get(site.address(f"wijk/{WIJK}/")).text)), "own figures go first"
    _rewritten(site, "vraag-a", without_groups=["origin"])
    assert _fourth(reader.get(site.address("wijk/WK900202/")).text) is None, "another choice than this run"


def test_a_wijk_without_an_answer_says_so(site: Site, reader: Client) -> None:
    text = reader.get(site.address("wijk/WK900202/")).text
    assert _fourth(text) is None
    assert "is er voor deze wijk niet" in text


def test_only_joint_draws_tell_whether_two_wijken_differ(site: Site, reader: Client) -> None:
    from wijkverhaal.site.runs import wijk_comparison

    chosen = {"wijk": ["WK900201", "WK900202"], "jaar": "2021"}
    assert "niet genoeg bewaard" in reader.get(site.address("vergelijken/"), chosen).text
    file = site.root / "runs" / RUN / "draws_2021.parquet"
    draw = np.arange(200)
    shared = np.sin(draw)
    pl.DataFrame(
        {
            "area": ["WK900201"] * 200 + ["WK900202"] * 200,
            "draw": np.tile(draw, 2),
            "actual": np.concatenate([9.0 + shared + (draw >= 50) * 0.1, 9.05 + shared]),
        }
    ).write_parquet(file)
    wijk_comparison._chances.cache_clear()
    try:
        text = reader.get(site.address("vergelijken/"), chosen).text
    finally:
        file.unlink()
        wijk_comparison._chances.cache_clear()
    assert "niet genoeg bewaard" not in text
    assert '<td class="n">75%</td>' in text


def test_a_run_from_before_says_what_it_did_not_keep(site: Site, reader: Client) -> None:
    from wijkverhaal.foundation.files import remove_folder

    old = fabricate_run(site.root / "runs" / "20250101-old", wijken=12, marks=False, indicators=False)
    try:
        wijk = "/berekening/20250101-old/wijk/WK900101/"
        assert "kenmerken van de wijken niet bewaard" in reader.get(wijk).text
        answer = reader.get(wijk + "wat-als/")
        assert answer.status_code == 200
        assert "een nieuwe berekening doet dat wel" in answer.text
        assert "20250101-old" in reader.get(site.address()).text
        assert reader.get("/berekening/20250101-old/gemeente/GM9001/").status_code == 200
    finally:
        remove_folder(old)
    assert reader.get(wijk).status_code == 404
