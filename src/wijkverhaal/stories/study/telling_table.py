# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person has to say of each interview, as a table to fill in: roles, days and consent."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from io import StringIO

from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import _
from wijkverhaal.stories.intake.encoding import decoded
from wijkverhaal.stories.study.telling import Allowed, Telling

#: The columns of the table, the same in every language: it is read again.
COLUMNS = (
    "nummer",
    "bestand",
    "meenemen",
    "gezin",
    "rol",
    "dag",
    "toestemming-door",
    "gegeven-op",
    "waarvoor",
    "tot",
    "citeren",
    "sprekers",
)
_NO = frozenset({"nee", "n", "no", "0"})
_YES = frozenset({"ja", "j", "yes", "y", "1"})


def telling_csv(tellings: Sequence[Telling]) -> bytes:
    """The table with what is known, to be filled in with a spreadsheet."""
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for number, one in enumerate(tellings, start=1):
        allowed = one.allowed
        consent = (
            [allowed.given_by, allowed.given, allowed.purpose, allowed.until or "", _yes(allowed.quotations)]
            if allowed
            else ["", "", "", "", ""]
        )
        row = [number, one.file_name, _yes(one.taken), one.family, one.role, one.held or "", *consent]
        writer.writerow([*row, ", ".join(one.speakers)])
    return target.getvalue().encode("utf-8-sig")


def read_telling_csv(content: bytes, tellings: Sequence[Telling], file: str) -> list[Telling]:
    """The tellings with what somebody filled in; a row belongs to the interview of its number.

    Raises
    ------
    InputError
        When it is not such a table, or a day is none.
    """
    text, _findings = decoded(content, file)
    first = text.partition("\n")[0]
    found = csv.DictReader(StringIO(text), delimiter=";" if ";" in first else ",")
    if not set(found.fieldnames or ()) >= {"nummer", "gezin", "rol", "dag"}:
        raise InputError(
            _("In {file} ontbreken kolommen; begin met het bestand van --write-roles.").format(file=file)
        )
    left = dict(enumerate(tellings, start=1))
    for row in found:
        number = (row.get("nummer") or "").strip()
        if not number.isdigit() or int(number) not in left:
            raise InputError(
                _(
                    "In {file} staat een regel zonder goed nummer ('{word}'); verander de nummers niet."
                ).format(file=file, word=number)
            )
        left[int(number)] = _told(
            left[int(number)], {k: (v or "").strip() for k, v in row.items() if k}, file
        )
    return list(left.values())


def _told(one: Telling, row: dict[str, str], file: str) -> Telling:
    speakers = tuple(word.strip() for word in row.get("sprekers", "").split(",") if word.strip())
    given_by, given = row.get("toestemming-door", ""), row.get("gegeven-op", "")
    until = row.get("tot", "")
    allowed = one.allowed
    if given_by and given and row.get("waarvoor"):
        allowed = Allowed(
            given_by,
            _day(given, file),
            row["waarvoor"],
            _day(until, file) if until else None,
            row.get("citeren", "").lower() in _YES,
        )
    return replace(
        one,
        taken=row.get("meenemen", "ja").lower() not in _NO,
        family=row["gezin"] or one.family,
        role=row["rol"] or one.role,
        held=_day(row["dag"], file) if row["dag"] else one.held,
        allowed=allowed,
        speakers=speakers or one.speakers,
    )


def _day(written: str, file: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise InputError(
            _("In {file} is '{word}' geen dag; schrijf haar als 2026-03-10.").format(file=file, word=written)
        ) from None


def _yes(value: bool) -> str:
    return "ja" if value else "nee"
