# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a family waited, where nobody tells that help came."""

from dataclasses import replace
from datetime import date
from math import inf

import pytest

from tests.stories.drawing.told import history
from wijkverhaal.stories.delay import Delay
from wijkverhaal.stories.drawing.waiting_chart import waiting_chart
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.waiting import FITTING_HELP, HELP, wait_until

#: The child is two at the signal, and was born on 1 May 2009.
TALKS = {"m": date(2017, 5, 1), "s": date(2018, 5, 1)}


def test_what_nobody_tells_is_not_known_unless_that_is_assumed() -> None:
    told = timeline(replace(history(), interviewed=TALKS))
    assert wait_until(told, FITTING_HELP) == Delay("B", 0.0, inf)
    assumed = wait_until(told, FITTING_HELP, untold_is_later=True)
    assert assumed is not None
    assert assumed.shortest == pytest.approx(12 * 9 - 36, abs=1.1)
    assert assumed.longest == inf


def test_what_is_told_does_not_depend_on_it() -> None:
    told = timeline(replace(history(), interviewed=TALKS))
    assert wait_until(told, HELP, untold_is_later=True) == wait_until(told, HELP)


def test_without_the_day_of_an_interview_it_stays_unknown() -> None:
    assert wait_until(timeline(history()), FITTING_HELP, untold_is_later=True) == Delay("B", 0.0, inf)


def test_the_estimate_says_of_how_many_families_it_speaks() -> None:
    chart = waiting_chart([Delay("a", 2, 6), Delay("b", 0, inf), Delay("c", 0, inf)], "tot hulp")
    assert chart is not None
    assert "Van 2 gezinnen is over deze tijd niets bekend" in chart.sentence
    assert "de andere 1" in chart.sentence
    known = waiting_chart([Delay("a", 2, 6), Delay("b", 5, inf)], "tot hulp")
    assert known is not None
    assert "niets bekend" not in known.sentence
