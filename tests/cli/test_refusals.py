# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What cannot be done gives one sentence, a status that is not zero, and leaves nothing behind."""

import os
import zipfile
from pathlib import Path

import pytest

from wijkverhaal.cli.main import run

CARE = "Codering;SoortRegio;Perioden;TotaalJongerenMetJeugdzorgInNatura_1\n"


def _refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    status = run(list(words))
    captured = capsys.readouterr()
    sentences = [line for line in captured.err.splitlines() if not line.endswith("...")]
    assert status != 0
    assert captured.out == ""
    assert len(sentences) == 1, captured.err
    assert "Traceback" not in captured.err
    return sentences[0]


def _import_refused(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> str:
    home = path.parent / "werkmap"
    sentence = _refused(capsys, "import", str(path), *options, "--workspace", str(home))
    assert not list((home / "sources").glob("*")) if (home / "sources").exists() else True
    return sentence


def _file(tmp_path: Path, name: str, content: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "geen.csv" in _import_refused(capsys, tmp_path / "geen.csv")


def test_an_empty_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "leeg.csv" in _import_refused(capsys, _file(tmp_path, "leeg.csv", b""))


def test_a_binary_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, "ruis.csv", os.urandom(4096) + b"\0" * 10)
    assert "ruis.csv" in _import_refused(capsys, path)


def test_two_gigabytes_of_garbage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as stream:
        stream.truncate(2 * 1024**3)
    assert "groot.csv" in _import_refused(capsys, path)


def test_a_truncated_ods(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = tmp_path / "whole.ods"
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<x/>" * 5000)
    half = _file(tmp_path, "half.ods", whole.read_bytes()[:300])
    assert "half.ods" in _import_refused(capsys, half)


def test_a_table_without_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, "zonder_2022.csv", "naam;waarde\nCentrum;3\nNoord;4\n")
    assert "zonder_2022.csv" in _import_refused(capsys, path)


def test_the_same_year_twice_in_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "WK900101;Wijk;2022JJ00;10\nWK900101;Wijk;2022JJ00;15\n"
    assert "WK900101" in _import_refused(capsys, _file(tmp_path, "dubbel.csv", CARE + rows))


def test_a_negative_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, "min.csv", CARE + "WK900101;Wijk;2022JJ00;-10\n")
    sentence = _import_refused(capsys, path)
    assert "-10" in sentence
    assert "min.csv" in sentence


def test_no_year_anywhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _file(tmp_path, "eigen.csv", "wijkcode,sportclubs\nWK900101,3\nWK900102,4\n")
    assert "--year" in _import_refused(capsys, path)


def test_the_same_year_imported_again(
    workspace: Path, published: list[Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(path.name for path in (workspace / "sources").iterdir())
    care = next(path for path in published if path.name.startswith("jeugdzorg"))
    sentence = _refused(capsys, "import", str(care), "--workspace", str(workspace))
    assert "--replace" in sentence
    assert sorted(path.name for path in (workspace / "sources").iterdir()) == before


def test_real_figures_do_not_mix_with_fictional_ones(
    workspace: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _file(tmp_path, "eigen_2022.csv", "wijkcode,sportclubs\nWK900101,3\nWK900102,4\n")
    assert "--workspace" in _refused(capsys, "import", str(path), "--workspace", str(workspace))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("estimate",), "import"),
        (("estimate", "--scp"), "SCP"),
        (("estimate", "--like-scp"), "--scp"),
        (("estimate", "--outcome", "alles"), "jeugdzorg"),
        (("estimate", "--year", "vorig"), "vorig"),
        (("show", "WK036300"), "estimate"),
        (("export", "latest", "--to", "x"), "estimate"),
        (("validate", "--hold-out", "land"), "gemeente"),
        (("validate", "--folds", "1"), "--folds"),
        (("estimaet",), "--help"),
        (("estimate", "--yaer", "2022"), "--yaer"),
        (("show",), "CODE"),
        (("validate", "--folds", "veel"), "--folds"),
    ],
)
def test_an_impossible_request(
    words: tuple[str, ...], expected: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = () if words[0] == "estimaet" else ("--workspace", str(tmp_path / "leeg"))
    assert expected in _refused(capsys, *words, *place)


def test_an_unknown_wijk_or_run(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "WK999999" in _refused(capsys, "show", "WK999999", "--workspace", str(workspace))
    assert "gisteren" in _refused(
        capsys, "show", "WK900101", "--run", "gisteren", "--workspace", str(workspace)
    )


def test_a_year_without_counts(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "2019" in _refused(capsys, "estimate", "--year", "2019", "--workspace", str(workspace))
