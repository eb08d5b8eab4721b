# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Many records and texts put in a study at once, as one action on its chain."""

import json
from collections.abc import Iterable, Mapping

from django.db import transaction

from wijkverhaal.site.studies.keeping import storage
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.names import names_store
from wijkverhaal.site.studies.names.names_store import NamesFound
from wijkverhaal.stories.capital_hit import capital_hits
from wijkverhaal.stories.hit import not_overlapping
from wijkverhaal.stories.hit_decision import HitDecision, decide
from wijkverhaal.stories.pseudonym import find_hits
from wijkverhaal.stories.pseudonym_register import PseudonymRegister
from wijkverhaal.stories.study.item import interview_item
from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.study.study import Study


def fill(
    opened: OpenStudy,
    records: Iterable[Record],
    texts: Mapping[str, str],
    speakers: Mapping[str, Iterable[str]] | None = None,
) -> tuple[OpenStudy, Study]:
    """Put records in a study with the texts of their interviews; all or nothing.

    Parameters
    ----------
    texts : mapping of str to str
        Of every interview among the records, as frozen.
    speakers : mapping of str to iterable of str, optional
        Who speaks in an interview, as a person confirmed.
    """
    opened = opened.with_items([interview_item(one) for one in texts])
    with transaction.atomic():
        study = storage.load_study(opened)
        for name, text in texts.items():
            storage.write_text(opened, interview_item(name), "text", text)
        for name, labels in (speakers or {}).items():
            storage.write_text(opened, interview_item(name), "speakers", json.dumps(list(labels)))
        opened, study, _action = storage.put(opened, study, *records)
    return opened, study


def keep_register(
    opened: OpenStudy,
    register: PseudonymRegister,
    passphrase: str,
    study: Study,
    texts: Mapping[str, str],
    decisions: Mapping[str, tuple[HitDecision, ...]],
) -> OpenStudy:
    """Store a register that was made before, with what was decided in each interview.

    Of a word that only has a capital it is decided that it is no name, where nobody decided otherwise.
    """
    opened, _empty = names_store.make_register(opened, passphrase)
    names_store.save_register(opened, register, passphrase)
    with transaction.atomic():
        for name, text in texts.items():
            named = find_hits(text, register.roster(study.family_of(name)))
            capitals = not_overlapping([*named, *capital_hits(text, named)])
            known = {(one.start, one.end) for one in named}
            refused = [
                decide(one, False, opened.actor) for one in capitals if (one.start, one.end) not in known
            ]
            found = NamesFound(tuple(capitals), (*decisions.get(name, ()), *refused))
            names_store.keep_names(opened, name, found)
    return opened
