# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Years of figures fitted: specification, posterior, answers and explanation together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.answers import Answers, answers_of
from wijkverhaal.expectation.engine.latent_gaussian import NoModeError
from wijkverhaal.expectation.engine.posterior import LeaveOneOut, Posterior, fit
from wijkverhaal.expectation.engine.sparse_factor import NotPositiveDefiniteError
from wijkverhaal.expectation.explanation import Explanation, explain
from wijkverhaal.expectation.published_prediction import CountPrediction, predict_counts
from wijkverhaal.expectation.series import series_of
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.specification import Specification, specify_series
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.errors import FitError
from wijkverhaal.foundation.language import _

Progress = Callable[[float], None]


@dataclass(frozen=True)
class FittedYear:
    """Everything that is known about the wijken of one year after the fit."""

    specification: Specification
    posterior: Posterior
    answers: Answers
    explanation: Explanation
    prediction: CountPrediction | None
    series: int = 0  # years of one series were fitted together; their draws are aligned row by row

    @property
    def panel(self) -> Panel:
        return self.specification.panel


def fit_panel(panel: Panel, settings: Settings | None = None, progress: Progress | None = None) -> FittedYear:
    """Fit the model to one year by itself; see `fit_panels`."""
    return fit_panels([panel], settings, progress)[0]


def fit_panels(
    panels: Sequence[Panel], settings: Settings | None = None, progress: Progress | None = None
) -> list[FittedYear]:
    """Fit the model to years of figures and answer all questions.

    Years between which no line may be drawn are fitted apart; the others together, so that each
    sharpens the others. Draws of the years of one series are aligned row by row.

    Parameters
    ----------
    panels
        The figures, a panel per year.
    settings
        The choices; the default model where None.
    progress
        Called with the share of the work that is done.

    Raises
    ------
    FitError
        When the figures do not allow a fit.
    """
    settings = settings or Settings()
    tell = progress or (lambda share: None)
    fitted: list[FittedYear] = []
    for number, series in enumerate(series_of(panels, settings.together)):
        part = len(series) / len(panels)
        done = len(fitted) / len(panels)
        fitted += _fit_series(number, series, settings, lambda s, d=done, p=part: tell(d + p * s))  # type: ignore[misc]
    tell(1.0)
    return fitted


def _fit_series(number: int, panels: Sequence[Panel], settings: Settings, tell: Progress) -> list[FittedYear]:
    specifications = specify_series(panels, settings)
    posterior = fit_specification(specifications[0], settings, lambda share: tell(0.7 * share))
    fitted = []
    for done, specification in enumerate(specifications, 1):
        answers = answers_of(specification, posterior)
        explanation = explain(specification, posterior, answers)
        counted = specification.panel.family == "cbs"
        prediction = predicted_counts(specification, posterior) if counted else None
        fitted.append(FittedYear(specification, posterior, answers, explanation, prediction, number))
        tell(0.7 + 0.3 * done / len(specifications))
    return fitted


def fit_specification(
    specification: Specification, settings: Settings, progress: Progress | None = None
) -> Posterior:
    """The posterior; a failure of the arithmetic becomes a sentence."""
    try:
        return fit(specification.model, settings.draws, settings.seed, progress)
    except (NoModeError, NotPositiveDefiniteError, np.linalg.LinAlgError) as error:
        raise FitError(
            _(
                "Het model voor {year} komt niet tot een uitkomst; controleer de kenmerken van de wijken op"
                " vreemde waarden."
            ).format(year=specification.panel.year)
        ) from error


def predicted_counts(specification: Specification, posterior: Posterior) -> CountPrediction:
    """What CBS would publish of each wijk."""
    youths = np.round(np.nan_to_num(specification.panel.column("youths"))).astype(np.int64)
    coverage, known = specification.coverage, specification.leave_one_out(posterior)
    wider = LeaveOneOut(known.mean, np.hypot(known.sd, coverage.own_sd), known.weight)
    return predict_counts(
        wider, youths, coverage.own_share, specification.settings.seed, 1.0 - specification.staying
    )
