# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The text of an interview after import: it never changes again, and its checksum shows that."""

import hashlib
from dataclasses import dataclass

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _


@dataclass(frozen=True)
class FrozenText:
    """A text with its SHA-256 (of its UTF-8), in hexadecimal.

    Places in it are counted in characters (code points), from 0, the end not included.
    """

    text: str
    sha256: str

    def passage(self, start: int, end: int) -> str:
        """The words of a passage.

        Raises
        ------
        InputError
            When it lies outside the text, or is empty.
        """
        if not 0 <= start < end <= len(self.text):
            raise InputError(_("Deze passage ligt buiten de tekst; kies de woorden opnieuw."))
        return self.text[start:end]


def freeze(text: str) -> FrozenText:
    """A text as it will stay."""
    return FrozenText(text, _checksum(text))


def thawed(text: str, sha256: str) -> FrozenText:
    """A stored text again.

    Raises
    ------
    InputError
        When it is not the text that was frozen.
    """
    if _checksum(text) != sha256:
        raise InputError(
            _("De tekst van dit interview is veranderd na het importeren; haal een reservekopie terug.")
        )
    return FrozenText(text, sha256)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
