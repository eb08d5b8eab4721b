# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader finds: each chart with its table and sentence, filters without script, two languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl
import pytest

from .conftest import GEMEENTE, REGION, RUN, SECRET_COUNT, SECRET_RATE, WIJK, Site, visitor_with

if TYPE_CHECKING:
    from django.test import Client

_FIGURE = re.compile(r"<figure.*?</figure>", re.DOTALL)
_ROWS = re.compile(r'value="(WK\d{6})" id="k-')


def _figures(text: str) -> list[str]:
    return _FIGURE.findall(text)


def test_every_chart_has_its_table_and_its_sentence(site: Site, reader: Client) -> None:
    seen = 0
    for page in site.pages():
        for figure in _figures(reader.get(page).text):
            seen += 1
            caption = re.search(r"<figcaption><p>(.*?)</p>", figure, re.DOTALL)
            assert caption is not None, page
            assert figure.count("<svg role=") == 1
            assert "<title" in figure
            assert len(re.findall(r"<tbody>.*?<tr>", figure, re.DOTALL)) == 1
            # published characteristics have no margin, and say so
            own = (r"\d,\d", "geen marge") if 'id="kenmerken-' in figure else (r"\d,\d%", "90%")
            for told in (*own, r"20\d\d", "Bron: verzonnen land 20"):
                assert re.search(told, caption[1]), (page, told, caption[1])
    assert seen >= 10


def test_no_page_or_file_shows_a_secret_count(site: Site, reader: Client) -> None:
    written = (f"{SECRET_COUNT:.0f}", "4.321", "4,321", str(SECRET_RATE), "87,7", "87,65")
    ways = [re.compile(rf"(?<!\d)(?<!\d[.]){re.escape(way)}(?!\d)") for way in written]
    answers = [(page, reader.get(page).text) for page in site.pages()]
    answers += [
        (page, b"".join(reader.get(page).streaming_content).decode())
        for name in ("areas.csv", "areas.geojson", "report.html", "model.json", "comparable.csv")
        for page in [site.address(f"downloads/{name}")]
    ]
    for page, text in answers:
        assert [way.pattern for way in ways if way.search(text)] == [], page
    secret = reader.get(site.address("wijk/WK900204/")).text
    assert "geheim" in secret


def test_small_numbers_of_youths_are_not_shown(site: Site) -> None:
    from wijkverhaal.site.runs.rounded_youths import rounded_youths, youths_margin

    for youths in range(0, 400, 7):
        for rate in (0.0, 0.4, 2.0, 9.3):
            shown = rounded_youths(rate, youths)
            assert shown == "minder dan 10" or (int(shown) >= 10 and int(shown) % 5 == 0)
    assert youths_margin(1.0, 9.0, 500) == "hooguit 45"
    assert youths_margin(4.0, 9.0, 500) == "20 tot 45"
    assert rounded_youths(None, 500) == "–"


def test_the_list_is_searched_filtered_and_ordered_by_the_address(site: Site, reader: Client) -> None:
    address = site.address(f"gemeente/{GEMEENTE}/")
    every = _ROWS.findall(reader.get(address).text)
    assert len(every) == 10
    assert _ROWS.findall(reader.get(address, {"zoek": "wk900203"}).text) == ["WK900203"]
    up = _ROWS.findall(reader.get(address, {"volgorde": "verschil-op"}).text)
    down = _ROWS.findall(reader.get(address, {"volgorde": "verschil-af"}).text)
    assert sorted(up) == sorted(every)
    # of a wijk whose use is predicted there is no difference: it comes last, whichever way
    assert up[-1] == down[-1] == "WK900208"
    assert up[:-1] == down[-2::-1] != every[:-1]
    marked = _ROWS.findall(reader.get(address, {"toon": "opvallend"}).text)
    assert set(marked) < set(every)
    kinds = [_ROWS.findall(reader.get(address, {"toon": kind}).text) for kind in ("hoger", "lager")]
    assert sorted(kinds[0] + kinds[1]) == sorted(marked)
    assert _ROWS.findall(reader.get(address, {"toon": "onzin", "volgorde": "onzin"}).text) == every
    assert _ROWS.findall(reader.get(address, {"toon": "voorspeld"}).text) == ["WK900208"]
    assert "Geen wijk past bij deze keuze" in reader.get(address, {"zoek": "xyzzy"}).text


def test_a_wijk_without_a_figure_is_called_predicted(site: Site, reader: Client) -> None:
    text = reader.get(site.address("wijk/WK900208/")).text
    assert "voorspeld, zonder cijfer, van de jeugdigen" in text
    assert "geen aantal gepubliceerd, dus woog het model er geen" in text
    for told in (
        "werkelijk, naar schatting, van",
        "valt niet op<",
        "verschil met hier verwacht, in procentpunt",
    ):
        assert told not in text
    listed = reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    assert ">voorspeld, zonder cijfer</span>" in listed
    assert "Werkelijk of voorspeld (90%-marge)" in listed
    assert "Van 1 wijk is over 2022 geen cijfer gepubliceerd; wat daar staat, is voorspeld." in listed
    compared = reader.get(site.address(f"vergelijken/?wijk={WIJK}&wijk=WK900208")).text
    assert "Werkelijk of voorspeld" in compared


