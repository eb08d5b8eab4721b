# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where accounts clash: the smallest sets of statements that cannot all be true.

Nothing is resolved here. A set is minimal: leave out any one statement and the rest can be true.
All of them are found by the hitting-set tree of R. Reiter (1987), Artificial Intelligence 32:57-95.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wijkverhaal.stories.temporal_network import TimeStatement, is_consistent

_MOST = 50


@dataclass(frozen=True)
class Clash:
    """Statements that cannot all be true, though all but any one of them can."""

    statements: tuple[TimeStatement, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Who they come from, each once."""
        return tuple(dict.fromkeys(one.source for one in self.statements))


def clashes(
    statements: Sequence[TimeStatement], most: int = _MOST, certain: Sequence[TimeStatement] = ()
) -> list[Clash]:
    """Every minimal clash, the smallest first; at most `most` of them.

    Parameters
    ----------
    statements : sequence of TimeStatement
    most : int
    certain : sequence of TimeStatement
        What nobody doubts, such as the date of birth; it takes part in every clash and is named in none.

    >>> early = TimeStatement("birth", "help", 36, 47, "moeder")
    >>> late = TimeStatement("birth", "help", 60, 71, "school")
    >>> clashes([early, late])[0].sources
    ('moeder', 'school')
    """
    numbered = list(enumerate(statements))
    found: list[frozenset[int]] = []
    left_out: list[frozenset[int]] = [frozenset()]
    seen = set(left_out)
    while left_out and len(found) < most:
        without = left_out.pop(0)
        core = next((known for known in found if not known & without), None)
        if core is None:
            core = _minimal([one for one in numbered if one[0] not in without], certain)
            if core is None:
                continue
            found.append(core)
        for number in sorted(core):
            further = without | {number}
            if further not in seen:
                seen.add(further)
                left_out.append(further)
    ordered = sorted(found, key=lambda core: (len(core), sorted(core)))
    return [Clash(tuple(statements[number] for number in sorted(core))) for core in ordered]


def _minimal(
    statements: Sequence[tuple[int, TimeStatement]], certain: Sequence[TimeStatement]
) -> frozenset[int] | None:
    """One minimal clash among these; None where they can all be true."""
    kept = list(statements)
    if _agree(kept, certain) or not is_consistent(list(certain)):
        return None
    for one in list(kept):
        rest = [other for other in kept if other is not one]
        if not _agree(rest, certain):
            kept = rest
    return frozenset(number for number, _statement in kept)


def _agree(statements: Sequence[tuple[int, TimeStatement]], certain: Sequence[TimeStatement]) -> bool:
    return is_consistent([*certain, *(statement for _number, statement in statements)])
