# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What everybody answers about one figure, counted so that no answer can be told from it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from wijkverhaal.dialogue.in_threes import in_threes, left_out_of, left_out_remark
from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.foundation.language import _


class Choice(Protocol):
    """One of the answers that can be given."""

    @property
    def word(self) -> str: ...


C = TypeVar("C", bound=Choice)
_Answer_co = TypeVar("_Answer_co", bound=Choice, covariant=True)


class Chosen(Protocol[_Answer_co]):
    """What one participant answered about one figure."""

    @property
    def participant(self) -> str: ...

    @property
    def figure(self) -> str: ...

    @property
    def answer(self) -> _Answer_co: ...

    @property
    def serial(self) -> int: ...


@dataclass(frozen=True)
class Tally(Generic[C]):
    """The answers about one figure.

    Attributes
    ----------
    people : int or None
        None where fewer than three people answered.
    counts : dict of answer to int
        Every answer that can be given, in their order; empty where fewer than three people answered.
    left_out : int
        Of how many people the newest answer is not in it (`in_threes`).
    """

    people: int | None
    counts: dict[C, int]
    left_out: int = 0

    @property
    def sentence(self) -> str:
        """The counts in words."""
        if self.people is None:
            return _("Minder dan drie mensen hebben geantwoord; daarom tonen we geen aantallen.")
        return _("{people} mensen antwoordden: {parts}.").format(people=self.people, parts=self._parts)

    @property
    def outcome(self) -> str:
        """The counts in words when the conversation is over: who is not in them is told as well."""
        if self.people is None or not self.left_out:
            return self.sentence
        told = _("Van {people} mensen is het antwoord geteld: {parts}.").format(
            people=self.people, parts=self._parts
        )
        return f"{told} {left_out_remark(self.left_out)}"

    @property
    def _parts(self) -> str:
        return ", ".join(f"{number} × {one.word}" for one, number in self.counts.items())


def tally_of(answers: Iterable[Chosen[C]], figure: str, choices: Iterable[C], anonymous: bool) -> Tally[C]:
    """The tally of a figure; of each participant the newest answer counts.

    In an anonymous session the numbers move in threes (`in_threes`).
    """
    of_figure = [one for one in answers if one.figure == figure]
    counting = in_threes(of_figure) if anonymous else of_figure
    mine = newest_of_each(counting, lambda one: one.participant)
    if len(mine) < ENOUGH:
        return Tally(None, {})
    counted = Counter(one.answer for one in mine)
    left_out = left_out_of(of_figure, counting)
    return Tally(len(mine), {choice: counted[choice] for choice in choices}, left_out)
