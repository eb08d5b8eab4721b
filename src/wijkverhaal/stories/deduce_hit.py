# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals by `deduce`, where somebody installed it; in a process of its own, because it takes a gigabyte.

An addition to the roster and the rules and not their replacement: it misses nicknames, schools and names in
small letters, and it numbers persons per text.
"""

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.apart import run_apart
from wijkverhaal.stories.hit import Hit

#: The first time deduce makes its lists, which takes more than a minute, on a busy machine more than five.
SECONDS = 240
_READER = "wijkverhaal.stories.deduce_reader"
_REPLACEMENTS = {
    "persoon": "[naam]",
    "locatie": "[plaats]",
    "instelling": "[organisatie]",
    "zorginstelling": "[organisatie]",
    "ziekenhuis": "[organisatie]",
    "telefoonnummer": "[telefoon]",
    "emailadres": "[e-mail]",
    "bsn": "[BSN]",
    "url": "[webadres]",
}


def deduce_hits(text: str, seconds: float = SECONDS, reader: str = _READER) -> list[Hit]:
    """What deduce would replace, for a person to decide.

    Raises
    ------
    InputError
        When deduce is not installed, fails, or takes too long.
    """
    try:
        found = run_apart(reader, text.encode("utf-8", "replace"), seconds)
    except TimeoutError as error:
        raise InputError(_("Het zoeken met deduce duurt te lang; ga verder zonder.")) from error
    except ValueError as error:
        raise _failed() from error
    if "missing" in found:
        raise InputError(_("Het pakket deduce is niet geïnstalleerd; ga verder zonder, of installeer het."))
    if "marks" not in found:
        raise _failed()
    return [
        Hit(start, end, text[start:end], _REPLACEMENTS.get(tag, "[gegeven]"), "deduce")
        for start, end, tag in sorted(found["marks"])
        if 0 <= start < end <= len(text)
    ]


def _failed() -> InputError:
    return InputError(_("Het zoeken met deduce is niet gelukt; ga verder zonder."))
