# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules for what tells who somebody is without a name: BSN, telephone, e-mail, postcode, address."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_STREETS = "straat|laan|weg|plein|hof|kade|dijk|pad|singel|steeg|gracht|dreef|baan|lei|park|plantsoen|markt"


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
        re.compile(
            rf"(?<![\w'’-])(?:[A-Z][\w'’-]* (?:(?:van|de|der|den|het|in|op|ten|ter) )*){{0,3}}"
            rf"[A-Z][\w'’-]*(?:{_STREETS}) \d{{1,4}}[a-zA-Z]?\b"
        ),
        "[adres]",
    ),
    Rule("bsn", re.compile(r"(?<![\d.,-])\d(?:[ .]?\d){7,8}(?![\d]|[.,-]\d)"), "[BSN]", is_bsn),
    Rule(
        "phone",
        re.compile(r"(?<![\d+])(?:(?:\+|00)31[ -]?(?:\(0\))?[ -]?|\(?0)[1-9](?:[ .)-]{0,2}\d){8}(?!\d)"),
        "[telefoon]",
    ),
    Rule(
        "postcode",
        re.compile(r"(?<!\d)[1-9]\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss)[a-z]{2})(?!\w)"),
        "[postcode]",
    ),
)
