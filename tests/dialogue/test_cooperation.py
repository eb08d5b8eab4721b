# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cooperation survey: figures by hand, bounds by trying every missing answer, nothing of one person."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wijkverhaal.dialogue.cooperation import (
    Bounded,
    CooperationAnswer,
    NetworkFigures,
    Partner,
    network_figures,
    read_strength,
)
from wijkverhaal.dialogue.cooperation_indicators import (
    COLUMNS,
    cooperation_sentences,
    cooperation_table,
)
from wijkverhaal.dialogue.cooperation_picture import cooperation_picture
from wijkverhaal.dialogue.organisation import OrganisationType
from wijkverhaal.figures.local import read_local
from wijkverhaal.figures.local_group import LOCAL_PREFIX, group_and_label
from wijkverhaal.figures.tidy import FIGURES
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.table import read_tables

KINDS = list(OrganisationType)
NAMES = ("density", "reciprocity", "reached", "isolated")


def _partners(number: int) -> list[Partner]:
    return [Partner(f"o{k}", f"Partner {k}", KINDS[k]) for k in range(number)]


def _answers(table: list[list[int | None]]) -> list[CooperationAnswer]:
    return [
        CooperationAnswer(f"p{i}", f"o{i}", f"o{j}", strength, 10 * i + j)
        for i, row in enumerate(table)
        for j, strength in enumerate(row)
        if i != j and strength is not None
    ]


def _found(table: list[list[int | None]]) -> NetworkFigures:
    found = network_figures(_partners(len(table)), _answers(table))
    assert found is not None
    return found


def _full_figures(tie: np.ndarray) -> dict[str, float | None]:
    """The definitions, in percent, of a network in which every answer is known."""
    n, pairs = len(tie), [(i, j) for i in range(len(tie)) for j in range(i)]
    either = [(i, j) for i, j in pairs if tie[i, j] or tie[j, i]]
    mutual = sum(tie[i, j] and tie[j, i] for i, j in either)
    return {
        "density": 100.0 * tie.sum() / (n * (n - 1)),
        "reciprocity": 100.0 * mutual / len(either) if either else None,
        "reached": 100.0 * sum(tie[:, k].any() for k in range(n)) / n,
        "isolated": 100.0 * sum(not (tie[:, k].any() or tie[k].any()) for k in range(n)) / n,
    }


def test_a_network_by_hand() -> None:
    found = _found([[None, 3, 2, 0], [3, None, 0, 0], [1, 0, None, 0], [0, 0, 0, None]])
    assert found.density == Bounded(25.0, 25.0, 25.0)
    assert found.reciprocity == Bounded(50.0, 50.0, 50.0)
    assert found.reached == Bounded(75.0, 75.0, 75.0)
    assert found.isolated == Bounded(25.0, 25.0, 25.0)


CELLS = st.lists(st.sampled_from([0, 3, 3, 0, None]), min_size=6, max_size=6)


@settings(deadline=None)
@given(CELLS)
def test_the_bounds_are_those_of_every_way_to_fill_in_what_is_missing(cells: list[int | None]) -> None:
    places = [(i, j) for i in range(3) for j in range(3) if i != j]
    table: list[list[int | None]] = [[None] * 3 for _ in range(3)]
    for (i, j), cell in zip(places, cells, strict=True):
        table[i][j] = cell
    found = network_figures(_partners(3), _answers(table))
    if found is None:
        return
    missing = [place for place, cell in zip(places, cells, strict=True) if cell is None]
    possible: dict[str, list[float]] = {name: [] for name in NAMES}
    for filled in product((False, True), repeat=len(missing)):
        tie = np.array([[cell == 3 for cell in row] for row in table])
        for place, value in zip(missing, filled, strict=True):
            tie[place] = value
        for name, one in _full_figures(tie).items():
            if one is not None:
                possible[name].append(one)
    for name in NAMES:
        bounded = getattr(found, name)
        if possible[name]:
            assert (bounded.low, bounded.high) == pytest.approx((min(possible[name]), max(possible[name])))
        if bounded.value is not None:
            assert bounded.low - 1e-9 <= bounded.value <= bounded.high + 1e-9


def test_of_two_people_nothing_is_told() -> None:
    assert network_figures(_partners(4), _answers([[None, 3, 3, 3], [3, None, 3, 3]])) is None
    assert "te weinig" in cooperation_sentences(None)[0].lower()


def test_the_newest_answer_counts_and_unknown_partners_do_not() -> None:
    answers = [
        *_answers([[None, 0, 0], [0, None, 0], [0, 0, None]]),
        CooperationAnswer("p0", "o0", "o1", 3, 99),
        CooperationAnswer("p0", "o0", "gone", 3, 100),
        CooperationAnswer("p0", "o0", "o0", 3, 101),
    ]
    found = network_figures(_partners(3), answers)
    assert found is not None
    assert found.density.value == pytest.approx(100 / 6)


def test_sentences_tell_what_is_missing() -> None:
    sentences = cooperation_sentences(_found([[None, 3, None], [3, None, 3], [3, None, None]]))
    assert len(sentences) == 4
    assert "niet alle antwoorden" in sentences[0]
    whole = cooperation_sentences(_found([[None, 3, 0], [3, None, 3], [3, 3, None]]))
    assert "antwoorden" not in whole[0]


def test_indicators_come_in_as_figures_of_the_gemeente(tmp_path: Path) -> None:
    wijken = {"WK990101": _found([[None, 3, 0], [3, None, 3], [3, 3, None]])}
    path = tmp_path / "samenwerking.csv"
    cooperation_table(wijken, 2022).write_csv(path)
    reading = read_local(read_tables(path)[0], None)
    tidy = reading.figures
    assert tidy.schema == FIGURES
    found = wijken["WK990101"]
    expected = {
        LOCAL_PREFIX + column: round(getattr(found, name).value, 1) for name, column in COLUMNS.items()
    }
    assert dict(tidy.select("measure", "value").iter_rows()) == expected
    assert set(tidy.select("area", "year", "status").iter_rows()) == {("WK990101", 2022, "shown")}
    assert {group_and_label(measure)[0] for measure in tidy["measure"]} == {"cooperation"}
    assert reading.warnings == []
    assert len(tidy) == len(COLUMNS)


@pytest.mark.parametrize("typed", ["4", "-1", "", "2.5", "veel"])
def test_an_answer_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(InputError, match="vier antwoorden"):
        read_strength(typed)


def test_the_picture_never_shows_what_fewer_than_three_people_say() -> None:
    kinds = [KINDS[0]] * 4 + [KINDS[1]] * 3 + [KINDS[2]] + [KINDS[3]] * 2 + [KINDS[4]]
    partners = [Partner(f"o{k}", f"Partner {k}", kind) for k, kind in enumerate(kinds)]
    answers = [
        CooperationAnswer(f"p{i}", f"o{i}", f"o{j}", (i + j) % 4, 100 * i + j)
        for i in range(10)
        for j in range(11)
        if i != j
    ]
    picture = cooperation_picture(partners, answers)
    assert {node.key for node in picture.nodes} == {"school", "huisarts", "overig"}
    assert all(node.people >= 3 for node in picture.nodes)
    assert all(link.people >= 3 for link in picture.links)
    assert KINDS[4] not in {link.end for link in picture.links}
    assert all(abs(node.x**2 + node.y**2 - 1) < 1e-4 for node in picture.nodes)
    assert cooperation_picture(partners, answers[:5]).nodes == ()
