# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two calculators about stories, as a script or a person calls them."""

import json
from pathlib import Path
from typing import Any

import pytest

from wijkverhaal.cli.main import run

FAMILIES = """gezin,LAAT,KLIK,SCHOOL,MISLUKT
Berk,1,0,1,1
Eik,1,0,0,1
Els,0,1,1,0
Iep,0,1,0,0
Linde,1,1,1,0
Olm,1,0,1,1
"""
CODES = "passage,Anna,Bo\np1,laat,laat\np2,klik,laat\np3,klik,klik\np4,laat,\n"


@pytest.fixture
def families(tmp_path: Path) -> str:
    path = tmp_path / "gezinnen.csv"
    path.write_text(FAMILIES, "utf-8")
    return str(path)


@pytest.fixture
def codes(tmp_path: Path) -> str:
    path = tmp_path / "codes.csv"
    path.write_text(CODES, "utf-8")
    return str(path)


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    assert run(list(words)) == 0
    return json.loads(capsys.readouterr().out)


def test_qca_gives_everything_for_a_script(families: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("stories", "qca", families, "--outcome", "MISLUKT", "--conditions", "LAAT,KLIK,SCHOOL")
    found = _json(capsys, *words, "--json")
    assert {row["row"]: (row["outcome"], row["n"]) for row in found["truth_table"]} == {
        3: (0, 1),
        4: (0, 1),
        5: (1, 1),
        6: (1, 2),
        8: (0, 1),
    }
    assert found["truth_table"][3]["values"] == {"LAAT": 1, "KLIK": 0, "SCHOOL": 1}
    assert found["remainders"]["rows"] == [1, 2, 7]
    late = next(one for one in found["necessity"] if one["condition"] == "LAAT")
    assert late == {"condition": "LAAT", "consistency": 1.0, "ron": pytest.approx(2 / 3), "coverage": 0.75}
    (long,) = found["solutions"]["conservative"]["models"]
    (short,) = found["solutions"]["parsimonious"]["models"]
    assert (long["expression"], short["expression"]) == ("LAAT*~KLIK", "~KLIK")
    assert short["simplifying_assumptions"] == [1, 2]
    assert short["terms"][0] == {
        "term": "~KLIK",
        "consistency": 1.0,
        "pri": 1.0,
        "raw_coverage": 1.0,
        "unique_coverage": None,
        "cases": ["Eik", "Berk", "Olm"],
    }
    assert "intermediate" not in found["solutions"]
    assert 0 < found["noise"]["chance"] <= 1


def test_qca_with_directions(families: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("stories", "qca", families, "--outcome", "~MISLUKT", "--conditions", "LAAT, KLIK, SCHOOL")
    found = _json(capsys, *words, "--directions", "~LAAT,KLIK", "--consistency", "1", "--json")
    (between,) = found["solutions"]["intermediate"]["models"]
    assert between["expression"] == "~LAAT*KLIK + KLIK*SCHOOL"
    assert between["from"][0]["easy_counterfactuals"] == []


def test_qca_for_a_person(families: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["stories", "qca", families, "--outcome", "MISLUKT", "--conditions", "LAAT,KLIK"]
    assert run(words) == 0
    page = capsys.readouterr().out
    for text in ("Waarheidstabel", "Nodig voor MISLUKT", "Behoudend", "Zuinig", "LAAT*~KLIK", "puur toeval"):
        assert text in page


def test_agreement_for_a_script(codes: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "stories", "agreement", codes, "--json")
    assert found["coders"] == ["Anna", "Bo"]
    assert found["unit_column"] == "passage"
    assert found["alpha"]["nominal"] == pytest.approx(1 - (2 / 6) / (18 / 30))
    assert found["alpha"]["ordinal"] is None
    assert found["kappa"]["method"] == "cohen"
    assert found["kappa"]["kappa"] == pytest.approx((2 / 3 - 4 / 9) / (1 - 4 / 9))
    assert found["differences"] == [{"unit": "p2", "values": {"Anna": "klik", "Bo": "laat"}}]


def test_agreement_of_three_coders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "drie.csv"
    path.write_text(";X;Y;Z\na;1;1;1\nb;2;2;1\nc;3;3;3\n", "utf-8")
    found = _json(capsys, "stories", "agreement", str(path), "--json")
    assert found["kappa"]["method"] == "fleiss"
    assert len(found["pairs"]) == 3
    assert run(["stories", "agreement", str(path)]) == 0
    page = capsys.readouterr().out
    assert "kappa van Fleiss" in page
    assert "b: X 2, Y 2, Z 1" in page


@pytest.mark.parametrize(
    ("change", "words", "sentence"),
    [
        ("", ["--outcome", "X", "--conditions", "LAAT"], "Er is geen kolom X"),
        ("", ["--outcome", "MISLUKT", "--conditions", "LAAT,Z"], "Er is geen kolom Z"),
        ("", ["--outcome", "MISLUKT", "--conditions", "LAAT,MISLUKT"], "is de uitkomst"),
        ("", ["--outcome", "MISLUKT", "--conditions", ","], "geen enkele voorwaarde"),
        ("", ["--outcome", "MISLUKT", "--conditions", "LAAT", "--consistency", "1.5"], "tussen 0 en 1"),
        ("", ["--outcome", "MISLUKT", "--conditions", "LAAT", "--directions", "Z"], "De richting Z"),
        ("Wilg,,1,1,1\n", ["--outcome", "MISLUKT", "--conditions", "LAAT"], "Bij Wilg ontbreekt LAAT"),
        ("Wilg,,,,\n", ["--outcome", "MISLUKT", "--conditions", "LAAT"], "Bij Wilg ontbreekt"),
        (",1,1,1,1\n", ["--outcome", "MISLUKT", "--conditions", "LAAT"], "geval 7 geen naam"),
        ("Wilg,ja,1,1,1\n", ["--outcome", "MISLUKT", "--conditions", "LAAT"], '"ja" en dat is geen getal'),
        ("Berk,1,1,1,1\n", ["--outcome", "MISLUKT", "--conditions", "LAAT"], "staat er twee keer in"),
    ],
)
def test_refusals_are_one_sentence(
    change: str, words: list[str], sentence: str, families: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(families).write_text(FAMILIES + change, "utf-8")
    capsys.readouterr()
    assert run(["stories", "qca", families, *words, "--json"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1
    assert sentence in captured.err


def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", "agreement", "nergens.csv"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("command", ["qca", "agreement"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["stories", command, "--help"]) == 0
    assert "--json" in capsys.readouterr().out


def test_a_share_can_be_typed_with_a_comma(families: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ("stories", "qca", families, "--outcome", "MISLUKT", "--conditions", "LAAT,KLIK")
    assert _json(capsys, *words, "--consistency", "0,75", "--json")["cuts"]["consistency"] == 0.75
    assert run([*words, "--consistency", "veel"]) == 2
    assert "'veel' is geen getal" in capsys.readouterr().err


def test_the_calculator_says_which_column_names_the_units(
    codes: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["stories", "agreement", codes]) == 0
    assert "komen uit kolom passage" in " ".join(capsys.readouterr().out.split())
    assert _json(capsys, "stories", "agreement", codes, "--json")["unit_column"] == "passage"
    path = tmp_path / "alleen.csv"
    path.write_text("Anna,Bo,Cas\n1,1,0\n0,0,0\n1,1,1\n", "utf-8")
    assert run(["stories", "agreement", str(path)]) == 0
    assert "Elke kolom geldt als codeur" in " ".join(capsys.readouterr().out.split())
    assert _json(capsys, "stories", "agreement", str(path), "--json")["unit_column"] is None


def test_help_shows_no_empty_default(capsys: pytest.CaptureFixture[str]) -> None:
    run(["stories", "import", "--help"])
    assert "anders: ]" not in capsys.readouterr().out
