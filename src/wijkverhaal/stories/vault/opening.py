# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making and opening the key file of a study."""

from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.cipher import new_key
from wijkverhaal.stories.vault.holder import RECOVERY, new_holder
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.passphrase import check_passphrase
from wijkverhaal.stories.vault.recovery_code import new_recovery_code, read_recovery_code
from wijkverhaal.stories.vault.refusal import TamperedError, WrongPassphraseError


def new_key_file(study: str, holder: str, passphrase: str) -> tuple[KeyFile, StudyKey, str]:
    """The keys of a new study with its first holder.

    Returns
    -------
    KeyFile, StudyKey, str
        The last is the recovery code: show it once, to be printed, and store it nowhere.

    Raises
    ------
    InputError
        When the passphrase is too easy.
    """
    check_passphrase(passphrase)
    study_key = StudyKey(study, 1, new_key())
    code = new_recovery_code()
    holders = tuple(
        new_holder(study, name, secret).given(study, 1, study_key.key)
        for name, secret in ((holder, passphrase), (RECOVERY, read_recovery_code(code)))
    )
    return KeyFile(study, 1, 0, ()).changed(study_key, holders=holders), study_key, code


def unlock(file: KeyFile, holder: str, passphrase: str) -> StudyKey:
    """The key of the study, for a holder with their passphrase.

    Ask `attempts.check_attempt` first.

    Raises
    ------
    WrongPassphraseError
        When it does not fit, and also when there is no such holder: a stranger learns nothing.
    TamperedError
        When the file was changed by somebody without the key.
    """
    found = file.holder(holder)
    if found is None:
        new_holder(file.study, holder, passphrase)  # takes as long as a wrong passphrase
        raise WrongPassphraseError
    study_key = StudyKey(file.study, file.epoch, found.opened(file.study, file.epoch, passphrase))
    if not file.proven(study_key):
        raise TamperedError(_("sleutelbestand"))
    return study_key


def unlock_with_code(file: KeyFile, code: str) -> StudyKey:
    """The key of the study with the recovery code, as typed; see `unlock`.

    Raises
    ------
    InputError
        When the code has a typing error.
    """
    return unlock(file, RECOVERY, read_recovery_code(code))
