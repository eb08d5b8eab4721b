# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The many records of one interview as one text, column by column: one seal opens all of them.

Opening thousands of seals is what made pages slow. The records themselves stay what counts; a bundle
repeats them and can be made again at any time.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from wijkverhaal.stories.study.record import Coding, Judgement, Memo, Record
from wijkverhaal.stories.study.record_json import meant, plain

_KINDS: tuple[type[Any], ...] = (Coding, Judgement, Memo)
_COLUMNS = {kind: tuple(one.name for one in fields(kind)) for kind in _KINDS}
#: Columns of words that come back often are written as their place in a list.
_OFTEN = frozenset({"interview", "factor", "coder", "by", "author", "event", "about"})


def bundled(records: Iterable[Record]) -> str:
    """Codings, judgements and memos as one text."""
    by_kind: dict[type[Any], list[Any]] = {kind: [] for kind in _KINDS}
    for record in records:
        by_kind[type(record)].append(record)
    found = {
        kind.__name__: {name: _column(name, [getattr(one, name) for one in own]) for name in _COLUMNS[kind]}
        for kind, own in by_kind.items()
        if own
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def unbundled(words: str) -> list[Record] | None:
    """The records of a bundle, codings first; None where records have other fields by now."""
    read = json.loads(words)
    found: list[Record] = []
    for kind in _KINDS:
        columns = read.get(kind.__name__)
        if columns is None:
            continue
        if tuple(columns) != _COLUMNS[kind]:
            return None
        found += _made(kind, [_values(name, column) for name, column in columns.items()])
    return found


def _column(name: str, values: list[Any]) -> Any:
    written = [plain(one) for one in values]
    if name not in _OFTEN:
        return written
    known: dict[str, int] = {}
    keys = [str(one) if isinstance(one, str) else json.dumps(one) for one in written]
    places = [known.setdefault(key, len(known)) for key in keys]
    first = dict(zip(reversed(keys), reversed(written), strict=True))
    return [[first[key] for key in known], places]


def _values(name: str, column: Any) -> list[Any]:
    if name not in _OFTEN:
        return [meant(name, one) for one in column] if name == "written" else list(column)
    known = [meant(name, one) for one in column[0]]
    return [known[place] for place in column[1]]


def _made(kind: type[Any], columns: list[list[Any]]) -> Iterable[Record]:
    return _codings(columns) if kind is Coding else map(kind, *columns)


def _codings(columns: list[list[Any]]) -> Iterator[Coding]:
    """As `Coding(*values)` makes them, but twice as quick: there are tens of thousands of them."""
    new = object.__new__
    for own, interview, factor, coder, start, end, present, about, event in zip(*columns, strict=True):
        one = new(Coding)
        one.__dict__.update(
            id=own,
            interview=interview,
            factor=factor,
            coder=coder,
            start=start,
            end=end,
            present=present,
            about=about,
            event=event,
        )
        yield one
