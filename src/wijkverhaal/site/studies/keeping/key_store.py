# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key files of studies on disk, apart from the database, and what the database remembers of them."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from wijkverhaal.site.studies.models import StoredStudy
from wijkverhaal.stories.vault.key_bytes import load_key_file, save_key_file
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.recovery_copy import recovery_copy
from wijkverhaal.stories.vault.secret_file import alone, destroy_file, write_secret

#: What a change of the keys answers: the next file, and the key of the study that goes with it.
Changed = tuple[KeyFile, StudyKey]


def key_path(study: str) -> Path:
    """The key file; this folder stays out of every backup."""
    return settings.FILES.folder / "keys" / f"{study}.json"


def recovery_path(study: str) -> Path:
    """The copy that opens with the code on paper only; it may lie where backups lie."""
    return settings.FILES.folder / "recovery" / f"{study}.json"


def register_path(study: str) -> Path:
    """The register of pseudonyms."""
    return settings.FILES.folder / "registers" / f"{study}.json"


def load_keys(stored: StoredStudy) -> KeyFile:
    """The key file; refused when it is older than the database has seen."""
    return load_key_file(key_path(stored.id), stored.change)


def change_keys(stored: StoredStudy, change: Callable[[KeyFile], Changed]) -> Changed:
    """Change the key file while nobody else does, and make the recovery copy again."""
    path = key_path(stored.id)
    with alone(path):
        stored.refresh_from_db(fields=["change"])
        file, study_key = change(load_keys(stored))
        keep_keys(stored, file, study_key)
    return file, study_key


def change_asking(stored: StoredStudy, change: Callable[[KeyFile], KeyFile]) -> KeyFile:
    """Put somebody on the list of those who ask; needs no key of the study."""
    path = key_path(stored.id)
    with alone(path):
        file = change(load_keys(stored))
        save_key_file(path, file)
    return file


def keep_keys(stored: StoredStudy, file: KeyFile, study_key: StudyKey) -> None:
    """Write the key file and its recovery copy, and remember the number; inside `alone`."""
    save_key_file(key_path(stored.id), file)
    write_secret(recovery_path(stored.id), recovery_copy(file, study_key))
    StoredStudy.objects.filter(pk=stored.pk).update(change=file.change)
    stored.change = file.change


def destroy_all(study: str) -> None:
    """The end of a study: no key file, recovery copy or register is left."""
    path = key_path(study)
    with alone(path):
        for one in (path, recovery_path(study), register_path(study)):
            destroy_file(one)
    for one in (path, register_path(study)):
        one.with_name(one.name + ".lock").unlink(missing_ok=True)
