# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Minimal hitting sets: the smallest choices that share something with every one of several sets.

After Murakami and Uno (2014), Discrete Applied Mathematics 170:83-94: an element stays in a choice only
while it alone hits something, so that every minimal choice is found once and no other is kept.
"""

from collections.abc import Iterator, Sequence


class Budget:
    """How much work may still be done."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def spend(self) -> bool:
        """Whether there was anything left."""
        self.steps -= 1
        return self.steps >= 0


def minimal_hitting_sets(sets: Sequence[int], budget: Budget) -> Iterator[int]:
    """Every minimal hitting set, sets and choices being bits; fewer when the budget runs out.

    >>> sorted(minimal_hitting_sets([0b011, 0b110], Budget(100)))
    [2, 5]
    """
    kept = _smallest(sets)
    if 0 in kept:
        return
    width = max((one.bit_length() for one in kept), default=0)
    hits = [sum(1 << place for place, one in enumerate(kept) if one >> p & 1) for p in range(width)]
    yield from _Search(kept, hits, budget).branch(0, [], (1 << len(kept)) - 1, (1 << width) - 1)


def _smallest(sets: Sequence[int]) -> list[int]:
    """Without the sets that hold another one."""
    kept: list[int] = []
    for one in sorted(set(sets), key=int.bit_count):
        if not any(other & one == other for other in kept):
            kept.append(one)
    return kept


class _Search:
    def __init__(self, sets: Sequence[int], hits: Sequence[int], budget: Budget) -> None:
        self.sets, self.hits, self.budget = sets, hits, budget

    def branch(self, chosen: int, alone: list[int], left: int, may: int) -> Iterator[int]:
        """Go on from a choice; `alone` has per element of it which sets only that one hits."""
        if not left:
            yield chosen
            return
        hardest = self._hardest(left, may)
        may &= ~hardest
        while hardest:
            bit = hardest & -hardest
            hardest ^= bit
            if not self.budget.spend():
                return
            hit = self.hits[bit.bit_length() - 1]
            still = [one & ~hit for one in alone]
            if all(still):
                yield from self.branch(chosen | bit, [*still, left & hit], left & ~hit, may)
                may |= bit

    def _hardest(self, left: int, may: int) -> int:
        """The set that is not hit yet and leaves the fewest elements to choose from."""
        best, fewest = 0, -1
        while left:
            lowest = left & -left
            left ^= lowest
            options = self.sets[lowest.bit_length() - 1] & may
            if fewest < 0 or options.bit_count() < fewest:
                best, fewest = options, options.bit_count()
                if fewest <= 1:
                    break
        return best
