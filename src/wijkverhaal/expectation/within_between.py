# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether slopes between gemeenten differ from those within them, decided on hidden figures.

Candidates are no indicator, the three strongest, and all that describe the population. A candidate
is chosen only where it clearly foretells hidden wijken or whole hidden gemeenten better, and
nowhere clearly worse; else the model keeps one slope (docs/method/neighbourhood-question.md).
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from wijkverhaal.expectation.held_out_scores import HeldOutScores, held_out_scores, left_out_scores
from wijkverhaal.expectation.multilevel import fit_specification
from wijkverhaal.expectation.nested_model import NestedModel, gain_of
from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.question_rule import CLEAR
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.specification import specify
from wijkverhaal.expectation.validation import HoldOut, Plan
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel

ONE_SLOPE = "one_slope"
STRONGEST = "strongest"
POPULATION = "population"
_HOW_MANY = 3
_FOLDS = 5
Progress = Callable[[float], None]


@dataclass(frozen=True)
class SlopeChoice:
    """One candidate beside the model with one slope.

    Attributes
    ----------
    indicators : frozenset of str
        Ids of the indicators whose gemeente's mean it adds.
    gains : dict of str to Gain
        On hidden "wijk" and on hidden "gemeente".
    """

    indicators: frozenset[str]
    gains: dict[HoldOut, Gain]

    @property
    def total(self) -> float:
        return sum(gain.difference for gain in self.gains.values())

    @property
    def better(self) -> bool:
        """Clearly better on one way of hiding, on no way clearly worse."""
        gains = self.gains.values()
        clear = any(gain.verdict == "gain" for gain in gains)
        return clear and all(gain.difference > -CLEAR * gain.standard_error for gain in gains)


def choose_within_between(
    panel: Panel, settings: Settings, progress: Progress | None = None
) -> tuple[frozenset[str], dict[str, SlopeChoice]]:
    """The indicators whose slope between gemeenten should differ, and how the candidates did.

    Parameters
    ----------
    panel
        The figures.
    settings
        Of the model; what it says of `within_between` does not count.
    progress
        Called with the share of the work that is done.

    Returns
    -------
    chosen : frozenset of str
        For `Settings.within_between`; empty where one slope does as well.
    choices : dict of str to SlopeChoice
        "strongest" and "population".

    Notes
    -----
    Single wijken are left out approximately from one fit, whole gemeenten by refitting in five
    parts.
    """
    tell = progress or (lambda share: None)
    plain = replace(settings, within_between=frozenset())
    models = {ONE_SLOPE: plain}
    for name, ids in candidates_of(panel, plain).items():
        models[name] = replace(plain, within_between=ids)
    done, total = 0, len(models) * (_FOLDS + 1)

    def one_more() -> None:
        nonlocal done
        done += 1
        tell(done / total)

    scores: dict[str, dict[HoldOut, HeldOutScores]] = {}
    for name, chosen in models.items():
        scores[name] = {"wijk": left_out_scores(panel, chosen)}
        one_more()
        scores[name]["gemeente"] = held_out_scores(panel, chosen, Plan("gemeente", _FOLDS, 1), one_more)
    small = NestedModel.of(panel, plain)
    choices = {}
    for name in list(models)[1:]:
        large = NestedModel.of(panel, models[name])
        gains = {
            way: gain_of(panel, small, large, (scores[ONE_SLOPE][way], scores[name][way]), way)
            for way in scores[name]
        }
        choices[name] = SlopeChoice(models[name].within_between, gains)
    better = [choice for choice in choices.values() if choice.better]
    best = max(better, key=lambda choice: choice.total, default=None)
    return (best.indicators if best else frozenset()), choices


def candidates_of(panel: Panel, settings: Settings) -> dict[str, frozenset[str]]:
    """Sets of indicators worth trying: the strongest of the population, and all of them."""
    specification = specify(panel, replace(settings, draws=2))
    posterior = fit_specification(specification, settings)
    mean = posterior.weights @ posterior.fixed_mean
    variance = np.einsum("p,pkk->k", posterior.weights, posterior.fixed_covariance)
    strength = np.abs(mean / np.sqrt(variance))[1:]
    columns = specification.determinants.columns
    usable = [k for k, c in enumerate(columns) if c.form == "value" and c.group not in NEIGHBOURHOOD_GROUPS]
    ordered = sorted(usable, key=lambda k: -strength[k])
    ids = [columns[k].indicator.id for k in ordered]
    return {STRONGEST: frozenset(ids[:_HOW_MANY]), POPULATION: frozenset(ids)}
