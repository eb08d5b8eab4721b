# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer of a local model, as tables, plain values and sentences."""

from typing import Any

import numpy as np
import polars as pl

from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.local_model import LocalAnswer
from wijkverhaal.expectation.place_answer import bounded_rates
from wijkverhaal.expectation.question_file import gain_dict
from wijkverhaal.expectation.question_words import labels_of, older_figures, verdict_sentence
from wijkverhaal.foundation.language import _, number

_TAILS = (0.05, 0.95)


def coefficient_rows(answer: LocalAnswer) -> pl.DataFrame:
    """One row per indicator: the change of the predictor for one standard deviation, with 90% bounds."""
    low, high = np.quantile(answer.coefficients, _TAILS, axis=0)
    return pl.DataFrame(
        {
            "term": [column.term for column in answer.columns],
            "label": [column.indicator.text for column in answer.columns],
            "group": [column.group for column in answer.columns],
            "estimate": answer.coefficients.mean(0),
            "low": low,
            "high": high,
            "centre": [column.centre for column in answer.columns],
            "scale": [column.scale for column in answer.columns],
        }
    )


def wijk_rows(answer: LocalAnswer) -> pl.DataFrame:
    """One row per wijk: expected and difference without and with the indicators, with 90% bounds.

    In percent of youths; a wijk without youths has no rates. The bounds of what is expected cover what
    is expected of such a wijk: the effect of the wijk itself is averaged over.
    """
    draws: dict[str, Floats] = {}
    for when, expected, actual in (
        ("before", answer.expected_before, answer.actual_before),
        ("after", answer.expected_after, answer.actual_after),
    ):
        draws |= {f"expected_{when}": expected, f"difference_{when}": actual - expected}
    return bounded_rates(answer.panel, draws)


def local_sentences(answer: LocalAnswer) -> list[str]:
    """The verdict, what changes in the differences, and what a reader must know beside them."""
    before, after = _typical_differences(answer)
    found = [
        verdict_sentence(_("Eigen cijfers"), _("wijken"), answer.gain),
        _(
            "Het verschil tussen werkelijk en verwacht is in een gewone wijk {before} procentpunt zonder"
            " en {after} procentpunt met de eigen cijfers."
        ).format(before=number(before, 2), after=number(after, 2)),
    ]
    if answer.left_out:
        names = ", ".join(labels_of(answer.panel, tuple(answer.left_out)))
        found.append(
            _("Niet te gebruiken, want te vaak onbekend of overal gelijk: {names}.").format(names=names)
        )
    found += older_figures(answer.panel, [column.indicator.id for column in answer.columns])
    if answer.gain.verdict == "gain":
        found.append(_("Dat een cijfer helpt bij het voorspellen, maakt het nog geen oorzaak."))
    return found


def _typical_differences(answer: LocalAnswer) -> tuple[float, float]:
    """Mean absolute difference over the wijken, before and after."""
    table = wijk_rows(answer)
    before, after = (table[f"difference_{when}"].abs().mean() for when in ("before", "after"))
    return float(before or 0.0), float(after or 0.0)  # type: ignore[arg-type]


def local_dict(answer: LocalAnswer, place: str) -> dict[str, Any]:
    """The answer as plain values; sentences in the current language."""
    before, after = _typical_differences(answer)
    return {
        "question": "local",
        "place": place,
        "family": answer.panel.family,
        "outcome": answer.panel.outcome,
        "year": answer.panel.year,
        "gain": gain_dict(answer.gain),
        "coefficients": coefficient_rows(answer).to_dicts(),
        "mean_absolute_difference": {"before": before, "after": after},
        "wijken": wijk_rows(answer).to_dicts(),
        "left_out": answer.left_out,
        "local_years": {name: list(years) for name, years in answer.panel.local_years.items()},
        "sentences": local_sentences(answer),
    }
