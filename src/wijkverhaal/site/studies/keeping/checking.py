# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a study is as it was left: its keys, its records, its texts and its chain."""

from dataclasses import dataclass

from wijkverhaal.foundation.errors import WijkverhaalError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.keeping import log_store, storage
from wijkverhaal.site.studies.keeping.bundle_store import differing
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import LogLine
from wijkverhaal.stories.study.record import Interview


@dataclass(frozen=True)
class StudyCheck:
    """What was found; the key file was good, or the study would not have opened.

    Attributes
    ----------
    records, interviews, entries : int
        How many there are.
    unreadable : str
        What is wrong with a record, in a sentence; empty where all can be read.
    changed : tuple of str
        The ids of interviews whose text is not what was frozen.
    broken : int or None
        The number of the first entry of the chain that was tampered with.
    head : str
        The last seal of the chain.
    """

    records: int
    interviews: int
    entries: int
    unreadable: str
    changed: tuple[str, ...]
    broken: int | None
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.unreadable and not self.changed and self.broken is None


def check_study(opened: OpenStudy, head: str = "") -> StudyCheck:
    """Open everything of a study once.

    Parameters
    ----------
    head : str
        A seal that somebody wrote down; it betrays entries cut off at the end.
    """
    unreadable, records, interviews = "", 0, list[Interview]()
    try:
        study = storage.load_study(opened)
        records, interviews = len(study.records), list(study.all(Interview))
        if differing(opened):
            unreadable = _("De coderingen van een interview zijn buiten Wijkverhaal om gewijzigd.")
    except WijkverhaalError as error:
        unreadable = str(error)
    changed = tuple(one.id for one in interviews if not _whole(opened, one))
    entries = LogLine.objects.filter(study=opened.stored).count()
    broken = log_store.broken_at(opened, head)
    last = storage.head(opened)
    return StudyCheck(records, len(interviews), entries, unreadable, changed, broken, last)


def _whole(opened: OpenStudy, interview: Interview) -> bool:
    try:
        storage.interview_text(opened, interview)
    except WijkverhaalError:
        return False
    return True