def test_wijken_that_do_not_stand_out_are_grey(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    rows = re.findall(r'class="mark ([a-z-]+)">([^<]+)<', text)
    assert {marking for marking, words in rows if words == "valt niet op"} == {"unclear"}
    assert {words for marking, words in rows if marking == "unclear"} == {"valt niet op"}


def test_a_wijk_tells_how_we_know_and_what_is_not_said(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    for told in (
        "Hoe weten we dit?",
        "Methode",
        "Hoe zeker",
        "Wat de cijfers niet zeggen",
        "Een verschil is",
    ):
        assert told in text
    for told in (
        "Verwacht bij deze bevolking",
        "Verwacht hier",
        "Werkelijk",
        "Vergelijkbare wijken",
        "het verzonnen land als geheel".capitalize(),
        "Wie wonen hier",
        "Verandering per jaar",
    ):
        assert told in text
    assert "Sinds 2021" in text
    assert "Verzonnen land" in text


@pytest.mark.parametrize(
    "rest",
    [
        "",
        f"gemeente/{GEMEENTE}/",
        f"gemeente/{GEMEENTE}/?jaar=2021",
        f"regio/{REGION}/",
        f"wijk/{WIJK}/",
        f"wijk/{WIJK}/wat-als/?kenmerk-g-ink=30",
        f"vergelijken/?wijk={WIJK}&wijk=WK900202",
    ],
)
def test_of_every_number_one_can_ask_how_we_know(rest: str, site: Site, reader: Client) -> None:
    text = reader.get(site.address(rest)).text
    answers = re.findall(r'<details class="knowing">.*?</details>', text, re.DOTALL)
    assert answers
    for answer in answers:
        for told in (
            "Hoe weten we dit?",
            "<dt>Bron</dt><dd>",
            "<dt>Methode</dt><dd>",
            "<dt>Hoe zeker</dt><dd>",
        ):
            assert told in answer
    # no chart stands without an answer
    assert len(answers) >= len(_figures(text))


def test_each_fact_and_each_column_has_its_own_answer(site: Site, reader: Client) -> None:
    start = reader.get(site.address()).text
    facts = re.findall(r"<div><dt>[^<]*</dt><dd>[^<]*</dd>(<dd.*?</details>)", start, re.DOTALL)
    assert len(facts) == 4
    assert all("Hoe weten we dit?" in fact for fact in facts)
    listed = reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    for column in (
        "Verwacht bij deze bevolking",
        "Verwacht hier",
        "Werkelijk",
        "Verschil",
        "Kans",
        "Valt op",
    ):
        assert re.search(rf"Hoe weten we dit\?<span> {column}", listed), column


def test_of_every_number_of_a_wijk_one_can_ask_how_we_know(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    short, answers = text.split('id="kort"')[1].split("</section>")[0], text.split('id="antwoorden"')[1]
    for number in ("Kans dat het hoger is", "Valt op", "Dekking"):
        assert re.search(rf"Hoe weten we dit\?<span> {number}<", short), number
    assert re.search(r"Hoe weten we dit\?<span> Gebruik in het hele gebied<", answers.split("</section>")[0])


def test_a_wijk_says_why_actual_is_above_published(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    assert "jeugdzorg in deze gemeente zijn er 88 in een wijk geplaatst." in text
    assert "in een wijk geplaatst" not in reader.get(site.address("wijk/WK900204/")).text  # secret


def test_an_answer_names_the_sources_of_its_own_number(site: Site) -> None:
    from wijkverhaal.site.runs.knowing import knowings
    from wijkverhaal.site.runs.library import opened

    known = knowings(opened(RUN), 2022)
    counts, residents = "jongeren met jeugdzorg", "Kerncijfers wijken en buurten"

    def named(key: str) -> tuple[bool, bool, bool]:
        told = " ".join(known[key].sources)
        return counts in told, residents in told, RUN in told

    assert named("published") == (True, False, False)
    assert named("characteristics") == (False, True, False)
    assert named("here") == (False, True, True)
    for key in ("actual", "difference", "chance", "marked", "funnel"):
        assert named(key) == (True, True, True)
    assert "gemaakt op 2 januari 2026" in known["actual"].sources[-1]
    assert "ingelezen op 1 januari 2026; controlegetal fedcba987654)" in known["characteristics"].sources[0]


def test_an_answer_names_no_source_of_a_later_year(site: Site) -> None:
    from wijkverhaal.site.runs.knowing import knowings
    from wijkverhaal.site.runs.library import opened

    titles = [" ".join(knowings(opened(RUN), year)["characteristics"].sources) for year in (2021, 2022)]
    assert ["buurten 2022" in told for told in titles] == [False, True]


def test_the_list_says_from_when_on_a_wijk_stands_out(site: Site, reader: Client) -> None:
    text = reader.get(site.address(f"gemeente/{GEMEENTE}/")).text
    assert "groter is dan 10% van wat verwacht was, en zeker genoeg" in text


def test_two_to_six_wijken_are_compared(site: Site, reader: Client) -> None:
    address = site.address("vergelijken/")
    codes = [f"WK90020{number}" for number in range(1, 9)]
    assert len(_figures(reader.get(address, {"wijk": codes[:1]}).text)) == 0
    two = reader.get(address, {"wijk": codes[:2]}).text
    assert len(_figures(two)) == 1
    eight = reader.get(address, {"wijk": codes}).text
    assert "hooguit zes" in eight
    assert eight.count('class="drop"') == 6
    assert "WK999999" in reader.get(address, {"wijk": ["WK999999"]}).text


def test_nobody_is_given_a_place_in_a_ranking(site: Site, reader: Client) -> None:
    for page in site.pages():
        text = reader.get(page).text
        assert re.search(r"\b(nummer 1|top 10|slechtste|beste wijk|plaats \d)", text, re.IGNORECASE) is None


def test_english_is_chosen_and_kept(site: Site, reader: Client) -> None:
    assert '<html lang="nl"' in reader.get("/").text
    answer = reader.post("/taal/", {"taal": "en", "terug": site.address("methode/")})
    assert answer.headers["Location"] == site.address("methode/")
    assert '<html lang="en"' in reader.get("/").text
    assert reader.get("/").headers["Content-Language"] == "en"
    reader.post("/taal/", {"taal": "xx"})
    assert '<html lang="en"' in reader.get("/").text


@pytest.mark.parametrize(
    "rest",
    ["gemeente/GM0000/", "wijk/WK000000/", "wijk/WK900201/?jaar=1850", "downloads/niets.csv", "onzin/"],
)
def test_what_is_not_there_is_said_in_plain_words(rest: str, site: Site, reader: Client) -> None:
    answer = reader.get(site.address(rest))
    assert answer.status_code == 404
    assert "Niet gevonden" in answer.text
    assert str(site.root) not in answer.text


@pytest.mark.parametrize("run", ["20990101-x", "..", "%2e%2e", "20260102-a%2f..%2f20260102-a"])
def test_only_runs_of_the_workspace_can_be_asked_for(run: str, reader: Client) -> None:
    assert reader.get(f"/berekening/{run}/").status_code == 404


def test_trouble_shows_no_trace(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.runs import library

    def fails() -> None:
        raise RuntimeError("iets van binnen")

    monkeypatch.setattr(library, "entries", fails)
    reader.raise_request_exception = False
    answer = reader.get("/")
    assert answer.status_code == 500
    assert "Er ging iets mis" in answer.text
    assert "iets van binnen" not in answer.text
    assert "Traceback" not in answer.text


def test_a_workspace_without_runs_says_what_to_do(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.runs import library

    monkeypatch.setattr(library, "entries", list)
    assert "Een analist van uw gemeente" in reader.get("/").text
    assert "/werk/inlezen/" in visitor_with("analyst").get("/").text


def test_the_menu_tells_in_which_room_a_page_is(site: Site, analyst: Client) -> None:
    rooms = {
        "/": "Cijfers",
        site.address(f"wijk/{WIJK}/"): "Cijfers",
        "/werk/": "Inlezen en berekenen",
        "/werk/inlezen/": "Inlezen en berekenen",
        "/werk/berekenen/": "Inlezen en berekenen",
        "/account/": "Mijn account",
        "/privacy/": None,
    }
    for address, room in rooms.items():
        menu = analyst.get(address).text.partition('aria-label="Hoofdmenu"')[2].partition("</nav>")[0]
        assert re.findall(r'aria-current="page">([^<]+)<', menu) == ([room] if room else []), address


def test_of_a_predicted_wijk_no_chance_of_a_difference_is_given(site: Site) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.runs.wijk_comparison import compare

    codes = ("WK900207", "WK900208", "WK900209")
    draws = [
        {"area": code, "draw": draw, "actual": float(draw % (place + 2))}
        for place, code in enumerate(codes)
        for draw in range(20)
    ]
    file = site.root / "runs" / RUN / "draws_2022.parquet"
    pl.DataFrame(draws).write_parquet(file)
    try:
        found = compare(library.opened(RUN), 2022, codes)
    finally:
        file.unlink()
    assert found.predicted
    assert found.pairs is not None
    told = [row[1] for row in found.pairs.rows]
    assert told[0] == told[2] == "voorspeld, zonder cijfer"
    assert told[1].endswith("%")
