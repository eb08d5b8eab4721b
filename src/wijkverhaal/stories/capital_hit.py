# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a capital inside a sentence: names that nobody put on the roster yet."""

import re

from wijkverhaal.stories.hit import Hit

_WORD = re.compile(r"(?<![\w\[-])[^\W\d_a-zà-ÿ][\w'’-]*[^\W_]|(?<![\w\[-])[A-Z](?=\.)")
#: What ends a sentence, or opens one; after it a capital says nothing.
_OPENS = re.compile(r"(?:^|[.!?…:;\n\"“”‘«»(\[*•–-])\s*$")
_WORDS = (
    "ik ja nee nou en maar dus want de het een hij zij ze wij we je jij u dat die dit toen daar er hoe wat"
    " wie waar waarom als ok oké nederland nederlands nederlandse engels duits frans gemeente jeugdzorg ggz"
    " ggd wmo ib iq adhd ots jgz cjg awbz mdo tv dvd pc app whatsapp teams google ns kerst pasen sinterklaas"
    " corona covid god"
)
_KNOWN = frozenset(_WORDS.split())


def capital_hits(text: str) -> list[Hit]:
    """Every such word, as a proposal without a role yet; words that follow each other are one.

    >>> [hit.text for hit in capital_hits("Toen kwam mevrouw De Vries uit Horn.")]
    ['De Vries', 'Horn']
    """
    found: list[Hit] = []
    for word in _WORD.finditer(text):
        start, end = word.span()
        if found and text[found[-1].end : start] == " ":
            last = found.pop()
            found.append(Hit(last.start, end, text[last.start : end], last.replacement, last.rule))
        elif not _OPENS.search(text[max(0, start - 4) : start]) and start:
            found.append(Hit(start, end, word[0], "[naam]", "capital"))
    return [hit for hit in found if hit.text.lower() not in _KNOWN]
