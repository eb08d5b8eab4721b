# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies in and out of the database: made, read, changed by actions, and interviews added.

The caller checks who may do what; here only keys count.
"""

import secrets
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.site.studies.keeping import key_store, log_store
from wijkverhaal.site.studies.keeping.bundle_store import bundles, change_bundles, opened_rows
from wijkverhaal.site.studies.keeping.open_study import FIRST_ITEMS, OpenStudy
from wijkverhaal.site.studies.leaving.released_following import follow_changes
from wijkverhaal.site.studies.models import LogLine, StoredRecord, StoredStudy, StoredText
from wijkverhaal.stories.intake.frozen_text import FrozenText, freeze, thawed
from wijkverhaal.stories.study import undo as undoing
from wijkverhaal.stories.study.action import Action, Change, apply, change_to
from wijkverhaal.stories.study.item import interview_item, item_of, items_of_action
from wijkverhaal.stories.study.record import Coding, Interview, Judgement, Memo, Record
from wijkverhaal.stories.study.sealed_record import seal_record
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
    wanted = None if interviews is None else list(interviews)
    while True:
        # rows and bundles are read after each other: again, if somebody changed something in between
        number = _last_number(opened)
        records = _records(opened, wanted)
        if number == _last_number(opened):
            return Study(opened.id, opened.stored.title, opened.stored.keep_until, records)


def _records(opened: OpenStudy, interviews: list[str] | None) -> dict[str, Record]:
    few = opened_rows(opened, StoredRecord.objects.filter(study=opened.stored, bulk=False))
    if interviews is None:
        interviews = [one.id for one in few.values() if isinstance(one, Interview)]
    return few | bundles(opened, [interview_item(one) for one in interviews])


def _last_number(opened: OpenStudy) -> int:
    numbers = LogLine.objects.filter(study=opened.stored).order_by("-number").values_list("number", flat=True)
    return numbers.first() or 0


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
        before = _check_unchanged(opened, changes)
        both = replace(study, records={**after.records, **study.records})
        items = items_of_action(both, action)
        only = next(iter(items)) if len(items) == 1 else ""
        number = log_store.append_action(opened, action, only or opened.common)
        last = {change.record: change.after for change in changes}
        now = _write(opened, after, last, before, number)
        change_bundles(opened, [(one, before.get(one, ""), now[one], last[one]) for one in last])
        follow_changes(opened.id, after, changes)
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


def interview_texts(
    opened: OpenStudy, study: Study, field: str = "text", interviews: Iterable[str] | None = None
) -> dict[str, str]:
    """A sealed text of every interview, or of these, that has it; keep them no longer than a search takes."""
    wanted = (one.id for one in study.all(Interview)) if interviews is None else interviews
    items = {interview_item(one): one for one in wanted}
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


def _check_unchanged(opened: OpenStudy, changes: tuple[Change, ...]) -> dict[str, str]:
    """The records that have a row, with their item where they are one of many."""
    first: dict[str, Record | None] = {}
    for one in changes:
        first.setdefault(one.record, one.before)
    there: dict[str, Record] = {}
    items: dict[str, str] = {}
    for some in _some(first):
        rows = StoredRecord.objects.filter(study=opened.stored, record__in=some)
        there |= opened_rows(opened, rows)
        items |= {
            name: item if bulk else "" for name, item, bulk in rows.values_list("record", "item", "bulk")
        }
    if any(there.get(record) != before for record, before in first.items()):
        raise InputError(_("Iemand anders heeft dit intussen gewijzigd; laad het opnieuw."))
    return items


def _write(
    opened: OpenStudy, after: Study, records: Mapping[str, Record | None], before: Container[str], number: int
) -> dict[str, str]:
    """Write the rows of records; per record its item where it is one of many now, or nothing."""
    mine = StoredRecord.objects.filter(study=opened.stored)
    items, made = dict.fromkeys(records, ""), list[StoredRecord]()
    for some in _some(name for name, record in records.items() if record is None):
        mine.filter(record__in=some).delete()
    for name, record in records.items():
        if record is None:
            continue
        item = _item(opened, after, record)
        sealed = seal_record(opened.id, record, item, opened.key(item), number).sealed
        bulk = isinstance(record, Coding | Judgement | Memo) and item.startswith("interview/")
        items[name] = item if bulk else ""
        values = {"item": item, "version": number, "bulk": bulk, "sealed": sealed}
        if name in before:
            mine.filter(record=name).update(**values)
        else:
            made.append(StoredRecord(study=opened.stored, record=name, **values))
    StoredRecord.objects.bulk_create(made, batch_size=1000)
    return items


def _some(names: Iterable[str]) -> Iterator[list[str]]:
    """So many at once as a database takes in a question."""
    left = list(names)
    for start in range(0, len(left), 5000):
        yield left[start : start + 5000]
