# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A run fits one screen; a wijk is found by its code, or its neighbours in spelling are named."""

import json
from pathlib import Path

import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.publication.terminal import (
    summary_dict,
    summary_lines,
    wijk_dict,
    wijk_lines,
)

from .run_factory import fabricate_run


def _plain(lines: list) -> str:
    return "\n".join(line.plain for line in lines)


def test_the_summary_fits_one_screen(run: FinishedRun) -> None:
    lines = summary_lines(run)
    assert len(lines) <= 24
    assert all(len(line.plain) <= 80 for line in lines)
    text = _plain(lines)
    for words in ("Verzonnen land", run.id, "2022: 25 wijken", "geheim", "9,0%", "Tussen gemeenten"):
        assert words in text
    assert "Nergensdam 9002" in text
    assert "wijkverhaal show CODE" in text


def test_a_summary_with_much_to_say_still_fits(run_folder: Path, tmp_path: Path) -> None:
    folder = fabricate_run(tmp_path / ("r" * 60), years=(2017, 2018, 2019, 2020, 2021, 2022))
    model = json.loads((folder / "model.json").read_text())
    model["notes"] = [
        "Deze gemeente heeft geen cijfers en krijgt een schatting zonder eigen cijfer. " * 3
    ] * 9
    (folder / "model.json").write_text(json.dumps(model))
    lines = summary_lines(FinishedRun.read(folder))
    assert len(lines) <= 24
    assert all(len(line.plain) <= 80 for line in lines)
    assert "model.json" in _plain(lines)
    assert "export latest" in _plain(lines)


def test_the_summary_counts_as_data(run: FinishedRun) -> None:
    data = json.loads(json.dumps(summary_dict(run)))
    counts = data["per_year"]["2022"]
    assert counts["wijken"] == counts["with_count"] + counts["secret"] + counts["without_row"] == 25
    assert data["fictional"] is True


def test_a_wijk_shows_published_expected_actual_and_why(run: FinishedRun) -> None:
    lines = wijk_lines(run, "wk900102")
    assert all(len(line.plain) <= 80 for line in lines)
    text = _plain(lines)
    for words in (
        "2022",
        "Gepubliceerd",
        "Verwacht hier",
        "Werkelijk",
        "Kans dat het hoger is",
        "Inkomen",
        "█",
    ):
        assert words in text
    assert "Bron: verzonnen land 2022" in text


def test_a_wijk_of_another_year(run: FinishedRun) -> None:
    assert "2021" in wijk_lines(run, "WK900102", 2021)[1].plain


def test_a_secret_count_is_a_word(run: FinishedRun) -> None:
    assert "geheim" in _plain(wijk_lines(run, "WK900104"))
    assert wijk_dict(run, "WK900104")["published"] is None


def test_a_wijk_as_data_adds_up(run: FinishedRun) -> None:
    data = json.loads(json.dumps(wijk_dict(run, "WK900102", 2021)))
    assert data["year"] == 2021
    assert sum(part["effect"] for part in data["explanation"]) == pytest.approx(
        data["actual"] - 9.0, abs=1e-9
    )


@pytest.mark.parametrize("code", ["WK90010", "WK900012", "verzonnenoord 1", "Wijk 02 Verzonenoord 1"])
def test_an_unknown_code_is_answered_with_near_ones(run: FinishedRun, code: str) -> None:
    with pytest.raises(NotFoundError, match=r"bedoelt u WK\d{6} \(Wijk"):
        wijk_lines(run, code)


def test_a_code_that_resembles_nothing(run: FinishedRun) -> None:
    with pytest.raises(NotFoundError, match=r"areas\.csv"):
        wijk_lines(run, "qqqqqqq")


def test_an_unknown_year_names_the_known_ones(run: FinishedRun) -> None:
    with pytest.raises(NotFoundError, match="2021, 2022"):
        wijk_dict(run, "WK900102", 1999)


def test_markup_in_a_name_is_not_obeyed(tmp_path: Path) -> None:
    folder = fabricate_run(tmp_path / "run", names={"WK900101": "[bold red]Oord[/]"})
    assert "[bold red]Oord[/]" in wijk_lines(FinishedRun.read(folder), "WK900101")[1].plain
