# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreement: published values to their printed digits, and small examples done by hand."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.agreement import agreement, agreement_by_factor
from wijkverhaal.stories.alpha import SCALES, krippendorff_alpha
from wijkverhaal.stories.alpha_units import unit_alpha, unit_alphas
from wijkverhaal.stories.coder_table import read_coder_table
from wijkverhaal.stories.kappa import cohen_kappa, cohen_kappa_of_table, fleiss_kappa

Json = Callable[[str], Any]
WORKED = "agreement/agreement_worked_examples.json"
NAN = float("nan")


def _ratings(rows: list[list[float | None]]) -> np.ndarray:
    return np.array([[NAN if cell is None else cell for cell in row] for row in rows], dtype=float)


def test_published_binary(published_json: Json) -> None:
    example = published_json(WORKED)["krippendorff_2004_p224_binary"]
    found = krippendorff_alpha(_ratings(example["rows"]))
    assert round(found.alpha or 0, 3) == example["published"]["alpha_nominal"]
    assert (round(found.observed, 3), round(found.expected, 3)) == (0.4, 0.442)


def test_published_four_scales_with_gaps(published_json: Json) -> None:
    example = published_json(WORKED)["krippendorff_2004_p230_2011_C"]
    found = {scale: krippendorff_alpha(_ratings(example["rows"]), scale).alpha or 0 for scale in SCALES}
    assert [round(found[s], 3) for s in SCALES] == [0.743, 0.815, 0.849, 0.797]
    assert {s: round(found[s], 6) for s in SCALES} == example["recomputed"]


def test_published_cohen(published_json: Json) -> None:
    example = published_json(WORKED)["cohen_1960_table"]
    found = cohen_kappa_of_table(np.array(example["confusion"]))
    assert (found.agreement, found.by_chance) == pytest.approx((0.7, 0.41))
    assert (round(found.kappa or 0, 3), round(found.highest or 0, 3)) == (0.492, 0.831)


def test_published_unitising(published_json: Json) -> None:
    example = published_json(WORKED)["alphaU_krippendorff_2004_p254"]
    marked = {
        factor: [
            [(begin, begin + length) for begin, length, value in example["units"][coder] if value == factor]
            for coder in ("coder0", "coder1")
        ]
        for factor in ("c", "k")
    }
    each, both = unit_alphas(marked, example["begin"], example["length"])
    assert (round(each["c"].observed, 4), round(each["c"].expected, 4)) == (0.0144, 0.0532)
    assert round(each["c"].alpha or 0, 4) == pytest.approx(0.7286)
    assert (each["k"].alpha, round(each["k"].expected, 4)) == (1.0, 0.049)
    assert both.alpha == pytest.approx(0.8591, abs=0.0006)  # printed from rounded parts


def test_alpha_by_hand() -> None:
    """Four units, two coders: one of four pairs differs; 5 zeros and 3 ones."""
    found = krippendorff_alpha(np.array([[1.0, 1], [1, 0], [0, 0], [0, 0]]))
    assert found.observed == pytest.approx(2 / 8)
    assert found.expected == pytest.approx(2 * 5 * 3 / (8 * 7))
    assert found.alpha == pytest.approx(1 - 0.25 / (30 / 56))


def test_alpha_says_nothing_where_nothing_can_be_said() -> None:
    assert krippendorff_alpha(np.ones((5, 2))).alpha is None
    assert krippendorff_alpha(np.array([[1.0, NAN], [NAN, 0]])).units == 0


def test_alpha_ignores_what_one_coder_did_alone() -> None:
    base = np.array([[1.0, 1, NAN], [1, 0, 0], [0, 0, 0], [0, 0, NAN]])
    more = np.vstack([base, [[1, NAN, NAN], [NAN, NAN, NAN]]])
    for scale in SCALES:
        assert krippendorff_alpha(base, scale) == krippendorff_alpha(more, scale)


