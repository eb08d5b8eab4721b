# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reservations: what the model did not take at face value, or cannot know from these figures.

Bad input that does not stop a fit is said here, in sentences for the model card.
"""

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.collinearity import repeating_terms
from wijkverhaal.expectation.observed_year import fitting_figures, no_percentage
from wijkverhaal.expectation.specification import Specification
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.language import _, percentage

_FEW_FIGURES = 30
_LOW_COVERAGE = 0.5
_WITHOUT_NEIGHBOURS = 0.05  # share of the wijken above which it is worth saying
_NAMED = 10


def reservations(specification: Specification) -> list[str]:
    """The reservations about one year, each a sentence."""
    panel = specification.panel
    found = _about_size(specification) + _about_withheld(specification)
    if panel.family == "cbs":
        found += _about_youths(panel)
        found += _about_totals(specification)
    else:
        found += _about_percentages(panel)
    found += _about_indicators(specification)
    if specification.settings.neighbours and not specification.settings.like_scp:
        found += _about_neighbours(panel)
    return found


def _about_size(specification: Specification) -> list[str]:
    found, year = [], specification.panel.year
    count = int(fitting_figures(specification.panel, specification.observed).sum())
    if count < _FEW_FIGURES:
        found.append(
            _(
                "Er zijn in {year} maar {count} wijken met een cijfer; alle uitkomsten zijn daardoor erg"
                " onzeker."
            ).format(year=year, count=count)
        )
    if len(specification.grouping.gemeenten) == 1:
        found.append(
            _(
                "Er is in {year} maar één gemeente; het model kan dan niet zien wat aan de gemeente ligt en"
                " wat overal zo is."
            ).format(year=year)
        )
    return found


def _about_withheld(specification: Specification) -> list[str]:
    withheld = int((specification.panel.status == "secret").sum())
    if not specification.settings.like_scp or not withheld:
        return []
    return [
        _(
            "Van {count} wijken geeft SCP het gebruik niet; net als SCP rekent dit model daar met een"
            " schatting, hier het gemiddelde van de gemeente."
        ).format(count=withheld),
        _(
            "Een percentage dat SCP niet geeft, is vaak laag; dit model vult een waarde in die hoger is dan"
            " die van een kwart van de wijken."
        ),
    ]


def _about_percentages(panel: Panel) -> list[str]:
    wrong = no_percentage(panel)
    if not wrong.any():
        return []
    text = _("Een percentage ligt tussen 0 en 100; daarom telt het cijfer van {year} niet mee in: {names}.")
    return [text.format(year=panel.year, names=_listed(_areas(panel, wrong)))]


def _about_youths(panel: Panel) -> list[str]:
    unknown = (np.nan_to_num(panel.column("youths")) <= 0) & (np.nan_to_num(panel.column("published")) > 0)
    if not unknown.any():
        return []
    text = _("In {year} is er een cijfer maar geen aantal jeugdigen, daarom telt het niet mee: {names}.")
    return [text.format(year=panel.year, names=_listed(_areas(panel, unknown)))]


def _about_totals(specification: Specification) -> list[str]:
    panel, coverage = specification.panel, specification.coverage
    names = dict(panel.areas.select("gemeente", "gemeente_name").unique().iter_rows())
    codes = np.array(specification.grouping.gemeenten)
    seen = np.bincount(specification.grouping.gemeente, specification.observed, codes.size) > 0
    if seen.any() and not coverage.known.any():
        text = _(
            "Van geen gemeente is er in {year} een bruikbaar totaal; het model neemt aan dat in elke"
            " gemeente ongeveer {share} van de jongeren met jeugdzorg in een wijk is geteld."
        )
        share = percentage(100.0 * float(np.median(coverage.share)), 0)
        return [text.format(year=panel.year, share=share)]
    given = np.array([code in panel.gemeente_totals for code in codes])
    found = []
    doubted = given & seen & ~coverage.known
    if doubted.any():
        text = _("Het totaal van {year} past niet bij de wijken en telt daarom niet mee in: {names}.")
        found.append(
            text.format(year=panel.year, names=_listed([names[code] or code for code in codes[doubted]]))
        )
    low = coverage.known & (coverage.share < _LOW_COVERAGE)
    if low.any():
        text = _(
            "Minder dan de helft van de jongeren met jeugdzorg is in {year} in een wijk geteld in: {names}."
        )
        found.append(
            text.format(year=panel.year, names=_listed([names[code] or code for code in codes[low]]))
        )
    return found


def _about_indicators(specification: Specification) -> list[str]:
    panel, determinants = specification.panel, specification.determinants
    label = {indicator.id: indicator.text for indicator in panel.indicators}
    found = []
    for name, wijken in determinants.odd.items():
        text = _(
            "{name} heeft in {year} een waarde die ver buiten alle andere ligt en daarom als onbekend telt"
            " in: {wijken}."
        )
        found.append(text.format(name=label[name], year=panel.year, wijken=_listed(list(wijken))))
    for gemeenten, indicators in _missing_gemeenten(specification).items():
        text = _("In alle wijken van {gemeenten} is in {year} niet bekend, en dus aangevuld: {names}.")
        found.append(
            text.format(
                gemeenten=_listed(list(gemeenten)),
                year=panel.year,
                names=_listed([label[name] for name in indicators]),
            )
        )
    again = list(dict.fromkeys(label[name] for name in repeating_terms(determinants)))
    if again:
        text = _(
            "Deze kenmerken volgen in {year} uit elkaar, dus hoeveel elk apart uitmaakt is niet te zeggen:"
            " {names}."
        )
        found.append(text.format(year=panel.year, names=_listed(again)))
    return found


def _missing_gemeenten(specification: Specification) -> dict[tuple[str, ...], list[str]]:
    """Gemeenten without any value of an indicator that is used, and those indicators."""
    panel, grouping = specification.panel, specification.grouping
    names = dict(panel.areas.select("gemeente", "gemeente_name").unique().iter_rows())
    codes = np.array(grouping.gemeenten)
    wijken = np.bincount(grouping.gemeente, minlength=codes.size)
    used = {c.indicator.id for c in specification.determinants.columns}
    found: dict[tuple[str, ...], list[str]] = {}
    for indicator, values in zip(panel.indicators, panel.values.T, strict=True):
        absent = np.bincount(grouping.gemeente, ~np.isfinite(values), codes.size)
        everywhere = codes[(absent == wijken) & (wijken > 1)]
        if indicator.id in used and everywhere.size:
            found.setdefault(tuple(names[code] or code for code in everywhere), []).append(indicator.id)
    return found


def _about_neighbours(panel: Panel) -> list[str]:
    if panel.touching is None:
        return []
    codes = panel.areas["area"]
    pairs = panel.touching.filter(
        panel.touching["area_a"].is_in(codes.implode()) & panel.touching["area_b"].is_in(codes.implode())
    )
    near = set(pairs["area_a"].to_list()) | set(pairs["area_b"].to_list())
    alone = len(codes) - len(near)
    if not near:
        return [
            _(
                "De lijst met buren noemt geen twee wijken van {year}, dus het model weet niet welke wijken"
                " buren zijn."
            ).format(year=panel.year)
        ]
    if alone <= _WITHOUT_NEIGHBOURS * len(codes):
        return []
    return [
        _("Van {count} van de {total} wijken van {year} kent de kaart geen buren.").format(
            count=alone, total=len(codes), year=panel.year
        )
    ]


def _areas(panel: Panel, rows: NDArray[np.bool_]) -> list[str]:
    return [str(code) for code in panel.areas["area"].to_numpy()[rows]]


def _listed(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return ", ".join(names)
    return _("{names} en nog {count}").format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
