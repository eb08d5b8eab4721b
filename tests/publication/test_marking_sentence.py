# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands out is told with its chance, in the words of the rule, and nowhere else."""

from pathlib import Path
from typing import Any

import polars as pl
import pytest

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.marking_sentence import (
    change_sentence,
    expected_wrong,
    marking_sentence,
    rule_sentence,
    standing_out,
    way_of,
)
from wijkverhaal.publication.report import report
from wijkverhaal.publication.terminal import summary_dict, summary_lines, wijk_lines

from .run_factory import fabricate_run


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> FinishedRun:
    """A run from before wijken were marked."""
    return FinishedRun.read(fabricate_run(tmp_path_factory.mktemp("old") / "run", wijken=25, marks=False))


def _row(run: FinishedRun, marked: str, year: int = 2022) -> dict[str, Any]:
    return run.of_year(year).filter(pl.col("marked") == marked).to_dicts()[0]


def _smallest(run: FinishedRun, smallest: float) -> FinishedRun:
    run.model["summary"]["per_year"]["2022"]["rule"]["smallest"] = smallest
    return run


@pytest.mark.parametrize(
    ("marked", "probability", "way"),
    [
        ("higher", 0.6, "higher"),
        ("lower", 0.5, "lower"),
        ("none", 0.999, "unclear"),
        (None, 0.999, "higher"),
        (None, None, None),
    ],
)
def test_the_mark_comes_before_the_probability(
    marked: str | None, probability: float | None, way: str | None
) -> None:
    assert way_of({"marked": marked, "probability_higher_here": probability}) == way


def test_a_wijk_that_stands_out_is_told_with_its_chance(run: FinishedRun) -> None:
    for marked, words in (("higher", "hoger"), ("lower", "lager")):
        assert marking_sentence(run, _row(run, marked)) == (
            f"Deze wijk valt op. De kans dat het gebruik meer dan 10% {words} is dan hier verwacht, is 92%."
        )


def test_a_wijk_that_does_not_stand_out_is_told_why(run: FinishedRun) -> None:
    row = _row(run, "none")
    words = "hoger" if row["difference_here"] >= 0 else "lager"
    assert marking_sentence(run, row) == (
        f"Deze wijk valt niet op. De kans dat het gebruik meer dan 10% {words} is dan hier verwacht, is 31%."
    )


def test_without_a_smallest_difference_none_is_named(run_folder: Path) -> None:
    run = _smallest(FinishedRun.read(run_folder), 0.0)
    assert "hoger is dan hier verwacht, is 92%" in marking_sentence(run, _row(run, "higher"))
    assert "meer dan" not in marking_sentence(run, _row(run, "higher")) + rule_sentence(run, 2022)


def test_an_old_run_says_nothing_of_marks(old: FinishedRun) -> None:
    row = old.of_year(2022).to_dicts()[0]
    assert marking_sentence(old, row) == ""
    assert "95%" in rule_sentence(old, 2022)
    assert expected_wrong(old.of_year(2022)) is None
    text = "\n".join(line.plain for line in summary_lines(old))
    assert "onterecht" not in text
    assert "Vallen op" in text
    assert "Vergelijkbare" not in "\n".join(line.plain for line in wijk_lines(old, "WK900102"))


@pytest.mark.parametrize(
    ("risen", "words"),
    [
        (0.97, "Sinds 2021 is het gebruik gestegen"),
        (0.02, "De kans dat het echt gedaald is, is 98%"),
        (0.6, "is het gebruik misschien niet veranderd"),
        (None, "kunnen we voor deze wijk niet zeggen"),
    ],
)
def test_change_is_told_with_its_chance(run: FinishedRun, risen: float | None, words: str) -> None:
    row = _row(run, "none") | {"probability_risen": risen}
    sentence = change_sentence(run, row)
    assert words in sentence
    assert ("+0,8 procentpunt (90%-marge −0,3 tot +1,9)" in sentence) == (risen is not None)


def test_the_first_year_has_no_change(run: FinishedRun) -> None:
    assert change_sentence(run, _row(run, "none", 2021)) == ""


def test_show_tells_mark_change_and_comparable_wijken(run: FinishedRun) -> None:
    lines = [line.plain for line in wijk_lines(run, "WK900102")]
    text = " ".join(lines)
    assert all(len(line) <= 80 for line in lines)
    for words in ("Deze wijk valt", "Sinds 2021", "Vergelijkbare wijken", "Eenoudergezinnen −2,5"):
        assert words in text
    row = next(line for line in lines if "Verzonnenoord 10" in line)
    other = run.of_year(2022).filter(pl.col("gemeente") == "GM9002").to_dicts()[0]
    assert f"{other['actual']:.1f}%".replace(".", ",") in row


def test_the_summary_says_how_many_marks_are_wrong_and_what_chance_does(run: FinishedRun) -> None:
    marked = run.of_year(2022).filter(pl.col("marked") != "none").height
    data = summary_dict(run)["per_year"]["2022"]
    assert data["marked_higher"] + data["marked_lower"] == marked > 0
    assert data["marked_wrongly"] == pytest.approx(0.08 * marked)
    text = "\n".join(line.plain for line in summary_lines(run))
    assert "Daarvan naar verwachting onterecht: " + f"{0.08 * marked:.1f}".replace(".", ",") in text
    assert "Cijfers meer dan 10% van verwacht: 11; door toeval alleen al: 6" in text


def test_on_the_page_grey_is_not_marked(tmp_path: Path) -> None:
    """Even where it is next to certain that use is higher: it may be higher by a trifle."""
    folder = fabricate_run(tmp_path / "run", wijken=10, years=(2022,))
    sure = pl.read_parquet(folder / "areas.parquet").with_columns(
        pl.lit(0.999).alias("probability_higher_here"), pl.lit("none").alias("marked")
    )
    sure.write_parquet(folder / "areas.parquet")
    page = report(FinishedRun.read(folder))
    assert '<g class="m unclear"' in page
    assert 'class="m higher"' not in page
    assert page.count("valt\u00a0niet\u00a0op") == 9
    assert page.count("voorspeld,\u00a0zonder\u00a0cijfer") == 1
    sure.with_columns(pl.lit("lower").alias("marked")).write_parquet(folder / "areas.parquet")
    page = report(FinishedRun.read(folder))
    assert '<g class="m unclear"' not in page
    assert page.count("valt\u00a0op:\u00a0lager") == 9


def test_the_page_tells_the_rule_and_other_limits(run: FinishedRun) -> None:
    page = report(run)
    assert rule_sentence(run, 2022) in page
    assert "hooguit 10%" in rule_sentence(run, 2022)
    assert "Hoeveel wijken opvallen bij een andere grens, 2022" in page
    assert '<td class="n">8,0%</td>' in page


def test_a_mark_is_never_called_good_or_bad() -> None:
    words = {standing_out(way) for way in ("higher", "lower", "unclear", None)}
    assert len(words) == 4
    assert not any(bad in word for word in words for bad in ("goed", "slecht", "beter"))
