# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything on the page of one wijk."""

from dataclasses import dataclass
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.characteristic import characteristics
from wijkverhaal.publication.characteristics_chart import characteristics_chart
from wijkverhaal.publication.chart import Chart
from wijkverhaal.publication.comparison import comparable_rows
from wijkverhaal.publication.coverage_sentence import coverage_sentence
from wijkverhaal.publication.marking_sentence import (
    change_sentence,
    marking_sentence,
    standing_out,
    way_of,
)
from wijkverhaal.publication.predicted import is_predicted, use_of_wijk, with_predicted
from wijkverhaal.publication.sentence import difference_sentence, rate, signed
from wijkverhaal.publication.waterfall_chart import waterfall_chart
from wijkverhaal.publication.wijk_table import published
from wijkverhaal.publication.years_chart import years_chart
from wijkverhaal.site.runs.answers_chart import answers_chart
from wijkverhaal.site.runs.place_answer import place_answer, place_sentence
from wijkverhaal.site.runs.rounded_youths import rounded_youths, youths_margin
from wijkverhaal.site.runs.run_facts import means_of
from wijkverhaal.site.runs.wijken_chart import difference, marking_key, with_margin


@dataclass(frozen=True)
class Likeness:
    """One comparable wijk, with what differs most from here."""

    area: str
    name: str
    gemeente: str
    expected: str
    actual: str
    differs: list[str]


@dataclass(frozen=True)
class WijkProfile:
    """A wijk in a year, in words and drawings."""

    row: dict[str, Any]
    predicted: bool
    published: str
    actual: str
    expected: str
    youths: str
    youths_margin: str
    difference: str
    population: str
    marking: str
    mark: str
    use_sentence: str
    coverage_sentence: str
    difference_sentence: str
    marking_sentence: str
    answers: Chart
    neighbourhood: str
    explanation: Chart | None
    characteristics: Chart | None
    comparable: list[Likeness]
    change_sentence: str
    years: Chart | None


def wijk_profile(run: FinishedRun, row: dict[str, Any]) -> WijkProfile:
    """Gather the page of a wijk from its row of a year."""
    area, year = row["area"], row["year"]
    with_place = place_answer(run, area, year)
    known = characteristics(run, area, year, means_of(run.id, year))
    return WijkProfile(
        row=row,
        predicted=is_predicted(row),
        published=published(row),
        actual=with_margin(rate(row["actual"]), row["actual_low"], row["actual_high"], "%"),
        expected=with_margin(
            rate(row["expected_here"]), row["expected_here_low"], row["expected_here_high"], "%"
        ),
        youths=rounded_youths(row["actual"], row["youths"]),
        youths_margin=youths_margin(row["actual_low"], row["actual_high"], row["youths"]),
        difference=difference(row),
        population=with_margin(
            rate(row["expected_population"]),
            row["expected_population_low"],
            row["expected_population_high"],
            "%",
        ),
        marking=marking_key(row),
        mark=standing_out(way_of(row)),
        use_sentence=_use(run, row),
        coverage_sentence=coverage_sentence(run, row),
        difference_sentence=difference_sentence(
            row["difference_here"],
            row["difference_here_low"],
            row["difference_here_high"],
            row["probability_higher_here"],
            way_of(row),
        ),
        marking_sentence=marking_sentence(run, row),
        answers=answers_chart(run, row, with_place),
        neighbourhood=place_sentence(with_place),
        explanation=waterfall_chart(run, area, year),
        characteristics=characteristics_chart(run, area, year, known),
        comparable=[_likeness(run, one) for one in comparable_rows(run, area, year)],
        change_sentence=change_sentence(run, row),
        years=years_chart(run, area),
    )


def _use(run: FinishedRun, row: dict[str, Any]) -> str:
    return "" if row["actual"] is None else use_of_wijk(run, row)


def _likeness(run: FinishedRun, row: dict[str, Any]) -> Likeness:
    told = []
    for number in (1, 2, 3):
        here, there = row[f"differs_{number}_here"], row[f"differs_{number}_there"]
        if row[f"differs_{number}"] is not None and here is not None and there is not None:
            unit = row[f"differs_{number}_unit"] or ""
            more = f"{signed(there - here)} {'' if unit == '%' else unit}".strip()
            told.append(f"{row[f'differs_{number}_label']} {more}")
    return Likeness(
        area=row["other"],
        name=row["other_name"] or row["other"],
        gemeente=row["other_gemeente_name"] or row["other_gemeente"] or "",
        expected=rate(row["other_expected_here"]),
        actual=with_predicted(run.area(row["other"], row["year"]) or {}, rate(row["other_actual"])),
        differs=told,
    )
