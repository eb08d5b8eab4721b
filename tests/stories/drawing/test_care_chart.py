# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who helped when: gaps, overlaps and hand-overs, and what is not certain about them."""

import pytest

from tests.stories.drawing.told import history, parsed
from wijkverhaal.stories.care_period import care_periods, transitions
from wijkverhaal.stories.drawing.care_chart import care_chart
from wijkverhaal.stories.help_history import Account, Event, HelpHistory
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.time_expression import BIRTH, TimeExpression


def _periods(*spans: tuple[str, float, float | None]) -> HelpHistory:
    """Help by organisations from one month of age to another; None where nobody tells the end."""
    events, accounts = [], []
    for place, (organisation, start, end) in enumerate(spans):
        for kind, moment in (("start", start), ("end", end)):
            if moment is not None:
                name = f"{kind}{place}"
                events.append(Event(name, kind, "", "jeugdhulp", organisation))
                accounts.append(Account(name, "m", name, TimeExpression(BIRTH, moment, moment)))
    return HelpHistory("B", tuple(events), tuple(accounts))


@pytest.mark.parametrize(
    ("second", "sort", "words"),
    [
        (30, "gap", "gat, 6 maanden"),
        (24.5, "hand_over", "overdracht"),
        (18, "overlap", "overlap, 6 maanden"),
    ],
)
def test_between_two_organisations(second: float, sort: str, words: str) -> None:
    found = timeline(_periods(("Wijkteam", 12, 24), ("Kliniek", second, 48)))
    assert [one.sort for one in transitions(found)] == [sort]
    chart = care_chart(found, "gezin B")
    assert chart is not None
    parsed(chart)
    assert f"Tussen Wijkteam en Kliniek: {words}" in chart.sentence
    assert [row[0] for row in chart.table.rows] == ["Wijkteam", "Kliniek", "Wijkteam → Kliniek"]


def test_an_end_that_nobody_tells_is_no_overlap() -> None:
    found = timeline(_periods(("Wijkteam", 12, None), ("Kliniek", 30, 48)))
    assert [one.sort for one in transitions(found)] == ["unknown"]
    chart = care_chart(found, "gezin B")
    assert chart is not None
    assert "niemand vertelt wanneer de eerste hulp stopte" in chart.sentence
    assert chart.table.rows[0][3] == "einde niet verteld"


def test_a_long_period_overlaps_more_than_the_next_one() -> None:
    found = timeline(_periods(("Lang", 0, 60), ("Kort", 6, 12), ("Later", 24, 48)))
    pairs = {(one.before.organisation, one.after.organisation): one.sort for one in transitions(found)}
    assert pairs == {("Lang", "Kort"): "overlap", ("Kort", "Later"): "gap", ("Lang", "Later"): "overlap"}


def test_firm_where_it_certainly_was_and_soft_where_it_may_have_been() -> None:
    chart = care_chart(timeline(history()), "gezin B", "z")
    assert chart is not None
    root = parsed(chart)
    fills = [one.attrib["fill"] for one in root.iter("rect")]
    assert {"#5b9bd8", "url(#z-in)", "url(#z-hatch)"} <= set(fills)
    assert len(care_periods(timeline(history()))) == 2


def test_nothing_to_draw_where_no_help_began() -> None:
    assert care_chart(timeline(history().side_of("nobody")), "gezin B") is None
