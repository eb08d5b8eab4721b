# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""To which group a column of a gemeente's own table belongs: as said, as its name says, else "own"."""

from collections.abc import Iterable, Mapping

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

#: Before the name of a column of a gemeente's own table.
LOCAL_PREFIX = "local:"
OTHER = "own"

#: What somebody can write before a colon in the name of a column, or after `--group COLUMN=`.
GROUP_WORDS: Mapping[str, str] = {
    "samenhang": "cohesion",
    "sociale samenhang": "cohesion",
    "veiligheid": "safety",
    "voorzieningen": "amenities",
    "omgeving": "surroundings",
    "fysieke omgeving": "surroundings",
    "samenwerking": "cooperation",
    "overig": OTHER,
    "cohesion": "cohesion",
    "safety": "safety",
    "amenities": "amenities",
    "surroundings": "surroundings",
    "cooperation": "cooperation",
    "other": OTHER,
}

#: Parts of words that give the group away where nobody says it.
_HINTS = {
    "samenhang": "cohesion",
    "cohesie": "cohesion",
    "veilig": "safety",
    "misdrij": "safety",
    "criminal": "safety",
    "voorziening": "amenities",
    "samenwerk": "cooperation",
    "fysieke": "surroundings",
}


def group_and_label(measure: str, said: Mapping[str, str] | None = None) -> tuple[str, str]:
    """The group of a local measure, and what a reader calls it.

    Parameters
    ----------
    measure
        As stored: "local:" and the name of the column.
    said
        Name of a column to its group, as from `read_groups`; it wins over the name.

    Examples
    --------
    >>> group_and_label("local:veiligheid: aangiften per inwoner")
    ('safety', 'aangiften per inwoner')
    >>> group_and_label("local:sociale_samenhang"), group_and_label("local:Cijfer")
    (('cohesion', 'sociale samenhang'), ('own', 'Cijfer'))
    >>> group_and_label("local:Cijfer", {"Cijfer": "amenities"})
    ('amenities', 'Cijfer')
    """
    name = measure.removeprefix(LOCAL_PREFIX)
    word, colon, rest = name.partition(":")
    written = GROUP_WORDS.get(_plain(word)) if colon and rest.strip() else None
    label = (rest if written else name).replace("_", " ").strip()
    hinted = next((group for hint, group in _HINTS.items() if hint in name.lower()), OTHER)
    return (said or {}).get(name) or written or hinted, label


def read_groups(typed: Iterable[str]) -> dict[str, str]:
    """Groups as typed: "column=word".

    >>> read_groups(["vei18=veiligheid"])
    {'vei18': 'safety'}

    Raises
    ------
    InputError
        When a word is no group, or the column is not named.
    """
    found = {}
    for one in typed:
        column, _equals, word = one.rpartition("=")
        group = GROUP_WORDS.get(_plain(word))
        if not column.strip() or group is None:
            raise InputError(
                _(
                    "'{typed}' zegt niet welke groep een kolom heeft;"
                    " schrijf KOLOM=GROEP en kies uit {known}."
                ).format(
                    typed=one, known="samenhang, veiligheid, voorzieningen, omgeving, samenwerking, overig"
                )
            )
        found[column.strip()] = group
    return found


def _plain(word: str) -> str:
    return " ".join(word.replace("_", " ").lower().split())
