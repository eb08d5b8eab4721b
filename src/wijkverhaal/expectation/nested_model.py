# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Models of which one holds the other, and what the larger one gains on hidden figures."""

from dataclasses import dataclass, replace

import numpy as np

from wijkverhaal.expectation.determinants import Determinants
from wijkverhaal.expectation.held_out_scores import HeldOutScores
from wijkverhaal.expectation.observed_year import observe
from wijkverhaal.expectation.paired_gain import Gain, paired_gain
from wijkverhaal.expectation.settings import Settings
from wijkverhaal.expectation.validation import HoldOut
from wijkverhaal.figures.indicator_group import NEIGHBOURHOOD_GROUPS
from wijkverhaal.figures.panel import Panel


@dataclass(frozen=True)
class NestedModel:
    """The settings of a model, and the columns that follow for one panel."""

    settings: Settings
    determinants: Determinants

    @classmethod
    def of(cls, panel: Panel, settings: Settings) -> "NestedModel":
        return cls(settings, observe(panel, settings).determinants)

    @classmethod
    def with_groups(cls, panel: Panel, settings: Settings, groups: frozenset[str]) -> "NestedModel":
        """With the population and these groups about the place, and no other about the place."""
        without = settings.without_groups | (NEIGHBOURHOOD_GROUPS - groups)
        chosen = replace(settings, neighbourhood=groups - settings.without_groups, without_groups=without)
        return cls.of(panel, chosen)

    @property
    def place(self) -> tuple[str, ...]:
        """Ids of its indicators about the place."""
        columns = self.determinants.columns
        return tuple(dict.fromkeys(c.indicator.id for c in columns if c.group in NEIGHBOURHOOD_GROUPS))


def gain_of(
    panel: Panel,
    small: NestedModel,
    large: NestedModel,
    scores: tuple[HeldOutScores, HeldOutScores],
    hold_out: HoldOut,
) -> Gain:
    """What the larger model gains; only wijken count that have one of the indicators it adds.

    Parameters
    ----------
    panel
        The figures.
    small, large
        The larger has all columns of the smaller.
    scores
        Of the smaller and of the larger model, on the same hidden wijken.
    hold_out
        What was hidden: where that was whole gemeenten, their wijken count together.
    """
    base, full = small.determinants, large.determinants
    new = [k for k, column in enumerate(full.columns) if column not in base.columns]
    added = {full.columns[k].indicator.id for k in new}
    positions = [k for k, indicator in enumerate(panel.indicators) if indicator.id in added]
    _codes, gemeente = np.unique(panel.areas["gemeente"].to_numpy(), return_inverse=True)
    known = np.asarray(np.isfinite(panel.values[:, positions]).any(axis=1))
    return paired_gain(
        *scores,
        full.matrix[:, new],
        np.column_stack([np.ones(gemeente.size), base.matrix]),
        gemeente.astype(np.int64),
        known,
        clustered=hold_out == "gemeente",
        unit=10.0 if small.settings.like_scp else 1.0,
    )
