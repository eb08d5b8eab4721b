# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest

from wijkverhaal.foundation import errors
from wijkverhaal.foundation.errors import WijkverhaalError

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, WijkverhaalError) and kind is not WijkverhaalError
]


def test_every_kind_of_error_has_an_exit_status_of_its_own() -> None:
    statuses = [kind.exit_status for kind in (WijkverhaalError, *KINDS)]
    assert len(KINDS) >= 3
    assert 0 not in statuses
    assert len(set(statuses)) == len(statuses)


@pytest.mark.parametrize("kind", KINDS)
def test_an_error_says_its_sentence_and_is_caught_as_one(kind: type[WijkverhaalError]) -> None:
    with pytest.raises(WijkverhaalError, match=r"^Het bestand is leeg\.$"):
        raise kind("Het bestand is leeg.")
