# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The end of a study: when it is due, and all that has to go.

Backups of the database hold sealed text and no key. When the key file and its recovery copies are gone,
nothing in any backup can be read, whatever its age.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from wijkverhaal.stories.study.record import Consent, Informant
from wijkverhaal.stories.study.study import Study
from wijkverhaal.stories.vault.key_file import KeyFile

WARN = timedelta(days=60)


@dataclass(frozen=True)
class Due:
    """Something that has to be decided before a day.

    Attributes
    ----------
    what : str
        "study" or "consent".
    record : str
        The id of the study or of the informant.
    day : date
    passed : bool
    """

    what: str
    record: str
    day: date
    passed: bool


def due(study: Study, today: date) -> list[Due]:
    """What ends within two months, or has ended: the study, or somebody's consent; the first one first.

    Somebody with several consents is due when the last of them ends.
    """
    last: dict[str, date] = {}
    for one in study.all(Consent):
        until = one.until or study.keep_until
        last[one.informant] = max(until, last.get(one.informant, until))
    ends = [("study", study.id, study.keep_until), *(("consent", who, day) for who, day in last.items())]
    near = [Due(what, record, day, day < today) for what, record, day in ends if day - today <= WARN]
    return sorted(near, key=lambda one: (one.day, one.what))


def without_consent(study: Study, today: date) -> list[Informant]:
    """Those who tell but have no consent that holds today."""
    allowed = {
        one.informant for one in study.all(Consent) if one.given <= today <= (one.until or study.keep_until)
    }
    return [one for one in study.all(Informant) if one.id not in allowed]


@dataclass(frozen=True)
class Erasure:
    """What erasing a study takes.

    Attributes
    ----------
    items : tuple of str
        The keys that go: all of them, and so does the key file (`secret_file.destroy_file`), the register
        of pseudonyms, and the paper with the code.
    records : tuple of str
        The rows that go from the database, with what was stored of the log's contents.
    backups : tuple of str
        The backups that are older than may be kept; throw them away too, though nobody can read them.
    tombstone : mapping of str to int
        All that remains: how many records and keys there were.
    """

    items: tuple[str, ...]
    records: tuple[str, ...]
    backups: tuple[str, ...]
    tombstone: Mapping[str, int]


def erase(
    study: Study,
    keys: KeyFile,
    backups: Iterable[tuple[str, datetime]] = (),
    now: datetime | None = None,
    keep: timedelta = timedelta(days=30),
) -> Erasure:
    """Work out the erasure of a study.

    Parameters
    ----------
    backups : iterable of (str, datetime)
        The name of each and when it was made.
    keep : timedelta
        How long backups are kept anyhow.
    """
    old = [name for name, made in backups if now is not None and now - made > keep]
    items, records = tuple(sorted(keys.keys)), tuple(study.records)
    return Erasure(items, records, tuple(old), {"records": len(records), "keys": len(items)})
