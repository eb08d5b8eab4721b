# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Estimate: from the figures in a workspace to an immutable run."""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import polars as pl

import wijkverhaal
from wijkverhaal.expectation.change import change_table
from wijkverhaal.expectation.coefficient_draws import write_coefficient_draws
from wijkverhaal.expectation.comparable import comparable_table
from wijkverhaal.expectation.draw_table import write_draws
from wijkverhaal.expectation.indicator_table import indicator_table
from wijkverhaal.expectation.marking_summary import marked_wijken
from wijkverhaal.expectation.model_card import model_card
from wijkverhaal.expectation.multilevel import FittedYear, fit_panels
from wijkverhaal.expectation.request import Request as Request
from wijkverhaal.expectation.result_tables import (
    area_table,
    coefficient_table,
    explanation_table,
    place_table,
)
from wijkverhaal.expectation.run_inputs import inputs_of
from wijkverhaal.expectation.slope_search import SlopeSearch
from wijkverhaal.figures.outcome import care_form_of
from wijkverhaal.figures.panel import Panel, count_panel, percentage_panel, years_with_counts
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.files import remove_unfinished, whole_folder
from wijkverhaal.foundation.language import _
from wijkverhaal.foundation.workspace import Workspace

Progress = Callable[[str, float], None]


def panels_of(store: FigureStore, request: Request) -> list[Panel]:
    """The panels that a request is about, by year.

    Raises
    ------
    NotFoundError
        When the figures were not imported.
    InputError
        When the request contradicts itself.
    """
    if request.settings.like_scp and not request.scp:
        raise InputError(_("Gebruik --like-scp samen met --scp: dat model past bij het bestand van SCP."))
    if request.settings.like_scp and request.search_slopes:
        raise InputError(
            _("Een model zoals dat van SCP heeft één gewicht per kenmerk; laat --within-between weg.")
        )
    if request.scp:
        if request.years not in ((), (2017,)):
            raise InputError(_("Het bestand van SCP gaat over 2017; laat --year weg of kies 2017."))
        return [percentage_panel(store)]
    care_form_of(request.outcome)
    there = years_with_counts(store, request.outcome)
    if not there:
        raise NotFoundError(
            _(
                "Er zijn in {folder} nog geen cijfers over {outcome} per wijk; importeer eerst de tabellen"
                " van CBS met 'wijkverhaal import', of probeer 'wijkverhaal demo'."
            ).format(folder=store.workspace.root, outcome=request.outcome)
        )
    unknown = sorted(set(request.years) - set(there))
    if unknown:
        raise NotFoundError(
            _("Over {year} zijn er geen cijfers over {outcome}; wel over {there}.").format(
                year=unknown[0], outcome=request.outcome, there=", ".join(map(str, there))
            )
        )
    return [count_panel(store, request.outcome, year) for year in sorted(set(request.years) or there)]


def estimate(workspace: Workspace, request: Request, progress: Progress | None = None) -> Path:
    """Fit, and write a run that appears only when it is whole.

    Returns
    -------
    Path
        The folder of the run.
    """
    tell = progress or (lambda what, share: None)
    store = FigureStore(workspace)
    panels = panels_of(store, request)
    remove_unfinished(workspace.runs)
    what = _("Model {years}").format(years=", ".join(str(panel.year) for panel in panels))
    slopes = None
    if request.search_slopes:
        slopes = SlopeSearch.on(panels, request.settings, lambda share: tell(_("Gewichten toetsen"), share))
        request = replace(request, settings=replace(request.settings, within_between=slopes.chosen))
    fitted = fit_panels(panels, request.settings, lambda share: tell(what, share))
    return write_run(workspace, store, request, fitted, slopes)


def write_run(
    workspace: Workspace,
    store: FigureStore,
    request: Request,
    fitted: Sequence[FittedYear],
    slopes: SlopeSearch | None = None,
) -> Path:
    """Write the folder of a finished run."""
    created = datetime.now(UTC)
    years = [one.panel.year for one in fitted]
    outcome = fitted[0].panel.outcome
    name = "-".join(
        [
            f"{created:%Y%m%d-%H%M%S}",
            "scp" if request.scp else outcome,
            *map(str, years),
            secrets.token_hex(2),
        ]
    )
    card = {
        "id": name,
        "created": created.isoformat(timespec="microseconds"),
        "version": wijkverhaal.__version__,
        "status": "finished",
        "fictional": bool(workspace.fictional),
        "outcome": outcome,
        "family": fitted[0].panel.family,
        "years": years,
        "seed": request.settings.seed,
        "settings": _settings(request),
        "inputs": inputs_of(store, fitted),
    }
    with whole_folder(workspace.runs / name) as folder:
        _area_tables(request, fitted).write_parquet(folder / "areas.parquet")
        pl.concat([comparable_table(one) for one in fitted]).write_parquet(folder / "comparable.parquet")
        pl.concat([explanation_table(one) for one in fitted]).write_parquet(folder / "explanation.parquet")
        pl.concat([coefficient_table(one) for one in fitted]).write_parquet(folder / "coefficients.parquet")
        pl.concat([place_table(one) for one in fitted]).write_parquet(folder / "places.parquet")
        pl.concat([indicator_table(one) for one in fitted]).write_parquet(folder / "indicators.parquet")
        write_coefficient_draws(fitted, folder)
        if request.keep_draws or request.keep_actual:
            write_draws(fitted, folder, whole=request.keep_draws)
        boundaries = _boundaries(store, fitted)
        if not boundaries.is_empty():
            boundaries.write_parquet(folder / "boundaries.parquet")
        _write_json(folder / "model.json", model_card(fitted, request.rule, slopes))
        _write_json(folder / "run.json", card)
    return workspace.runs / name


def _area_tables(request: Request, fitted: Sequence[FittedYear]) -> pl.DataFrame:
    changes = change_table(fitted)
    return pl.concat([area_table(one, marked_wijken(one, request.rule), changes) for one in fitted])


def _boundaries(store: FigureStore, fitted: Sequence[FittedYear]) -> pl.DataFrame:
    """Boundaries of the newest year, for the wijken that the run is about."""
    codes = pl.concat([one.panel.areas.select("area") for one in fitted]).unique()
    return store.boundaries(max(one.panel.year for one in fitted)).join(codes, on="area", how="semi")


def _settings(request: Request) -> dict[str, Any]:
    settings = request.settings
    return {
        "scp": request.scp,
        "like_scp": settings.like_scp,
        "without_groups": sorted(settings.without_groups),
        "levels": settings.levels,
        "neighbours": settings.neighbours,
        "together": settings.together,
        "neighbourhood": sorted(settings.neighbourhood),
        "within_between": sorted(settings.within_between),
        "search_slopes": request.search_slopes,
        "draws": settings.draws,
        "false_discovery_rate": request.rule.false_discovery_rate,
        "smallest": request.rule.smallest,
    }


def _write_json(path: Path, content: dict[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "utf-8")
