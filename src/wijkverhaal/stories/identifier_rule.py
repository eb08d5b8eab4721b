# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules for what tells who somebody is without a name: BSN, telephone, e-mail, postcode, address."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_STREETS = "straat|laan|weg|plein|hof|kade|dijk|pad|singel|steeg|gracht|dreef|baan|lei|park|plantsoen|markt"
#: In small letters only these: of the others too many ordinary words end in them.
_SMALL_STREETS = "straat|laan|plein|kade|dijk|singel|steeg|gracht|dreef|plantsoen|weg"
_OF_THE = r"(?:van|de|der|den|het|in|op|ten|ter|aan|bij|’t|'t)"
_WORD = r"[\w'’-]*"
_NAMED = rf"[^\W\d_a-zß-ÿ]{_WORD}"
_BEFORE = r"(?<![\w'’-])"
_DASH = r" ?[/‐‑–-] ?"
#: 12, 12a, 12-14, 12 t/m 14, nummer 12, 12-bis
_HOUSE = (
    r"(?:,? (?:nr\.?|nummer|huisnummer))? \d{1,4}[a-zA-Z]?(?![^\W_])"
    rf"(?:(?:{_DASH}| t/m )\d{{1,4}}[a-zA-Z]?(?!\w)|-?(?:bis|hs)\b|{_DASH}[A-Za-z](?!\w))?"
)
#: Twelve years in a street is no number of a house.
_NO_MEASURE = (
    r"(?! ?(?:keer|uur|uren|minu\w+|dag\w*|we?ek\w*|maand\w*|jaar|jaren|euro|km|kilometer|meter|kinderen"
    r"|man))"
)
#: Between the figures of a number: a blank, a dash with blanks, a stroke, a bracket.
_GAP = r"[ \u00a0./()‐‑–-]{0,3}"


def is_bsn(written: str) -> bool:
    """Whether a number passes the 11-proof of a citizen service number.

    >>> is_bsn("111222333"), is_bsn("111222334")
    (True, False)
    """
    digits = [int(character) for character in written if character.isdigit()]
    if len(digits) == 8:
        digits.insert(0, 0)
    if len(digits) != 9 or not any(digits):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def _always(_written: str) -> bool:
    return True


@dataclass(frozen=True)
class Rule:
    """A pattern, what must also hold of what it finds, and what takes its place."""

    name: str
    pattern: re.Pattern[str]
    replacement: str
    holds: Callable[[str], bool] = _always


RULES: tuple[Rule, ...] = (
    Rule(
        "email",
        re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        "[e-mail]",
    ),
    Rule(
        "address",
        re.compile(rf"{_BEFORE}(?:{_NAMED} (?:{_OF_THE} )*){{0,3}}{_NAMED}(?:{_STREETS}){_HOUSE}"),
        "[adres]",
    ),
    Rule(
        "address",
        re.compile(
            rf"{_BEFORE}(?i:{_STREETS}) (?:{_OF_THE} )+{_NAMED}(?: {_NAMED}){{0,2}}{_HOUSE}{_NO_MEASURE}"
        ),
        "[adres]",
    ),
    Rule(
        "address",
        re.compile(
            rf"{_BEFORE}(?!onderweg)(?:[^\W\d_]{_WORD}(?:{_SMALL_STREETS})|laan (?:{_OF_THE} )+\w{_WORD})"
            rf"{_HOUSE}{_NO_MEASURE}"
        ),
        "[adres]",
    ),
    Rule(
        "bsn",
        re.compile(r"(?<![\d.,-])(?:\d(?: ?-? ?\d){8}|\d(?:[ .]?\d){7,8})(?![\d]|[.,-]\d)"),
        "[BSN]",
        is_bsn,
    ),
    Rule(
        "phone",
        re.compile(rf"(?<![\d+])(?:(?:\+|00)31(?:{_GAP}\(0\))?|\(?0){_GAP}[1-9](?:{_GAP}\d){{8}}(?!\d)"),
        "[telefoon]",
    ),
    Rule(
        "postcode",
        re.compile(r"(?<!\d)[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})(?!\w)"),
        "[postcode]",
    ),
)
