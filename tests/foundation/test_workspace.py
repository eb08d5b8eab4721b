# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The workspace: which folder it is, and that real and fictional figures never share one."""

from pathlib import Path

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import DEFAULT_FOLDER, ENVIRONMENT_VARIABLE, Workspace, open_workspace


def test_an_empty_workspace_holds_neither_sort(tmp_path: Path) -> None:
    assert Workspace(tmp_path / "new").fictional is None


@pytest.mark.parametrize("fictional", [True, False])
def test_a_workspace_remembers_its_sort(tmp_path: Path, fictional: bool) -> None:
    workspace = Workspace(tmp_path / "new")
    workspace.prepare(fictional)
    workspace.prepare(fictional)
    assert Workspace(tmp_path / "new").fictional is fictional


@pytest.mark.parametrize(
    ("first", "sentence"),
    [
        (True, "bevat verzonnen cijfers en die mengen we niet met echte cijfers"),
        (False, "bevat echte cijfers en die mengen we niet met verzonnen cijfers"),
    ],
)
def test_real_and_fictional_figures_are_never_mixed(tmp_path: Path, first: bool, sentence: str) -> None:
    workspace = Workspace(tmp_path)
    workspace.prepare(first)
    with pytest.raises(InputError, match=sentence):
        workspace.prepare(not first)
    assert workspace.fictional is first


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    for folder in (workspace.sources, workspace.runs):
        (folder / ".unfinished-0x-abc").mkdir(parents=True)
        (folder / "kept").mkdir()
    workspace.prepare(fictional=False)
    assert [path.name for path in workspace.sources.iterdir()] == ["kept"]
    assert [path.name for path in workspace.runs.iterdir()] == ["kept"]


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match=r"file/werkmap is niet te schrijven .* --workspace"):
        Workspace(tmp_path / "file" / "werkmap").prepare(fictional=False)


def test_the_named_folder_wins_over_the_environment_and_that_over_right_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    assert open_workspace().root == tmp_path / DEFAULT_FOLDER
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path / "home"))
    assert open_workspace().root == tmp_path / "home"
    assert open_workspace(Path("named")).root == tmp_path / "named"
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_workspace(Path("~/mine")).root == tmp_path / "mine"


@pytest.mark.parametrize("card", ["", "{", "[]", "{}", "null", "\0"])
def test_a_damaged_card_is_named(tmp_path: Path, card: str) -> None:
    (tmp_path / "workspace.json").write_text(card)
    for use in (lambda w: w.fictional, lambda w: w.prepare(False)):
        with pytest.raises(InputError, match=r"workspace\.json van de werkmap is stuk.*--workspace"):
            use(Workspace(tmp_path))
