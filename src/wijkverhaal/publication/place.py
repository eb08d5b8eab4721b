# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A set of wijken that is looked at together: a gemeente, or a jeugdregio."""

from dataclasses import dataclass
from typing import Literal

import polars as pl

from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import NotFoundError
from wijkverhaal.foundation.language import _


@dataclass(frozen=True)
class Place:
    """A gemeente or a jeugdregio of a run.

    Attributes
    ----------
    kind : str
        The column of the areas that holds its code.
    code, name : str
    """

    kind: Literal["gemeente", "region"]
    code: str
    name: str

    def wijken(self, areas: pl.DataFrame) -> pl.DataFrame:
        """Those rows of a table of areas that lie in it."""
        return areas.filter(pl.col(self.kind) == self.code)


def gemeente_of(run: FinishedRun, code: str) -> Place:
    """The gemeente with this code; see `FinishedRun.gemeente_name`."""
    return Place("gemeente", code, run.gemeente_name(code))


def region_of(run: FinishedRun, code: str) -> Place:
    """The jeugdregio with this code, which has no other name.

    Raises
    ------
    NotFoundError
        When the run has no such region.
    """
    if code not in regions(run):
        raise NotFoundError(
            _("De berekening {run} heeft geen jeugdregio {code}.").format(run=run.id, code=code)
        )
    return Place("region", code, _("jeugdregio {code}").format(code=code))


def regions(run: FinishedRun) -> list[str]:
    """The codes of the jeugdregio's of a run."""
    return sorted(run.areas["region"].drop_nulls().unique().to_list())
