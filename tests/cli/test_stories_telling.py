# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What has to be known of an interview before it comes in: asked at a terminal, refused in a script."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wijkverhaal.cli import stories_telling
from wijkverhaal.cli.stories_import import read_day
from wijkverhaal.cli.stories_telling import Said, allowed_of, told
from wijkverhaal.foundation.errors import InputError, NotFoundError
from wijkverhaal.stories.study.telling import Allowed, Telling
from wijkverhaal.stories.study.telling_table import read_telling_csv, telling_csv

ALLOWED = Allowed("moeder", date(2026, 1, 1), "onderzoek", date(2027, 1, 1), True)
FIRST = Telling("g1", "gesprek 1", speakers=("I", "Moeder"))
SECOND = Telling("g2", "gesprek 2", family="gezin B", role="school", held=date(2026, 2, 2))
NOTHING = Said(None, None, None)


def _terminal(monkeypatch: pytest.MonkeyPatch, *answers: str, quotations: bool = False) -> list[str]:
    """Somebody who types these answers, or enter for what is proposed; the questions."""
    asked: list[str] = []
    typed = iter(answers)

    def prompt(question: str, default: str | None = None, **_more: object) -> str:
        asked.append(question)
        return next(typed) or default or ""

    monkeypatch.setattr(stories_telling.sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(stories_telling.typer, "prompt", prompt)
    monkeypatch.setattr(stories_telling.typer, "confirm", lambda *_words, **_more: quotations)
    return asked


def test_somebody_at_a_terminal_is_asked_for_what_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    first = ("gezin A", "vader", "2026-03-10", "", "vader", "2026-01-01", "onderzoek", "")
    asked = _terminal(monkeypatch, *first, "", "", "", "", "")
    found = told([FIRST, SECOND], NOTHING, read_day)
    allowed = Allowed("vader", date(2026, 1, 1), "onderzoek")
    assert found == [
        replace(FIRST, family="gezin A", role="vader", held=date(2026, 3, 10), allowed=allowed),
        replace(SECOND, allowed=allowed),
    ]
    assert len(asked) == 13  # of the second only the speakers and the consent, which is proposed


def test_nobody_is_asked_what_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _terminal(monkeypatch)
    known = [replace(SECOND, allowed=ALLOWED), replace(FIRST, taken=False)]
    assert told(known, NOTHING, read_day) == known
    assert asked == []


def test_a_script_that_says_too_little_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories_telling.sys.stdin, "isatty", lambda: False, raising=False)
    with pytest.raises(InputError, match="wie er vertelt"):
        told([FIRST], Said(None, date(2026, 3, 1), ALLOWED), read_day)
    with pytest.raises(InputError, match="wie toestemming gaf"):
        told([SECOND], NOTHING, read_day)
    with pytest.raises(NotFoundError):
        told([SECOND], Said(Path("er-niet.csv"), None, None), read_day)
    assert told([SECOND], Said(None, None, ALLOWED), read_day) == [replace(SECOND, allowed=ALLOWED)]


def test_half_a_consent_is_none() -> None:
    assert allowed_of("", None, "", None, False) is None
    for half in (("moeder", None, "", None, False), ("", date(2026, 1, 1), "", None, False)):
        with pytest.raises(InputError, match="--consent-by"):
            allowed_of(*half)  # type: ignore[arg-type]


def test_a_table_that_is_written_and_read_says_the_same() -> None:
    known = [replace(FIRST, taken=False), replace(SECOND, allowed=ALLOWED)]
    assert read_telling_csv(telling_csv(known), known, "rollen.csv") == known


@pytest.mark.parametrize(
    ("content", "match"),
    [
        ("a;b\n1;2\n", "ontbreken kolommen"),
        ("nummer;gezin;rol;dag;x\n9;A;moeder;;\n", "'9'"),
        ("nummer;gezin;rol;dag;x\n1;A;moeder;3 mei;\n", "'3 mei'"),
        ("nummer;gezin;rol;dag;x\n;;;;\n", "nummer"),
    ],
)
def test_another_table_is_refused(content: str, match: str) -> None:
    with pytest.raises(InputError, match=match):
        read_telling_csv(content.encode(), [FIRST], "rollen.csv")


def test_a_spreadsheet_may_use_commas_and_leave_columns_out() -> None:
    found = read_telling_csv(
        b"nummer,gezin,rol,dag,extra\n1,gezin A,oma,2026-03-01,\n", [FIRST], "rollen.csv"
    )
    assert (found[0].family, found[0].role, found[0].allowed) == ("gezin A", "oma", None)
    assert found[0].speakers == ("I", "Moeder")
