# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wijken of which nothing was published: what the model says of them is a prediction, and is called so."""

from collections.abc import Iterable, Mapping
from typing import Any

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.language import _, ngettext
from wijkverhaal.publication.sentence import figure, margin, outcome_name, rate, use_sentence


def is_predicted(row: Mapping[str, Any]) -> bool:
    """Whether the use of a wijk is told without any figure of it in that year."""
    return row.get("status") == "no_row" and row.get("actual") is not None


def predicted_label() -> str:
    """What an estimate without any figure is called."""
    return _("voorspeld, zonder cijfer")


def with_predicted(row: Mapping[str, Any], value: str) -> str:
    """A value of the use as it stands in a list, told to be predicted where it is."""
    return _("{value}, voorspeld").format(value=value) if is_predicted(row) else value


def actual_heading(rows: Iterable[Mapping[str, Any]], percent: bool = False) -> str:
    """The head of a column with the use of wijken, of which some may be predicted.

    Parameters
    ----------
    rows
    percent : bool
        Whether the unit stands in the head and not behind each value.
    """
    predicted = [is_predicted(row) for row in rows]
    if predicted and all(predicted):
        return _("Voorspeld (%, 90%-marge)") if percent else _("Voorspeld (90%-marge)")
    if any(predicted):
        return (
            _("Werkelijk of voorspeld (%, 90%-marge)") if percent else _("Werkelijk of voorspeld (90%-marge)")
        )
    return _("Werkelijk (%, 90%-marge)") if percent else _("Werkelijk (90%-marge)")


def use_of_wijk(run: FinishedRun, row: Mapping[str, Any]) -> str:
    """What share of the youths in a wijk used care, or what the model predicts of it."""
    name, year = row["name"] or row["area"], row["year"]
    if not is_predicted(row):
        return use_sentence(run, name, year, row["actual"], row["actual_low"], row["actual_high"])
    return _(
        "Van {place} is over {year} geen cijfer gepubliceerd. Het model voorspelt dat {value} van de"
        " jeugdigen {outcome} gebruikte (90%-marge {margin}%). Of deze wijk opvalt, is daarom niet te zeggen."
    ).format(
        place=name,
        year=year,
        value=rate(row["actual"]),
        outcome=outcome_name(run.outcome),
        margin=margin(row["actual_low"], row["actual_high"]),
    )


def predicted_sentence(rows: Iterable[Mapping[str, Any]], place: str, year: int) -> str:
    """Of how many wijken of a place nothing was published; empty where that is of none."""
    every = list(rows)
    count = sum(is_predicted(row) for row in every)
    if not count:
        return ""
    if count == len(every):
        text = ngettext(
            "Van de {number} wijk van {place} is over {year} geen cijfer gepubliceerd. Wat hier staat, is"
            " voorspeld uit wie er wonen en uit de cijfers van andere wijken.",
            "Van geen van de {number} wijken van {place} is over {year} een cijfer gepubliceerd. Wat hier"
            " staat, is voorspeld uit wie er wonen en uit de cijfers van andere wijken.",
            count,
        )
    else:
        text = ngettext(
            "Van {number} wijk is over {year} geen cijfer gepubliceerd; wat daar staat, is voorspeld.",
            "Van {number} wijken is over {year} geen cijfer gepubliceerd; wat daar staat, is voorspeld.",
            count,
        )
    return text.format(number=figure(count, 0), place=place, year=year)
