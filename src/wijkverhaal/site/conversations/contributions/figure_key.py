# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A figure as it is named in forms, entries and the list of a conversation."""

from collections.abc import Sequence
from typing import Any

from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


def figure_key(reference: FigureReference) -> str:
    """One name for a figure.

    >>> figure_key(FigureReference(FigureKind.USE, "WK900201", 2022))
    'gebruik|WK900201|2022|'
    """
    return "|".join((reference.kind, reference.area, str(reference.year), reference.item))


def read_figure_key(key: str) -> FigureReference:
    """The figure of a name.

    Raises
    ------
    InputError
        When it is no name of a figure.
    """
    parts = key.split("|", 3)
    try:
        kind, area, year, item = parts
        return FigureReference(FigureKind(kind), area, int(year), item)
    except ValueError as error:
        raise InputError(_("Dit cijfer hoort niet bij het gesprek; kies er een uit de lijst.")) from error


def figure_row(reference: FigureReference) -> list[Any]:
    """The figure as the conversation keeps it."""
    return [reference.kind.value, reference.area, reference.year, reference.item]


def figure_in(row: Sequence[Any]) -> FigureReference:
    """The figure that `figure_row` wrote."""
    kind, area, year, item = row
    return FigureReference(FigureKind(kind), area, year, item)
