# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who can open a study: a holder asks, is admitted, changes their passphrase, leaves."""

from dataclasses import replace

from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.vault.cipher import bound_to, new_key, seal, unseal
from wijkverhaal.stories.vault.holder import RECOVERY, Holder, new_holder
from wijkverhaal.stories.vault.key_file import KeyFile, StudyKey
from wijkverhaal.stories.vault.opening import unlock
from wijkverhaal.stories.vault.passphrase import check_passphrase
from wijkverhaal.stories.vault.recovery_code import new_recovery_code, read_recovery_code
from wijkverhaal.stories.vault.refusal import LockedError, TamperedError


def ask(file: KeyFile, holder: str, passphrase: str) -> KeyFile:
    """Somebody chooses a passphrase and asks to be admitted; needs no key.

    Raises
    ------
    InputError
        When the passphrase is too easy, or this is a holder already.
    """
    check_passphrase(passphrase)
    if file.holder(holder) is not None:
        raise InputError(_("U hebt al een sleutel van dit onderzoek; wijzig daar uw wachtzin."))
    others = tuple(one for one in file.asking if one.id != holder)
    return replace(file, asking=(*others, new_holder(file.study, holder, passphrase)))


def admit(file: KeyFile, study_key: StudyKey, holder: str, fingerprint: str) -> KeyFile:
    """An open holder gives the key of the study to somebody who asked.

    Parameters
    ----------
    fingerprint : str
        As the asker reads it out from their own screen; it shows that nobody asked in their name.

    Raises
    ------
    NotFoundError, InputError
        When nobody of that name asked, or the fingerprint is another.
    """
    check_open(file, study_key)
    asker = next((one for one in file.asking if one.id == holder), None)
    if asker is None:
        raise NotFoundError(_("Deze persoon heeft geen sleutel gevraagd; laat dat eerst doen."))
    if asker.fingerprint.split() != fingerprint.upper().split():
        raise InputError(
            _("De controleletters zijn anders dan bij de vrager; geef geen sleutel en vraag na.")
        )
    admitted = asker.given(file.study, file.epoch, study_key.key)
    left = tuple(one for one in file.asking if one.id != holder)
    return file.changed(study_key, holders=(*file.holders, admitted), asking=left)


def change_passphrase(file: KeyFile, holder: str, old: str, new: str) -> KeyFile:
    """Another passphrase for one holder; the old one must fit.

    Raises
    ------
    WrongPassphraseError, InputError
        When the old one does not fit, or the new one is too easy.
    """
    check_passphrase(new)
    study_key = unlock(file, holder, old)
    holders = tuple(one.relocked(file.study, old, new) if one.id == holder else one for one in file.holders)
    return file.changed(study_key, holders=holders)


def new_recovery(file: KeyFile, study_key: StudyKey) -> tuple[KeyFile, str]:
    """A new code on paper; the one before opens only copies from before, so shred it.

    Returns
    -------
    KeyFile, str
        Show the code once, to be printed, and store it nowhere.
    """
    check_open(file, study_key)
    code = new_recovery_code()
    paper = new_holder(file.study, RECOVERY, read_recovery_code(code))
    others = tuple(one for one in file.holders if one.id != RECOVERY)
    given = paper.given(file.study, file.epoch, study_key.key)
    return file.changed(study_key, holders=(*others, given), recovery_due=False), code


def remove_holder(file: KeyFile, study_key: StudyKey, holder: str) -> tuple[KeyFile, StudyKey]:
    """A holder leaves; the key of the study is renewed, so that the one they knew opens nothing new.

    Raises
    ------
    InputError
        When nobody with a passphrase would be left.
    """
    check_open(file, study_key)
    left = tuple(one for one in file.holders if one.id != holder)
    if not any(one.id != RECOVERY for one in left):
        raise InputError(_("Dit is de laatste sleutelhouder; geef eerst iemand anders een sleutel."))
    return renewed(file, study_key, left, dict(file.keys))


def renewed(
    file: KeyFile,
    study_key: StudyKey,
    holders: tuple[Holder, ...],
    keys: dict[str, bytes],
    **parts: object,
) -> tuple[KeyFile, StudyKey]:
    """A new key for the study, with what is left sealed under it, for the holders that are left."""
    following = StudyKey(file.study, file.epoch + 1, new_key())
    moved = {
        item: sealed_item(following, item, item_from(study_key, item, key)) for item, key in keys.items()
    }
    given = tuple(one.given(file.study, following.epoch, following.key) for one in holders)
    return file.changed(following, epoch=following.epoch, holders=given, keys=moved, **parts), following


def check_open(file: KeyFile, study_key: StudyKey) -> None:
    """Refuse a key of before the last renewal, of another study, or a file that no holder made.

    Raises
    ------
    LockedError, TamperedError
    """
    if (study_key.study, study_key.epoch) != (file.study, file.epoch):
        raise LockedError
    if not file.proven(study_key):
        raise TamperedError(_("sleutelbestand"))


def sealed_item(study_key: StudyKey, item: str, key: bytes) -> bytes:
    """The key of an item under the key of the study."""
    return seal(study_key.key, key, bound_to("item key", study_key.study, item, study_key.epoch))


def item_from(study_key: StudyKey, item: str, sealed: bytes) -> bytes:
    """The key of an item."""
    return unseal(study_key.key, sealed, bound_to("item key", study_key.study, item, study_key.epoch), item)
