# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A few quotations of the fictional study that are let go for conversations, as a researcher would.

Importing this needs Django to be set up.
"""

from datetime import date

from wijkverhaal.cli.fictional_records import record_id
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.leaving.released import release_quotation
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.stories.leaving.quotation import quotations
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.study import Study

#: About what the invented conversations are, and one more to choose.
FACTORS = ("waiting", "past_each_other", "closed_culture", "one_contact")


def release_some(opened: OpenStudy, study: Study, register: PseudonymRegister) -> None:
    """Let one quotation of each of these factors go, each of another family; the longest that may."""
    texts = names_store.reader_texts(opened, study)
    roster, told = register.everybody(), set[str]()
    for factor in FACTORS:
        may = [
            one
            for one in quotations(study, texts, date.today(), [record_id("factor", factor)])
            if one.may_leave and one.present and one.family not in told
        ]
        if may:
            chosen = max(may, key=lambda one: (len(one.text), one.coding))
            told.add(chosen.family)
            release_quotation(opened.id, study, chosen, roster)
