# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind one cell of a matrix: the passages that were coded, and who said them."""

from dataclasses import dataclass

from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.stories.drawing.case_label import case_label
from wijkverhaal.stories.matrix.mention import mentions
from wijkverhaal.stories.study.record import Coding, Factor, Informant, Interview, Unit
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class CellPassage:
    """A passage with the role of who said it, and whether they say that it was so."""

    interview: str
    coding: str
    role: str
    factor: str
    present: bool
    words: str


@dataclass(frozen=True)
class CellShown:
    """A cell: what it is called, and its passages."""

    case: str
    factor: str
    passages: tuple[CellPassage, ...]


def cell_shown(opened: OpenStudy, study: Study, unit: Unit, case: str, factor: str) -> CellShown | None:
    """The passages behind a cell; None where there is no such cell."""
    known = {one.id for one in study.cases(unit)}
    if case not in known or not isinstance(study.records.get(factor), Factor):
        return None
    codings = mentions(study, unit, [factor])[case, factor].codings
    texts = {
        name: storage.interview_text(opened, study.one(Interview, name)).text
        for name in dict.fromkeys(one.interview for one in codings)
    }
    passages = tuple(_passage(study, one, texts[one.interview]) for one in codings)
    return CellShown(case_label(study, case), study.one(Factor, factor).name, passages)


def _passage(study: Study, one: Coding, text: str) -> CellPassage:
    who = study.one(Informant, study.one(Interview, one.interview).informant)
    factor = study.one(Factor, one.factor).name
    return CellPassage(one.interview, one.id, who.role, factor, one.present, text[one.start : one.end])
