# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A copy of the key file for when the machine is lost: it opens with the code on paper and nothing else.

No passphrase of a person opens it, so that it may lie where backups lie. When a key is destroyed a new
code is made: copies from before then open only with the old paper, and shredding that reaches them all.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from wijkverhaal.stories.vault.holder import RECOVERY
from wijkverhaal.stories.vault.key_bytes import key_bytes, read_key_bytes
from wijkverhaal.stories.vault.key_change import ask, new_recovery
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import unlock_with_code

#: How old a copy may become; throw away what is older.
KEEP = timedelta(days=30)


def recovery_copy(file: KeyFile, study_key: StudyKey) -> bytes:
    """The copy; make a new one, in the place of the one before, after every change of the file."""
    paper = tuple(one for one in file.holders if one.id == RECOVERY)
    return key_bytes(replace(file, change=file.change - 1, asking=()).changed(study_key, holders=paper))


def recover(copy: bytes, code: str, holder: str, passphrase: str) -> tuple[KeyFile, StudyKey, str]:
    """A key file again from a copy, with a first holder; and a new code, because the old was used.

    Its `change` may be lower than the caller last saw; the caller counts from this one on.

    Raises
    ------
    WrongPassphraseError, InputError, TamperedError
        When the code does not fit, the new passphrase is too easy, or the copy was changed.
    """
    file = read_key_bytes(copy)
    study_key = unlock_with_code(file, code)
    asked = ask(file, holder, passphrase)
    admitted = asked.asking[-1].given(file.study, file.epoch, study_key.key)
    opened = file.changed(study_key, holders=(*file.holders, admitted))
    renewed_file, new_code = new_recovery(opened, study_key)
    return renewed_file, study_key, new_code


def is_too_old(made: datetime, now: datetime) -> bool:
    """Whether a copy has to be thrown away."""
    return now - made > KEEP
