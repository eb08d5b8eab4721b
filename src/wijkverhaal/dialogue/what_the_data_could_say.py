# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the figures of a run could say about an explanation, and what they cannot.

Nothing here is a proof. It names the indicator, the comparison and the size a difference must have
to be seen, so that people know beforehand what a figure can and cannot tell them.
"""

from dataclasses import dataclass
from math import isfinite
from statistics import fmean

import polars as pl

from wijkverhaal.dialogue.estimate import Estimate, estimate_in
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference, indicators_by_id
from wijkverhaal.dialogue.figure_words import plain, with_unit
from wijkverhaal.dialogue.hypothesis import Hypothesis
from wijkverhaal.dialogue.indicator_words import indicators_meant
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.dialogue.visible_difference import visible_difference, wijken_needed, youths_needed
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.figures.indicator import Indicator
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _, ngettext, number

#: A difference that matters to people, in percentage points, where they name none.
WORTH_SEEING = 2.0
_MOST_INDICATORS = 5
_WEAK, _CLEAR = 0.3, 0.5
_ENOUGH_WIJKEN = 3


@dataclass(frozen=True)
class IndicatorSays:
    """An indicator beside that of the comparable wijken.

    Attributes
    ----------
    reference : FigureReference
        To hang it on the hypothesis.
    label, unit : str
    here : float or None
    typical : float or None
        The median over all wijken of the run.
    comparable : float or None
        The mean over `wijken` comparable wijken that have a value.
    wijken : int
    counted : bool
        Whether the expectation already holds it: then it cannot explain what differs from it.
    sentence : str
    """

    reference: FigureReference
    label: str
    unit: str
    here: float | None
    typical: float | None
    comparable: float | None
    wijken: int
    counted: bool
    sentence: str


@dataclass(frozen=True)
class WhatTheDataCouldSay:
    """The proposal for one hypothesis.

    Attributes
    ----------
    indicators : tuple of IndicatorSays
    difference : Estimate or None
        Of the wijk from what was expected here.
    visible : float or None
        The smallest difference that these figures would have shown, in percentage points.
    youths_needed : float or None
        Per group, to see a difference of the size asked for.
    can_tell : bool
        Whether any figure of the run says something about the hypothesis.
    sentences : tuple of str
    """

    indicators: tuple[IndicatorSays, ...]
    difference: Estimate | None
    visible: float | None
    youths_needed: float | None
    can_tell: bool
    sentences: tuple[str, ...]


def what_the_data_could_say(
    run: FinishedRun, hypothesis: Hypothesis, year: int | None = None, worth_seeing: float = WORTH_SEEING
) -> WhatTheDataCouldSay:
    """What a run could say about a hypothesis.

    Parameters
    ----------
    run : FinishedRun
    hypothesis : Hypothesis
    year : int, optional
        The newest of the run where it is not given.
    worth_seeing : float
        The difference in percentage points that people would want to see.

    Raises
    ------
    NotFoundError
        When the run does not have the wijk in that year.
    """
    year = run.years[0] if year is None else year
    row = run.area(hypothesis.area, year)
    if row is None:
        raise NotFoundError(
            _("De berekening {run} heeft geen cijfers van {area} in {year}; kies een ander jaar.").format(
                run=run.id, area=hypothesis.area, year=year
            )
        )
    says = _indicators(run, hypothesis, year)
    predicted = row.get("status") == "no_row"
    difference = None if predicted else estimate_in(row, "difference_here")
    rate = row.get("actual")
    visible = None if difference is None else visible_difference(difference)
    needed = None if rate is None else youths_needed(float(rate), worth_seeing)
    coverage = row.get("coverage") if row.get("coverage_known") else None
    sentences = (
        *(one.sentence for one in says),
        *_already_counted(says),
        *_about_the_tag(hypothesis.tag, says, coverage),
        *_about_the_others(run, hypothesis.area, year, rate),
        *_about_the_size(visible, difference),
        *_about_the_youths(needed, worth_seeing, row.get("youths")),
    )
    tells = any(one.here is not None for one in says)
    registered = hypothesis.tag is Tag.REGISTRATION and coverage is not None
    return WhatTheDataCouldSay(says, difference, visible, needed, tells or registered, sentences)


def _indicators(run: FinishedRun, hypothesis: Hypothesis, year: int) -> tuple[IndicatorSays, ...]:
    known = indicators_by_id(run)
    used = set(run.model.get("determinants", {}).get(str(year), {}).get("used", []))
    meant = indicators_meant(hypothesis.text, hypothesis.tag, known)
    alike = [one["other"] for one in run.compared(hypothesis.area, year)]
    found = [_says(run, hypothesis.area, year, known[name], alike, name in used) for name in meant]
    with_value = [one for one in found if one.here is not None]
    return tuple((with_value or found)[:_MOST_INDICATORS])


def _says(
    run: FinishedRun, area: str, year: int, indicator: Indicator, alike: list[str], counted: bool
) -> IndicatorSays:
    here = indicator_value(run, area, year, indicator.id)
    there = [indicator_value(run, other, year, indicator.id) for other in alike]
    known = [value for value in there if value is not None]
    mean = fmean(known) if known else None
    unit = indicator.unit_text
    reference = FigureReference(FigureKind.INDICATOR, area, year, indicator.id)
    typical = _typical(run, year, indicator.id)
    sentence = _indicator_sentence(indicator, here, typical, mean, len(known))
    return IndicatorSays(reference, indicator.text, unit, here, typical, mean, len(known), counted, sentence)


def _typical(run: FinishedRun, year: int, indicator: str) -> float | None:
    if run.indicators is None:
        return None
    rows = run.indicators.filter(
        pl.col("year") == year,
        pl.col("indicator") == indicator,
        ~pl.col("filled_in"),
        pl.col("value").is_finite(),
    )
    middle = rows["value"].median()
    return middle if isinstance(middle, float) else None


def _indicator_sentence(
    indicator: Indicator, here: float | None, typical: float | None, mean: float | None, wijken: int
) -> str:
    if here is None:
        return _("{label}: van deze wijk is geen cijfer bekend.").format(label=indicator.text)
    text = _("{label}: {value} in deze wijk en {typical} in de middelste wijk van alle wijken.").format(
        label=indicator.text,
        value=with_unit(here, indicator.unit_text),
        typical=with_unit(typical, indicator.unit_text),
    )
    if mean is None:
        return text
    more = _("In {count} vergelijkbare wijken is het gemiddeld {mean}.")
    return text + " " + more.format(mean=with_unit(mean, indicator.unit_text), count=wijken)


def indicator_value(run: FinishedRun, area: str, year: int, indicator: str) -> float | None:
    """A wijk's own value of an indicator; None where it is unknown or was filled in."""
    for one in run.indicators_of(area, year):
        if one["indicator"] == indicator and not one["filled_in"]:
            value = one["value"]
            return None if value is None or not isfinite(value) else float(value)
    return None


