# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that contradict each other, in one import or in two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.figures.intake import import_files
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.workspace import Workspace

Write = Callable[[str, str], Path]


@pytest.fixture
def few_youths(write: Write, kwb_text: str) -> Path:
    return write("kwb_2021.csv", kwb_text.replace("1,1000,150,125", "1,1000,5,5"))


def test_in_one_import_no_file_is_called_earlier(
    workspace: Workspace, few_youths: Path, youth_care: Path
) -> None:
    with pytest.raises(InputError, match=r"jeugdzorg\.csv heeft WK036300 in 2021 25 jongeren") as caught:
        import_files(workspace, [few_youths, youth_care])
    assert "werkmap" not in str(caught.value)


def test_inhabitants_that_were_imported_earlier_can_be_replaced(
    workspace: Workspace, few_youths: Path, youth_care: Path, write: Write, kwb_text: str
) -> None:
    import_files(workspace, [few_youths])
    sentence = r"kwb_2021\.csv, dat al in de werkmap staat.*vervang kwb_2021\.csv met --replace"
    with pytest.raises(InputError, match=sentence):
        import_files(workspace, [youth_care])
    import_files(workspace, [write("kwb_2021.csv", kwb_text), youth_care], replace=True)


def test_counts_that_were_imported_earlier_can_be_replaced(
    workspace: Workspace, few_youths: Path, youth_care: Path
) -> None:
    import_files(workspace, [youth_care])
    sentence = r"In jeugdzorg\.csv, dat al in de werkmap staat.*vervang jeugdzorg\.csv met --replace"
    with pytest.raises(InputError, match=sentence):
        import_files(workspace, [few_youths])


def test_gemeenten_that_were_imported_earlier_can_be_replaced(
    workspace: Workspace, kwb: Path, write: Write, youth_care_text: str
) -> None:
    import_files(workspace, [kwb])
    lost = youth_care_text + "WK999900;Wijk;2021JJ00;10;\n"
    with pytest.raises(InputError, match=r"niet in kwb_2021\.csv \(2021\), dat al.*met --replace"):
        import_files(workspace, [write("jeugdzorg.csv", lost)])
