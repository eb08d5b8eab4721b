# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the first column of a table of codings names the units, or is a coder like the others."""

import re
from itertools import pairwise

from wijkverhaal.stories.grid import Grid, numeric

_UNITS = (
    "unit item case subject target id nr no nummer number row record object document text segment sample"
    " observation obs patient participant respondent utterance sentence turn line question index"
    " eenheid geval onderwerp passage fragment stuk citaat interview gesprek gezin kind regel rij zin beurt"
    " tekst vraag deelnemer eenheden gevallen items passages fragmenten stukken citaten gezinnen regels"
    " zinnen beurten teksten vragen units cases subjects targets documents segments"
)
_CODERS = (
    "coder codeur rater judge annotator observer scorer reviewer reader beoordelaar"
    " onderzoeker researcher codeerder beoordeler expert"
)
_UNIT_WORDS, _CODER_WORDS = frozenset(_UNITS.split()), frozenset(_CODERS.split())
#: Names hardly ever are values as well: at most this share of them.
_HARDLY = 0.1
#: With fewer rows numbers that do not return among the others can be chance.
_FEWEST = 4


def names_units(grid: Grid) -> bool:
    """Whether the first column names the units: its header says so, or its values can hardly be codings."""
    words = [_words(name) for name in grid.names]
    if _CODER_WORDS & set(words[0]):
        return False
    if not words[0] or any(_is_unit_word(word) for word in words[0]):
        return True
    if len(grid.names) > 1 and _without_number(grid.names[0]) == _without_number(grid.names[1]):
        return False  # `coder1` beside `coder2`, or `A` beside `B`
    return _values_name_units(grid)


def _words(header: str) -> list[str]:
    """The words of a header: `unit_id`, `unitId` and `Unit ID` are the same two."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    return re.findall(r"[^\W\d_]+", apart.lower()) or re.findall(r"\d+", apart)


def _is_unit_word(word: str) -> bool:
    glued = word.removesuffix("id").removesuffix("nr")
    return word in _UNIT_WORDS or (glued != word and glued in _UNIT_WORDS)


def _without_number(header: str) -> str:
    """What `coder1` and `coder2`, or `A` and `B`, have in common."""
    return re.sub(r"(?<![A-Za-z])[A-Z]$", "#A", re.sub(r"\d+$", "#1", header.strip()))


def _values_name_units(grid: Grid) -> bool:
    first, count = grid.column(0), len(grid.rows)
    if len(grid.names) < 3 or count < 2 or None in first or len(set(first)) < count:
        return False
    columns = [set(grid.column(place)) - {None} for place in range(1, len(grid.names))]
    others = set().union(*columns)
    found = numeric(first)
    if found is None:
        return len(others & set(first)) <= _HARDLY * count
    if found in (list(range(1, count + 1)), list(range(count))):
        return len(others) < count or len({_without_number(name) for name in grid.names[1:]}) == 1
    whole = all(one is not None and one == int(one) for one in found)
    if not whole or count < _FEWEST or len(others & set(first)) > _HARDLY * count:
        return False
    # Measurements seldom return either; but then they do not return among the other coders.
    return all(len(one & other) > _HARDLY * len(one) for one, other in pairwise(columns))