def _already_counted(says: tuple[IndicatorSays, ...]) -> list[str]:
    labels = [one.label for one in says if one.counted and one.here is not None]
    if not labels:
        return []
    text = ngettext(
        "{labels} telt al mee in wat te verwachten was; het verklaart dus waarschijnlijk niet wat daarvan"
        " afwijkt.",
        "Deze kenmerken tellen al mee in wat te verwachten was: {labels}. Ze verklaren dus waarschijnlijk"
        " niet wat daarvan afwijkt.",
        len(labels),
    )
    return [text.format(labels=", ".join(labels))]


def _about_the_tag(tag: Tag, says: tuple[IndicatorSays, ...], coverage: float | None) -> list[str]:
    if tag is Tag.REGISTRATION:
        if coverage is None:
            return [_("Hoeveel jeugdigen met zorg in geen enkele wijk geteld zijn, is hier niet bekend.")]
        return [
            _(
                "In deze gemeente is {share}% van de jeugdigen met zorg in een wijk geteld;"
                " de rest heeft geen bekend adres of is weggelaten."
            ).format(share=plain(100.0 * min(coverage, 1.0), 0))
        ]
    if tag is Tag.COOPERATION and not says:
        return [
            _(
                "Over samenwerking zijn geen openbare cijfers; vraag de partners zelf met de vragenlijst"
                " over samenwerking."
            )
        ]
    about_the_place = any(one.reference.item and not one.counted for one in says)
    if tag in (Tag.NEIGHBOURHOOD, Tag.SUPPLY, Tag.COOPERATION) or about_the_place:
        return [
            _(
                "Of dit in het algemeen samengaat met gebruik, is alleen over veel wijken te zien: ongeveer"
                " {clear} wijken bij een duidelijke samenhang en {weak} bij een zwakke. De buurtvraag rekent"
                " dat uit."
            ).format(clear=wijken_needed(_CLEAR), weak=wijken_needed(_WEAK))
        ]
    return [] if says else [_("Er is geen cijfer dat over deze verklaring gaat.")]


def _about_the_others(run: FinishedRun, area: str, year: int, rate: float | None) -> list[str]:
    rows = [run.area(one["other"], year) for one in run.compared(area, year)]
    there = sorted(float(row["actual"]) for row in rows if row and row["actual"] is not None)
    if rate is None or len(there) < _ENOUGH_WIJKEN:
        return []
    return [
        _(
            "Ter vergelijking: het gebruik is hier {here}%, en in {count} vergelijkbare wijken {low} tot"
            " {high}%."
        ).format(here=plain(rate), count=len(there), low=plain(there[0]), high=plain(there[-1]))
    ]


def _about_the_size(visible: float | None, difference: Estimate | None) -> list[str]:
    if visible is None or difference is None:
        return [_("Van deze wijk is geen verschil met de verwachting bekend.")]
    return [
        _(
            "Een verschil met de verwachting van {size} procentpunt of meer hadden we in deze wijk"
            " waarschijnlijk gezien (kans 80%). Een kleiner verschil kan er zijn zonder dat het opvalt."
        ).format(size=plain(visible))
    ]


def _about_the_youths(needed: float | None, worth_seeing: float, youths: int | None) -> list[str]:
    if needed is None or not isfinite(needed):
        return []
    text = _(
        "Wie deze wijk met een andere wil vergelijken en een verschil van {size} procentpunt wil zien, heeft"
        " in elk van beide ongeveer {needed} jeugdigen nodig."
    ).format(size=plain(worth_seeing), needed=number(_two_digits(needed), 0))
    if youths is None:
        return [text]
    if youths < needed:
        more = _(
            "In deze wijk wonen er {youths}: neem dus meer wijken samen, of zoek een ander soort bewijs."
        )
    else:
        more = _("In deze wijk wonen er {youths}.")
    return [text + " " + more.format(youths=number(youths, 0))]


def _two_digits(value: float) -> float:
    """The value rounded to two digits that count: it is a rule of thumb."""
    return float(f"{value:.1e}")
