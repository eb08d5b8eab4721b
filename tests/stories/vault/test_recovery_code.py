# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A code that was typed wrong is seen before it is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.vault.recovery_code import new_recovery_code, read_recovery_code

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def test_as_people_type_it() -> None:
    code = new_recovery_code()
    plain = code.replace("-", "")[:26]
    assert read_recovery_code(code) == plain
    assert read_recovery_code(f" {code.lower().replace('-', '  ')}\n") == plain
    assert read_recovery_code(code.replace("0", "O").replace("1", "l")) == plain


def test_no_two_are_the_same() -> None:
    assert len({new_recovery_code() for _ in range(50)}) == 50


@given(st.integers(0, 27), st.sampled_from(_SIGNS))
def test_one_wrong_sign_is_seen(place: int, sign: str) -> None:
    signs = new_recovery_code().replace("-", "")
    if signs[place] == sign:
        return
    with pytest.raises(InputError):
        read_recovery_code(signs[:place] + sign + signs[place + 1 :])


@given(st.integers(0, 24))
def test_two_swapped_signs_are_seen(place: int) -> None:
    signs = new_recovery_code().replace("-", "")
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    if swapped == signs:
        return
    with pytest.raises(InputError):
        read_recovery_code(swapped)


@pytest.mark.parametrize("written", ["", "0000", "U" * 28, "é" * 28, "0" * 40])
def test_what_is_no_code_is_refused(written: str) -> None:
    with pytest.raises(InputError):
        read_recovery_code(written)
