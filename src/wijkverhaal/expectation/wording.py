# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wording of a run: its texts in every language, so that a run can be read in any of them.

The texts name wijken, gemeenten and figures, so they cannot be translated afterwards; the run
holds them in each language from the start.
"""

from collections.abc import Callable, Mapping
from typing import Any

import polars as pl

from wijkverhaal.foundation.language import LANGUAGES, speaking


def in_every_language(write: Callable[[], dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What `write` gives in each language, by language.

    >>> from wijkverhaal.foundation.language import number
    >>> in_every_language(lambda: {"size": number(1.5)})
    {'nl': {'size': '1,5'}, 'en': {'size': '1.5'}}
    """
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = write()
    return found


def words_of(model: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The texts of a run in a language; empty where it has none."""
    return dict((model.get("wording") or {}).get(language) or {})


def reworded_model(model: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, Any]:
    """The content of model.json in one language, without the others."""
    rest = {name: value for name, value in model.items() if name != "wording"}
    rest |= {name: words[name] for name in ("likelihood", "assumptions", "notes") if name in words}
    told = words.get("indicators", {})
    if told:
        rest["indicators"] = {
            name: {**entry, **told.get(name, {})} for name, entry in rest.get("indicators", {}).items()
        }
    labels = words.get("hyperparameters", {})
    if labels:
        rest["hyperparameters"] = {
            name: {**entry, "label": labels.get(name, entry.get("label"))}
            for name, entry in rest.get("hyperparameters", {}).items()
        }
    return rest


def reworded(table: pl.DataFrame, key: str, words: Mapping[str, Any], **columns: str) -> pl.DataFrame:
    """The table with texts of its own language put in by their key.

    Parameters
    ----------
    key : str
        The column that names a part or a term.
    words : mapping
        As `words_of` gives them.
    **columns : str
        For each column of texts which of the words stand in it.
    """
    return table.with_columns(
        pl.col(key)
        .replace_strict(list(words[kind]), list(words[kind].values()), default=pl.col(column))
        .alias(column)
        for column, kind in columns.items()
        if words.get(kind)
    )
