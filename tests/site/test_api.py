# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The API: who comes in, what it gives, and that it is what the page and the csv say."""

from __future__ import annotations

import csv
import json
import re
from html import unescape
from io import StringIO
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest

from .conftest import GEMEENTE, RUN, SECRET_COUNT, SECRET_RATE, WIJK, Site

if TYPE_CHECKING:
    from django.test import Client

ROOT = "/api/v1/"
RUNS = f"{ROOT}berekeningen"
ONE = f"{RUNS}/{RUN}"


def _csv(reader: Client, site: Site) -> list[dict[str, str]]:
    text = b"".join(reader.get(site.address("downloads/areas.csv")).streaming_content).decode()
    return list(csv.DictReader(StringIO(text)))


def _every(reader: Client, address: str) -> list[dict[str, Any]]:
    """The rows of all pages, by following the links."""
    rows, there = [], address
    while there:
        told = reader.get(there).json()
        rows += told["items"]
        there = told["_links"].get("next", {}).get("href", "")
    assert len(rows) == told["total"]
    return rows


def test_every_number_is_the_number_of_the_csv(reader: Client, site: Site) -> None:
    rows = _every(reader, f"{ONE}/wijken?paginagrootte=7")
    written = {(row["area"], row["year"]): row for row in _csv(reader, site)}
    assert len(rows) == len(written) == 50
    for row in rows:
        text = written[row["area"], str(row["year"])]
        assert [*row] == [name for name in text if name != "fictional"]
        for name, value in row.items():
            if value is None:
                assert text[name] == "", name
            elif isinstance(value, bool):
                assert text[name] == str(value).lower()
            elif isinstance(value, int | float):
                assert float(text[name]) == value, name
            else:
                assert text[name] == value


def test_every_number_is_the_number_of_the_page(reader: Client, site: Site) -> None:
    from wijkverhaal.publication.sentence import rate
    from wijkverhaal.publication.wijk_table import published
    from wijkverhaal.site.runs.wijken_chart import difference, with_margin

    for code in (WIJK, "WK900204", "WK900208"):
        row = reader.get(f"{ONE}/wijken/{code}?jaar=2022").json()
        text = reader.get(site.address(f"wijk/{code}/?jaar=2022")).text
        for shown in (
            published(row),
            with_margin(rate(row["actual"]), row["actual_low"], row["actual_high"], "%"),
            with_margin(rate(row["expected_here"]), row["expected_here_low"], row["expected_here_high"], "%"),
            # of a wijk whose use is predicted no difference is told
            *([] if code == "WK900208" else [difference(row)]),
        ):
            assert f"<dd>{shown}</dd>" in text, code


def test_the_explanation_is_that_of_the_page(reader: Client, site: Site) -> None:
    from wijkverhaal.publication.sentence import signed

    parts = reader.get(f"{ONE}/wijken/{WIJK}/uitleg").json()["items"]
    text = reader.get(site.address(f"wijk/{WIJK}/")).text
    assert sum(part["effect"] for part in parts) == pytest.approx(parts[0]["total"])
    for part in parts:
        assert part["part_label"] in text
        assert signed(part["effect"]) in text


def test_a_secret_count_is_told_as_secret_and_never_given(reader: Client) -> None:
    rows = _every(reader, f"{ONE}/wijken")
    secret = [row for row in rows if row["status"] == "secret"]
    assert secret
    for row in secret:
        assert row["published"] is None
        assert row["published_rate"] is None
    for address in (f"{ONE}/wijken?paginagrootte=1000", f"{ONE}/wijken/WK900204", f"{ONE}/gemeenten"):
        text = reader.get(address).text
        for number in (f"{SECRET_COUNT:.0f}", str(SECRET_RATE)):
            assert not re.search(rf"(?<![\d.]){re.escape(number)}(?!\d)", text), address


def test_rows_are_chosen_by_year_and_gemeente(reader: Client) -> None:
    rows = _every(reader, f"{ONE}/wijken?jaar=2022&gemeente={GEMEENTE}")
    assert {(row["year"], row["gemeente"]) for row in rows} == {(2022, GEMEENTE)}
    assert _every(reader, f"{ONE}/wijken?gemeente=GM0001") == []
    assert {row["year"] for row in _every(reader, f"{ONE}/gemeenten?jaar=2021")} == {2021}
    assert reader.get(f"{ONE}/wijken/{WIJK}").json()["year"] == 2022
    assert reader.get(f"{ONE}/wijken/{WIJK}?jaar=2021").json()["year"] == 2021


