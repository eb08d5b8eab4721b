# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long families waited: intervals, the envelope and the estimate over families."""

from math import inf

import pytest

from tests.stories.drawing.told import history, parsed
from wijkverhaal.stories.delay import Delay, delay_distribution
from wijkverhaal.stories.drawing.delay_chart import delay_chart, delay_sentence
from wijkverhaal.stories.drawing.waiting_chart import waiting_chart
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.waiting import FITTING_HELP, HELP, wait_until

WHAT = "van eerste signaal tot eerste hulp"
DELAYS = [Delay("a", 2, 6), Delay("b", 6, 6), Delay("c", 10, inf)]
NAMES = {"a": "gezin A", "b": "gezin B", "c": "gezin C"}


def test_each_family_with_the_least_and_the_most() -> None:
    chart = delay_chart(DELAYS, NAMES, WHAT)
    assert chart is not None
    parsed(chart)
    assert [tuple(row) for row in chart.table.rows] == [
        ("gezin A", "2", "6", "2 tot 6 maanden"),
        ("gezin B", "6", "6", "6 maanden"),
        ("gezin C", "10", "niet bekend", "10 maanden of langer"),
    ]
    assert "van 2 van 3 gezinnen is het begrensd" in chart.sentence
    assert delay_chart([], {}, WHAT) is None


def test_the_share_that_still_waits_lies_within_the_envelope() -> None:
    chart = waiting_chart(DELAYS, WHAT)
    assert chart is not None
    parsed(chart)
    assert [tuple(row) for row in chart.table.rows][:2] == [
        ("0", "100%", "100%", "100%"),
        ("2", "67%", "100%", "100%"),
    ]
    assert sum(one.mass for one in delay_distribution(DELAYS)) == pytest.approx(1)
    for row in chart.table.rows:
        least, most = (float(cell.rstrip("%")) for cell in row[1:3])
        shares = [float(cell.rstrip("%")) for cell in row[3].split(" tot ")]
        assert least - 1 <= min(shares)
        assert max(shares) <= most + 1


def test_half_of_them_when_that_is_known() -> None:
    exact = [Delay(name, months, months) for name, months in (("a", 3), ("b", 5), ("c", 9))]
    chart = waiting_chart(exact, WHAT)
    assert chart is not None
    assert "De helft kreeg hulp binnen 5 tot 5 maanden" in chart.sentence
    never = waiting_chart([Delay("a", 1, inf), Delay("b", 2, inf)], WHAT)
    assert never is not None
    assert "Of de helft ooit hulp kreeg, is niet zeker." in never.sentence
    assert "De helft kreeg" not in never.sentence
    assert "Vóór maand 1 had minder dan de helft hulp." in never.sentence


def test_where_help_may_have_come_at_once_no_month_is_named() -> None:
    """Of six of ten families nobody knows whether help came, nor that it took any time."""
    told = [*(Delay(name, 0, inf) for name in "abcdef"), *(Delay(name, 0, 5) for name in "ghij")]
    chart = waiting_chart(told, WHAT)
    assert chart is not None
    assert "Of de helft ooit hulp kreeg, is niet zeker." in chart.sentence
    assert "Vóór maand" not in chart.sentence
    assert "De helft kreeg" not in chart.sentence


def test_longest_and_shortest_are_named_only_where_no_other_can_be() -> None:
    names = {"g": "gezin G", "h": "gezin H", "i": "gezin I"}
    overlapping = [Delay("g", 36, 43), Delay("h", 37, 66), Delay("i", 3, 5)]
    found = delay_sentence(overlapping, names, WHAT)
    assert "Het langst" not in found
    assert "Het kortst wachtte gezin I" in found
    apart = delay_sentence([Delay("g", 36, 37), Delay("h", 38, 66), Delay("i", 3, 40)], names, WHAT)
    assert "Het langst" not in apart
    assert "overlappen" in apart
    certain = delay_sentence([Delay("g", 36, 37), Delay("h", 38, 66), Delay("i", 3, 5)], names, WHAT)
    assert "Het langst wachtte gezin H" in certain
    unknown = delay_sentence([Delay("h", 38, 66), Delay("i", 3, inf)], names, WHAT)
    assert "Het langst" not in unknown


def test_waiting_ends_with_whichever_help_came_first() -> None:
    found = timeline(history())
    delay = wait_until(found, HELP)
    assert delay is not None
    help_, signal = found.first("start"), found.first("first_signal")
    assert help_ is not None
    assert signal is not None
    between = found.between(signal.event.id, help_.event.id)
    assert (delay.shortest, delay.longest) == (max(0, between.low), between.high)
    assert wait_until(found, FITTING_HELP) == Delay("B", 0.0, inf)
    assert wait_until(timeline(history().side_of("s")), HELP) is None
