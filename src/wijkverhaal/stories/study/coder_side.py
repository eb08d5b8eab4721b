# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One passage as each coder coded it, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass

from wijkverhaal.stories.study.record import Coding
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class CoderSide:
    """What one coder did on a passage.

    Attributes
    ----------
    coder : str
    given : tuple of (int, int, bool)
        Where the factor was given, within the passage, and whether it was said to be so.
    others : tuple of str
        The other factors that this coder gave here.
    """

    coder: str
    given: tuple[tuple[int, int, bool], ...]
    others: tuple[str, ...]


class CoderSides:
    """The codings of a study by interview, to be asked for passages."""

    def __init__(self, study: Study, interviews: Iterable[str]) -> None:
        self._codings: dict[str, list[Coding]] = {name: [] for name in interviews}
        for one in study.all(Coding):
            if one.interview in self._codings:
                self._codings[one.interview].append(one)

    def at(self, interview: str, start: int, end: int, factor: str) -> list[CoderSide]:
        """Each coder of an interview with what they gave from `start` to `end`."""
        codings = self._codings[interview]
        here = [one for one in codings if one.start < end and one.end > start]
        return [
            _side(coder, [one for one in here if one.coder == coder], factor, start, end)
            for coder in sorted({one.coder for one in codings})
        ]


def _side(coder: str, codings: list[Coding], factor: str, start: int, end: int) -> CoderSide:
    given = [
        (max(start, one.start), min(end, one.end), one.present) for one in codings if one.factor == factor
    ]
    others = dict.fromkeys(one.factor for one in codings if one.factor != factor)
    return CoderSide(coder, tuple(given), tuple(others))