def test_the_use_of_a_gemeente_is_that_of_the_run(reader: Client, site: Site) -> None:
    from wijkverhaal.expectation.finished_run import FinishedRun

    run = FinishedRun.read(site.root / "runs" / RUN)
    rows = _every(reader, f"{ONE}/gemeenten")
    assert sum(row["wijken"] for row in rows) == run.areas.height
    for row in rows:
        use = run.use_of(row["gemeente"], row["year"])
        assert row["actual"] == pytest.approx(use["actual"])


def test_every_answer_has_the_version_and_may_not_be_shared(reader: Client, stranger: Client) -> None:
    answers = [reader.get(RUNS), reader.get(f"{ROOT}niets"), stranger.get(RUNS), stranger.post(RUNS)]
    for answer in [*answers, reader.get(f"{ROOT}openapi.json")]:
        assert answer.headers["API-Version"] == "1.0.0"
        assert answer.headers["Content-Language"] == "nl"
        assert "public" not in answer.headers["Cache-Control"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_did_not_change_is_not_sent_again(reader: Client) -> None:
    first = reader.get(f"{ONE}/wijken")
    assert first.headers["Last-Modified"]
    again = reader.get(f"{ONE}/wijken", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = reader.get(f"{ONE}/wijken?jaar=2021", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200


def test_it_speaks_dutch_whatever_the_site_speaks(reader: Client) -> None:
    before = reader.get(f"{ONE}/wijken/{WIJK}/uitleg").json()
    reader.post("/taal/", {"taal": "en", "terug": "/"})
    assert reader.get(f"{ONE}/wijken/{WIJK}/uitleg").json() == before


def test_a_token_lets_its_account_in(stranger: Client, site: Site) -> None:
    from wijkverhaal.site.accounts.api_token import new_token
    from wijkverhaal.site.accounts.models import Account

    account, _new = Account.objects.get_or_create(name="test-token")
    _token, text = new_token(account, "test", 30)
    assert stranger.get(RUNS, headers={"Authorization": f"Bearer {text}"}).status_code == 200
    account.is_active = False
    account.save()
    assert stranger.get(RUNS, headers={"Authorization": f"Bearer {text}"}).status_code == 401


@pytest.mark.parametrize("sent", ["Bearer wv_onzin", "Bearer ", "Basic YTpi", "onzin"])
def test_a_wrong_token_is_refused_also_beside_a_session(sent: str, reader: Client) -> None:
    answer = reader.get(RUNS, headers={"Authorization": sent})
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


def test_a_token_opens_no_page(stranger: Client, site: Site) -> None:
    from wijkverhaal.site.accounts.api_token import new_token
    from wijkverhaal.site.accounts.models import Account

    account, _new = Account.objects.get_or_create(name="test-token-pages")
    _token, text = new_token(account, "test", 30)
    assert stranger.get("/", headers={"Authorization": f"Bearer {text}"}).status_code == 302


def _problems(reader: Client, stranger: Client) -> list[tuple[int, Any]]:
    return [
        (400, reader.get(f"{ONE}/wijken?jaar=vorig")),
        (400, reader.get(f"{ONE}/wijken?jaar=1999")),
        (400, reader.get(f"{ONE}/wijken?jaar=2022&jaar=2021")),
        (400, reader.get(f"{RUNS}?pagina=1")),
        (400, reader.get(RUNS, headers={"host": "example.org"})),
        (401, stranger.get(RUNS)),
        (404, reader.get(f"{ROOT}niets")),
        (404, reader.get(ROOT)),
        (404, reader.get(f"{RUNS}/")),
        (404, reader.get(f"{RUNS}/20000101-x")),
        (404, reader.get(f"{ONE}/wijken/WK000000")),
        (404, reader.get(f"{RUNS}/..%2f..%2fetc/wijken")),
        (405, reader.post(RUNS)),
        (405, stranger.delete(f"{ONE}/wijken")),
        (406, reader.get(RUNS, headers={"Accept": "text/html"})),
    ]


def test_what_is_wrong_is_told_as_a_problem(reader: Client, stranger: Client) -> None:
    for status, answer in _problems(reader, stranger):
        assert answer.status_code == status, answer.text
        assert answer.headers["Content-Type"] == "application/problem+json"
        told = json.loads(answer.content)
        assert told["status"] == status
        assert told["title"]
        assert told["detail"]
        assert "Traceback" not in answer.text


def test_all_mistakes_are_told_at_once(reader: Client) -> None:
    told = reader.get(f"{ONE}/wijken?jaar=x&gemeente=Nergens&pagina=0&kleur=rood").json()
    assert [error["parameter"] for error in told["errors"]] == ["jaar", "gemeente", "pagina", "kleur"]


def test_where_nothing_can_be_asked_no_choice_is_offered(reader: Client) -> None:
    told = reader.get(f"{RUNS}?pagina=1").json()
    assert told["errors"][0]["detail"] == "Deze parameter bestaat hier niet; laat hem weg."
    told = reader.get(f"{ONE}/gemeenten?kleur=rood").json()
    assert "kies uit jaar, pagina, paginagrootte." in told["errors"][0]["detail"]


def test_who_may_not_see_it_is_told_so(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site import access

    monkeypatch.setitem(access.ACCESS, "api:runs", frozenset())
    answer = reader.get(RUNS)
    assert answer.status_code == 403
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_trouble_inside_is_told_without_a_trace(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.runs import library

    def broken() -> None:
        raise RuntimeError("iets binnen")

    monkeypatch.setattr(library, "entries", broken)
    reader.raise_request_exception = False
    answer = reader.get(RUNS)
    assert answer.status_code == 500
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert "iets binnen" not in answer.text


def test_too_many_questions_are_slowed_down(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.api import door
    from wijkverhaal.site.api.pace import Pace

    monkeypatch.setattr(door, "_pace", Pace(most=2, seconds=60))
    assert [reader.get(RUNS).status_code for _time in range(3)] == [200, 200, 429]
    answer = reader.get(RUNS)
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_guessing_tokens_is_slowed_down(stranger: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from wijkverhaal.site.api import door
    from wijkverhaal.site.api.pace import Pace

    monkeypatch.setattr(door, "_pace", Pace(most=2, seconds=60))
    guesses = [stranger.get(RUNS, headers={"Authorization": f"Bearer wv_{guess}"}) for guess in range(3)]
    assert [answer.status_code for answer in guesses] == [401, 401, 429]


def test_the_pace_forgets_who_asked_long_ago() -> None:
    from wijkverhaal.site.api.pace import Pace

    pace = Pace(most=1, seconds=10)
    assert [pace.wait("a", now=moment) for moment in (0.0, 1.0, 10.0)] == [0, 9, 0]
    for number in range(5000):
        pace.wait(f"someone {number}", now=11.0)
    assert len(pace._seen) <= 1000


def test_the_example_in_python_works_as_it_stands(
    stranger: Client, served: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wijkverhaal.site.accounts.api_token import new_token
    from wijkverhaal.site.accounts.models import Account

    account, _new = Account.objects.get_or_create(name="test-example")
    monkeypatch.setenv("WIJKVERHAAL_SLEUTEL", new_token(account, "test", 30)[1])
    with urlopen(f"{served}/api/") as answer:  # noqa: S310 (our own server)
        blocks = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", answer.read().decode(), re.DOTALL)
    (example,) = [unescape(block) for block in blocks if "urllib" in block]
    told: dict[str, Any] = {}
    exec(example.replace("GM0363", GEMEENTE), told)  # noqa: S102 (what our own page shows)
    assert {row["gemeente"] for row in told["wijken"]} == {GEMEENTE}
    assert len(told["wijken"]) == 20


def test_the_guide_is_for_everybody_and_shows_three_languages(stranger: Client) -> None:
    text = stranger.get("/api/").text
    for told in ("curl", "library(httr2)", "urllib.request", "openapi.json", "berekeningen/{id}/wijken"):
        assert told in text
