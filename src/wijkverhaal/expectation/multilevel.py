# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""One year of figures fitted: specification, posterior, answers and explanation together."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from wijkverhaal.expectation.answers import Answers, answers_of
from wijkverhaal.expectation.explanation import Explanation, explain
from wijkverhaal.expectation.latent_gaussian import NoModeError
from wijkverhaal.expectation.posterior import LeaveOneOut, Posterior, fit
from wijkverhaal.expectation.published_prediction import CountPrediction, predict_counts
from wijkverhaal.expectation.sparse_factor import NotPositiveDefiniteError
from wijkverhaal.expectation.specification import Settings, Specification, specify
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
    """Fit the model to a panel and answer all questions.

    Parameters
    ----------
    panel
        The figures of one year.
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
    specification = specify(panel, settings)
    posterior = fit_specification(specification, settings, lambda share: tell(0.7 * share))
    answers = answers_of(specification, posterior)
    tell(0.85)
    explanation = explain(specification, posterior, answers)
    tell(0.95)
    prediction = predicted_counts(specification, posterior) if panel.family == "cbs" else None
    tell(1.0)
    return FittedYear(specification, posterior, answers, explanation, prediction)


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
    coverage, known = specification.coverage, posterior.leave_one_out
    wider = LeaveOneOut(known.mean, np.hypot(known.sd, coverage.own_sd), known.weight)
    return predict_counts(wider, youths, coverage.own_share, specification.settings.seed)
