# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The framework matrix as a table: who said what, and the researcher's words."""

from wijkverhaal.foundation.chart import Column, Table
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.drawing.state_words import state_words
from wijkverhaal.stories.matrix.framework import Cell, FrameworkMatrix
from wijkverhaal.stories.matrix.mention import Mention, roles
from wijkverhaal.stories.study.study import Study


def framework_table(study: Study, matrix: FrameworkMatrix) -> Table:
    """A row per case, a column per factor; in a cell the state, who says so, and the summary."""
    columns = (Column(_("Wie")), *(Column(factor.name) for factor in matrix.factors))
    rows = [
        (case_label(study, case.id), *(_cell(study, cell) for cell in cells))
        for case, cells in zip(matrix.cases, matrix.cells, strict=True)
    ]
    return Table(_("Wat er over elke factor is gezegd"), columns, rows)


def mention_words(study: Study, mention: Mention) -> str:
    """The state of a factor in a case, with the roles of those who say so."""
    words = state_words(mention.state)
    said, denied = roles(study, mention.supported_by), roles(study, mention.denied_by)
    if said and denied:
        who = _("wel: {yes}; niet: {no}").format(yes=", ".join(said), no=", ".join(denied))
        return f"{words} ({who})"
    return f"{words} ({', '.join(said or denied)})" if said or denied else words


def _cell(study: Study, cell: Cell) -> str:
    words = mention_words(study, cell.mention)
    return f"{words}. {cell.summary}" if cell.summary else words
