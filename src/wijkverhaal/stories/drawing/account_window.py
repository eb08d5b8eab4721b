# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where one account puts an event by itself, beside what all accounts together say."""

from collections.abc import Hashable

from wijkverhaal.stories.drawing.age_words import moved
from wijkverhaal.stories.help_history import Account
from wijkverhaal.stories.history_timeline import Timeline
from wijkverhaal.stories.temporal_network import Window


def account_window(timeline: Timeline, account: Account, origin: Hashable) -> Window | None:
    """The window of an account in months after `origin`; None where it tells no time that can be placed.

    A time counted from another event is as wide as the window of that event and the distance together.
    """
    if account.time is None:
        return None
    anchor = account.anchor
    if anchor != origin and anchor not in timeline.network.events:
        return None
    begin = Window(0.0, 0.0) if anchor == origin else timeline.between(origin, anchor)  # type: ignore[arg-type]
    found = moved(begin, account.time.low, account.time.high)
    return None if abs(found.low) == abs(found.high) == float("inf") else found
