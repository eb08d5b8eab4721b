# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A code on paper with which a study can be opened when everybody forgot their passphrase.

128 random bits and more, in the alphabet of D. Crockford (no I, L, O and U), with two signs of
checksum: a sum of the signs times their places, modulo 1021. Because 1021 is prime and larger than
the alphabet, one wrong sign and two swapped signs are always seen.
"""

import secrets

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SIGNS = 26
_MODULUS = 1021
_GROUP = 4
_MISREAD = str.maketrans("ILO", "110")


def new_recovery_code() -> str:
    """A code in groups of four signs, to be printed once and stored nowhere."""
    signs = "".join(secrets.choice(_ALPHABET) for _place in range(_SIGNS))
    whole = signs + _checksum(signs)
    return "-".join(whole[place : place + _GROUP] for place in range(0, len(whole), _GROUP))


def read_recovery_code(written: str) -> str:
    """The 26 signs of a code as somebody typed it, in any case, with or without dashes.

    Raises
    ------
    InputError
        When it is no code, or has a typing error.
    """
    signs = "".join(sign for sign in written.upper() if sign.isalnum()).translate(_MISREAD)
    code, check = signs[:_SIGNS], signs[_SIGNS:]
    if len(signs) != _SIGNS + 2 or any(sign not in _ALPHABET for sign in signs) or _checksum(code) != check:
        raise InputError(_("In de herstelcode zit een tikfout; typ haar opnieuw over van het papier."))
    return code


def _checksum(signs: str) -> str:
    total = sum(place * _ALPHABET.index(sign) for place, sign in enumerate(signs, start=1)) % _MODULUS
    return _ALPHABET[total // 32] + _ALPHABET[total % 32]
