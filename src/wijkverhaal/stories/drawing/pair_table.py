# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pairs of cases as tables: alike and yet another outcome, or different and yet the same."""

from collections.abc import Sequence

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.matrix.case_ordered import CaseOrdered
from wijkverhaal.stories.matrix.pair import Pair, most_different, most_similar
from wijkverhaal.stories.study.record import Factor
from wijkverhaal.stories.study.study import Study

_PAIRS = 5


def similar_table(study: Study, matrix: CaseOrdered) -> Table | None:
    """The pairs with another outcome that are alike in most of what is known; None where there is none."""
    pairs = most_similar(matrix)[:_PAIRS]
    return _table(study, matrix, pairs, _("Lijken op elkaar, en toch liep het anders af"))


def different_table(study: Study, matrix: CaseOrdered) -> Table | None:
    """The pairs with the same outcome that differ in most of what is known; None where there is none."""
    pairs = most_different(matrix)[:_PAIRS]
    return _table(study, matrix, pairs, _("Verschillen van elkaar, en toch liep het hetzelfde af"))


def _table(study: Study, matrix: CaseOrdered, pairs: Sequence[Pair], caption: str) -> Table | None:
    if not pairs:
        return None
    columns = (
        Column(_("Welke twee")),
        Column(_("Hoe het afliep")),
        Column(_("Verschillen in")),
        Column(_("Hetzelfde in")),
        Column(_("Van beide bekend"), True),
    )
    known = dict(zip(matrix.cases, matrix.known, strict=True))

    def ended(case: str) -> str:
        return _("hulp hielp") if known[case] else _("hulp hielp niet")

    def told(factors: Sequence[str]) -> str:
        return ", ".join(study.one(Factor, one).name for one in factors) or "–"

    def of_all(pair: Pair) -> str:
        return _("{known} van {count}").format(known=pair.known, count=pair.known + len(pair.unknown))

    rows = []
    for pair in pairs:
        one, other = case_label(study, pair.one), case_label(study, pair.other)
        how = ended(pair.one)
        if known[pair.one] is not known[pair.other]:
            how = f"{one}: {how}; {other}: {ended(pair.other)}"
        both = _("{one} en {other}").format(one=one, other=other)
        rows.append((both, how, told(pair.differ), told(pair.same), of_all(pair)))
    return Table(caption, columns, rows)
