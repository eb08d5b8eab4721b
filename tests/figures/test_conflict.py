# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Own tables of gemeenten side by side: the same column twice only where they speak of the same gemeente."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import Workspace

Write = Callable[[str, str], Path]

_DELFT = "wijkcode;jaar;samenhang\nWK050301;2022;6,1\nWK050302;2022;6,4\n"
_DEN_HAAG = "wijkcode;jaar;samenhang\nWK051801;2022;5,9\nWK051802;2022;6,6\n"


def test_gemeenten_of_a_region_each_bring_their_own(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    import_files(workspace, [write("delft.csv", _DELFT)])
    import_files(workspace, [write("denhaag.csv", _DEN_HAAG)])
    assert sorted(store.figures()["area"]) == ["WK050301", "WK050302", "WK051801", "WK051802"]


def test_they_may_come_in_one_go(workspace: Workspace, store: FigureStore, write: Write) -> None:
    import_files(workspace, [write("delft.csv", _DELFT), write("denhaag.csv", _DEN_HAAG)])
    assert len(store.sources()) == 2


@pytest.mark.parametrize("other", [_DELFT.replace("6,1", "7,1"), _DELFT + _DEN_HAAG.split("\n", 1)[1]])
def test_the_same_column_of_the_same_gemeente_is_refused(
    workspace: Workspace, write: Write, other: str
) -> None:
    import_files(workspace, [write("delft.csv", _DELFT)])
    with pytest.raises(InputError, match=r"opnieuw\.csv gaat over hetzelfde \(jaar 2022\) als delft\.csv"):
        import_files(workspace, [write("opnieuw.csv", other)])


def test_another_column_or_year_of_the_same_gemeente_is_welcome(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    import_files(workspace, [write("delft.csv", _DELFT)])
    import_files(workspace, [write("later.csv", _DELFT.replace("2022", "2023"))])
    import_files(workspace, [write("anders.csv", _DELFT.replace("samenhang", "veiligheid"))])
    assert len(store.sources()) == 3


def test_replacing_takes_the_place_of_that_gemeente_only(
    workspace: Workspace, store: FigureStore, write: Write
) -> None:
    import_files(workspace, [write("delft.csv", _DELFT), write("denhaag.csv", _DEN_HAAG)])
    import_files(workspace, [write("nieuw.csv", _DELFT.replace("6,1", "7,1"))], replace=True)
    assert sorted(source.file for source in store.sources()) == ["denhaag.csv", "nieuw.csv"]
