# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing between what people wrote and what is generated there now."""

from dataclasses import replace

from wijkverhaal.dialogue.document_part import Part
from wijkverhaal.dialogue.three_way import Mark, Paragraphs
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


def settled(part: Part, number: int, take_new: bool) -> Part:
    """The part after somebody chose at one of its marks.

    Parameters
    ----------
    part : Part
    number : int
        Which mark, counted from 0.
    take_new : bool
        Whether the generated paragraphs come in the place of what people wrote; else theirs stay.

    Raises
    ------
    InputError
        When there is no such mark any more.

    Examples
    --------
    >>> from wijkverhaal.dialogue.document_part import PartKind
    >>> mark = Mark(("B",), ("c",))
    >>> settled(Part(PartKind.SEEN, ("a", "c"), ("a", "B"), marks=(mark,)), 0, take_new=True).paragraphs
    ('a', 'c')
    """
    if not 0 <= number < len(part.marks):
        raise InputError(_("Hier is al gekozen; laad de bladzijde opnieuw."))
    mark = part.marks[number]
    left = (*part.marks[:number], *part.marks[number + 1 :])
    written = part.generated if part.written is None else part.written
    if take_new:
        written = _in_its_place(written, mark)
    same = written == part.generated
    return replace(part, written=None if same else written, marks=left)


def _in_its_place(written: Paragraphs, mark: Mark) -> Paragraphs:
    """The new paragraphs where the written ones stood; at the end where people had taken them away."""
    size = len(mark.written)
    for place in range(len(written) - size + 1):
        if size and written[place : place + size] == mark.written:
            return (*written[:place], *mark.beneath, *written[place + size :])
    return (*written, *mark.beneath)
