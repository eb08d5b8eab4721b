# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The picture of the network: a drawing, a table and a sentence that say the same, whoever looks."""

import re

import pytest

from wijkverhaal.dialogue.cooperation_picture import CooperationPicture, PictureLink, PictureNode
from wijkverhaal.site.conversations.survey.picture import survey_picture

NODES = (
    PictureNode("school", "school", 4, 0.0, -1.0),
    PictureNode("wijkteam", "wijkteam", 3, 0.87, 0.5),
    PictureNode("overig", "overig", 5, -0.87, 0.5),
)


def _link(start: str, end: str, strength: float) -> PictureLink:
    return PictureLink(start, end, strength, 3)


def test_the_table_has_every_link_and_the_sentence_the_strongest_between_two_kinds() -> None:
    links = (
        _link("school", "wijkteam", 2.4),
        _link("wijkteam", "school", 0.2),
        _link("school", "school", 3.0),
    )
    chart = survey_picture(CooperationPicture(NODES, links), "Oost", "Verzonnen land")
    assert chart is not None
    assert [row[:3] for row in chart.table.rows] == [
        ("school", "wijkteam", "2,4"),
        ("wijkteam", "school", "0,2"),
        ("school", "school", "3,0"),
    ]
    assert "12 mensen in Oost" in chart.sentence
    assert "van school naar wijkteam: gemiddeld 2,4" in chart.sentence
    assert chart.label == "Verzonnen land"


def test_a_stronger_link_is_a_thicker_line_and_the_faintest_stay_in_the_table() -> None:
    links = (
        _link("school", "wijkteam", 3.0),
        _link("wijkteam", "overig", 1.0),
        _link("overig", "school", 0.4),
    )
    chart = survey_picture(CooperationPicture(NODES, links), "Oost")
    assert chart is not None
    widths = [float(one) for one in re.findall(r'<path[^>]* stroke-width="([\d.]+)"', chart.svg)]
    assert len(widths) == 2
    assert widths[0] > widths[1]
    assert len(chart.table.rows) == 3


@pytest.mark.parametrize("number", range(1, 11))
def test_all_of_it_lies_within_the_drawing(number: int) -> None:
    from math import cos, pi, sin

    turn = 2 * pi / number
    nodes = tuple(
        PictureNode(f"k{k}", "jeugdgezondheidszorg", 3, sin(k * turn), -cos(k * turn)) for k in range(number)
    )
    chart = survey_picture(CooperationPicture(nodes, ()), "Oost")
    assert chart is not None
    size = re.search(r'viewBox="0 0 (\d+) (\d+)"', chart.svg)
    assert size is not None
    for x, y in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"', chart.svg):
        assert 85 <= float(x) <= int(size[1]) - 85
        assert 12 <= float(y) <= int(size[2]) - 4


def test_without_links_it_says_so_and_without_people_there_is_nothing() -> None:
    chart = survey_picture(CooperationPicture(NODES, (_link("school", "school", 2.0),)), "Oost")
    assert chart is not None
    assert "te weinig antwoorden" in chart.sentence
    assert survey_picture(CooperationPicture((), ()), "Oost") is None


def test_what_a_wijk_is_called_stays_text() -> None:
    chart = survey_picture(CooperationPicture(NODES, ()), "<b>Oost</b>")
    assert chart is not None
    assert "<b>" not in chart.svg
