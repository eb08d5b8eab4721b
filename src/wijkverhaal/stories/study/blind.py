# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coders who do not see each other's work, so that their agreement means something."""

from dataclasses import replace

from wijkverhaal.stories.study.need import needs
from wijkverhaal.stories.study.record import Coding, Judgement, Memo
from wijkverhaal.stories.study.study import Study


def own_view(study: Study, coder: str) -> Study:
    """The study as one coder sees it while they code blind: without codings and memos of others."""
    hidden = {one.id for one in study.all(Coding) if one.coder != coder}
    hidden |= {one.id for one in study.all(Memo) if one.author != coder}
    hidden |= {one.id for one in study.all(Judgement) if hidden & set(needs(one))}
    return replace(study, records={name: one for name, one in study.records.items() if name not in hidden})
