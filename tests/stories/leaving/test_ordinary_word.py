# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A name that is an ordinary word: somebody may say so, for small letters only."""

import pytest

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.leaving.export_scan import check_leaving, scan
from wijkverhaal.stories.pseudonym import RosterEntry

ROSTER = [RosterEntry(("Boter",), "[huisdier-H]")]


def _file(text: str) -> dict[str, bytes]:
    return {"citaten.csv": text.encode()}


def test_nothing_is_ordinary_until_somebody_says_so() -> None:
    with pytest.raises(InputError, match="huisdier-H"):
        check_leaving(_file("Hij at de boter op."), ROSTER)
    check_leaving(_file("Hij at de boter op."), ROSTER, ["boter"])


@pytest.mark.parametrize("text", ["Boter zat in zijn hok.", "BOTER", "een bot, Boters hok"])
def test_with_a_capital_it_stays_a_name(text: str) -> None:
    assert scan(_file(text), ROSTER, ["boter"])
