# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The scores of a validation, as a table for the terminal."""

from rich.table import Table

from wijkverhaal.expectation.validation import MODEL, WITHOUT_LEVELS, Validation
from wijkverhaal.figures.outcome import outcome_label
from wijkverhaal.foundation.language import _, number


def validation_table(validation: Validation) -> Table:
    """One row per predictor."""
    plan = validation.plan
    what = _("wijken") if plan.hold_out == "wijk" else _("hele gemeenten")
    title = _("{outcome} {year}: voorspelling van verborgen {what} ({folds} delen, {seeds} keer)").format(
        outcome=outcome_label(validation.outcome),
        year=validation.year,
        what=what,
        folds=plan.folds,
        seeds=plan.seeds,
    )
    table = Table(title=title, title_justify="left", title_style="bold")
    table.add_column(_("model"))
    for name in (_("logscore"), "R2", _("fout"), "50%", "80%", "90%", "95%"):
        table.add_column(name, justify="right")
    for name, scores in validation.scores.items():
        table.add_row(
            predictor_label(name),
            number(scores.log_score, 3),
            number(scores.r2, 3),
            number(scores.mean_absolute_error, 2),
            *[number(100 * value, 1) for value in scores.coverage.values()],
        )
    return table


def size_sentence(validation: Validation) -> str:
    """How the bounds of the model hold in wijken of different size; empty where that is not known."""
    held = validation.scores[MODEL].coverage_90_by_size
    if not held:
        return ""
    return _(
        "De grenzen van 90% houden, van de kleinste tot de grootste vijfde van de wijken: {held}%."
    ).format(held=", ".join(number(100 * value, 0) for value in held))


def predictor_label(name: str) -> str:
    """What a reader calls a predictor."""
    labels = {
        MODEL: "Wijkverhaal",
        WITHOUT_LEVELS: _("zonder regio en gemeente"),
        "national_mean": _("landelijk gemiddelde"),
        "population_glm": _("gewone regressie op bevolking"),
        "lightgbm_region": _("LightGBM met de regio"),
    }
    return labels.get(name, name)
