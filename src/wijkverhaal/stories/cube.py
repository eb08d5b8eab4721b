# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sets of configurations as cubes: per condition the levels it may have. No configuration is written out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod

from wijkverhaal.stories.condition import ANY

#: Per condition the levels that are allowed, as bits.
Cube = tuple[int, ...]


def cube_of(term: Sequence[int], levels: Sequence[int]) -> Cube:
    """The cube of a term or a configuration.

    >>> cube_of((1, -1), [2, 3])
    (2, 7)
    """
    return tuple(
        (1 << count) - 1 if level == ANY else 1 << level for level, count in zip(term, levels, strict=True)
    )


def outside_of(cubes: Sequence[Cube], levels: Sequence[int]) -> list[Cube]:
    """All configurations in none of the cubes, in cubes that do not overlap.

    >>> outside_of([(2, 2)], [2, 2])
    [(1, 3), (2, 1)]
    """
    whole = cube_of([ANY] * len(levels), levels)
    return list(_outside(list(dict.fromkeys(cubes)), whole, 0))


def _outside(cubes: list[Cube], within: Cube, place: int) -> Iterator[Cube]:
    """What of `within` lies in no cube; the cubes hold all of it in the conditions before `place`."""
    if not cubes:
        yield within
        return
    if place == len(within):
        return
    groups: dict[tuple[int, ...], int] = {}
    for level in range(within[place].bit_length()):
        inside = tuple(number for number, one in enumerate(cubes) if one[place] >> level & 1)
        groups[inside] = groups.get(inside, 0) | 1 << level
    for inside, levels in groups.items():
        part = (*within[:place], levels, *within[place + 1 :])
        yield from _outside([cubes[number] for number in inside], part, place + 1)


def size(cube: Cube) -> int:
    """How many configurations are in a cube."""
    return prod(one.bit_count() for one in cube)


def numbers_in(cube: Cube, levels: Sequence[int]) -> Iterator[int]:
    """The numbers, from 1, of the configurations in a cube."""
    choices = [
        [level for level in range(count) if one >> level & 1] for one, count in zip(cube, levels, strict=True)
    ]
    for configuration in product(*choices):
        yield number_of(configuration, levels)


def number_of(configuration: Iterable[int], levels: Sequence[int]) -> int:
    """The place of a configuration among all, from 1; the first condition counts heaviest.

    >>> number_of((1, 0, 1), [2, 2, 2])
    6
    """
    number = 0
    for level, count in zip(configuration, levels, strict=True):
        number = number * count + int(level)
    return number + 1
