# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model card, model.json: everything a reviewer asks about a run's model."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from wijkverhaal.expectation.fit_card import fit_of, versions
from wijkverhaal.expectation.hyperparameter_card import hyperparameters_of, labels_of, priors_of
from wijkverhaal.expectation.indicator_table import indicator_card, indicator_words
from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.observed_year import ASSUMED_YOUTHS, more_users_than_youths
from wijkverhaal.expectation.reservation import reservations
from wijkverhaal.expectation.result_tables import part_label, term_labels, term_units
from wijkverhaal.expectation.series_card import SeriesCard
from wijkverhaal.expectation.slope_search import SlopeSearch, slope_sentences
from wijkverhaal.expectation.summary import year_summary
from wijkverhaal.expectation.wording import in_every_language
from wijkverhaal.figures.catalogue import indicators_of
from wijkverhaal.foundation.language import _, number, percentage

_NAMED = 10  # longer lists of names are cut off with a count


def model_card(
    fitted_years: Sequence[FittedYear], rule: MarkingRule | None = None, slopes: SlopeSearch | None = None
) -> dict[str, Any]:
    """The card of a run.

    Parameters
    ----------
    fitted_years
        All years of the run.
    rule
        By which wijken are marked; the default one where None.
    slopes
        What came of the search for slopes between gemeenten; None where nobody asked for it.
    """
    series = SeriesCard(fitted_years)
    by_year = {str(fitted.panel.year): fitted for fitted in fitted_years}
    return {
        "versions": versions(),
        "likelihood": _likelihood(fitted_years[0]),
        "scale": fitted_years[0].specification.scale,
        "assumptions": assumptions(fitted_years[0]),
        "priors": {year: priors_of(fitted) for year, fitted in by_year.items()},
        "hyperparameters": hyperparameters_of(fitted_years),
        "intercept_shift": {
            "population": {year: fitted.answers.shift_population for year, fitted in by_year.items()},
            "here": {year: fitted.answers.shift_here for year, fitted in by_year.items()},
        },
        "determinants": {year: _determinants(fitted) for year, fitted in by_year.items()},
        "within_between": slopes.to_json() if slopes else None,
        "indicators": indicator_card(fitted_years),
        "coverage": {year: _coverage(fitted) for year, fitted in by_year.items()},
        "fit": {year: fit_of(fitted) for year, fitted in by_year.items()},
        **series.to_json(),
        "notes": _notes(fitted_years, series, slopes),
        "wording": in_every_language(lambda: _wording(fitted_years, series, slopes)),
        "summary": {"per_year": {year: year_summary(fitted, rule) for year, fitted in by_year.items()}},
    }


def _notes(fitted_years: Sequence[FittedYear], series: SeriesCard, slopes: SlopeSearch | None) -> list[str]:
    each = [note for fitted in fitted_years for note in notes(fitted)]
    return list(dict.fromkeys([*each, *slope_sentences(fitted_years, slopes), *series.sentences()]))


def _wording(
    fitted_years: Sequence[FittedYear], series: SeriesCard, slopes: SlopeSearch | None
) -> dict[str, Any]:
    """Every text of the run, so that it can be read later in another language."""
    words: dict[str, Any] = {
        "likelihood": _likelihood(fitted_years[0]),
        "assumptions": assumptions(fitted_years[0]),
        "notes": _notes(fitted_years, series, slopes),
        "hyperparameters": labels_of(fitted_years),
        "parts": {},
        "indicators": indicator_words(fitted_years),
        "terms": {},
        "units": {},
    }
    for fitted in fitted_years:
        words["parts"] |= {part: part_label(part) for part in fitted.explanation.parts}
        words["terms"] |= term_labels(fitted)
        words["units"] |= term_units(fitted)
    return words


def _likelihood(fitted: FittedYear) -> str:
    if fitted.panel.family == "cbs":
        return _("binomiaal op een interval van aantallen, met dekking")
    if fitted.specification.scale == "percent":
        return _("normaal op het gepubliceerde percentage")
    return _("normaal op de logit van het gepubliceerde percentage")


