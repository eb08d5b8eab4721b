# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a case is called: a family by its label, a child or a stretch of help with its family before it."""

from wijkverhaal.stories.study.record import Child, Episode, Family
from wijkverhaal.stories.study.study import Study


def case_label(study: Study, case: str) -> str:
    """What a case is called."""
    match study.records.get(case):
        case Family() as found:
            return found.label
        case Child() as child:
            return f"{study.one(Family, child.family).label}, {child.label}"
        case Episode() as episode:
            child = study.one(Child, episode.child)
            return f"{study.one(Family, episode.family).label}, {child.label}, {episode.label}"
    return case
