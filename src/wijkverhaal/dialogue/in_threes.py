# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anonymous answers are shown in threes, so that no update tells what one person answered.

Who watches the screen while answers come in could otherwise subtract: six recognised it, now
seven, and somebody just put a phone away. So numbers move only when at least three people answered
or changed their answer since they last moved.
"""

from collections.abc import Collection, Iterable
from typing import Protocol, TypeVar

from wijkverhaal.dialogue.shown_together import ENOUGH
from wijkverhaal.foundation.language import _, ngettext


class Answer(Protocol):
    """Anything that one participant answers, with its place in the server's order."""

    @property
    def participant(self) -> str: ...

    @property
    def serial(self) -> int: ...


A = TypeVar("A", bound=Answer)


def in_threes(answers: Iterable[A]) -> list[A]:
    """The answers that may be counted now, in the server's order.

    It depends on nothing but the order in which the answers came in: counting again, tomorrow or in
    an export, gives the same.
    """
    ordered = sorted(answers, key=lambda one: one.serial)
    waiting: set[str] = set()
    through = 0
    for place, one in enumerate(ordered, start=1):
        waiting.add(one.participant)
        if len(waiting) >= ENOUGH:
            through = place
            waiting = set()
    return ordered[:through]


def left_out_of(answers: Iterable[A], counting: Collection[A]) -> int:
    """Of how many people the newest answer is not among those that count: never more than two.

    >>> from wijkverhaal.dialogue.recognition import Recognised, Recognition
    >>> answers = [Recognition(f"p{k}", "f", Recognised.YES, k) for k in range(5)]
    >>> left_out_of(answers, in_threes(answers))
    2
    """
    last = max((one.serial for one in counting), default=-1)
    return len({one.participant for one in answers if one.serial > last})


def left_out_remark(people: int) -> str:
    """What stands beside numbers that stay as they are, where answers are not in them."""
    return ngettext(
        "Van {count} mens telt het laatste antwoord niet mee.",
        "Van {count} mensen telt het laatste antwoord niet mee.",
        people,
    ).format(count=people)


def why_left_out() -> str:
    """Why answers are not in the numbers; once beside all of them."""
    return _(
        "Soms telt het laatste antwoord van een of twee mensen niet mee. Anders is te zien wat één mens"
        " antwoordde."
    )


def waiting_remark() -> str:
    """What stands beside such numbers, so that nobody thinks that an answer was lost."""
    return _("De nieuwste antwoorden tellen mee zodra er drie zijn; zo weet niemand wat één mens antwoordde.")
