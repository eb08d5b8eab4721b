# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""How one kind of number was made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class NumberMethod:
    """A kind of number in words.

    Attributes
    ----------
    key : str
        By which a page asks for it.
    rests_on : str
        The field of `NumberSources` in which its sources stand.
    number : str
        What the reader calls it.
    method, sureness : str
    """

    key: str
    rests_on: str
    number: str
    method: str
    sureness: str
