# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people wrote beside their answer about a figure: a reason, or a wish; never with the answer or a name.

An answer beside somebody's words would be one person's answer, which the counts take care not to tell.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wijkverhaal.dialogue.moderation import ModerationReason, placeholder
from wijkverhaal.dialogue.recognition import Recognition
from wijkverhaal.dialogue.submission import newest_of_each
from wijkverhaal.dialogue.valuation import Valuation


@dataclass(frozen=True)
class Remark:
    """What somebody wrote beside an answer.

    Attributes
    ----------
    id : str
        Of the contribution.
    text : str
        Empty where it was taken away.
    instead : str
        What stands there where it was taken away; else empty.
    """

    id: str
    text: str
    instead: str = ""


def reasons_of(
    answers: Iterable[Recognition], figure: str, off: Mapping[str, ModerationReason]
) -> tuple[Remark, ...]:
    """Why people recognise a figure or not, in the server's order; of each participant the newest.

    Parameters
    ----------
    answers : iterable of Recognition
    figure : str
    off : mapping
        From `moderation.moderated`.
    """
    newest = newest_of_each((one for one in answers if one.figure == figure), lambda one: one.participant)
    return tuple(_remark(one.serial, one.reason, off) for one in newest if one.reason)


def wishes_of(
    answers: Iterable[Valuation], figure: str, off: Mapping[str, ModerationReason]
) -> tuple[Remark, ...]:
    """What people want otherwise, as `reasons_of`."""
    newest = newest_of_each((one for one in answers if one.figure == figure), lambda one: one.participant)
    return tuple(_remark(one.serial, one.wish, off) for one in newest if one.wish)


def texts_of(remarks: Iterable[Remark]) -> tuple[str, ...]:
    """What may be read of them."""
    return tuple(one.text for one in remarks if one.text)


def _remark(serial: int, text: str, off: Mapping[str, ModerationReason]) -> Remark:
    name = str(serial)
    return Remark(name, "", placeholder(off[name])) if name in off else Remark(name, text)
