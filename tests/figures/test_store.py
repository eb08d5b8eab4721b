# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A damaged workspace gives one sentence."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import Workspace


def _rubbish(path: Path) -> None:
    path.write_bytes(b"PAR1 and then nothing")


def _cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _other_table(path: Path) -> None:
    pl.DataFrame({"x": [1]}).write_parquet(path)


@pytest.mark.parametrize("damage", [_rubbish, _cut_off, _empty, _other_table])
@pytest.mark.parametrize("name", ["figures", "areas"])
def test_a_damaged_table_is_named(
    workspace: Workspace, store: FigureStore, kwb: Path, name: str, damage: Callable[[Path], None]
) -> None:
    import_files(workspace, [kwb])
    damage(next(workspace.sources.glob(f"*/{name}.parquet")))
    for use in (getattr(store, name), store.parsed, lambda: import_files(workspace, [kwb], replace=True)):
        with pytest.raises(
            InputError, match=rf"{name}\.parquet in de werkmap is stuk.*kwb-2021.*--workspace"
        ):
            use()


def test_what_else_lies_in_the_folder_of_a_source_is_left_alone(
    workspace: Workspace, store: FigureStore, kwb: Path
) -> None:
    import_files(workspace, [kwb])
    expected = store.figures()
    _rubbish(next(workspace.sources.iterdir()) / "mine.parquet")
    assert store.parsed()[0].figures is not None
    assert store.figures().equals(expected)
