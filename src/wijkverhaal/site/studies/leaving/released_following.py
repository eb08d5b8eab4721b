# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was released follows what changes in its study: a passage, a judgement, a consent."""

from collections.abc import Iterable

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.studies.leaving.released import until_of, withdraw_released
from wijkverhaal.site.studies.models import ReleasedQuotation
from wijkverhaal.stories.leaving.withheld import tells_who
from wijkverhaal.stories.study.action import Change
from wijkverhaal.stories.study.record import Coding, Consent, Informant, Judgement
from wijkverhaal.stories.study.study import Study


def follow_changes(study_id: str, after: Study, changes: Iterable[Change]) -> None:
    """Take back what may no longer be told after these changes.

    Parameters
    ----------
    study_id : str
    after : Study
        As it is with the changes.
    changes : iterable of Change
    """
    released = ReleasedQuotation.objects.filter(study=study_id)
    if not released.exists():
        return
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Coding):
                released.filter(record=record.id).delete()
            elif isinstance(record, Judgement) and (record.recognisable or change.after is None):
                released.filter(record__in=_with_words_of(after, record.coding)).delete()
            elif isinstance(record, Consent):
                _follow_consent(study_id, after, record.informant)


def _with_words_of(after: Study, coding: str) -> list[str]:
    """This coding, and every other that has some of its words."""
    judged = after.records.get(coding)
    if not isinstance(judged, Coding):
        return [coding]
    words = {judged.interview: [(judged.start, judged.end)]}
    return [one.id for one in after.all(Coding) if tells_who(one, words)]


def _follow_consent(study_id: str, after: Study, informant: str) -> None:
    teller = after.records.get(informant)
    if not isinstance(teller, Informant):
        return
    mine = ReleasedQuotation.objects.filter(study=study_id)
    try:
        mine.filter(informant=informant).update(until=until_of(after, [teller]))
    except InputError:
        withdraw_released(study_id, informant, teller.family)
    for history in mine.filter(family=teller.family, history=True):
        family = [one for one in after.all(Informant) if one.family == teller.family]
        history.until = until_of(after, family)
        history.save(update_fields=["until"])
