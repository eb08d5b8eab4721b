# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The strip of a help history: what is uncertain, who tells it, and where accounts clash."""

from tests.stories.drawing.told import LATE, ROLES, history, parsed, words
from wijkverhaal.stories.drawing.history_chart import history_chart, side_chart
from wijkverhaal.stories.help_history import Choice
from wijkverhaal.stories.history_timeline import timeline

NO_CLASH = "spreken elkaar over de tijd niet tegen"


def test_a_drawing_a_table_and_a_sentence() -> None:
    chart = history_chart(timeline(history()), ROLES, "gezin B", label="FICTIEF")
    root = parsed(chart)
    assert chart.label == "FICTIEF"
    assert "verteld door A moeder en B intern begeleider" in chart.sentence
    assert "Het eerste signaal: tussen 2 jaar en 3 jaar." in chart.sentence
    assert NO_CLASH in chart.sentence
    by_event = {row[0]: row for row in chart.table.rows}
    assert by_event["eerste signaal"][1] == "tussen 2 jaar en 3 jaar"
    assert by_event["hulp begonnen (training)"][4] == (
        "A moeder: “een half jaar na de verhuizing”; B intern begeleider: “groep 1”"
    )
    assert by_event["ruzie <op> school"][1] == "onbekend wanneer"
    assert {"gezin", "jeugdhulp", "school"} <= set(words(root))


def test_the_table_is_in_order_of_time_and_lanes_may_be_organisations() -> None:
    found = timeline(history())
    chart = history_chart(found, ROLES, "gezin B", lanes="organisation")
    order = [row[0] for row in chart.table.rows]
    assert order.index("eerste signaal") < order.index("verhuizing") < order.index("hulp gestopt")
    assert order[-1] == "ruzie <op> school"
    assert {"Wijkteam", "Kliniek", "overig"} <= set(words(parsed(chart)))


def test_what_is_uncertain_is_hatched_and_fades_and_what_is_known_is_firm() -> None:
    root = parsed(history_chart(timeline(history()), ROLES, "gezin B", "g"))
    bars = [one.attrib for one in root.iter("rect") if one.attrib["fill"].startswith("url(#g")]
    assert {one["fill"] for one in bars} >= {"url(#g-both)", "url(#g-hatch)"}
    firm = [
        one for one in root.iter("rect") if (one.attrib["fill"], one.attrib["height"]) == ("#1d5b99", "12")
    ]
    assert len(firm) == 2  # december 2015 and maart 2017
    widths = [float(one["width"]) for one in bars if one["fill"] == "url(#g-both)"]
    years = timeline(history()).first("first_signal").window  # type: ignore[union-attr]
    assert years.high - years.low == 12
    assert max(widths) > 4 * float(firm[0].attrib["width"])


def test_a_clash_has_a_sign_words_and_every_account_by_itself() -> None:
    found = timeline(history(LATE))
    chart = history_chart(found, ROLES, "gezin B")
    root = parsed(chart)
    assert "≠ hulp begonnen (training)" in words(root)
    assert [one for one in root.iter("rect") if "stroke-dasharray" in one.attrib]
    row = next(row for row in chart.table.rows if row[0] == "hulp begonnen (training)")
    assert row[5] == "≠ verschillen, nog niet besloten"
    assert "nog niet besloten" in chart.sentence
    assert NO_CLASH not in chart.sentence


def test_a_decision_is_told_with_its_reason_and_strikes_the_account_out() -> None:
    choice = Choice(frozenset({"9"}), "School heeft het opgezocht.", "Onderzoeker 1")
    decided = history(LATE, choices=(choice,))
    chart = history_chart(timeline(decided), ROLES, "gezin B")
    row = next(row for row in chart.table.rows if row[0] == "hulp begonnen (training)")
    assert row[5] == "besloten; niet gevolgd: C jongere"
    assert "C jongere: “toen ik zes was” (niet gevolgd)" in row[4]
    dotted = [one for one in parsed(chart).iter("path") if one.attrib.get("stroke-dasharray") == "2 3"]
    assert len(dotted) == 1


def test_one_side_keeps_its_letter_and_leaves_the_others_out() -> None:
    chart = side_chart(timeline(history(LATE)), "s", ROLES, "gezin B")
    parsed(chart)
    assert "verteld door B intern begeleider." in chart.sentence
    assert {row[0] for row in chart.table.rows} == {"hulp begonnen (training)", "hulp gestopt"}
    assert "moeder" not in str(chart.table.rows)
    assert NO_CLASH in chart.sentence


def test_without_a_birth_it_stands_on_the_calendar() -> None:
    chart = history_chart(timeline(history(born=None)), ROLES, "gezin B")
    by_event = {row[0]: row for row in chart.table.rows}
    assert chart.table.columns[1].label == "Wanneer"
    assert by_event["hulp gestopt"][1] == "2015-12"
    assert "2014" in words(parsed(chart))


def test_an_empty_history_is_drawn_too() -> None:
    blank = history().side_of("nobody")
    chart = history_chart(timeline(blank), ROLES, "gezin B")
    parsed(chart)
    assert "0 gebeurtenissen, verteld door niemand" in chart.sentence


def test_many_informants_stay_apart() -> None:
    more = [(str(20 + place), f"w{place}", "move", "voorjaar 2013") for place in range(8)]
    chart = history_chart(timeline(history(*more)), {}, "gezin B")
    swatches = [str(swatch) for swatch, _words in chart.legend]
    assert len(set(swatches)) == len(swatches)


def test_without_words_nobody_is_quoted() -> None:
    chart = history_chart(timeline(history(LATE)), ROLES, "gezin B", with_words=False)
    assert "“" not in str(chart.table.rows) + str(chart.svg)
    row = next(row for row in chart.table.rows if row[0] == "hulp begonnen (training)")
    assert row[4] == "A moeder; B intern begeleider; C jongere"
