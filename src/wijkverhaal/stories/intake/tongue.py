# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a text is English: the small words that every speaker needs tell it."""

import re

_DUTCH_WORDS = "de het een en dat ik is niet van ze hij was maar je er die in op te we zij ook dan"
_ENGLISH_WORDS = "the and to of that was it he she they you is not but we for with had have this"
_DUTCH, _ENGLISH = frozenset(_DUTCH_WORDS.split()), frozenset(_ENGLISH_WORDS.split())
_ENOUGH = 30


def is_english(text: str) -> bool:
    """Whether far more of its small words are English than Dutch.

    >>> is_english("he was three and they did not help the family with that " * 9), is_english("ja en nee")
    (True, False)
    """
    words = re.findall(r"[a-z]+", text[:20_000].lower())
    english, dutch = sum(word in _ENGLISH for word in words), sum(word in _DUTCH for word in words)
    return english >= _ENOUGH and english > 3 * dutch
