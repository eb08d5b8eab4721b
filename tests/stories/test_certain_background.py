# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What nobody doubts takes part in a clash and is named in none."""

from wijkverhaal.stories.clash import clashes
from wijkverhaal.stories.temporal_network import TimeStatement


def test_a_clash_with_what_is_certain_names_the_account_only() -> None:
    birth = TimeStatement("calendar", "birth", 120, 121, "register")
    said = TimeStatement("calendar", "help", 100, 101, "moeder")
    after = TimeStatement("birth", "help", 0, 600, "hulpverlener")
    found = clashes([said, after], certain=[birth])
    assert [clash.statements for clash in found] == [(said, after)]
    assert clashes([said], certain=[birth]) == []


def test_two_accounts_that_clash_are_not_taken_again_with_a_third() -> None:
    birth = TimeStatement("calendar", "birth", 0, 0, "register")
    early = TimeStatement("birth", "help", 12, 20, "moeder")
    late = TimeStatement("birth", "help", 60, 70, "school")
    other = TimeStatement("calendar", "help", 15, 18, "vader")
    found = clashes([early, late, other], certain=[birth])
    assert {frozenset(clash.sources) for clash in found} == {
        frozenset({"moeder", "school"}),
        frozenset({"vader", "school"}),
    }
