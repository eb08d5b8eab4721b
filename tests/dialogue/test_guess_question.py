# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Before a figure is shown people read of whom, of what, and in which year they guess."""

import pytest

from wijkverhaal.dialogue.figure_choice import figures_to_choose
from wijkverhaal.dialogue.figure_reference import FigureKind
from wijkverhaal.dialogue.guess_question import guess_question

from .conftest import OTHERS, WIJK, area_row, finished_run

RUN = finished_run(
    [area_row(WIJK, 2022), area_row(OTHERS[0], 2022)],
    [
        (WIJK, 2022, "social_assistance", "benefits", 7.5),
        (WIJK, 2022, "distance_gp", "amenities", 0.9),
        (WIJK, 2022, "household_size", "household", 2.1),
    ],
)


def _asked() -> dict[str, str]:
    choices = figures_to_choose(RUN, WIJK, 2022)
    return {
        one.reference.item or one.reference.kind: guess_question(RUN, one.reference, one.figure)
        for one in choices
    }


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        (FigureKind.USE, f"Hoeveel van de 100 jeugdigen in Wijk {WIJK[-4:]} gebruikten in 2022 jeugdzorg"),
        (FigureKind.EXPECTED, "Van hoeveel van de 100 jeugdigen verwacht je dan dat zij in 2022 jeugdzorg"),
        (OTHERS[0], f"Wijk {OTHERS[0][-4:]} (Gemeente {OTHERS[0][2:6]})"),
        ("social_assistance", "Hoeveel van de 100 inwoners waren dat in 2022"),
        ("distance_gp", "Hoeveel kilometer was dat gemiddeld in 2022"),
        ("household_size", "Hoeveel personen was dat in 2022"),
    ],
)
def test_a_question_says_of_whom_of_what_and_when(figure: str, told: str) -> None:
    assert told in _asked()[figure]
    assert "2022" in _asked()[figure]


def test_a_difference_is_not_asked() -> None:
    assert _asked()[FigureKind.DIFFERENCE] == ""
