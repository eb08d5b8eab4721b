# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which column holds the codes."""

from collections.abc import Callable

import pytest

from wijkverhaal.areas.code_column import code_column, codes_of, refuse_duplicates
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.table import RawTable

Raw = Callable[[str], RawTable]


@pytest.mark.parametrize(
    "name", ["Codering_3", "RegioS", "WijkenEnBuurten", "gwb_code", "wijkcode", "wk_code", "wijk"]
)
def test_every_name_that_publishers_use_is_known(raw: Raw, name: str) -> None:
    assert codes_of(raw(f"{name},x\nWK036300,1\n"))[1].codes.to_list() == ["WK036300"]


def test_of_two_candidates_the_one_with_codes_wins(raw: Raw) -> None:
    table = raw("regio;gwb_code_10;gwb_code_8;x\nZeekant;WK036300;036300;1\nHavenkant;WK036301;036301;2\n")
    assert code_column(table) == ("gwb_code_10", None)


def test_a_table_without_codes_is_refused(raw: Raw) -> None:
    with pytest.raises(InputError, match="wijkcode"):
        codes_of(raw("naam,aantal\nZeekant,3\n"))


def test_an_area_that_stands_twice_is_refused_with_both_rows(raw: Raw) -> None:
    table = raw("wijkcode,x\nWK036300,1\nWK036301,2\nWK036300,3\n")
    with pytest.raises(InputError, match=r"WK036300 twee keer.*rij 2 en 4"):
        refuse_duplicates(table, table.text("wijkcode").to_list(), "wijkcode")
