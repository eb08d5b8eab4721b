# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies in and out of the database: made, read, changed by actions, and interviews added.

The caller checks who may do what; here only keys count.
"""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies import key_store, log_store
from wijkverhaal.site.studies.models import LogLine, StoredRecord, StoredStudy, StoredText
from wijkverhaal.site.studies.open_study import FIRST_ITEMS, OpenStudy
from wijkverhaal.stories.intake.frozen_text import FrozenText, freeze, thawed
from wijkverhaal.stories.study import undo as undoing
from wijkverhaal.stories.study.action import Action, Change, apply, change_to
from wijkverhaal.stories.study.item import interview_item, item_of, items_of_action
from wijkverhaal.stories.study.record import Coding, Interview, Judgement, Memo, Record
from wijkverhaal.stories.study.sealed_record import SealedRecord, open_record, seal_record
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.vault.cipher import Place, seal_text, unseal_text
from wijkverhaal.stories.vault.opening import new_key_file
from wijkverhaal.stories.vault.secret_file import alone

_TITLE = 150


def new_id() -> str:
    """An id that tells nothing."""
    return secrets.token_hex(6)


def make_study(title: str, keep_until: date, account: int | str, passphrase: str) -> tuple[OpenStudy, str]:
    """A new study with its first key holder; the second is the recovery code, to be shown once.

    Raises
    ------
    InputError
        When there is no title, the day has passed, or the passphrase is too easy.
    """
    if not title.strip() or len(title) > _TITLE:
        raise InputError(_("Geef het onderzoek een titel van hoogstens 150 tekens."))
    if keep_until <= timezone.localdate():
        raise InputError(_("De bewaartermijn is al voorbij; kies een dag in de toekomst."))
    study, actor = new_id(), str(account)
    file, study_key, code = new_key_file(study, actor, passphrase)
    with alone(key_store.key_path(study)), transaction.atomic():
        stored = StoredStudy.objects.create(id=study, title=title.strip(), keep_until=keep_until)
        key_store.keep_keys(stored, file, study_key)
    opened = OpenStudy(stored, file, study_key, actor).with_items(FIRST_ITEMS)
    note(opened, "made")
    return opened, code


def load_study(opened: OpenStudy, interviews: Iterable[str] | None = None) -> Study:
    """A study with its records.

    Parameters
    ----------
    interviews : iterable of str, optional
        Only with codings, judgements and memos of these interviews; without it everything is read, which
        takes longer but is needed to remove what codings hang on.
    """
    rows = StoredRecord.objects.filter(study=opened.stored)
    if interviews is not None:
        rows = rows.filter(Q(bulk=False) | Q(item__in=[interview_item(one) for one in interviews]))
    keys = opened.keys
    records = {
        row[0]: open_record(opened.id, SealedRecord(row[0], row[1], row[2], bytes(row[3])), keys[row[1]])
        for row in rows.values_list("record", "item", "version", "sealed")
        if row[1] in keys
    }
    return Study(opened.id, opened.stored.title, opened.stored.keep_until, records)


def apply_changes(
    opened: OpenStudy,
    study: Study,
    changes: Iterable[Change],
    undoes: str = "",
    action_id: str = "",
) -> tuple[OpenStudy, Study, Action]:
    """Put changes in a study as one action, on the chain; what was the study before must be so still.

    Parameters
    ----------
    study : Study
        As `load_study` gave it; with an interview left out it may only change what it knows.

    Returns
    -------
    OpenStudy, Study, Action
        Go on with these: a new informant or interview has a new key.

    Raises
    ------
    InputError
        When somebody else changed the same, or the study would not hold together.
    """
    changes = tuple(changes)
    action = Action(action_id or new_id(), opened.actor, timezone.now(), changes, undoes)
    after = apply(study, changes)
    if not changes:
        return opened, after, action
    opened = opened.with_items(_needed(opened, after, changes))
    with transaction.atomic():
        locked = StoredStudy.objects.select_for_update().get(pk=opened.stored.pk)
        if locked.item_number != opened.stored.item_number:
            raise InputError(_("Iemand anders heeft dit intussen gewijzigd; laad het opnieuw."))
        _check_unchanged(opened, changes)
        both = replace(study, records={**after.records, **study.records})
        items = items_of_action(both, action)
        only = next(iter(items)) if len(items) == 1 else ""
        number = log_store.append_action(opened, action, only or opened.common)
        for change in changes:
            _write(opened, after, change, number)
    return opened, after, action


def put(opened: OpenStudy, study: Study, *records: Record) -> tuple[OpenStudy, Study, Action]:
    """Put records in a study; short for `apply_changes` with `change_to`."""
    return apply_changes(opened, study, change_to(study, *records))


def undo_last(opened: OpenStudy) -> tuple[OpenStudy, Study, Action]:
    """Take back what this person did last. Raises InputError where there is nothing."""
    return _back(opened, undoing.undo(log_store.stubs(opened), opened.actor, new_id(), timezone.now()))


def redo_last(opened: OpenStudy) -> tuple[OpenStudy, Study, Action]:
    """Do again what this person took back last. Raises InputError where there is nothing."""
    return _back(opened, undoing.redo(log_store.stubs(opened), opened.actor, new_id(), timezone.now()))


def _back(opened: OpenStudy, stub: Action) -> tuple[OpenStudy, Study, Action]:
    done = log_store.action_of(opened, stub.undoes)
    touched = [one for change in done.changes for one in (change.before, change.after) if one is not None]
    only = {one.interview for one in touched if isinstance(one, Coding)}
    study = load_study(opened, only if all(isinstance(one, Coding) for one in touched) else None)
    return apply_changes(opened, study, done.opposite, stub.undoes, stub.id)


def add_interview(
    opened: OpenStudy, study: Study, informant: str, held: date, text: str
) -> tuple[OpenStudy, Study, Interview]:
    """Freeze a text as an interview of an informant and seal it under a key of its own."""
    frozen = freeze(text)
    interview = Interview(new_id(), informant, held, frozen.sha256, len(frozen.text))
    opened = opened.with_items([interview_item(interview.id)])
    with transaction.atomic():
        write_text(opened, interview_item(interview.id), "text", frozen.text)
        opened, study, _action = put(opened, study, interview)
    return opened, study, interview


def interview_text(opened: OpenStudy, interview: Interview) -> FrozenText:
    """The frozen text of an interview; refused when it is not what was frozen."""
    text = read_text(opened, interview_item(interview.id), "text")
    return thawed(text or "", interview.sha256)


def interview_texts(opened: OpenStudy, study: Study, field: str = "text") -> dict[str, str]:
    """A sealed text of every interview of a study that has it; keep them no longer than a search takes."""
    items = {interview_item(one.id): one.id for one in study.all(Interview)}
    rows = StoredText.objects.filter(study=opened.stored, field=field, item__in=list(items))
    return {
        items[item]: unseal_text(opened.key(item), bytes(sealed), Place(opened.id, item, field, version))
        for item, version, sealed in rows.values_list("item", "version", "sealed")
    }


def write_text(opened: OpenStudy, item: str, field: str, text: str) -> None:
    """Seal a text in the place of the one before."""
    with transaction.atomic():
        StoredStudy.objects.select_for_update().get(pk=opened.stored.pk)
        row = StoredText.objects.filter(study=opened.stored, item=item, field=field).first()
        version = row.version + 1 if row else 1
        sealed = seal_text(opened.key(item), text, Place(opened.id, item, field, version))
        StoredText.objects.update_or_create(
            study=opened.stored, item=item, field=field, defaults={"version": version, "sealed": sealed}
        )


def read_text(opened: OpenStudy, item: str, field: str) -> str | None:
    """A sealed text; None where there is none."""
    row = StoredText.objects.filter(study=opened.stored, item=item, field=field).first()
    if row is None:
        return None
    return unseal_text(opened.key(item), bytes(row.sealed), Place(opened.id, item, field, row.version))


def note(opened: OpenStudy, kind: str, content: str = "", item: str = "") -> None:
    """Add to the chain that something happened; a content is sealed under its item."""
    with transaction.atomic():
        StoredStudy.objects.select_for_update().get(pk=opened.stored.pk)
        log_store.append(opened, kind, content.encode(), item or opened.common)


def head(opened: OpenStudy) -> str:
    """The last seal of the chain, to be written down elsewhere."""
    last = LogLine.objects.filter(study=opened.stored).last()
    return last.seal if last else ""


def _item(opened: OpenStudy, study: Study, record: Record) -> str:
    return item_of(study, record) or opened.common


def _needed(opened: OpenStudy, after: Study, changes: tuple[Change, ...]) -> list[str]:
    items = [_item(opened, after, one.after) for one in changes if one.after is not None]
    return list(dict.fromkeys(items))


def _check_unchanged(opened: OpenStudy, changes: tuple[Change, ...]) -> None:
    first: dict[str, Record | None] = {}
    for one in changes:
        first.setdefault(one.record, one.before)
    rows = StoredRecord.objects.filter(study=opened.stored, record__in=list(first))
    there: dict[str, Record] = {
        row.record: open_record(
            opened.id,
            SealedRecord(row.record, row.item, row.version, bytes(row.sealed)),
            opened.key(row.item),
        )
        for row in rows
    }
    if any(there.get(record) != before for record, before in first.items()):
        raise InputError(_("Iemand anders heeft dit intussen gewijzigd; laad het opnieuw."))


def _write(opened: OpenStudy, after: Study, change: Change, number: int) -> None:
    rows = StoredRecord.objects.filter(study=opened.stored, record=change.record)
    if change.after is None:
        rows.delete()
        return
    item = _item(opened, after, change.after)
    row = seal_record(opened.id, change.after, item, opened.key(item), number)
    bulk = isinstance(change.after, Coding | Judgement | Memo) and item.startswith("interview/")
    StoredRecord.objects.update_or_create(
        study=opened.stored,
        record=change.record,
        defaults={"item": item, "version": number, "bulk": bulk, "sealed": row.sealed},
    )
