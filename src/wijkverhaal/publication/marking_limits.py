# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""From which difference on a wijk of some size stands out: the walls of the funnel.

A wijk is marked by the chance that its use differs by more than the smallest difference from what
was expected here. That chance depends on how sure the estimate is, and that mostly on the number
of youths. Of all wijken with a count the precision of the difference, as a share of what was
expected, is put on a line a + b x youths (least squares, each wijk by the share that it is off):
what is known without the count, and what each youth adds. With the chance at which the last wijk
was marked the wall at n youths is then m + z / sqrt(a + b n), with m the smallest difference and z
the normal quantile of that chance. It is near, not exact: a wijk also borrows from its neighbours
and from other years.
"""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
import polars as pl
from numpy.typing import NDArray

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.publication.marking_sentence import rule_of
from wijkverhaal.publication.sentence import PROBABLY_HIGHER

_BOUNDS = NormalDist().inv_cdf(0.95)  # of an interval of 90%
_FEWEST = 10


@dataclass(frozen=True)
class MarkingLimits:
    """The walls of a year.

    Attributes
    ----------
    smallest : float
        The smallest difference that matters, as a share of what was expected.
    quantile : float
        Normal quantile of the chance at which a wijk is marked.
    before, per_youth : float
        Precision of the difference without youths, and what each of them adds.
    """

    smallest: float
    quantile: float
    before: float
    per_youth: float

    def at(self, youths: float) -> float:
        """The difference from which a wijk of this size stands out, in percent of what was expected."""
        precision = self.before + self.per_youth * youths
        return 100.0 * (self.smallest + self.quantile / float(np.sqrt(precision)))


def marking_limits(run: FinishedRun, year: int) -> MarkingLimits | None:
    """The walls of a year; None where too few wijken have a count of known youths."""
    frame = run.of_year(year).filter(
        pl.col("status") == "shown", pl.col("youths") > 0, pl.col("expected_here") > 0
    )
    width = (pl.col("difference_here_high") - pl.col("difference_here_low")) / pl.col("expected_here")
    frame = frame.with_columns(sd=width / (2.0 * _BOUNDS)).filter(pl.col("sd") > 0)
    if len(frame) < _FEWEST:
        return None
    before, per_youth = _line(frame["youths"].cast(pl.Float64).to_numpy(), frame["sd"].to_numpy() ** -2.0)
    rule = rule_of(run, year)
    if rule is None:
        return MarkingLimits(0.0, NormalDist().inv_cdf(PROBABLY_HIGHER), before, per_youth)
    marked = run.of_year(year).filter(pl.col("marked").is_in(["higher", "lower"]))
    last = marked["probability_marked"].min()
    chance = 1.0 - rule["false_discovery_rate"] if last is None else float(last)  # type: ignore[arg-type]
    quantile = NormalDist().inv_cdf(min(max(chance, 0.5), 0.999))
    return MarkingLimits(rule["smallest"], quantile, before, per_youth)


def _line(youths: NDArray[np.float64], precision: NDArray[np.float64]) -> tuple[float, float]:
    """Level and slope of the precision, neither below nothing."""
    columns = np.column_stack([np.ones_like(youths), youths]) / precision[:, None]
    level, slope = np.linalg.lstsq(columns, np.ones_like(youths), rcond=None)[0]
    if level > 0 and slope >= 0:
        return float(level), float(slope)
    if slope < 0:
        return float((1 / precision).sum() / (1 / precision**2).sum()), 0.0
    share = youths / precision
    return 1e-9, float(share.sum() / (share**2).sum())