def test_kappas_by_hand() -> None:
    two = cohen_kappa(np.array([[1.0, 1], [1, 0], [0, 0], [0, 0], [NAN, 1]]))
    assert (two.units, two.agreement, two.by_chance, two.kappa) == (4, 0.75, 0.5, 0.5)
    three = fleiss_kappa(np.array([[1.0, 1, 1], [1, 1, 0], [0, 0, 0], [1, NAN, 0]]))
    chance = (5 / 9) ** 2 + (4 / 9) ** 2
    assert three.units == 3
    assert three.kappa == pytest.approx(((1 + 1 / 3 + 1) / 3 - chance) / (1 - chance))
    assert cohen_kappa(np.ones((3, 2))).kappa is None


def test_unitising_by_hand() -> None:
    assert unit_alpha([[(2, 6)], [(2, 6)]], 0, 10).alpha == 1
    shifted = unit_alpha([[(2, 6)], [(3, 7)]], 0, 10)
    assert shifted.observed == pytest.approx(2 * (1 + 1) / (2 * 10**2))
    alone = unit_alpha([[(2, 6)], []], 0, 10)
    assert alone.observed == pytest.approx(2 * 4**2 / (2 * 10**2))
    assert unit_alpha([[], []], 0, 10).alpha is None


def test_per_factor_and_where_coders_differ() -> None:
    marks = {
        "te laat": [[True, True], [True, False], [False, False], [None, True]],
        "geen klik": [[False, False], [True, True], [False, False], [False, None]],
    }
    late, click = agreement_by_factor(["p1", "p2", "p3", "p4"], marks)
    assert late.differ == ("p2",)
    assert late.used == 4
    assert (click.alpha.alpha, click.kappa.kappa, click.differ) == (1, 1, ())


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text(text, "utf-8")
    return path


def test_text_values_have_only_the_nominal_scale(tmp_path: Path) -> None:
    table = read_coder_table(_file(tmp_path, "passage;Anna;Bo\np1;laat;laat\np2;klik;laat\np3;klik;klik\n"))
    found = agreement(table)
    assert table.unit_column == "passage"
    assert found.alphas["nominal"] is not None
    assert found.alphas["ordinal"] is found.alphas["ratio"] is None
    assert [(one.unit, one.values) for one in found.differences] == [("p2", {"Anna": "klik", "Bo": "laat"})]
    assert {one.factor: one.used for one in found.factors} == {"klik": 3, "laat": 3}


@pytest.mark.parametrize(
    ("header", "units"),
    [("A,B,C", None), ("unit,A,B", "unit"), (",A,B", ""), ("Eenheid,A,B", "Eenheid")],
)
def test_which_column_names_the_units(tmp_path: Path, header: str, units: str | None) -> None:
    table = read_coder_table(_file(tmp_path, header + "\n1,1,0\n1,1,1\n0,0,0\n2,0,0\n"))
    assert table.unit_column == units
    assert len(table.coders) == (3 if units is None else 2)


