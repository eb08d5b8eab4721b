# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Process tracing in one family: does a factor precede the outcome, and who supports that?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.matrix.mention import Mention
from wijkverhaal.stories.temporal_network import Window


class Order(Enum):
    """Where the factor stands towards the outcome."""

    BEFORE = "before"
    AFTER = "after"
    UNSURE = "unsure"
    NOT_PLACED = "not-placed"

    @property
    def label(self) -> str:
        """What a reader calls it."""
        return {
            Order.BEFORE: _("eerder dan de uitkomst"),
            Order.AFTER: _("later dan de uitkomst"),
            Order.UNSURE: _("eerder of later, dat is niet zeker"),
            Order.NOT_PLACED: _("niet aan een gebeurtenis gekoppeld"),
        }[self]


@dataclass(frozen=True)
class Trace:
    """A factor on the timeline of a family.

    Attributes
    ----------
    factor : str
    event : str
        The event it belongs to; empty where the coding names none.
    order : Order
    months : Window or None
        How long before the outcome (negative: after), at least and at most.
    supported_by, denied_by : tuple of str
        The informants who say that the factor was there, and that it was not.
    disputed : bool
        Whether accounts of the time of either event clash and nobody decided.
    """

    factor: str
    event: str
    order: Order
    months: Window | None
    supported_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    disputed: bool


def trace(timeline: Timeline, outcome_event: str, found: Iterable[Mention]) -> list[Trace]:
    """Every factor of a family that somebody speaks of, per event it was tied to.

    Parameters
    ----------
    outcome_event : str
        The id of the event at which the outcome shows, such as the crisis or the end of help.
    found : iterable of Mention
        Of this family, from `mention.mentions`.
    """
    traces = []
    for mention in found:
        events = dict.fromkeys(coding.event for coding in mention.codings)
        for event in events:
            traces.append(_trace(timeline, outcome_event, mention, event))
    return sorted(traces, key=lambda one: (_ORDER.index(one.order), one.factor))


_ORDER = [Order.BEFORE, Order.UNSURE, Order.AFTER, Order.NOT_PLACED]


def _trace(timeline: Timeline, outcome_event: str, mention: Mention, event: str) -> Trace:
    who = (mention.supported_by, mention.denied_by)
    placed = {one.event.id: one for one in timeline.events}
    if event not in placed or outcome_event not in placed:
        return Trace(mention.factor, event, Order.NOT_PLACED, None, *who, False)
    months = timeline.between(event, outcome_event)
    disputed = placed[event].disputed or placed[outcome_event].disputed
    return Trace(mention.factor, event, _order(months), months, *who, disputed)


def _order(months: Window) -> Order:
    if months.is_after:
        return Order.BEFORE
    return Order.AFTER if months.is_before else Order.UNSURE
