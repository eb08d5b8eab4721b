# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""HHS's question: do characteristics of the neighbourhood add anything to its population?

Nested models (population, then cohesion and safety, amenities, surroundings, cooperation, and what
a gemeente brings itself) are compared on hidden wijken and on whole hidden gemeenten, step by step
and all together, after Gilsing, Mieloo and Reith 2020, "Jeugdhulp in de wijken" (De Haagse
Hogeschool), but on figures that the model has not seen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wijkverhaal.expectation.held_out_scores import held_out_scores
from wijkverhaal.expectation.nested_model import NestedModel, gain_of
from wijkverhaal.expectation.observed_year import observe
from wijkverhaal.expectation.paired_gain import Gain
from wijkverhaal.expectation.question_rule import TOGETHER
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import HoldOut, Plan
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel
from wijkverhaal.foundation.language import _

Progress = Callable[[str, float], None]

#: The steps in their order; each adds groups to the one before. The first is the population alone.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cohesion_and_safety", ("cohesion", "safety")),
    ("amenities", ("amenities",)),
    ("surroundings", ("surroundings",)),
    ("cooperation", ("cooperation",)),
    ("own", ("own",)),
)


@dataclass(frozen=True)
class Step:
    """What one step adds.

    Attributes
    ----------
    id : str
        Of `STEPS`, or "together": all steps at once.
    indicators : tuple of str
        Ids of the indicators that it adds.
    gains : dict of str to Gain
        "wijk" and "gemeente": beyond the step before; of "together" beyond the population.
    """

    id: str
    indicators: tuple[str, ...]
    gains: dict[HoldOut, Gain]


@dataclass(frozen=True)
class NeighbourhoodQuestion:
    """The question answered for one panel.

    Attributes
    ----------
    panel : Panel
    folds, seeds : int
        How figures were hidden.
    settings : Settings
    steps : tuple of Step
        Only those for which there are figures; "together" last, where there are two or more.
    absent : tuple of str
        Steps for which there are no figures.
    too_little_known : tuple of str
        Ids of indicators that too few wijken have.
    """

    panel: Panel
    folds: int
    seeds: int
    settings: Settings
    steps: tuple[Step, ...]
    absent: tuple[str, ...]
    too_little_known: tuple[str, ...]

    def step(self, name: str) -> Step:
        """The step with an id.

        Raises
        ------
        KeyError
            When it was not compared.
        """
        return {one.id: one for one in self.steps}[name]


def ask(
    panel: Panel,
    hold_outs: Sequence[HoldOut] = ("wijk", "gemeente"),
    folds: int = 10,
    seeds: int = 1,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> NeighbourhoodQuestion:
    """Compare the nested models on hidden figures.

    Parameters
    ----------
    panel
        The figures, with indicators about the neighbourhood.
    hold_outs
        Whether single wijken, whole gemeenten or both are hidden.
    folds, seeds
        In how many parts, how often.
    settings
        Of the model; its own groups of the neighbourhood do not count.
    progress
        Called with what is done and which share of the work that is.

    Raises
    ------
    InputError
        When there are too few figures for so many folds.
    """
    settings = settings or Settings()
    stages: dict[str, NestedModel] = {"population": NestedModel.with_groups(panel, settings, frozenset())}
    absent, groups = [], frozenset[str]()
    for name, added in STEPS:
        before = list(stages.values())[-1]
        now = NestedModel.with_groups(panel, settings, groups | frozenset(added))
        if set(now.place) - set(before.place):
            stages[name] = now
            groups |= frozenset(added)
        else:
            absent.append(name)
    count = _Count(len(stages) * folds * seeds * len(hold_outs), progress)
    gains: dict[str, dict[HoldOut, Gain]] = {name: {} for name in (*list(stages)[1:], TOGETHER)}
    for hold_out in hold_outs:
        plan = Plan(hold_out, folds, seeds)
        scores = {n: held_out_scores(panel, s.settings, plan, count.one) for n, s in stages.items()}
        for small, large, name in _pairs(list(stages)):
            pair = scores[small], scores[large]
            gains[name][hold_out] = gain_of(panel, stages[small], stages[large], pair, hold_out)
    steps = tuple(
        Step(name, _added(stages[small], stages[large]), gains[name])
        for small, large, name in _pairs(list(stages))
    )
    return NeighbourhoodQuestion(panel, folds, seeds, settings, steps, tuple(absent), _little_known(panel))


def _pairs(names: list[str]) -> list[tuple[str, str, str]]:
    """Smaller model, larger model, and what their comparison is called."""
    pairs = [(small, large, large) for small, large in pairwise(names)]
    return pairs + ([(names[0], names[-1], TOGETHER)] if len(pairs) > 1 else [])


def _added(small: NestedModel, large: NestedModel) -> tuple[str, ...]:
    return tuple(name for name in large.place if name not in small.place)


def _little_known(panel: Panel) -> tuple[str, ...]:
    """Indicators about the place that some wijken have, but too few to serve in this model."""
    every = observe(panel, Settings(neighbourhood=NEIGHBOURHOOD_GROUPS)).determinants
    group = {indicator.id: indicator.group for indicator in panel.indicators}
    found = [name for name, why in every.left_out.items() if why == "missing"]
    return tuple(name for name in found if group[name] in NEIGHBOURHOOD_GROUPS)


class _Count:
    """Counts fits and tells how far the work is."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._total, self._done, self._progress = total, 0, progress

    def one(self) -> None:
        self._done += 1
        if self._progress:
            what = _("Berekening {done} van {total}").format(done=self._done, total=self._total)
            self._progress(what, self._done / self._total)
