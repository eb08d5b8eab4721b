# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.simulation.settings import CountrySettings


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"gemeenten": 20, "wijken": 10, "regions": 2}, "10 wijken"),
        ({"gemeenten": 2, "wijken": 200, "regions": 1}, "200 wijken"),
        ({"gemeenten": 20, "wijken": 100, "regions": 30}, "30 regio's"),
        ({"gemeenten": 1000}, "1000 gemeenten"),
        ({"years": ()}, "jaren"),
        ({"years": (2021, 2023)}, "2021, 2023"),
        ({"coefficients": {"a_cat": 1.0}}, "a_cat"),
        ({"neighbourhood": {"geluk": 1.0}}, "geluk"),
        ({"coverage_low": 0.95}, "dekking"),
        ({"wijk_sd": -0.1}, "negatief"),
        ({"missing_gemeenten": 1.5}, "1.5"),
    ],
)
def test_an_impossible_country_is_refused_in_one_sentence(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError) as refused:
        CountrySettings(**wrong)
    assert said in str(refused.value)
    assert str(refused.value).endswith(".")