def assumptions(fitted: FittedYear) -> list[str]:
    """What the model takes for granted, in sentences."""
    common = [
        _("Gemeenten, jeugdregio's en wijken wijken af volgens een normale verdeling."),
        _("Een kenmerk hangt overal op dezelfde manier samen met het gebruik."),
    ]
    if fitted.specification.settings.like_scp:
        return [
            *common,
            _(
                "Een percentage dat ontbreekt, krijgt een lage waarde: bij een kwart van de wijken"
                " is het lager."
            ),
            _("Dit is een model zoals dat van SCP: rechte lijnen in procenten en drie niveaus."),
        ]
    common.append(_("Een kenmerk dat ontbreekt, krijgt de middelste waarde van alle wijken."))
    common.append(_("Ontbreekt een kenmerk vaker, dan rekent het model ook mee dát het ontbreekt."))
    if fitted.panel.family == "scp":
        noise = _(
            "SCP geeft geen aantallen jeugdigen. Het model neemt aan dat een kleine wijk er"
            " ongeveer {small} heeft en een grote {large}; daarvan hangt af hoeveel toeval er in een"
            " percentage zit."
        )
        return [
            *common,
            _(
                "Van kleine wijken staat een percentage er vooral als het hoog is. Waar SCP het percentage"
                " weglaat, telt daarom niet mee dat ook kenmerken ontbreken."
            ),
            noise.format(small=number(ASSUMED_YOUTHS["small"], 0), large=number(ASSUMED_YOUTHS["large"], 0)),
        ]
    return [
        *common,
        _(
            "Een aantal is door CBS afgerond op vijftallen: 10 kan 8 tot en met 12 zijn, geheim is"
            " 0 tot en met 7."
        ),
        _("Het aantal jeugdigen is een benadering: 0 tot 15 jaar plus 80% van 15 tot 25 jaar."),
        _("De dekking is in alle wijken van een gemeente gelijk."),
    ]


def _determinants(fitted: FittedYear) -> dict[str, Any]:
    determinants = fitted.specification.determinants
    return {
        "used": [column.term for column in determinants.columns],
        "filled_in": determinants.missing,
        "left_out": determinants.left_out,
        "odd_values": {name: list(areas) for name, areas in determinants.odd.items()},
        "from_earlier_year": fitted.panel.carried,
    }


def _coverage(fitted: FittedYear) -> dict[str, Any] | None:
    if fitted.panel.family != "cbs":
        return None
    coverage = fitted.specification.coverage
    known = coverage.share[coverage.known]
    return {
        "gemeenten_known": int(coverage.known.sum()),
        "gemeenten_unknown": int((~coverage.known).sum()),
        "median": float(np.median(known)) if known.size else None,
        "lowest": float(known.min()) if known.size else None,
    }


def notes(fitted: FittedYear) -> list[str]:
    """What a reader of this year's results must know, with names."""
    panel, found = fitted.panel, []
    names = dict(panel.areas.select("gemeente", "gemeente_name").unique().iter_rows())
    silent = [names[code] or code for code in panel.gemeenten_without_rows()]
    if silent:
        text = _("Geen jeugdcijfers in {year}, dus alleen een voorspelling: {names}.")
        found.append(text.format(year=panel.year, names=_listed(silent)))
    homeless = [names[code] or code for code in panel.gemeenten_without_region()]
    if homeless and len(homeless) == len(names):
        found.append(_("Er is geen indeling in jeugdregio's; het model kent dan alleen gemeenten."))
    elif homeless:
        found.append(_("Geen jeugdregio bekend voor: {names}.").format(names=_listed(homeless)))
    if panel.family == "cbs":
        odd = panel.areas.filter(pl.Series(more_users_than_youths(panel)) & (pl.col("youths") > 0))
        if odd.height:
            text = _("Meer jongeren met jeugdzorg dan jeugdigen, daarom telt het cijfer niet mee: {names}.")
            found.append(text.format(names=_listed(odd["area"].to_list())))
    return [*found, *_determinant_notes(fitted), *reservations(fitted.specification)]


def _determinant_notes(fitted: FittedYear) -> list[str]:
    panel, determinants = fitted.panel, fitted.specification.determinants
    label = {indicator.id: indicator.text for indicator in panel.indicators}
    label |= {indicator.id: indicator.text for indicator in indicators_of("kwb")}
    found = []
    for year in sorted(set(panel.carried.values())):
        carried = [label[name] for name in panel.carried if panel.carried[name] == year]
        text = _(
            "Van {year} zijn {count} kenmerken nog niet gepubliceerd; daarvoor gebruiken we {before},"
            " in wijken waarvan de grens gelijk bleef: {names}."
        )
        found.append(text.format(year=panel.year, count=len(carried), before=year, names=_listed(carried)))
    often = {name: share for name, share in determinants.missing.items() if share >= 0.05}
    if often:
        names = [f"{label[name]} ({percentage(100 * share, 0)})" for name, share in often.items()]
        found.append(
            _("Kenmerken die in {year} vaak ontbreken en zijn aangevuld: {names}.").format(
                year=panel.year, names=_listed(names)
            )
        )
    for reason, text in (
        ("excluded", _("Op verzoek niet gebruikt: {names}.")),
        ("neighbourhood", _("Over de omgeving, en dus niet in wat verwacht is: {names}.")),
        ("constant", _("Overal gelijk en daarom niet gebruikt: {names}.")),
        ("missing", _("In {year} te vaak onbekend en daarom niet gebruikt: {names}.")),
    ):
        out = [label[name] for name, why in determinants.left_out.items() if why == reason]
        if out:
            found.append(text.format(year=panel.year, names=_listed(out)))
    return found


def _listed(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return _("{names} en nog {count}").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
