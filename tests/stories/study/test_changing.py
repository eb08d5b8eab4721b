# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many changes at once are the same as one after the other, and nothing is left hanging."""

from hypothesis import given
from hypothesis import strategies as st

from tests.stories.example import full_study
from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.stories.study.changing import Changing
from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.study.study import Study

RECORDS = full_study().records


@given(st.lists(st.tuples(st.sampled_from(sorted(RECORDS)), st.booleans()), max_size=40))
def test_a_change_counts_what_hangs_on_it_now(steps: list[tuple[str, bool]]) -> None:
    changing, study = Changing(RECORDS), full_study()
    for name, stays in steps:
        after = RECORDS[name] if stays else None
        before = dict(changing.records)
        try:
            changing.change(name, after)
        except WijkverhaalError:
            assert changing.records == before
            assert _refused(before, name, after)
            continue
        assert not _refused(before, name, after)
        study = study.changed(name, after)
        assert changing.records == study.records


def _refused(records: dict[str, Record], name: str, after: Record | None) -> bool:
    """Gone through all records, as slow as it is plain."""
    if after is None:
        return any(name in needs(one) for other, one in records.items() if other != name)
    return any(need not in records for need in needs(after))


@given(st.sets(st.sampled_from(sorted(RECORDS))))
def test_every_record_of_a_kind_is_found_in_order(names: set[str]) -> None:
    study = Study("s", "t", full_study().keep_until, {k: v for k, v in RECORDS.items() if k in names})
    for kind in {type(one) for one in RECORDS.values()}:
        assert list(study.all(kind)) == [one for one in study.records.values() if isinstance(one, kind)]
