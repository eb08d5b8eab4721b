# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The choices of a fit."""

from dataclasses import dataclass
from typing import Literal

Scale = Literal["logit", "percent"]


@dataclass(frozen=True)
class Settings:
    """The choices of a fit.

    Attributes
    ----------
    like_scp
        SCP's own kind of model: linear in percentages, three levels, medians for what is missing.
    without_groups
        Groups of indicators left out.
    levels
        Whether gemeente and jeugdregio have effects.
    neighbours
        Whether the effect of a wijk has a part in common with the wijken that it touches, where
        boundaries or an adjacency list are known.
    together
        Whether the years of one series are fitted together.
    neighbourhood
        Groups of indicators about the place itself that are taken along.
    within_between
        Indicators whose slope between gemeenten may differ from that within them.
    draws, seed
        Of the joint draws.
    """

    like_scp: bool = False
    without_groups: frozenset[str] = frozenset()
    levels: bool = True
    neighbours: bool = True
    together: bool = True
    neighbourhood: frozenset[str] = frozenset()
    within_between: frozenset[str] = frozenset()
    draws: int = 1000
    seed: int = 1


DEFAULT_SETTINGS = Settings()
