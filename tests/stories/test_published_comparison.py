# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The comparisons of Lipset's theory, to the digits that R's QCA 3.25.1 prints."""

from collections.abc import Callable

import pytest

from wijkverhaal.stories.calibration import Anchors, calibrate
from wijkverhaal.stories.case_table import CaseTable
from wijkverhaal.stories.model import Model
from wijkverhaal.stories.necessity import necessary_expressions, necessity_of_conditions
from wijkverhaal.stories.solution import conservative, intermediate, parsimonious, read_directions
from wijkverhaal.stories.truth_table import Cuts, TruthTable, truth_table

FIVE = ["DEV", "URB", "LIT", "IND", "STB"]
Lipset = Callable[[str, str, list[str]], CaseTable]


def shown(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def printed(model: Model) -> list[str]:
    """A model as R prints it: term, inclS, PRI, covS, covU; then the whole."""
    lines = [
        " ".join([t.written, *map(shown, (t.consistency, t.pri, t.raw_coverage, t.unique_coverage))])
        for t in model.terms
    ]
    return [*lines, " ".join(map(shown, (model.consistency, model.pri, model.coverage)))]


def table(truth: TruthTable) -> list[tuple[object, ...]]:
    return [
        (row.number, int(bool(row.leads)), len(row.cases), shown(row.consistency), shown(row.pri))
        for row in truth.rows
    ]


def test_crisp(lipset: Lipset) -> None:
    truth = truth_table(lipset("LC", "SURV", FIVE), Cuts(1))
    assert table(truth) == [
        (1, 0, 3, "0.000", "0.000"),
        (2, 0, 2, "0.000", "0.000"),
        (5, 0, 2, "0.000", "0.000"),
        (6, 0, 1, "0.000", "0.000"),
        (22, 1, 2, "1.000", "1.000"),
        (23, 0, 1, "0.000", "0.000"),
        (24, 1, 2, "1.000", "1.000"),
        (31, 0, 1, "0.000", "0.000"),
        (32, 1, 4, "1.000", "1.000"),
    ]
    assert truth.rows[-1].cases == ("BE", "CZ", "NL", "UK")
    (long,) = conservative(truth).models
    assert printed(long) == [
        "DEV*~URB*LIT*STB 1.000 1.000 0.500 0.250",
        "DEV*LIT*IND*STB 1.000 1.000 0.750 0.500",
        "1.000 1.000 1.000",
    ]
    assert long.assumptions == ()
    (short,) = parsimonious(truth).models
    assert printed(short) == ["DEV*STB 1.000 1.000 1.000 -", "1.000 1.000 1.000"]
    assert short.assumptions == (18, 20, 26, 28, 30)
    (between,) = intermediate(truth, read_directions(truth, FIVE)).models
    assert printed(between.model) == ["DEV*LIT*STB 1.000 1.000 1.000 -", "1.000 1.000 1.000"]


def test_crisp_negated(lipset: Lipset) -> None:
    truth = truth_table(lipset("LC", "~SURV", FIVE), Cuts(1))
    (long,) = conservative(truth).models
    assert printed(long) == [
        "~DEV*~URB*~IND 1.000 1.000 0.800 0.800",
        "DEV*LIT*IND*~STB 1.000 1.000 0.200 0.200",
        "1.000 1.000 1.000",
    ]
    (short,) = parsimonious(truth).models
    assert printed(short) == [
        "~DEV 1.000 1.000 0.800 0.300",
        "~STB 1.000 1.000 0.700 0.200",
        "1.000 1.000 1.000",
    ]
    assert len(short.assumptions) == 18
    assert short.terms[1].cases == ("GR", "PT", "ES", "HU", "PL", "AU", "DE")


LONG_75 = [
    "DEV*URB*LIT*IND*STB 0.904 0.886 0.454 0.393",
    "DEV*~URB*LIT*~IND*STB 0.804 0.719 0.265 0.204",
    "0.870 0.843 0.658",
]
SHORT_75 = ["DEV*~IND 0.815 0.721 0.284 0.194", "URB*STB 0.874 0.845 0.520 0.430", "0.850 0.819 0.714"]
BETWEEN_75 = [
    "DEV*URB*LIT*STB 0.901 0.879 0.468 0.378",
    "DEV*LIT*~IND*STB 0.814 0.721 0.282 0.191",
    "0.866 0.839 0.660",
]
LONG_70 = [
    "DEV*~URB*LIT*STB 0.809 0.761 0.433 0.196",
    "DEV*LIT*IND*STB 0.843 0.821 0.622 0.385",
    "0.871 0.851 0.818",
]


@pytest.mark.parametrize(
    ("cut", "long", "short", "between"),
    [
        (
            0.7,
            LONG_70,
            ["DEV*STB 0.869 0.848 0.824 -", "0.869 0.848 0.824"],
            ["DEV*LIT*STB 0.869 0.848 0.824 -", "0.869 0.848 0.824"],
        ),
        (0.75, LONG_75, SHORT_75, BETWEEN_75),
        (0.8, LONG_75, SHORT_75, BETWEEN_75),
        (
            0.85,
            ["DEV*URB*LIT*IND*STB 0.904 0.886 0.454 -", "0.904 0.886 0.454"],
            ["URB*STB 0.874 0.845 0.520 -", "0.874 0.845 0.520"],
            ["DEV*URB*LIT*IND*STB 0.904 0.886 0.454 -", "0.904 0.886 0.454"],
        ),
    ],
)
def test_fuzzy(lipset: Lipset, cut: float, long: list[str], short: list[str], between: list[str]) -> None:
    truth = truth_table(lipset("LF", "SURV", FIVE), Cuts(cut))
    assert [printed(model) for model in conservative(truth).models] == [long]
    assert [printed(model) for model in parsimonious(truth).models] == [short]
    found = intermediate(truth, read_directions(truth, FIVE)).models
    assert [printed(one.model) for one in found] == [between]
    if cut in (0.75, 0.8):
        assert (len(found[0].easy), len(found[0].difficult)) == (1, 11)


def test_fuzzy_truth_table(lipset: Lipset) -> None:
    truth = truth_table(lipset("LF", "SURV", FIVE), Cuts(0.8))
    assert table(truth) == [
        (1, 0, 3, "0.216", "0.000"),
        (2, 0, 2, "0.278", "0.000"),
        (5, 0, 2, "0.521", "0.113"),
        (6, 0, 1, "0.529", "0.228"),
        (22, 1, 2, "0.804", "0.719"),
        (23, 0, 1, "0.378", "0.040"),
        (24, 0, 2, "0.709", "0.634"),
        (31, 0, 1, "0.445", "0.050"),
        (32, 1, 4, "0.904", "0.886"),
    ]


def test_multi_value(lipset: Lipset) -> None:
    truth = truth_table(lipset("LM", "SURV", FIVE[:4]), Cuts(1))
    assert [row[:3] for row in table(truth)] == [
        (1, 0, 5),
        (3, 0, 3),
        (11, 1, 2),
        (12, 0, 1),
        (16, 0, 2),
        (20, 1, 2),
        (24, 1, 3),
    ]
    (disagree,) = truth.contradictions
    assert (disagree.cases, disagree.with_outcome) == (("CZ", "DE"), ("CZ",))
    assert [printed(model) for model in conservative(truth).models] == [
        [
            "DEV[2]*LIT[1]*IND[1] 1.000 1.000 0.625 0.625",
            "DEV[1]*URB[0]*LIT[1]*IND[0] 1.000 1.000 0.250 0.250",
            "1.000 1.000 0.875",
        ]
    ]
    assert [printed(model) for model in parsimonious(truth).models] == [
        ["DEV[2] 1.000 1.000 0.625 0.625", "DEV[1]*IND[0] 1.000 1.000 0.250 0.250", "1.000 1.000 0.875"]
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "LC",
            {
                "DEV": "1.000 0.800 0.800",
                "URB": "0.500 0.929 0.800",
                "LIT": "1.000 0.500 0.615",
                "IND": "0.750 0.833 0.750",
                "STB": "1.000 0.700 0.727",
            },
        ),
        (
            "LF",
            {
                "DEV": "0.831 0.811 0.775",
                "URB": "0.539 0.899 0.771",
                "LIT": "0.991 0.509 0.643",
                "IND": "0.669 0.786 0.684",
                "STB": "0.920 0.680 0.707",
            },
        ),
    ],
)
def test_necessity(lipset: Lipset, name: str, expected: dict[str, str]) -> None:
    found = {
        one.written: " ".join(map(shown, (one.fit.consistency, one.fit.relevance, one.fit.coverage)))
        for one in necessity_of_conditions(lipset(name, "SURV", FIVE))
    }
    assert {key: found[key] for key in expected} == expected


def test_necessary_expressions(lipset: Lipset) -> None:
    crisp = necessary_expressions(lipset("LC", "SURV", FIVE), consistency=1, longest=5)
    assert {one.written: shown(one.fit.relevance) for one in crisp} == {
        "DEV": "0.800",
        "LIT": "0.500",
        "STB": "0.700",
        "DEV*LIT": "0.800",
        "DEV*STB": "1.000",
        "LIT*STB": "0.900",
        "DEV*LIT*STB": "1.000",
        "~URB + IND": "0.000",
    }
    fuzzy = necessary_expressions(lipset("LF", "SURV", FIVE), consistency=0.9, relevance=0.6, longest=5)
    assert {one.written: shown(one.fit.consistency) for one in fuzzy} == {
        "STB": "0.920",
        "LIT*STB": "0.915",
        "DEV + URB + IND": "0.903",
    }


def test_calibration(lipset: Lipset) -> None:
    raw = [720, 1098, 586, 468, 590, 983, 795, 390, 424, 662]
    expected = [0.807, 0.990, 0.575, 0.167, 0.583, 0.974, 0.887, 0.041, 0.078, 0.720]
    assert calibrate(raw, Anchors(400, 550, 900)).round(3).tolist() == expected
