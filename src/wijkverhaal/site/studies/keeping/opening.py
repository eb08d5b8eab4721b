# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a study: with the passphrase of an account, or with the recovery code."""

from wijkverhaal.site.studies.keeping import key_store
from wijkverhaal.site.studies.keeping.guard import guarded
from wijkverhaal.site.studies.keeping.open_study import OpenStudy
from wijkverhaal.site.studies.keeping.withdrawing import destroy_pending
from wijkverhaal.site.studies.models import StoredStudy
from wijkverhaal.stories.vault.opening import unlock, unlock_with_code


def open_with_passphrase(stored: StoredStudy, account: int | str, passphrase: str) -> OpenStudy:
    """Open a study for an account that holds a key of it.

    Raises
    ------
    WrongPassphraseError, InputError
        When it does not fit, or was wrong too often lately: then with how long to wait.
    """
    file, actor = key_store.load_keys(stored), str(account)
    with_care = guarded(stored, actor)
    study_key = unlock(file, actor, passphrase)
    with_care.clear()
    return _finished(OpenStudy(stored, file, study_key, actor))


def open_with_code(stored: StoredStudy, account: int | str, code: str) -> OpenStudy:
    """Open a study with the recovery code; give a new code at once (`key_change.new_recovery`)."""
    file = key_store.load_keys(stored)
    with_care = guarded(stored, "recovery")
    study_key = unlock_with_code(file, code)
    with_care.clear()
    return _finished(OpenStudy(stored, file, study_key, str(account)))


def _finished(opened: OpenStudy) -> OpenStudy:
    """Destroy the keys that a withdrawal left when it was cut off."""
    return destroy_pending(opened) if opened.stored.to_destroy else opened
