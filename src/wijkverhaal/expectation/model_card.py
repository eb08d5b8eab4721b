# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The model card, model.json: everything a reviewer asks about a run's model."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from wijkverhaal.expectation.multilevel import FittedYear
from wijkverhaal.expectation.result_tables import part_label, term_labels, term_units
from wijkverhaal.expectation.specification import ASSUMED_YOUTHS, more_users_than_youths
from wijkverhaal.expectation.summary import year_summary
from wijkverhaal.expectation.wording import in_every_language
from wijkverhaal.figures.catalogue import indicators_of
from wijkverhaal.foundation.language import _, number, percentage

_NORMAL_95 = 1.6449
_NAMED = 10  # longer lists of names are cut off with a count


def model_card(fitted_years: Sequence[FittedYear]) -> dict[str, Any]:
    """The card of a run with one fit per year."""
    years = [str(fitted.panel.year) for fitted in fitted_years]
    return {
        "likelihood": _likelihood(fitted_years[0]),
        "scale": fitted_years[0].specification.scale,
        "assumptions": assumptions(fitted_years[0]),
        "priors": _priors(fitted_years[0]),
        "hyperparameters": {
            f"{name}_{fitted.panel.year}": values
            for fitted in fitted_years
            for name, values in _hyperparameters(fitted).items()
        },
        "intercept_shift": {
            "population": {y: f.answers.shift_population for y, f in zip(years, fitted_years, strict=True)},
            "here": {y: f.answers.shift_here for y, f in zip(years, fitted_years, strict=True)},
        },
        "determinants": {y: _determinants(f) for y, f in zip(years, fitted_years, strict=True)},
        "coverage": {y: _coverage(f) for y, f in zip(years, fitted_years, strict=True)},
        "integration": {
            y: {"points": int(f.posterior.weights.size), "log_evidence": f.posterior.log_evidence}
            for y, f in zip(years, fitted_years, strict=True)
        },
        "notes": _notes(fitted_years),
        "wording": in_every_language(lambda: _wording(fitted_years)),
        "summary": {"per_year": {y: year_summary(f) for y, f in zip(years, fitted_years, strict=True)}},
    }


def _notes(fitted_years: Sequence[FittedYear]) -> list[str]:
    return list(dict.fromkeys(note for fitted in fitted_years for note in notes(fitted)))


def _wording(fitted_years: Sequence[FittedYear]) -> dict[str, Any]:
    """Every text of the run, so that it can be read later in another language."""
    words: dict[str, Any] = {
        "likelihood": _likelihood(fitted_years[0]),
        "assumptions": assumptions(fitted_years[0]),
        "notes": _notes(fitted_years),
        "hyperparameters": {},
        "parts": {},
        "terms": {},
        "units": {},
    }
    for fitted in fitted_years:
        names = fitted.specification.model.hyperparameters
        year = fitted.panel.year
        words["hyperparameters"] |= {f"{name}_{year}": _hyperparameter_label(name, year) for name in names}
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
        _("Een kenmerk dat ontbreekt, krijgt de middelste waarde van alle wijken."),
    ]
    if fitted.specification.settings.like_scp:
        return [
            *common,
            _("Dit is een model zoals dat van SCP: rechte lijnen in procenten en drie niveaus."),
        ]
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


def _priors(fitted: FittedYear) -> dict[str, Any]:
    model = fitted.specification.model
    scales = {}
    for member in model.members:
        prior = getattr(member.effect, "prior", None)
        if prior is not None:
            scales[f"sd_{member.effect.name}"] = {
                "family": "exponential",
                "upper": prior.upper,
                "probability_above": prior.probability,
            }
    return {
        "scales": scales,
        "intercept_sd": float(model.fixed_precision[0] ** -0.5),
        "coefficient_sd": float(model.fixed_precision[1] ** -0.5) if model.coefficients > 1 else None,
    }


def _hyperparameter_label(name: str, year: int) -> str:
    labels = {
        "sd_wijk": _("Spreiding tussen wijken binnen een gemeente, {year}"),
        "sd_gemeente": _("Spreiding tussen gemeenten binnen een jeugdregio, {year}"),
        "sd_jeugdregio": _("Spreiding tussen jeugdregio's, {year}"),
    }
    return labels[name].format(year=year)


def _hyperparameters(fitted: FittedYear) -> dict[str, dict[str, Any]]:
    """Standard deviations with bounds of a log-normal that has the moments of the design."""
    posterior, result = fitted.posterior, {}
    middle = posterior.weights @ posterior.thetas
    spread = np.sqrt(posterior.weights @ (posterior.thetas - middle) ** 2)
    for k, name in enumerate(fitted.specification.model.hyperparameters):
        result[name] = {
            "estimate": float(posterior.weights @ np.exp(posterior.thetas[:, k])),
            "low": float(np.exp(middle[k] - _NORMAL_95 * spread[k])),
            "high": float(np.exp(middle[k] + _NORMAL_95 * spread[k])),
            "label": _hyperparameter_label(name, fitted.panel.year),
        }
    return result


def _determinants(fitted: FittedYear) -> dict[str, Any]:
    determinants = fitted.specification.determinants
    return {
        "used": [column.term for column in determinants.columns],
        "filled_in": determinants.missing,
        "left_out": determinants.left_out,
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
    found.extend(_determinant_notes(fitted))
    return found


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
