# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the log: found by person, kind and day, in pages, and safe as a file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from .people import last_events, person

if TYPE_CHECKING:
    from django.test import Client


def _rows(text: str) -> int:
    return text.partition("<tbody>")[2].count("<tr>")


def test_events_are_found_by_person_also_what_was_done_to_them(administrator: Client) -> None:
    from wijkverhaal.site.log.record import record

    record("logged-out", person("logboek-1"))
    record("account-closed", person("logboek-2"), name="logboek-1")
    record("logged-out", person("logboek-2"))
    text = administrator.get("/logboek/", {"wie": "logboek-1"}).text
    assert _rows(text) == 2
    assert "logboek-1 ging weg." in text
    assert "logboek-2 sloot het account van logboek-1." in text
    assert _rows(administrator.get("/logboek/", {"wie": "logboek-1", "soort": "logged-out"}).text) == 1


def test_events_are_found_by_day(administrator: Client) -> None:
    from django.utils import timezone

    today = timezone.localdate().isoformat()
    assert _rows(administrator.get("/logboek/", {"van": today, "tot": today}).text) > 0
    assert "niets gevonden" in administrator.get("/logboek/", {"tot": "2001-01-01"}).text


@pytest.mark.parametrize(
    "asked", [{"van": "gisteren"}, {"tot": "2026-02-30"}, {"van": "0001-01-01"}, {"soort": "verzonnen"}]
)
@pytest.mark.parametrize("address", ["/logboek/", "/logboek/logboek.csv"])
def test_a_choice_that_cannot_be_is_told(asked: dict[str, str], address: str, administrator: Client) -> None:
    answer = administrator.get(address, asked)
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_a_page_has_fifty_events_and_goes_on(administrator: Client) -> None:
    from wijkverhaal.site.log.record import record

    account = person("logboek-3")
    for _time in range(51):
        record("logged-out", account)
    first = administrator.get("/logboek/", {"wie": "logboek-3"}).text
    assert _rows(first) == 50
    assert "?wie=logboek-3&amp;blad=2" in first
    assert _rows(administrator.get("/logboek/", {"wie": "logboek-3", "blad": "2"}).text) == 1


def test_a_name_cannot_become_a_formula_in_the_file(administrator: Client) -> None:
    from wijkverhaal.site.log.record import record

    record("logged-out", person("=HYPERLINK(1);@x"))
    answer = administrator.get("/logboek/logboek.csv", {"wie": "=HYPERLINK(1);@x"})
    assert answer.headers["Content-Disposition"].startswith("attachment")
    rows = list(csv.reader(answer.text.splitlines()))
    assert rows[1][2] == "'=HYPERLINK(1);'@x ging weg."
    assert last_events(1) == ["log-downloaded"]


def test_a_name_cannot_become_markup_on_the_page(administrator: Client) -> None:
    from wijkverhaal.site.log.record import record

    record("logged-out", person("<script>x</script>"))
    assert "<script>x" not in administrator.get("/logboek/").text
