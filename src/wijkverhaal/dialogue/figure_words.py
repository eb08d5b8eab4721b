# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers as they stand in the sentences of a conversation."""

from wijkverhaal.foundation.language import _, number

MINUS = "\u2212"
_NONE = "\u2013"


def plain(value: float | None, decimals: int = 1) -> str:
    """A number; an en dash where there is none.

    >>> plain(-1.26), plain(None)
    ('−1,3', '–')
    """
    if value is None or value != value:
        return _NONE
    return number(value, decimals).replace("-", MINUS)


def signed(value: float | None, decimals: int = 1) -> str:
    """A change or difference with its sign.

    >>> signed(0.42), signed(-0.42), signed(0.01)
    ('+0,4', '−0,4', '0,0')
    """
    above = value is not None and value == value and round(value, decimals) > 0
    return ("+" if above else "") + plain(value, decimals)


def with_unit(value: float | None, unit: str) -> str:
    """A number with its unit: 12,3% or 2,1 personen."""
    if unit == "%":
        return plain(value) + "%"
    return f"{plain(value)} {unit}".strip()


def with_margin(value: float, low: float, high: float, unit: str, sign: bool = False) -> str:
    """A figure with its unit, and its margin where it has one; with signs where it is a difference.

    >>> with_margin(11.24, 10.4, 12.0, "%"), with_margin(2.1, 2.1, 2.1, "personen")
    ('11,2% (90%-marge 10,4 tot 12,0%)', '2,1 personen')
    """
    found = f"+{with_unit(value, unit)}" if sign and round(value, 1) > 0 else with_unit(value, unit)
    if low == high:
        return found
    ends = bounds(low, high) if sign else _("{low} tot {high}").format(low=plain(low), high=plain(high))
    margin = f"{ends}%" if unit == "%" else ends
    return _("{value} (90%-marge {margin})").format(value=found, margin=margin)


def bounds(low: float | None, high: float | None) -> str:
    """The two ends of a margin, with signs."""
    return _("{low} tot {high}").format(low=signed(low), high=signed(high))


def outcome_word(outcome: str) -> str:
    """The form of care, within a sentence."""
    words = {
        "jeugdzorg": _("jeugdzorg"),
        "jeugdhulp": _("jeugdhulp"),
        "zonder-verblijf": _("jeugdhulp zonder verblijf"),
    }
    return words.get(outcome, outcome)
