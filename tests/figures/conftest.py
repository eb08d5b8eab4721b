# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files of an invented gemeente as publishers would write them, and the real ones where they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

_REAL = Path(__file__).parents[3] / "shared" / "data"

_KWB = """gwb_code,regio,gm_naam,recs,ind_wbi,a_inw,a_00_14,a_15_24,a_hh,g_hhgro,p_koopw,g_wozbag
NL00,Nederland,Nederland,Land,,4000,600,500,1800,2.2,50,300
GM0363,Duinstad,Duinstad,Gemeente,,4000,600,500,1800,2.2,50,300
WK036300,Zeekant,Duinstad,Wijk,1,1000,150,125,450,2.1,45,310
WK036301,Havenkant,Duinstad,Wijk,1,2000,300,250,900,2.3,55,290
WK0363AA,Eiland,Duinstad,Wijk,3,0,0,0,0,.,.,.
"""

_YOUTH_CARE = """Codering;SoortRegio;Perioden;TotaalJongerenMetJeugdzorgInNatura_1;Huisarts_11
NL00;Land;2021JJ00;;
GM0363;Gemeente;2021JJ00;60;20
WK036300;Wijk;2021JJ00;25;10
WK036301;Wijk;2021JJ00;10;
WK0363AA;Wijk;2021JJ00;;
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "werkmap")


@pytest.fixture
def store(workspace: Workspace) -> FigureStore:
    return FigureStore(workspace)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a text file and return its path."""

    def written(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return written


@pytest.fixture
def kwb_text() -> str:
    return _KWB


@pytest.fixture
def youth_care_text() -> str:
    return _YOUTH_CARE


@pytest.fixture
def kwb(write: Callable[[str, str], Path]) -> Path:
    return write("kwb_2021.csv", _KWB)


@pytest.fixture
def youth_care(write: Callable[[str, str], Path]) -> Path:
    return write("jeugdzorg.csv", _YOUTH_CARE)


@pytest.fixture
def real() -> Callable[[str], Path]:
    """A real file by its name below the shared data, which not every machine has."""

    def found(name: str) -> Path:
        path = _REAL / name
        if not path.exists():
            pytest.skip(f"real file {name} is not on this machine")
        return path

    return found
