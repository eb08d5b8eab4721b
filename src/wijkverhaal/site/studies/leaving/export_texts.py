# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The texts that may leave a study whole: pseudonymised, and without passages that tell who somebody is."""

from dataclasses import dataclass
from datetime import date

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.leaving.withheld import recognisable_spans, text_without
from wijkverhaal.stories.offset_map import OffsetMap
from wijkverhaal.stories.study.record import Consent, Interview
from wijkverhaal.stories.study.study import Study


@dataclass(frozen=True)
class LeavingTexts:
    """The texts that leave, and how many interviews stay.

    Attributes
    ----------
    texts : dict of str to (str, OffsetMap)
    undecided : int
        Interviews of which not every name was decided.
    not_quotable : int
        Interviews of people who do not let their words be quoted.
    """

    texts: dict[str, tuple[str, OffsetMap]]
    undecided: int
    not_quotable: int


def leaving_texts(opened: OpenStudy, study: Study, today: date) -> LeavingTexts:
    """The texts of those who allow it today and of whom every name was decided."""
    allowed = {
        one.informant
        for one in study.all(Consent)
        if one.quotations and one.given <= today <= (one.until or study.keep_until)
    }
    texts: dict[str, tuple[str, OffsetMap]] = {}
    undecided = not_quotable = 0
    for interview in study.all(Interview):
        if interview.informant not in allowed:
            not_quotable += 1
            continue
        try:
            names_store.reader_text(opened, interview)
        except InputError:
            undecided += 1
            continue
        found = names_store.names_in(opened, interview.id)
        text = storage.interview_text(opened, interview).text
        spans = recognisable_spans(study, interview.id)
        texts[interview.id] = text_without(text, found.decisions if found else (), spans)
    return LeavingTexts(texts, undecided, not_quotable)
