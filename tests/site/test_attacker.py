# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What somebody could compute who holds every number on a page, in a file or in an answer.

Two runs differ in nothing but what stands where a publisher kept a count back. If everything that leaves
the site is the same for both, no sum, difference, product or search over those numbers can tell one secret
from another: there is nothing of it in them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import polars as pl
import pytest

from .conftest import RUN, SECRET_COUNT, Site, visitor_with
from .test_access import ADDRESSES

if TYPE_CHECKING:
    from django.http import HttpResponse
    from django.test import Client

TWIN = "20251231-b"
#: A visitor's own token, checksums of a file with the name of its run in it, and the list of runs.
_OWN = re.compile(
    r'name="csrfmiddlewaretoken" value="[A-Za-z0-9]+"|"[0-9a-f]{32,}"|<li>.*class="soft">20.*</li>'
)
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")


@pytest.fixture(scope="module")
def twin(site: Site) -> Iterator[None]:
    """The same run with other secrets: 3 where the first has thousands, and a rate that fits it."""
    folder = site.root / "runs" / TWIN
    shutil.copytree(site.root / "runs" / RUN, folder)
    card = (folder / "run.json").read_text("utf-8").replace(RUN, TWIN)
    (folder / "run.json").write_text(card, "utf-8")
    areas = pl.read_parquet(folder / "areas.parquet")
    secret = pl.col("status") == "secret"
    areas.with_columns(
        pl.when(secret).then(3.0).otherwise(pl.col("published")).alias("published"),
        pl.when(secret).then(0.3).otherwise(pl.col("published_rate")).alias("published_rate"),
    ).write_parquet(folder / "areas.parquet")
    yield
    shutil.rmtree(folder)


def _addresses(site: Site) -> list[str]:
    """Every address with the run in it that can be asked for: pages, files and answers of the API."""
    areas = pl.read_parquet(site.root / "runs" / RUN / "areas.parquet")
    codes = areas["area"].unique().sort().to_list()
    every = [*ADDRESSES.values(), *site.pages()]
    every += [f"/berekening/{RUN}/wijk/{code}/" for code in codes]
    every += [f"/api/v1/berekeningen/{RUN}/wijken/{code}" for code in codes]
    return [address for address in dict.fromkeys(every) if RUN in address and "verwijderen" not in address]


def _body(answer: HttpResponse) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]


def _told(visitor: Client, address: str) -> str:
    """What comes back, without the name of the run and what is a visitor's own."""
    body = _body(visitor.get(address))
    return _OWN.sub("", body.decode("utf-8", "replace").replace(TWIN, RUN))


def test_nothing_that_leaves_the_site_depends_on_a_secret(site: Site, twin: None) -> None:
    visitor = visitor_with("reader")
    seen = 0
    for address in _addresses(site):
        if address.endswith((".pdf", ".xlsx")):
            continue  # with a moment of making in them; their tables are those of the csv
        first, other = _told(visitor, address), _told(visitor, address.replace(RUN, TWIN))
        assert first == other, address
        seen += len(_NUMBER.findall(first))
    assert seen > 5_000


def test_no_number_is_the_secret_or_has_it_in_a_sum(site: Site) -> None:
    visitor = visitor_with("reader")
    areas = pl.read_parquet(site.root / "runs" / RUN / "areas.parquet")
    shown = areas.filter(pl.col("status") == "shown")
    sums = {0.0, *shown.group_by("gemeente", "year").agg(pl.col("published").sum())["published"]}
    sums |= set(shown.group_by("year").agg(pl.col("published").sum())["published"])
    wanted = {f"{SECRET_COUNT + total:.0f}" for total in sums}
    for address in _addresses(site):
        text = _told(visitor, address)
        numbers = {number.replace(".", "") for number in _NUMBER.findall(text)}
        assert not numbers & wanted, address


def test_numbers_of_youths_are_fives_and_never_below_ten(site: Site) -> None:
    visitor = visitor_with("reader")
    said = re.compile(r"jeugdigen, naar schatting, van de [\d.]+</dt><dd>([^<]+)<")
    found = []
    for address in _addresses(site):
        if "/wijk/" in address and address.endswith("/"):
            found += said.findall(_told(visitor, address))
    assert len(found) > 20
    for words in found:
        for number in _NUMBER.findall(words.replace("minder dan 10", "").replace("hooguit 10", "")):
            value = int(number.replace(".", ""))
            assert value >= 10, words
            assert value % 5 == 0, words
