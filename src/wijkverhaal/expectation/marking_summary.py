# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The marks of a fitted year, and what a summary says of them."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wijkverhaal.expectation.answers import balance_weights
from wijkverhaal.expectation.by_chance import counts_beyond
from wijkverhaal.expectation.engine.sparse_kernels import Floats
from wijkverhaal.expectation.marking import Marked, MarkingRule, mark, share_beyond, share_by_threshold
from wijkverhaal.expectation.multilevel import FittedYear

#: At these differences SCP told which share of the wijken lies beyond them.
BEYOND = (0.10, 0.15)


def marked_wijken(fitted: FittedYear, rule: MarkingRule | None = None) -> Marked:
    """The marks of a year: what is actual against what was expected here."""
    return mark(fitted.answers.actual, fitted.answers.expected_here, rule, _candidates(fitted))


def marking_summary(fitted: FittedYear, marked: Marked) -> dict[str, Any]:
    """What the marks rest on and what they are worth, ready for model.json.

    Returns
    -------
    dict
        `rule`; `marked_higher`, `marked_lower`; `marked_wrongly` (how many of them one expects to
        be wrong); `marked_wrong_side` (how many lie on the other side of what was expected);
        `share_marked` per smallest difference; `share_estimated_beyond` and
        `share_published_beyond` (shares whose estimate, and whose published rate, lies beyond 10
        and 15%, chance included); `published_beyond` and `published_beyond_by_chance` (published
        counts beyond the smallest difference, and how many would be where no wijk differs; null
        where no counts are published).
    """
    rule, answers = marked.rule, fitted.answers
    candidates = _candidates(fitted)
    shares = share_by_threshold(answers.actual, answers.expected_here, rule.false_discovery_rate, candidates)
    actual, expected = answers.actual.mean(0)[candidates], answers.expected_here.mean(0)[candidates]
    published = _published_rate(fitted)[candidates]
    return {
        "rule": {"false_discovery_rate": rule.false_discovery_rate, "smallest": rule.smallest},
        "marked_higher": marked.higher,
        "marked_lower": marked.lower,
        "marked_wrongly": marked.expected_wrong,
        "marked_wrong_side": _wrong_side(answers.actual, answers.expected_here, marked),
        "share_marked": {_percent(threshold): share for threshold, share in shares.items()},
        "share_estimated_beyond": {_percent(m): share_beyond(actual, expected, m) for m in BEYOND},
        "share_published_beyond": {_percent(m): share_beyond(published, expected, m) for m in BEYOND},
        **_by_chance(fitted, rule),
    }


def _percent(share: float) -> str:
    return f"{100.0 * share:g}%"


def _candidates(fitted: FittedYear) -> NDArray[np.bool_]:
    return np.asarray(balance_weights(fitted.specification) > 0.0)


def _wrong_side(actual: Floats, expected: Floats, marked: Marked) -> float:
    higher = (actual > expected).mean(0)
    wrong = np.select(
        [marked.direction == "higher", marked.direction == "lower"], [1.0 - higher, higher], 0.0
    )
    return float(wrong.sum())


def _coverage(fitted: FittedYear) -> Floats:
    specification = fitted.specification
    return np.asarray(specification.coverage.share[specification.grouping.gemeente], dtype=np.float64)


def _published(fitted: FittedYear, column: str) -> Floats:
    """A published number of the wijken whose figure was shown and counts; NaN elsewhere."""
    values = fitted.panel.areas[column].cast(float).fill_null(np.nan).to_numpy()
    return np.where(fitted.specification.shown, values, np.nan)


def _published_rate(fitted: FittedYear) -> Floats:
    """Per wijk the published rate, raised for who could not be placed in a wijk; NaN where not shown."""
    rate = _published(fitted, "published_rate")
    return rate / _coverage(fitted) if fitted.panel.family == "cbs" else rate


def _by_chance(fitted: FittedYear, rule: MarkingRule) -> dict[str, int | float | None]:
    if fitted.panel.family != "cbs":
        return {"published_beyond": None, "published_beyond_by_chance": None}
    observed = fitted.specification.observed
    found = counts_beyond(
        _published(fitted, "published")[observed],
        np.nan_to_num(fitted.panel.column("youths"))[observed],
        _coverage(fitted)[observed],
        fitted.answers.expected_here.mean(0)[observed],
        rule.smallest,
    )
    return {"published_beyond": found.number, "published_beyond_by_chance": found.by_chance}
