# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cooperation as indicators of a wijk, in the form in which a gemeente's own figures come in."""

from collections.abc import Mapping

import polars as pl

from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.foundation.language import _

#: The figure to the name of its column; the word before the colon says the group, for import.
COLUMNS = {
    "density": "samenwerking: partners die samenwerken (%)",
    "reciprocity": "samenwerking: wederkerige samenwerking (%)",
    "reached": "samenwerking: bereikte partners (%)",
    "isolated": "samenwerking: partners die alleen staan (%)",
}

#: The column by which a file says that its figures are invented.
_FICTIONAL = "fictional"


def cooperation_table(
    wijken: Mapping[str, NetworkFigures], year: int, fictional: bool = False
) -> pl.DataFrame:
    """A row per wijk, as a file of the gemeente's own figures: to save as csv and import.

    Parameters
    ----------
    wijken : mapping of code to NetworkFigures
    year : int
    fictional : bool
        Whether the wijken are; then the file says so, and does not go in with real figures.

    Returns
    -------
    DataFrame
        wijkcode, jaar, and a column per figure of `COLUMNS`; null where too little was answered.
    """
    kinds = {"wijkcode": pl.String, "jaar": pl.Int64} | dict.fromkeys(COLUMNS.values(), pl.Float64)
    rows = [
        {"wijkcode": area, "jaar": year}
        | {column: _rounded(getattr(found, name).value) for name, column in COLUMNS.items()}
        for area, found in sorted(wijken.items())
    ]
    table = pl.DataFrame(rows, schema=kinds)
    return table.with_columns(pl.lit(1).alias(_FICTIONAL)) if fictional else table


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def cooperation_sentences(found: NetworkFigures | None) -> tuple[str, ...]:
    """The figures of a wijk in words."""
    if found is None:
        return (_("Te weinig mensen hebben geantwoord; daarom tonen we geen cijfers over samenwerking."),)
    texts = {
        "density": _("Van alle paren van partners werkt {value} samen{margin}."),
        "reciprocity": _("Bij {value} van die paren zeggen beide partners dat{margin}."),
        "reached": _("Met {value} van de partners werkt minstens één andere partner samen{margin}."),
        "isolated": _("{value} van de partners staat alleen{margin}."),
    }
    return tuple(_sentence(text, getattr(found, name)) for name, text in texts.items())


def _sentence(text: str, found: Bounded) -> str:
    value = _("een onbekend deel") if found.value is None else f"{found.value:.0f}%"
    wide = found.high - found.low >= 1.0
    margin = _(" (tussen {low}% en {high}%, want niet alle antwoorden zijn er)") if wide else ""
    return text.format(value=value, margin=margin.format(low=f"{found.low:.0f}", high=f"{found.high:.0f}"))