def test_a_column_that_numbers_the_rows_names_them(tmp_path: Path) -> None:
    path = _file(tmp_path, "x,A,B\n1,1,0\n2,1,1\n3,0,0\n4,0,0\n")
    assert read_coder_table(path).unit_column == "x"
    assert read_coder_table(path, no_unit_column=True).coders == ("x", "A", "B")
    assert read_coder_table(path, "B").coders == ("x", "A")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("unit,A\n1,1\n2,0\n", "maar één codeur"),
        ("unit,A,B\n1,1,\n2,,0\n", "niets door twee codeurs"),
        ("unit,A,A\n1,1,1\n", "twee kolommen A"),
        ("unit,A,B\n", "geen gegevens"),
    ],
)
def test_what_cannot_be_compared(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(InputError, match=sentence):
        read_coder_table(_file(tmp_path, text))


def test_ratio_needs_values_of_zero_and_more(tmp_path: Path) -> None:
    found = agreement(read_coder_table(_file(tmp_path, "unit,A,B\n1,-1,1\n2,3,3\n3,2,1\n")))
    assert found.alphas["ratio"] is None
    assert found.alphas["interval"] is not None


def _table(header: str, rows: list[list[Any]], names: list[int] | None = None) -> str:
    lines = [[*([names[place]] if names else []), *row] for place, row in enumerate(rows)]
    return "\n".join(
        [header, *(",".join("" if cell is None else str(cell) for cell in one) for one in lines)]
    )


@pytest.mark.parametrize("header", ["unit_id", "unitId", "UNITID", "Target", "onderwerp", "geval", "iets"])
def test_names_of_units_are_no_coder(tmp_path: Path, published_json: Json, header: str) -> None:
    rows = published_json(WORKED)["krippendorff_2004_p230_2011_C"]["rows"]
    text = _table(f"{header},A,B,C,D", rows, list(range(101, 113)))
    table = read_coder_table(_file(tmp_path, text))
    assert (table.unit_column, table.coders) == (header, ("A", "B", "C", "D"))
    assert round(krippendorff_alpha(table.ratings).alpha or 0, 3) == 0.743


#: Shrout and Fleiss 1979, table 2: six targets, four judges.
JUDGED = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]


@pytest.mark.parametrize(
    ("header", "names"), [("target,1,2,3,4", True), ("x,J1,J2,J3,J4", True), ("J1,J2,J3,J4", False)]
)
def test_targets_that_are_numbered(tmp_path: Path, header: str, names: bool) -> None:
    text = _table(header, JUDGED, list(range(1, 7)) if names else None)
    table = read_coder_table(_file(tmp_path, text))
    assert len(table.coders) == 4
    assert round(krippendorff_alpha(table.ratings, "interval").alpha or 0, 3) == 0.147


@pytest.mark.parametrize(
    "text",
    [
        "David,Anna,Bo\n120,121,119\n133,130,131\n144,145,141\n155,150,152\n166,160,161\n",  # measurements
        "coder0,A,B\n101,1,1\n102,1,2\n103,2,2\n104,1,1\n",  # says what it is
        "coder1,coder2,coder3\n1,1,2\n2,2,2\n3,3,3\n4,2,2\n5,1,1\n",
        "Anna,Bo,Cas\nlaat,laat,klik\nklik,klik,klik\nschool,laat,school\n",
        "Astrid,Ingrid,Bo\n3,3,2\n1,1,1\n2,2,2\n4,4,4\n",
    ],
)
def test_without_names_every_column_is_a_coder(tmp_path: Path, text: str) -> None:
    table = read_coder_table(_file(tmp_path, text))
    assert table.unit_column is None
    assert table.coders == tuple(text.splitlines()[0].split(","))


def test_empty_rows_count_where_units_have_no_names(tmp_path: Path) -> None:
    """Krippendorff's example with 15 units; the second and the fourteenth were coded by nobody."""
    rows = [
        "-1-",
        "---",
        "-22",
        "-11",
        "-33",
        "334",
        "444",
        "13-",
        "2-2",
        "1-1",
        "1-1",
        "3-3",
        "3-3",
        "---",
        "3-4",
    ]
    text = "A;B;C\n" + "\n".join(";".join(cell.replace("-", "") for cell in row) for row in rows)
    found = agreement(read_coder_table(_file(tmp_path, text)))
    assert [one.unit for one in found.differences] == ["6", "8", "15"]
    assert found.alphas["nominal"] is not None
    assert round(found.alphas["nominal"].alpha or 0, 3) == 0.691


def test_one_number_written_in_three_ways_is_one_value(tmp_path: Path) -> None:
    found = agreement(read_coder_table(_file(tmp_path, "unit,A,B\n1,1.0,1\n2,01,1\n3,0,00\n")))
    assert [(one.factor, one.used, one.differ) for one in found.factors] == [("0", 2, ()), ("1", 4, ())]
    assert found.differences == ()
