# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was released is looked through again when the register knows more names."""

from collections.abc import Sequence

from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.stories.pseudonym import RosterEntry, left_over


def look_again(study_id: str, roster: Sequence[RosterEntry]) -> int:
    """Take back what was released with a name in it that nobody knew then; how many."""
    named = [
        one.pk
        for one in ReleasedQuotation.objects.filter(study=study_id)
        if left_over(" ".join((one.text, one.role, one.factor)), roster)
    ]
    ReleasedQuotation.objects.filter(pk__in=named).delete()
    return len(named)
