# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page reads without a network and without a script, in two languages, and is light."""

import re
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import use_language
from wijkverhaal.publication.report import MOST_CHARTS, report

from .page_reader import Page
from .run_factory import fabricate_run

LABEL = "Verzonnen land: deze cijfers zijn niet echt"
FIVE_MEGABYTES = 5_000_000


@pytest.fixture(scope="module")
def country(run_folder: Path) -> str:
    return report(FinishedRun.read(run_folder))


@pytest.fixture(scope="module")
def gemeente(run_folder: Path) -> str:
    return report(FinishedRun.read(run_folder), "GM9002")


def test_nothing_comes_from_elsewhere(country: str, gemeente: str) -> None:
    for page in (country, gemeente):
        for name, value in Page.of(page).links():
            assert value.startswith("#"), (name, value)
        assert not re.search(r"https?://|//[a-z]|@import|url\((?!#)", page)


def test_newest_year_stands_first(country: str) -> None:
    assert country.index('id="jaar-2022"') < country.index('id="jaar-2021"')


def test_all_wijken_stand_in_the_page_without_script(country: str, run: FinishedRun) -> None:
    without = re.sub(r"<script>.*?</script>", "", country, flags=re.S)
    tables = re.findall(r'<table id="wijken-\d+".*?</table>', without, flags=re.S)
    assert len(tables) == 2
    for table in tables:
        codes = re.findall(r"<td>(WK\d{6})", table)
        assert sorted(codes) == sorted(run.of_year(2022)["area"])


def test_secret_and_missing_are_words(country: str, run: FinishedRun) -> None:
    secret = run.areas["status"].to_list().count("secret")
    assert country.count("<td>geheim<") == secret
    assert country.count("<td>geen cijfer<") == run.areas["status"].to_list().count("no_row")


def test_every_figure_is_drawing_table_and_sentence(country: str, gemeente: str) -> None:
    for page in (country, gemeente):
        figures = re.findall(r"<figure.*?</figure>", page, flags=re.S)
        assert figures
        for figure in figures:
            assert re.search(r'<svg role="img" aria-labelledby="[^"]+"[^>]*><title id=', figure)
            assert re.search(r"<table>.*<tbody>.*<td", figure, flags=re.S)
            sentence = re.search(r"<figcaption><p>(.*?)</p>", figure, flags=re.S)
            assert sentence
            assert re.search(r"\d,\d", sentence[1])
            assert re.search(r"\d,\d%? (tot|en) [+−]?\d+,\d", sentence[1])
            assert re.search(r"\b202[12]\b", sentence[1])
            assert "Bron: " in sentence[1]
            assert LABEL in figure.split("<figcaption>")[1]


def test_map_has_one_path_per_wijk(country: str, run: FinishedRun) -> None:
    for year in run.years:
        figure = re.search(rf'<figure id="kaart-{year}">.*?</figure>', country, flags=re.S)
        assert figure
        groups = re.findall(r'<g class="m .*?</g>', figure[0], flags=re.S)
        titles = re.findall(r'<path d="M[^"]+z"><title>([^<]+)</title></path>', "".join(groups))
        assert len(titles) == len(run.of_year(year))
        assert LABEL in figure[0].split("</svg>")[0]


def test_fictional_is_said_on_top_or_nowhere(country: str, real_folder: Path) -> None:
    top = country.split("<header>")[0]
    assert f'<p class="fictional" role="note"><strong>{LABEL}' in top
    real = report(FinishedRun.read(real_folder))
    assert "erzonnen land" not in real
    assert "Bron: CBS 2022, bewerking Wijkverhaal." in real


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    evil = '<script>alert("x")</script>'
    run = fabricate_run(tmp_path / "run", names={"WK900101": evil, "WK900102": '" onload="x'})
    for page in (report(FinishedRun.read(run)), report(FinishedRun.read(run), "GM9001")):
        assert evil not in page
        assert "&lt;script&gt;alert" in page
        assert page.count("<script>") == 1
        assert not [name for name, _ in Page.of(page).attributes() if name.startswith("on")]


