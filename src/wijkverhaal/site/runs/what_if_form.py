# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form that asks what if: a field per characteristic, and what the reader typed in it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wijkverhaal.expectation.what_if import WhatIf
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.characteristic import Characteristic, written
from wijkverhaal.publication.sentence import figure

_LONGEST = 20
_HAIR = 1e-9


@dataclass(frozen=True)
class Field:
    """One characteristic that can be another.

    Attributes
    ----------
    id, label, unit, group : str
    name : str
        In the address bar.
    now : str
        The value of the wijk.
    low, high : str
        Between these values it can lie where all else stays as it is.
    typed : str
        What stands in the field.
    value : float or None
        The other value; None where the field says what the wijk has.
    error : str
        Why what was typed is no value; empty where it is.
    fixed : bool
        Whether the wijk itself lies outside the range, so that this cannot be another.
    """

    id: str
    label: str
    unit: str
    group: str
    name: str
    now: str
    low: str
    high: str
    typed: str
    value: float | None
    error: str
    fixed: bool = False


def fields_of(
    question: WhatIf,
    area: str,
    known: Sequence[Characteristic],
    typed: Mapping[str, str],
    reach: Mapping[str, tuple[float, float]],
) -> list[Field]:
    """A field for every characteristic that the model counts with in this wijk.

    Parameters
    ----------
    question, area, known
        The wijk and what is known of it.
    typed
        By name what stands in the form.
    reach
        By characteristic how far it can go by itself.
    """
    mine = question.values.get(area, {})
    return [
        _field(question, one, typed, reach[one.id]) if question.can_change(area, one.id) else _fixed(one)
        for one in known
        if one.id in mine and one.id in question.forms
    ]


def _fixed(one: Characteristic) -> Field:
    """A characteristic of which too few wijken have what this one has."""
    now = written(one, one.wijk)
    return Field(one.id, one.label, one.unit, one.group, _name(one), now, now, now, now, None, "", True)


def _name(one: Characteristic) -> str:
    return "kenmerk-" + one.id.replace("_", "-")


def _field(
    question: WhatIf, one: Characteristic, typed: Mapping[str, str], reach: tuple[float, float]
) -> Field:
    low, high, decimals = _inner(question.ranges[one.id])
    name, now = _name(one), written(one, one.wijk)
    text = typed.get(name, "").strip()[:_LONGEST] or now
    edges = figure(low, decimals), figure(high, decimals)
    value = _number(text)
    error = ""
    if text == now:
        value = None
    elif value is None:
        error = _("‘{text}’ is geen getal; typ bijvoorbeeld 12,5.").format(text=text)
    elif not low <= value <= high:
        value, error = (
            None,
            _(
                "{text} komt in {year} niet of bijna niet voor; kies een getal van {low} tot en met {high}."
            ).format(text=text, year=question.draws.year, low=edges[0], high=edges[1]),
        )
    least, most = (figure(end, decimals) for end in _rounded(reach, decimals))
    return Field(one.id, one.label, one.unit, one.group, name, now, least, most, text, value, error)


def _inner(edges: tuple[float, float]) -> tuple[float, float, int]:
    """The range in round numbers, and with how many decimals."""
    low, high = edges
    decimals = next((digits for digits in (1, 2, 3) if (high - low) * 10**digits >= 20), 4)
    return *_rounded(edges, decimals), decimals


def _rounded(edges: tuple[float, float], decimals: int) -> tuple[float, float]:
    """Round numbers that lie within the range: what is shown can also be typed."""
    unit = 10.0**decimals
    return math.ceil(unit * edges[0] - _HAIR) / unit, math.floor(unit * edges[1] + _HAIR) / unit


def _number(text: str) -> float | None:
    """1.234,5 and 1234.5 as a computer reads them; None where it is no number."""
    plain = text.replace(".", "").replace(",", ".") if "," in text else text
    whole, _dot, thousands = text.partition(".")
    if "," not in text and whole.isdigit() and len(thousands) == 3 and thousands.isdigit():
        plain = whole + thousands
    try:
        value = float(plain)
    except ValueError:
        return None
    return value if math.isfinite(value) else None
