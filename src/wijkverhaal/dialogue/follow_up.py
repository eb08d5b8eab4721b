# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year later: what happened to an agreement's indicator, and to the wijk's difference.

Things that happen after an agreement are not for that reason its doing: so what the comparable
wijken did meanwhile stands beside it, and no sentence speaks of an effect.
"""

from statistics import fmean

from wijkverhaal.dialogue.agreement import Agreement
from wijkverhaal.dialogue.change import ComparableChange, EstimateChange, FollowUp, IndicatorChange
from wijkverhaal.dialogue.estimate import change_as_if_apart, estimate_in
from wijkverhaal.dialogue.figure_reference import indicators_by_id
from wijkverhaal.dialogue.follow_up_words import follow_up_sentences
from wijkverhaal.dialogue.what_the_data_could_say import indicator_value
from wijkverhaal.expectation.finished_run import FinishedRun

_ENOUGH_WIJKEN = 3


def follow_up(
    agreement: Agreement, before: FinishedRun, after: FinishedRun, year: int | None = None
) -> FollowUp:
    """What a newer run says beside an agreement.

    Where the newer run also has the year of the agreement, both years are taken from it: one model,
    one definition. Else the year of the agreement is taken from its own run.

    Parameters
    ----------
    agreement : Agreement
    before, after : FinishedRun
        The run that was looked at when it was agreed, and the newer one.
    year : int, optional
        The newest year of the newer run where it is not given.
    """
    years = (agreement.year, after.years[0] if year is None else year)
    reason = _no_comparison(agreement, before, after, years)
    if reason:
        return _told(agreement, after, FollowUp(years, None, None, None, None, reason, ()))
    base = after if years[0] in after.years and after.area(agreement.area, years[0]) else before
    found = FollowUp(
        years,
        _change(base, after, agreement.area, years, "actual"),
        _change(base, after, agreement.area, years, "difference_here"),
        _indicator(base, after, agreement, years),
        _comparable(base, after, agreement, years),
        "",
        (),
    )
    return _told(agreement, after, found)


def _told(agreement: Agreement, after: FinishedRun, found: FollowUp) -> FollowUp:
    row = after.area(agreement.area, found.years[1])
    name = str(row["name"]) if row else agreement.area
    return FollowUp(
        found.years,
        found.use,
        found.difference,
        found.indicator,
        found.comparable,
        found.reason,
        follow_up_sentences(agreement, found, name, after),
        agreement.when(found.years[1]),
    )


def _no_comparison(
    agreement: Agreement, before: FinishedRun, after: FinishedRun, years: tuple[int, int]
) -> str:
    if (before.outcome, before.family) != (after.outcome, after.family):
        return "other_outcome"
    if years[1] <= years[0]:
        return "no_newer_year"
    known = after.area(agreement.area, years[1]) and (
        after.area(agreement.area, years[0]) or before.area(agreement.area, years[0])
    )
    return "" if known else "no_wijk"


def _change(
    base: FinishedRun, after: FinishedRun, area: str, years: tuple[int, int], name: str
) -> EstimateChange | None:
    first, last = base.area(area, years[0]), after.area(area, years[1])
    if any(row is not None and row["status"] == "no_row" for row in (first, last)):
        return None  # of a year without any figure there is only a prediction
    then, now = estimate_in(first or {}, name), estimate_in(last or {}, name)
    if then is None or now is None:
        return None
    joint = estimate_in(last or {}, "change_here") if name == "difference_here" else None
    if joint is not None and base is after and years[1] == years[0] + 1:
        return EstimateChange(then, now, joint, True)
    return EstimateChange(then, now, change_as_if_apart(then, now), False)


def _indicator(
    base: FinishedRun, after: FinishedRun, agreement: Agreement, years: tuple[int, int]
) -> IndicatorChange | None:
    if not agreement.indicator:
        return None
    known = indicators_by_id(after).get(agreement.indicator) or indicators_by_id(base).get(
        agreement.indicator
    )
    if known is None:
        return None
    values = [
        indicator_value(run, agreement.area, year, known.id)
        for run, year in zip((base, after), years, strict=True)
    ]
    of = (
        _from_year(base, agreement.area, years[0], known.id),
        _from_year(after, agreement.area, years[1], known.id),
    )
    return IndicatorChange(known.text, known.unit_text, values[0], values[1], of)


def _from_year(run: FinishedRun, area: str, year: int, indicator: str) -> int | None:
    rows = run.indicators_of(area, year)
    return next((row["from_year"] for row in rows if row["indicator"] == indicator), None)


def _comparable(
    base: FinishedRun, after: FinishedRun, agreement: Agreement, years: tuple[int, int]
) -> ComparableChange | None:
    alike = [one["other"] for one in base.compared(agreement.area, years[0])]
    use = [_change(base, after, one, years, "actual") for one in alike]
    difference = [_change(base, after, one, years, "difference_here") for one in alike]
    both = [
        (first.change.value, second.change.value)
        for first, second in zip(use, difference, strict=True)
        if first is not None and second is not None
    ]
    if len(both) < _ENOUGH_WIJKEN:
        return None
    uses = sorted(one for one, _other in both)
    quarter = len(uses) // 4
    return ComparableChange(
        len(both),
        fmean(uses),
        fmean(other for _one, other in both),
        (uses[quarter], uses[-1 - quarter]),
        _mean_indicator_change(base, after, alike, agreement.indicator, years),
    )


def _mean_indicator_change(
    base: FinishedRun, after: FinishedRun, alike: list[str], indicator: str, years: tuple[int, int]
) -> float | None:
    pairs = [
        (indicator_value(base, one, years[0], indicator), indicator_value(after, one, years[1], indicator))
        for one in alike
    ]
    changes = [now - then for then, now in pairs if then is not None and now is not None]
    return fmean(changes) if len(changes) >= _ENOUGH_WIJKEN else None