def test_gemeente_comes_first_and_is_explained(gemeente: str, run: FinishedRun) -> None:
    own = run.of_year(2022).filter(gemeente="GM9002")["area"].to_list()
    table = re.search(r'<table id="wijken-2022".*?</table>', gemeente, flags=re.S)
    assert table
    codes = re.findall(r"<td>(WK\d{6})", table[0])
    assert sorted(codes[: len(own)]) == sorted(own)
    assert table[0].count("class=o") == len(own)
    for area in own:
        assert f'<figure id="uitleg-{area}-2022">' in gemeente


def test_bars_of_a_wijk_add_up_to_its_distance(gemeente: str, run: FinishedRun) -> None:
    row = run.of_year(2022).filter(area="WK900201").to_dicts()[0]
    figure = re.search(r'<figure id="uitleg-WK900201-2022">.*?</figure>', gemeente, flags=re.S)
    assert figure
    together = re.search(r"Samen</th><td class=\"n\">([^<]+)<", figure[0])
    assert together
    assert float(together[1].replace(",", ".").replace("−", "-")) == pytest.approx(
        row["actual"] - 9.0, abs=0.051
    )


def test_a_large_gemeente_gets_a_limited_number_of_charts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.publication.run_factory._PER_GEMEENTE", MOST_CHARTS + 4)
    run = FinishedRun.read(fabricate_run(tmp_path / "run", wijken=MOST_CHARTS + 4, years=(2022,)))
    page = report(run, "GM9001")
    assert page.count('<figure id="uitleg-') == MOST_CHARTS
    assert "Van 4 kleinere wijken" in page


def test_a_file_is_named_without_its_folder(country: str) -> None:
    assert "jeugdzorg.csv" in country
    assert "geheime map" not in country
    # nobody's licence holds for what was made up
    assert "CC BY 4.0" not in country
    assert "verzonnen, geen licentie" in country


def test_the_model_tells_its_limits(country: str, run: FinishedRun) -> None:
    text = Page.of(country).text()
    for sentence in (*run.model["assumptions"], *run.model["notes"]):
        assert sentence in text
    assert "geen oordeel over een wijk of een gemeente" in text
    assert "voorspellen niets over personen" in text


@pytest.mark.usefixtures("english")
def test_english_has_no_dutch_left(run: FinishedRun) -> None:
    use_language("en")
    page = report(run, "GM9002")
    headings = re.findall(
        r"<(?:h[1-4]|summary|caption|label|th scope=\"col\")[^>]*>(.*?)</", page, flags=re.S
    )
    assert len(headings) > 40
    dutch = re.compile(r"\b(de|het|een|van|hoe|wat|waar|alle|hoger|lager|verwacht|bronnen|gebruik)\b", re.I)
    assert [text for text in headings if dutch.search(text)] == []
    assert '<html lang="en">' in page
    assert "Fictional country: these figures are not real" in page
    assert re.search(r"90% margin \d+\.\d to", page)


def test_the_whole_country_stays_under_five_megabytes(tmp_path: Path) -> None:
    run = FinishedRun.read(fabricate_run(tmp_path / "run", wijken=3340, corners=14))
    page = report(run)
    assert page.count("<path d=") >= 2 * 3340
    assert len(page.encode()) <= FIVE_MEGABYTES


def test_the_page_is_balanced(country: str) -> None:
    open_elements: list[str] = []

    class Balance(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in ("section", "figure", "div", "svg", "table", "details", "g"):
                open_elements.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag in ("section", "figure", "div", "svg", "table", "details", "g"):
                assert open_elements.pop() == tag

    Balance().feed(country)
    assert open_elements == []


def test_one_wijk_is_told_as_one_wijk(tmp_path: Path) -> None:
    run = FinishedRun.read(fabricate_run(tmp_path / "run", wijken=1, years=(2022,)))
    page = report(run, "GM9001")
    assert "In Wijk 01 Verzonnenoord 0 gebruikte in 2022 naar schatting" in page


def test_a_year_without_estimates_says_so(tmp_path: Path) -> None:
    folder = fabricate_run(tmp_path / "run", wijken=3, years=(2022,))
    areas = pl.read_parquet(folder / "areas.parquet")
    estimates = [name for name in areas.columns if name.startswith(("actual", "difference", "probability"))]
    areas.with_columns(pl.lit(None, pl.Float64).alias(name) for name in estimates).write_parquet(
        folder / "areas.parquet"
    )
    page = report(FinishedRun.read(folder))
    assert "zijn er in 2022 geen cijfers" in page
    assert "geen cijfers</li>" in page
