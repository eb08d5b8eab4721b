# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The codings, judgements and memos of each interview once more, together under one seal of its key.

The rows are what counts; who reads a whole study opens a seal per interview and not one per coding.
A bundle is written in the transaction that writes the rows, so every process sees both or neither. It is
sealed under the key of its interview and goes with that key.
"""

from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import QuerySet

from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.models import StoredRecord, StoredStudy, StoredText
from wijkverhaal.stories.study.record import Record
from wijkverhaal.stories.study.record_bundle import bundled, unbundled
from wijkverhaal.stories.study.sealed_record import SealedRecord, open_record
from wijkverhaal.stories.vault.cipher import Place, seal_text, unseal_text

FIELD = "bundle"
#: What happened to a record: where it was and where it is, and the record that is there now.
Move = tuple[str, str, str, Record | None]


def opened_rows(opened: OpenStudy, rows: QuerySet[StoredRecord]) -> dict[str, Record]:
    """The records of rows, each from its own seal; without those whose key was destroyed."""
    keys = opened.keys
    return {
        row[0]: open_record(opened.id, SealedRecord(row[0], row[1], row[2], bytes(row[3])), keys[row[1]])
        for row in rows.values_list("record", "item", "version", "sealed")
        if row[1] in keys
    }


def bundles(opened: OpenStudy, items: Sequence[str]) -> dict[str, Record]:
    """The many records of these items; a bundle that is not there is made from its rows."""
    there = _read(opened, items)
    missing = [item for item in items if item not in there and item in opened.file.keys]
    if missing:
        there |= _made(opened, missing)
    return {record.id: record for item in items for record in there.get(item, ())}


def change_bundles(opened: OpenStudy, moves: Iterable[Move]) -> None:
    """Bring the bundles up to their rows; inside the transaction that changed the rows, under its lock."""
    by_item: dict[str, list[tuple[str, Record | None]]] = {}
    for record, before, now, after in moves:
        for item in {before, now} - {""}:
            by_item.setdefault(item, []).append((record, after if item == now else None))
    there = _read(opened, list(by_item))
    for item, changes in by_item.items():
        if item not in there:
            _write(opened, item, opened_rows(opened, _rows(opened, [item])).values())
            continue
        records = {one.id: one for one in there[item]}
        for record, after in changes:
            if after is None:
                records.pop(record, None)
            else:
                records[record] = after
        _write(opened, item, records.values())


def forget_bundles(opened: OpenStudy, records: Iterable[str]) -> None:
    """Drop the bundles that hold one of these records, before their rows go; they are made again."""
    items = StoredRecord.objects.filter(study=opened.stored, bulk=True, record__in=list(records))
    names = list(items.order_by().values_list("item", flat=True).distinct())
    StoredText.objects.filter(study=opened.stored, field=FIELD, item__in=names).delete()


def differing(opened: OpenStudy) -> list[str]:
    """The items whose bundle is not what its rows are."""
    items = StoredText.objects.filter(study=opened.stored, field=FIELD).values_list("item", flat=True)
    read = _read(opened, list(items))
    return [
        item
        for item, records in read.items()
        if {one.id: one for one in records} != opened_rows(opened, _rows(opened, [item]))
    ]


def _read(opened: OpenStudy, items: Sequence[str]) -> dict[str, list[Record]]:
    keys, found = opened.keys, dict[str, list[Record]]()
    rows = StoredText.objects.filter(study=opened.stored, field=FIELD, item__in=items)
    for item, version, sealed in rows.values_list("item", "version", "sealed"):
        if item in keys:
            words = unseal_text(keys[item], bytes(sealed), Place(opened.id, item, FIELD, version))
            records = unbundled(words)
            if records is not None:
                found[item] = records
    return found


def _made(opened: OpenStudy, items: Sequence[str]) -> Mapping[str, list[Record]]:
    """Bundles from rows, written for next time where there is anything to bundle."""
    if not _rows(opened, items).exists():
        return {}
    found: dict[str, list[Record]] = {}
    with transaction.atomic():
        StoredStudy.objects.select_for_update().get(pk=opened.stored.pk)
        for item in items:
            records = list(opened_rows(opened, _rows(opened, [item])).values())
            if records:
                _write(opened, item, records)
                found[item] = records
    return found


def _rows(opened: OpenStudy, items: Sequence[str]) -> QuerySet[StoredRecord]:
    return StoredRecord.objects.filter(study=opened.stored, bulk=True, item__in=items)


def _write(opened: OpenStudy, item: str, records: Iterable[Record]) -> None:
    row = StoredText.objects.filter(study=opened.stored, item=item, field=FIELD).only("version").first()
    version = row.version + 1 if row else 1
    sealed = seal_text(opened.key(item), bundled(records), Place(opened.id, item, FIELD, version))
    StoredText.objects.update_or_create(
        study=opened.stored, item=item, field=FIELD, defaults={"version": version, "sealed": sealed}
    )
