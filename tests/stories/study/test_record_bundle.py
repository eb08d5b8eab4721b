# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A bundle repeats the records of an interview, and nothing else."""

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from wijkverhaal.stories.study.record import Coding, Judgement, Memo, Record
from wijkverhaal.stories.study.record_bundle import bundled, unbundled

_NAMES = st.text(max_size=5)
_CODINGS = st.builds(
    Coding,
    *[_NAMES] * 4,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.booleans(),
    st.lists(_NAMES, max_size=3).map(tuple),
    _NAMES,
)
_JUDGEMENTS = st.builds(Judgement, _NAMES, _NAMES, st.booleans(), _NAMES)
_MEMOS = st.builds(Memo, _NAMES, _NAMES, st.datetimes(timezones=st.just(UTC)), st.text(), _NAMES)


@given(st.lists(_CODINGS), st.lists(_JUDGEMENTS), st.lists(_MEMOS))
def test_what_was_bundled_comes_out_the_same(
    codings: list[Coding], judgements: list[Judgement], memos: list[Memo]
) -> None:
    mixed: list[Record] = [*memos, *judgements, *codings]
    again = unbundled(bundled(mixed))
    assert again == [*codings, *judgements, *memos]
    assert again is not None
    for one in again:
        assert hash(one) == hash(type(one)(**vars(one)))


def test_a_bundle_of_records_with_other_fields_is_made_again() -> None:
    one = Memo("m", "anna", datetime(2026, 1, 1, tzinfo=UTC), "denk na", "k1")
    older = json.loads(bundled([one]))
    del older["Memo"]["about"]
    assert unbundled(json.dumps(older)) is None
