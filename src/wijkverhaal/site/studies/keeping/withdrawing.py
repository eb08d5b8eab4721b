# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody withdraws, or the study ends: rows go, keys are destroyed, only a tombstone stays.

Rows first and keys directly after, with what still has to be destroyed kept in the row of the study: if it
stops halfway, the next who opens the study finishes it.
"""

import json
from dataclasses import replace
from datetime import UTC, datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from wijkverhaal.site.studies.keeping import key_store, log_store, storage, visit
from wijkverhaal.site.studies.keeping.bundle_store import forget_bundles
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.leaving.released import withdraw_released
from wijkverhaal.site.studies.models import Draft, LogLine, StoredRecord, StoredStudy, StoredText
from wijkverhaal.site.studies.names import proposals
from wijkverhaal.stories.study.item import study_item
from wijkverhaal.stories.study.record import Informant
from wijkverhaal.stories.study.sealed_record import seal_record
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.study.withdrawal import Withdrawal, withdraw
from wijkverhaal.stories.vault.item_key import destroy_items
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.recovery_copy import is_too_old


def withdraw_informant(opened: OpenStudy, informant: str) -> tuple[OpenStudy, Withdrawal]:
    """Remove all that an informant told; go on with the open study that comes back.

    Whoever has the register open writes it again without them, before or after.
    """
    study = storage.load_study(opened)
    done = withdraw(study, informant, log_store.actions_of(opened))
    old, number = opened.common, opened.stored.item_number + 1
    opened = opened.with_items([study_item(number)])
    with transaction.atomic():
        StoredStudy.objects.select_for_update().get(pk=opened.stored.pk)
        opened.stored.item_number = number
        opened.stored.to_destroy = [*done.items, old]
        opened.stored.save(update_fields=["item_number", "to_destroy"])
        _remove(opened, done)
        withdraw_released(opened.id, informant, study.one(Informant, informant).family)
        _reseal(opened, done.study, old)
        log_store.append(opened, "withdrawn", json.dumps(dict(done.tombstone)).encode(), opened.common)
    return destroy_pending(opened), done


def destroy_pending(opened: OpenStudy) -> OpenStudy:
    """Destroy the keys of what has gone; every session that was open must open again."""
    items = list(opened.stored.to_destroy)

    def destroy(file: KeyFile) -> tuple[KeyFile, StudyKey]:
        return destroy_items(file, opened.study_key, items, timezone.now())

    file, study_key = key_store.change_keys(opened.stored, destroy)
    proposals.forget(opened.id)
    opened.stored.to_destroy = []
    opened.stored.save(update_fields=["to_destroy"])
    return replace(opened, file=file, study_key=study_key)


def erase_study(stored: StoredStudy) -> None:
    """The end: keys, recovery copy and register first, then every row and copies that are too old."""
    key_store.destroy_all(stored.id)
    proposals.forget(stored.id)
    visit.forget_everywhere(stored.id)
    stored.delete()
    for copy in settings.FILES.folder.glob("*.bak"):
        if is_too_old(datetime.fromtimestamp(copy.stat().st_mtime, UTC), timezone.now()):
            copy.unlink(missing_ok=True)


def _remove(opened: OpenStudy, done: Withdrawal) -> None:
    mine = {"study": opened.stored}
    forget_bundles(opened, done.removed)
    StoredRecord.objects.filter(**mine, record__in=done.removed).delete()
    StoredRecord.objects.filter(**mine, item__in=done.items).delete()
    StoredText.objects.filter(**mine, item__in=done.items).delete()
    Draft.objects.filter(**mine).delete()
    lines = LogLine.objects.filter(**mine)
    lines.filter(action__in=done.actions).update(content=None, item="")
    lines.filter(item__in=done.items).update(content=None, item="")


def _reseal(opened: OpenStudy, study: Study, old: str) -> None:
    """Put what is left of the old item of the study under the new one."""
    key = opened.key(opened.common)
    for row in StoredRecord.objects.filter(study=opened.stored, item=old):
        sealed = seal_record(opened.id, study.records[row.record], opened.common, key, row.version + 1)
        row.item, row.version, row.sealed = opened.common, row.version + 1, sealed.sealed
        row.save(update_fields=["item", "version", "sealed"])
    for line in LogLine.objects.filter(study=opened.stored, item=old, content__isnull=False):
        content = log_store.reseal(opened, line, opened.common)
        LogLine.objects.filter(pk=line.pk).update(item=opened.common, content=content)
