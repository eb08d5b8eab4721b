# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register of pseudonyms as a file of its own: who is behind `[moeder-A]`.

It opens only with its own passphrase and with a key from the key file of the study (an item of that
name): two things of two kinds. Destroying that key makes every copy of the register useless, whoever
knows the passphrase; what then remains of the study cannot be traced back to names.
"""

import json

from wijkverhaal.stories.pseudonym_register import PseudonymRegister, read_register, register_record
from wijkverhaal.stories.vault.cipher import bound_to, derived_key, seal, unseal
from wijkverhaal.stories.vault.key_json import from_words, read_stretch, sealed_words, stretch_record
from wijkverhaal.stories.vault.passphrase import check_passphrase, new_stretch
from wijkverhaal.stories.vault.refusal import TamperedError, WrongPassphraseError

#: The item of the key file whose key belongs to the register.
REGISTER_ITEM = "register"
_FORMAT = 1


def register_bytes(register: PseudonymRegister, passphrase: str, item_key: bytes) -> bytes:
    """The register as it is stored; write it with `secret_file.write_secret`.

    Parameters
    ----------
    item_key : bytes
        Of `REGISTER_ITEM`, from `item_key.item_key`.

    Raises
    ------
    InputError
        When the passphrase is too easy.
    """
    check_passphrase(passphrase)
    stretch = new_stretch()
    key = derived_key(stretch.key(passphrase) + item_key, b"wijkverhaal register")
    content = json.dumps(register_record(register), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return json.dumps(
        {
            "format": _FORMAT,
            "stretch": stretch_record(stretch),
            "sealed": sealed_words(seal(key, content, bound_to("register", register.study))),
        }
    ).encode()


def open_register(content: bytes, study: str, passphrase: str, item_key: bytes) -> PseudonymRegister:
    """The register from its bytes; ask `attempts.check_attempt` first.

    Raises
    ------
    WrongPassphraseError
        When it does not open: another passphrase, another study's register, or a changed file.
    TamperedError
        When the bytes are no register at all.
    """
    try:
        read = json.loads(content)
        stretch, sealed = read_stretch(read["stretch"]), from_words(read["sealed"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise TamperedError("register") from error
    key = derived_key(stretch.key(passphrase) + item_key, b"wijkverhaal register")
    try:
        opened = unseal(key, sealed, bound_to("register", study), "register")
    except TamperedError as error:
        raise WrongPassphraseError from error
    return read_register(json.loads(opened.decode("utf-8", "surrogatepass")))
