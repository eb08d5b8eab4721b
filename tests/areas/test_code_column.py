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


@pytest.mark.parametrize("says", ["SoortRegio_2", "recs"])
def test_codes_that_became_numbers_are_completed_with_the_level_of_their_row(raw: Raw, says: str) -> None:
    rows = "0,Land \n14,Gemeente\n1400,Wijk\n363AA,wijk\n140000,Buurt\nWK036300,Wijk\n"
    _column, found = codes_of(raw(f"Codering_3,{says}\n{rows}"))
    assert found.codes.to_list() == ["NL00", "GM0014", "WK001400", "WK0363AA", "BU00140000", "WK036300"]
    assert found.completed == 4


def test_an_empty_code_in_the_row_of_the_country_is_the_country(raw: Raw) -> None:
    assert codes_of(raw("Codering,SoortRegio\n,Land\n14,Gemeente\n"))[1].codes.to_list() == ["NL00", "GM0014"]


def test_the_level_of_a_row_does_not_turn_a_gemeente_into_a_wijk(raw: Raw) -> None:
    assert codes_of(raw("gm_code,recs\n14,Wijk\n"))[1].codes.to_list() == ["GM0014"]


@pytest.mark.parametrize(
    "text",
    [
        "Codering,x\n1400,Wijk\n",
        "Codering,SoortRegio\n1400,Corop\n",
        "Codering,SoortRegio\n1400,\n",
        "Codering,SoortRegio\n140000,Gemeente\n",
        "Codering,SoortRegio\n1400,Land\n",
    ],
)
def test_a_number_without_a_level_that_fits_is_refused(raw: Raw, text: str) -> None:
    with pytest.raises(InputError, match="rij 2, kolom Codering"):
        codes_of(raw(text))
