# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A site with one fictional run, and two visitors: a stranger and a reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import polars as pl
import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.foundation.language import use_language
from wijkverhaal.foundation.workspace import ENVIRONMENT_VARIABLE, Workspace

if TYPE_CHECKING:
    from django.test import Client

_Answer = TypeVar("_Answer")

RUN = "20260102-a"
GEMEENTE = "GM9002"
WIJK = "WK900201"
#: A count that its publisher kept back and that must come out nowhere.
SECRET_COUNT, SECRET_RATE = 4321.0, 87.654


@dataclass(frozen=True)
class Site:
    """The workspace behind the site, and the addresses of its run."""

    root: Path

    def address(self, rest: str = "") -> str:
        return f"/berekening/{RUN}/{rest}"

    def pages(self) -> list[str]:
        """Every page that a reader can read."""
        chosen = "&".join(f"wijk=WK90020{number}" for number in (1, 2, 4))
        rest = [
            "",
            "zoeken/",
            "zoeken/?zoek=oord",
            f"gemeente/{GEMEENTE}/",
            f"gemeente/{GEMEENTE}/?jaar=2021",
        ]
        rest += [
            f"wijk/{WIJK}/",
            "wijk/WK900204/",
            "wijk/WK900208/",
            f"vergelijken/?{chosen}",
            "vergelijken/",
        ]
        rest += ["methode/", "downloads/"]
        return ["/", *map(self.address, rest)]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Django, set up once; the files of the run hold secret counts that nobody may see."""
    root = tmp_path_factory.mktemp("site") / "werkmap"
    folder = fabricate_run(root / "runs" / RUN, wijken=25)
    areas = pl.read_parquet(folder / "areas.parquet")
    secret = pl.col("status") == "secret"
    areas.with_columns(
        pl.when(secret).then(SECRET_COUNT).otherwise(pl.col("published")).alias("published"),
        pl.when(secret).then(SECRET_RATE).otherwise(pl.col("published_rate")).alias("published_rate"),
    ).write_parquet(folder / "areas.parquet")
    before = {name: os.environ.get(name) for name in (ENVIRONMENT_VARIABLE, "DJANGO_SETTINGS_MODULE")}
    from wijkverhaal.site import commands

    commands.prepare(Workspace(root))
    yield Site(root)
    for name, value in before.items():
        os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)


def aside(ask: Callable[[], _Answer]) -> _Answer:
    """Ask the database in a thread of its own: beside a browser's loop Django refuses to."""
    from django.db import connection

    def asked() -> _Answer:
        try:
            return ask()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asked).result()


@pytest.fixture(autouse=True)
def _fresh(site: Site) -> Iterator[None]:
    """Dutch, and nobody locked out by an earlier test."""
    from axes.models import AccessAttempt

    use_language("nl")
    aside(lambda: AccessAttempt.objects.all().delete())
    yield
    use_language("nl")


@pytest.fixture
def stranger(site: Site) -> Client:
    from django.test import Client

    return Client(SERVER_NAME="127.0.0.1")


@pytest.fixture
def reader(site: Site) -> Client:
    from django.test import Client

    from wijkverhaal.site.accounts.one_time_link import new_key

    client = Client(SERVER_NAME="127.0.0.1")
    assert client.post("/inloggen/", {"sleutel": new_key()}).status_code == 302
    return client
