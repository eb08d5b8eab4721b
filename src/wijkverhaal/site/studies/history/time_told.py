# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a time was understood, in words, for the researcher to check."""

from collections.abc import Mapping
from math import inf

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.age_words import calendar_words, length_words, window_words
from wijkverhaal.stories.temporal_network import Window
from wijkverhaal.stories.time_expression import BIRTH, CALENDAR, INTERVIEW, TimeExpression

#: A day is no longer than this, in months.
_DAY = 0.05


def time_told(time: TimeExpression | None, events: Mapping[str, str], child: str = "") -> str:
    """A time as it was understood.

    Parameters
    ----------
    events : mapping of str to str
        What the events of the family are called.
    child : str
        What the child is called whose age it is, where there are more.

    >>> time_told(TimeExpression(BIRTH, 36, 48), {})
    'leeftijd van het kind: tussen 3 jaar en 4 jaar'
    >>> time_told(TimeExpression("m", -0.03, 0.03), {"m": "verhuizing"})
    'op dezelfde dag als ‘verhuizing’'
    """
    if time is None:
        return _("zonder tijd")
    window = Window(time.low, time.high)
    if time.anchor == BIRTH:
        if child:
            return _("leeftijd van {child}: {when}").format(child=child, when=window_words(window))
        return _("leeftijd van het kind: {when}").format(when=window_words(window))
    if time.anchor == CALENDAR:
        return _("op de kalender: {when}").format(when=calendar_words(window))
    if time.anchor == INTERVIEW:
        return _("{when} het interview").format(when=_around(window))
    event = events.get(str(time.anchor), str(time.anchor))
    return _("{when} ‘{event}’").format(when=_around(window), event=event)


def _around(window: Window) -> str:
    """How long before or after."""
    low, high = window.low, window.high
    if -_DAY <= low < 0 < high <= _DAY:
        return _("op dezelfde dag als")
    if low >= 0 and high == inf:
        return _("na") if low == 0 else _("meer dan {length} na").format(length=length_words(low))
    if high <= 0 and low == -inf:
        return _("voor") if high == 0 else _("meer dan {length} voor").format(length=length_words(high))
    if low >= 0:
        return _("{low} tot {high} na").format(low=length_words(low), high=length_words(high))
    if high <= 0:
        return _("{low} tot {high} voor").format(low=length_words(high), high=length_words(low))
    return _("tussen {low} voor en {high} na").format(low=length_words(low), high=length_words(high))
