# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody asks of the model. It does not bring the model along: the site reads this too."""

from dataclasses import dataclass, field

from wijkverhaal.expectation.marking import MarkingRule
from wijkverhaal.expectation.settings import Settings


@dataclass(frozen=True)
class Request:
    """What a user asks for.

    Attributes
    ----------
    outcome
        Key of `figures.outcome.OUTCOMES`.
    years
        The years to estimate; all that have counts where empty.
    scp
        Use SCP's file of 2017 instead of CBS's counts.
    settings
        The choices of the model.
    rule
        What it takes to mark a wijk.
    search_slopes
        Whether to find out which slopes differ between gemeenten; the settings then need not say.
    keep_draws
        Whether the run keeps the joint draws, in a file per year.
    keep_actual
        Whether it keeps at least those of the actual use, by which two wijken are compared.
    """

    outcome: str = "jeugdzorg"
    years: tuple[int, ...] = ()
    scp: bool = False
    settings: Settings = field(default_factory=Settings)
    rule: MarkingRule = field(default_factory=MarkingRule)
    search_slopes: bool = False
    keep_draws: bool = False
    keep_actual: bool = False
