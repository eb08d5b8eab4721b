# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be asked: runs, gemeenten, wijken, their explanation, and the weights of the model."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import polars as pl
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.expectation.run_columns import COEFFICIENT_COLUMNS, COMPARABLE_COLUMNS, EXPLANATION_COLUMNS
from wijkverhaal.foundation.language import _
from wijkverhaal.publication.exported_column import place_columns
from wijkverhaal.publication.sentence import fictional_label, outcome_name
from wijkverhaal.site.api.answer import answer, listed, paged, rows
from wijkverhaal.site.api.problem import BadQuestion, problem
from wijkverhaal.site.api.question import asked
from wijkverhaal.site.runs import library
from wijkverhaal.site.runs.shown_run import for_readers

_PAGES = ("pagina", "paginagrootte")


def _resource(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Tell in an answer what is wrong with a question."""

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, **path: str) -> HttpResponse:
        try:
            return view(request, **path)
        except BadQuestion as error:
            return problem(400, _("Er klopt iets niet in de vraag; zie errors."), error.errors)
        except Http404 as error:
            return problem(404, str(error))

    return shown


@_resource
def runs(request: HttpRequest) -> HttpResponse:
    """All finished runs, the newest first, each with whether everybody sees it on the start page."""
    asked(request)
    first = next((one.id for one in for_readers()), "")
    told = [{**run_row(library.opened(one.id)), "shown": one.id == first} for one in library.entries()]
    return answer(request, listed(request, told))


@_resource
def run(request: HttpRequest, run_id: str) -> HttpResponse:
    """One run: what was estimated, from which sources, and how."""
    asked(request)
    found = library.opened(run_id)
    told = {**run_row(found), "seed": found.card.get("seed"), "inputs": [_input(one) for one in found.inputs]}
    return answer(request, told, found.card.get("created"))


def run_row(found: FinishedRun) -> dict[str, Any]:
    """The card of a run."""
    return {
        "id": found.id,
        "created": found.card.get("created"),
        "version": found.card.get("version"),
        "outcome": found.outcome,
        "outcome_label": outcome_name(found.outcome),
        "family": found.family,
        "years": sorted(found.years),
        "fictional": found.fictional,
        "label": fictional_label() if found.fictional else None,
    }


def _input(entry: dict[str, Any]) -> dict[str, Any]:
    names = ("kind", "title", "file", "checksum", "licence", "years")
    return {name: entry.get(name) for name in names}


@_resource
def gemeenten(request: HttpRequest, run_id: str) -> HttpResponse:
    """The use of every gemeente, by code and year."""
    wish = asked(request, "jaar", *_PAGES)
    found = library.opened(run_id)
    table = _of_year(place_table(found), found, wish)
    return answer(request, paged(request, table, wish), found.card.get("created"))


def place_table(found: FinishedRun) -> pl.DataFrame:
    """A row per gemeente and year, as the API tells them."""
    wijken = (
        found.areas.drop_nulls("gemeente")
        .group_by("gemeente", "year")
        .agg(pl.col("gemeente_name").drop_nulls().first(), pl.len().cast(pl.Int64).alias("wijken"))
    )
    places = found.places.rename({"place": "gemeente"}).with_columns(
        pl.col("year").cast(wijken["year"].dtype)
    )
    names = [column.name for column in place_columns()]
    return wijken.join(places, on=["gemeente", "year"], how="left").select(names).sort("gemeente", "year")


@_resource
def wijken(request: HttpRequest, run_id: str) -> HttpResponse:
    """Every wijk, by code and year, with the columns of areas.csv."""
    wish = asked(request, "jaar", "gemeente", *_PAGES)
    found = library.opened(run_id)
    table = _of_year(found.areas.sort("area", "year"), found, wish)
    if "gemeente" in wish:
        table = table.filter(pl.col("gemeente") == wish["gemeente"])
    return answer(request, paged(request, table, wish), found.card.get("created"))


@_resource
def wijk(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """One wijk in a year, the newest where none is given."""
    wish = asked(request, "jaar")
    found = library.opened(run_id)
    table = _of_wijk(found.areas, code, found, wish)
    return answer(request, rows(table)[0], found.card.get("created"))


@_resource
def explanation(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """What explains the use in a wijk: parts that add up."""
    wish = asked(request, "jaar")
    found = library.opened(run_id)
    table = _of_wijk(found.explanation.select(EXPLANATION_COLUMNS), code, found, wish)
    return answer(request, listed(request, rows(table)), found.card.get("created"))


@_resource
def comparable(request: HttpRequest, run_id: str, code: str) -> HttpResponse:
    """The wijken in other gemeenten that are most like a wijk."""
    wish = asked(request, "jaar")
    found = library.opened(run_id)
    if found.comparable is None:
        raise Http404(_("Deze berekening heeft geen vergelijkbare wijken."))
    table = _of_wijk(found.comparable.select(COMPARABLE_COLUMNS), code, found, wish).sort("rank")
    return answer(request, listed(request, rows(table)), found.card.get("created"))


@_resource
def weights(request: HttpRequest, run_id: str) -> HttpResponse:
    """The weight of every indicator."""
    wish = asked(request, "jaar", *_PAGES)
    found = library.opened(run_id)
    table = found.coefficients.select(COEFFICIENT_COLUMNS)
    if "jaar" in wish:
        _known_year(found, wish["jaar"])
        table = table.filter((pl.col("year") == wish["jaar"]) | pl.col("year").is_null())
    return answer(request, paged(request, table, wish), found.card.get("created"))


def _of_year(table: pl.DataFrame, found: FinishedRun, wish: dict[str, Any]) -> pl.DataFrame:
    if "jaar" not in wish:
        return table
    _known_year(found, wish["jaar"])
    return table.filter(pl.col("year") == wish["jaar"])


def _known_year(found: FinishedRun, year: int) -> None:
    if year not in found.years:
        known = ", ".join(map(str, sorted(found.years)))
        told = _("Deze berekening gaat niet over dat jaar; wel over {years}.").format(years=known)
        raise BadQuestion([{"parameter": "jaar", "detail": told}])


def _of_wijk(table: pl.DataFrame, code: str, found: FinishedRun, wish: dict[str, Any]) -> pl.DataFrame:
    """The rows of a wijk in the year asked for, or in its newest."""
    own = _of_year(table.filter(pl.col("area") == code), found, wish)
    if own.is_empty():
        raise Http404(_("Deze berekening heeft die wijk niet, of niet in dat jaar."))
    return own.filter(pl.col("year") == own["year"].max())
