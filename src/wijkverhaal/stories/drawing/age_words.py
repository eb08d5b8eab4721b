# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ages, lengths of time and windows in words."""

from math import inf, isinf

from wijkverhaal.foundation.language import _, ngettext, number
from wijkverhaal.stories.temporal_network import Window

#: A window narrower than this is as good as one moment.
EXACT_MONTHS = 1.05


def length_words(months: float) -> str:
    """A length of time, in whole months.

    >>> length_words(27), length_words(12), length_words(1)
    ('2 jaar en 3 maanden', '1 jaar', '1 maand')
    """
    whole = round(abs(months))
    years, left = divmod(whole, 12)
    in_years = ngettext("{count} jaar", "{count} jaar", years).format(count=years)
    in_months = ngettext("{count} maand", "{count} maanden", left).format(count=left)
    if not years:
        return in_months
    return _("{years} en {months}").format(years=in_years, months=in_months) if left else in_years


def age_words(months: float) -> str:
    """An age, or how long before the birth."""
    if round(months) < 0:
        return _("{length} voor de geboorte").format(length=length_words(months))
    return length_words(months)


def window_words(window: Window) -> str:
    """The age at which something was, at least and at most.

    >>> window_words(Window(36, 47)), window_words(Window(60, float("inf")))
    ('tussen 3 jaar en 3 jaar en 11 maanden', 'na 5 jaar')
    """
    if isinf(window.low) and isinf(window.high):
        return _("onbekend wanneer")
    if isinf(window.high):
        return _("na {age}").format(age=age_words(window.low))
    if isinf(window.low):
        return _("voor {age}").format(age=age_words(window.high))
    if age_words(window.low) == age_words(window.high):
        return _("met {age}").format(age=age_words(window.low))
    return _("tussen {low} en {high}").format(low=age_words(window.low), high=age_words(window.high))


def calendar_words(window: Window) -> str:
    """A window on the calendar, for a child of whom no birth is known; to the month."""
    if isinf(window.low) and isinf(window.high):
        return _("onbekend wanneer")
    if isinf(window.high):
        return _("na {age}").format(age=month_words(window.low))
    if isinf(window.low):
        return _("voor {age}").format(age=month_words(window.high))
    first, last = month_words(window.low), month_words(max(window.low, window.high - 1e-6))
    return first if first == last else _("tussen {low} en {high}").format(low=first, high=last)


def month_words(moment: float) -> str:
    """A month of the calendar.

    >>> month_words(24156.0)
    '2013-01'
    """
    return f"{int(moment // 12)}-{int(moment % 12) + 1:02d}"


def months_words(window: Window) -> str:
    """How many months something took, at least and at most.

    >>> months_words(Window(3, 5.2)), months_words(Window(3, float("inf")))
    ('3 tot 5 maanden', '3 maanden of langer')
    >>> months_words(Window(0.03, 0.1))
    'minder dan een maand'
    """
    low = max(0.0, window.low)
    if isinf(window.high):
        if round(low) == 0:
            return _("onbekend hoe lang")
        return _("{count} maanden of langer").format(count=number(low, 0))
    high = max(low, window.high)
    if 0 < high < 0.5:
        return _("minder dan een maand")
    if round(low) == round(high):
        return ngettext("{count} maand", "{count} maanden", round(high)).format(count=number(high, 0))
    return _("{low} tot {high} maanden").format(low=number(low, 0), high=number(high, 0))


def moved(window: Window, low: float = -inf, high: float = inf) -> Window:
    """A window and a distance from it, together."""
    return Window(window.low + low, window.high + high)
