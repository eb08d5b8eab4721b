# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Region tables."""

from collections.abc import Callable
from pathlib import Path

import pytest

from wijkverhaal.areas.jeugdregio import is_regions, read_regions
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.table import RawTable, read_tables

Raw = Callable[[str], RawTable]


def test_numbers_of_gemeenten_are_completed(raw: Raw) -> None:
    regions, completed = read_regions(raw("gemeentecode,jeugdregio\n3,JZ01\nGM0363,jz02\n"))
    assert regions.rows() == [("GM0003", "JZ01"), ("GM0363", "JZ02")]
    assert completed == 1


@pytest.mark.parametrize("code", ["JZ99", "JX05", "JZ1", "Waterland", ""])
def test_a_region_that_nobody_knows_is_refused_with_its_row(raw: Raw, code: str) -> None:
    with pytest.raises(InputError, match="rij 4, kolom jeugdregio"):
        read_regions(raw(f"gemeentecode,jeugdregio\nGM0003,JZ01\nGM0005,JZ01\nGM0007,{code}\n"))


def test_a_gemeente_in_two_regions_is_refused(raw: Raw) -> None:
    with pytest.raises(InputError, match="GM0003 twee keer"):
        read_regions(raw("gemeentecode,jeugdregio\nGM0003,JZ01\n3,JZ02\n"))


@pytest.mark.parametrize("code", ["PV20", "WK036300"])
def test_only_gemeenten_have_a_region(raw: Raw, code: str) -> None:
    with pytest.raises(InputError, match=f"{code} geen gemeente"):
        read_regions(raw(f"gemeentecode,jeugdregio\n{code},JZ01\n"))


def test_a_table_without_regions_is_refused(raw: Raw) -> None:
    with pytest.raises(InputError, match="gemeentecode en jeugdregio"):
        read_regions(raw("gemeentecode,x\nGM0003,JZ01\n"))


def test_codes_of_another_shape_are_one_system_of_their_own(raw: Raw) -> None:
    regions, _completed = read_regions(raw("gemeentecode,jeugdregio\nGM0003,RX001\nGM0005,RX002\n"))
    assert regions["region"].to_list() == ["RX001", "RX002"]


def test_the_real_table_has_42_regions(real: Callable[[str], Path]) -> None:
    table = read_tables(real("areas/gemeente_jeugdregio.csv"))[0]
    assert is_regions(table)
    regions, _completed = read_regions(table)
    assert (regions.height, regions["region"].n_unique()) == (407, 42)
