# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pages of a run need and is slow to gather: made once, because a run never changes."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from threading import Lock

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.indicator_means import IndicatorMeans, indicator_means
from wijkverhaal.expectation.what_if import WhatIf, read_what_if
from wijkverhaal.foundation.language import _, current_language, speaking
from wijkverhaal.publication.marking_limits import MarkingLimits, marking_limits
from wijkverhaal.publication.marking_sentence import way_of
from wijkverhaal.publication.model_story import ModelStory, model_story
from wijkverhaal.publication.sentence import figure, outcome_name, rate
from wijkverhaal.site.runs import library

_one_at_a_time = Lock()


@lru_cache(maxsize=12)
def means_of(run_id: str, year: int) -> IndicatorMeans | None:
    """Means of the indicators over gemeenten and the country."""
    return indicator_means(library.opened(run_id), year)


@lru_cache(maxsize=24)
def limits_of(run_id: str, year: int) -> MarkingLimits | None:
    """From which difference on a wijk stands out."""
    return marking_limits(library.opened(run_id), year)


def what_if_of(run_id: str, year: int) -> WhatIf | None:
    """The question what if; None where the run did not keep its draws."""
    entry = library.entry_of(run_id)
    with _one_at_a_time:
        return _what_if(entry.folder, run_id, current_language()).get(year)


@lru_cache(maxsize=2)
def _what_if(folder: Path, run_id: str, language: str) -> dict[int, WhatIf]:
    with speaking(language):
        return read_what_if(folder, library.opened(run_id))


@lru_cache(maxsize=500)
def reach_of(run_id: str, year: int, area: str) -> Mapping[str, tuple[float, float]]:
    """How far each characteristic of a wijk can go while all others stay as they are."""
    question = what_if_of(run_id, year)
    if question is None:
        return {}
    mine = question.values.get(area, {})
    return {name: question.reach(area, name) for name in mine if name in question.forms}


def run_facts(run: FinishedRun, year: int) -> list[tuple[str, str, str]]:
    """The year in four numbers, each with what it is and what tells how it is known."""
    return _facts(run.id, year, current_language())


@lru_cache(maxsize=24)
def _facts(run_id: str, year: int, language: str) -> list[tuple[str, str, str]]:
    with speaking(language):
        run = library.opened(run_id)
        rows = run.of_year(year).select("marked", "probability_higher_here").to_dicts()
        ways = [way_of(row) for row in rows]
        use = _("van de jeugdigen gebruikte naar schatting {outcome}, in het hele gebied")
        return [
            (figure(run.gemeente_count(year), 0), _("gemeenten"), "gemeenten"),
            (figure(len(ways), 0), _("wijken"), "wijken"),
            (rate(run.country_rate(year)), use.format(outcome=outcome_name(run.outcome)), "country"),
            (figure(ways.count("higher") + ways.count("lower"), 0), _("wijken die opvallen"), "marked"),
        ]


def story_of(run: FinishedRun) -> ModelStory:
    """The model in words, for the page about the method."""
    return _story(run.id, current_language())


@lru_cache(maxsize=8)
def _story(run_id: str, language: str) -> ModelStory:
    with speaking(language):
        return model_story(library.opened(run_id))
