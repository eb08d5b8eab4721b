# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sentences about figures, in plain Dutch: value, margin, year and source in one breath."""

from collections.abc import Callable
from functools import lru_cache

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, current_language, number

MINUS = "\u2212"
DASH = "\u2013"

#: A difference is probable when its probability lies outside these bounds.
PROBABLY_LOWER = 0.05
PROBABLY_HIGHER = 0.95

_NEARLY_CERTAIN = 0.995


@lru_cache(maxsize=65536)
def _written(value: float, decimals: int, language: str) -> str:
    return number(value, decimals).replace("-", MINUS)


def figure(value: float | None, decimals: int = 1) -> str:
    """A number as read: 1.234,5; an en dash where there is none."""
    if value is None or value != value:
        return DASH
    return _written(round(value, decimals) + 0.0, decimals, current_language())


def rate(value: float | None) -> str:
    """A percentage of youths: 9,1%."""
    return DASH if value is None or value != value else figure(value) + "%"


def signed(value: float | None, decimals: int = 1) -> str:
    """A difference in percentage points with its sign: +1,2 or \u22120,4."""
    written = figure(value, decimals)
    return "+" + written if value is not None and value == value and round(value, decimals) > 0 else written


def margin(low: float | None, high: float | None, write: Callable[[float | None], str] | None = None) -> str:
    """The two ends of a margin: 8,2 tot 10,1; `write` says how a number is written."""
    write = write or figure
    return _("{low} tot {high}").format(low=write(low), high=write(high))


def translated(text: str | None) -> str:
    """A text of the run itself in the reader's language, where the catalogue has it."""
    return _(text) if text else ""


def outcome_name(outcome: str) -> str:
    """The form of care in words, within a sentence."""
    names = {
        "jeugdzorg": _("jeugdzorg"),
        "jeugdhulp": _("jeugdhulp"),
        "zonder-verblijf": _("jeugdhulp zonder verblijf"),
    }
    return names.get(outcome, outcome)


#: With fewer gemeenten than this the figures are not of the whole country.
_GEMEENTEN_OF_A_COUNTRY = 300


def country_name(run: FinishedRun) -> str:
    """The country of the figures, within a sentence."""
    if run.fictional:
        return _("het verzonnen land")
    national = run.gemeente_count(run.years[0]) >= _GEMEENTEN_OF_A_COUNTRY
    return _("Nederland") if national else _("het ingelezen gebied")


def fictional_label() -> str:
    """What stands on everything that comes from the fictional country."""
    return _("Verzonnen land: deze cijfers zijn niet echt")


def source(run: FinishedRun, year: int) -> str:
    """Where the figures of a year come from, as a sentence."""
    publisher = _("verzonnen land") if run.fictional else run.family.upper()
    return _("Bron: {publisher} {year}, bewerking Wijkverhaal.").format(publisher=publisher, year=year)


def direction(probability: float | None) -> str | None:
    """Which way a difference points: "higher", "lower", "unclear"; None where it is unknown."""
    if probability is None or probability != probability:
        return None
    if probability > PROBABLY_HIGHER:
        return "higher"
    return "lower" if probability < PROBABLY_LOWER else "unclear"


def chance(probability: float | None) -> str:
    """A probability as a percentage that never says 0 or 100."""
    if probability is None or probability != probability:
        return DASH
    if probability >= _NEARLY_CERTAIN:
        return _("meer dan 99%")
    if probability <= 1 - _NEARLY_CERTAIN:
        return _("minder dan 1%")
    return figure(100 * probability, 0) + "%"


def use_sentence(
    run: FinishedRun, name: str, year: int, value: float | None, low: float | None, high: float | None
) -> str:
    """What share of the youths in a place used care, with its margin and year."""
    return _(
        "In {place} gebruikte in {year} naar schatting {value} van de jeugdigen {outcome}"
        " (90%-marge {margin}%)."
    ).format(
        place=name, year=year, value=rate(value), outcome=outcome_name(run.outcome), margin=margin(low, high)
    )


def difference_sentence(
    value: float | None, low: float | None, high: float | None, probability: float | None, way: str | None
) -> str:
    """How the use differs from what was expected here, with margin and chance.

    Only the difference of a wijk that stands out is called clear; `way` is which way it does, as of
    `marking_sentence.way_of`. Nothing is said of a wijk whose use is predicted.
    """
    if way == "predicted":
        return ""
    likely = direction(probability)
    if value is None or likely is None:
        return _("Of dat anders is dan hier verwacht, is niet bekend.")
    facts = {
        "value": figure(abs(value)),
        "margin": _("{low} tot {high}").format(low=signed(low), high=signed(high)),
        "chance": chance(probability),
    }
    if "lower" in (way, likely):
        facts["chance"] = chance(1 - (probability or 0.0))
    if way == "higher":
        text = _(
            "Dat is duidelijk hoger dan hier verwacht: {value} procentpunt verschil"
            " (90%-marge {margin}). De kans dat het echt hoger is, is {chance}."
        )
    elif way == "lower":
        text = _(
            "Dat is duidelijk lager dan hier verwacht: {value} procentpunt verschil"
            " (90%-marge {margin}). De kans dat het echt lager is, is {chance}."
        )
    elif likely == "higher":
        text = _(
            "Dat is waarschijnlijk hoger dan hier verwacht, maar het verschil is klein of onzeker: {value}"
            " procentpunt (90%-marge {margin}). De kans dat het hoger is, is {chance}."
        )
    elif likely == "lower":
        text = _(
            "Dat is waarschijnlijk lager dan hier verwacht, maar het verschil is klein of onzeker: {value}"
            " procentpunt (90%-marge {margin}). De kans dat het lager is, is {chance}."
        )
    else:
        text = _(
            "Dat is geen duidelijk verschil met wat hier verwacht werd: {value} procentpunt"
            " (90%-marge {margin}). De kans dat het hoger is, is {chance}."
        )
    return text.format(**facts)
