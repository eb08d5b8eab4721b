# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document without somebody's words: every paragraph that holds a stretch of them goes."""

import re
from typing import Any

from wijkverhaal.dialogue.contribution_text import isolated

#: So many words in a row are no coincidence.
_IN_A_ROW = 5
_WORD = re.compile(r"\w+")


def quotes(text: str, words: str, fewest: int = 1) -> bool:
    """Whether a text holds a stretch of somebody's words.

    Parameters
    ----------
    text, words : str
    fewest : int
        Of fewer words than this only the same text, or the same words set apart in it, count.

    >>> quotes("Partners noemen armoede.", "Armoede", fewest=3), quotes("armoede", "Armoede", fewest=3)
    (False, True)
    """
    if len(_plain(words).split()) < fewest:
        return bool(_plain(words)) and (_plain(words) == _plain(text) or isolated(words) in text)
    return _quotes(text, _stretches(words))


def without_words(content: dict[str, Any], words: str, fewest: int = 1) -> dict[str, Any]:
    """The plain values of a document (`document_dict`) without every paragraph that quotes `words`.

    A paragraph goes as well where somebody shortened the quotation or wrote around it: too much is better
    than a word of who took them back.

    >>> parts = {"a": {"generated": ["Ja, wij wachtten al heel lang, toen", "Iets anders"], "before": ""}}
    >>> without_words({"parts": parts}, "Wij wachtten al heel lang op hulp")["parts"]["a"]["generated"]
    ['Iets anders']
    """
    if not _plain(words):
        return content
    parts = {name: _part(part, words, fewest) for name, part in content.get("parts", {}).items()}
    return {**content, "parts": parts}


def _part(part: dict[str, Any], words: str, fewest: int) -> dict[str, Any]:
    kept: dict[str, Any] = dict(part)
    for name in ("generated", "written"):
        if part.get(name) is not None:
            kept[name] = _paragraphs(part[name], words, fewest)
    for name in ("before", "after"):
        kept[name] = "\n\n".join(_paragraphs(part.get(name, "").split("\n\n"), words, fewest))
    marks = [
        {side: _paragraphs(mark[side], words, fewest) for side in ("written", "beneath")}
        for mark in part.get("marks", ())
    ]
    kept["marks"] = [mark for mark in marks if mark["written"] or mark["beneath"]]
    return kept


def _paragraphs(paragraphs: list[str], words: str, fewest: int) -> list[str]:
    return [one for one in paragraphs if not quotes(one, words, fewest)]


def _quotes(paragraph: str, stretches: set[str]) -> bool:
    said = f" {_plain(paragraph)} "
    return any(f" {stretch} " in said for stretch in stretches)


def _stretches(words: str) -> set[str]:
    found = _plain(words).split()
    if not found:
        return set()
    size = min(_IN_A_ROW, len(found))
    return {" ".join(found[place : place + size]) for place in range(len(found) - size + 1)}


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
