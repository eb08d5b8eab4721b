# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the sentence below a chart has to hold: a value with its margin, the year and the source."""

from __future__ import annotations

import re

_SOURCE = re.compile(r"\b(?:Bron|Source): \S.*")
_YEAR = re.compile(r"\b20[12]\d\b")
#: A margin with its two ends.
_MARGIN = re.compile(r"\b90% ?-?(?:marge|margin) [+−]?\d[\d.,]* (?:tot|to) [+−]?\d")
#: What says in so many words that there is no margin, or no figure at all.
_WITHOUT = re.compile(
    r"geen marge|zonder marge|no margin|without a margin|geen cijfers|no figures"
    r"|van geen wijk een aantal|published for no wijk"
)
_VALUE = re.compile(r"\d")


def missing_of(sentence: str) -> list[str]:
    """What a reader looks for in vain; empty where the sentence is whole."""
    without_source = _SOURCE.sub("", sentence)
    said = _WITHOUT.search(sentence)
    wanted = {
        "source": _SOURCE.search(sentence),
        "year": _YEAR.search(without_source),
        "margin": _MARGIN.search(sentence) or said,
        "value": _VALUE.search(_MARGIN.sub("", _YEAR.sub("", without_source))) or said,
    }
    return [name for name, found in wanted.items() if not found]
