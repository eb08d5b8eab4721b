# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A site with one fictional run, and two visitors: a stranger and a reader."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
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
REGION = "JZ15"
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
            f"regio/{REGION}/",
        ]
        rest += [
            f"wijk/{WIJK}/",
            "wijk/WK900204/",
            "wijk/WK900208/",
            f"wijk/{WIJK}/wat-als/",
            f"wijk/{WIJK}/wat-als/?kenmerk-g-ink=30",
            "buurtvraag/",
            f"vergelijken/?{chosen}",
            "vergelijken/",
        ]
        rest += ["methode/", "downloads/", "algoritmeregister/"]
        return ["/", "/toegankelijkheid/", "/privacy/", "/api/", *map(self.address, rest)]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What somebody sees in a browser is the same whatever database stands behind it."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.any_database)


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

    commands.prepare(Workspace(root), migrate=True)
    from django.db import connections

    # each thread of each test would otherwise keep the file open long after it ended
    connections.settings["default"]["CONN_MAX_AGE"] = 0
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


@pytest.fixture(scope="module")
def served(site: Site) -> Iterator[str]:
    """The address at which the site answers, in this process."""
    from .local_server import local_server

    server = local_server("127.0.0.1", 0)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module", autouse=True)
def _nothing_of_others(site: Site) -> None:
    """What the tests of another file kept is not there: files come in any order."""
    aside(_forget)


def _forget() -> None:
    from wijkverhaal.site.conversations.models import Conversation
    from wijkverhaal.site.jobs.models import Job, WorkerSign
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.site.wijken import models as of_wijken
    from wijkverhaal.site.wijken.cooperation_models import KeptCooperation

    kept_with_a_wijk = (
        of_wijken.StoredHypothesis,
        of_wijken.StoredAgreement,
        of_wijken.DiscussedFigure,
        of_wijken.StoredDocument,
    )
    for table in (Conversation, *kept_with_a_wijk, KeptCooperation, StoredStudy, Job, WorkerSign):
        table.objects.all().delete()


@pytest.fixture(autouse=True)
def _fresh(site: Site) -> Iterator[None]:
    """Dutch, and nobody locked out by an earlier test."""
    from axes.models import AccessAttempt

    use_language("nl")
    aside(lambda: AccessAttempt.objects.all().delete())
    yield
    use_language("nl")


@pytest.fixture
def on_a_server(site: Site) -> Iterator[None]:
    """As on a server, with a password's digest that costs no time."""
    from django.conf import settings
    from django.test import override_settings

    server = replace(settings.SERVER, hosts=("127.0.0.1",))
    with override_settings(SERVER=server, PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def stranger(site: Site) -> Client:
    from django.test import Client

    return Client(SERVER_NAME="127.0.0.1")


def visitor_with(*roles: str) -> Client:
    """Somebody with an account that holds these roles, who came in."""
    from django.test import Client

    from wijkverhaal.site.accounts.models import Account
    from wijkverhaal.site.accounts.one_time_link import new_key

    account, _new = Account.objects.get_or_create(name="-".join(["test", *roles]))
    account.give_roles(roles)
    client = Client(SERVER_NAME="127.0.0.1")
    assert client.post("/inloggen/", {"sleutel": new_key(account)}).status_code == 302
    return client


@pytest.fixture
def reader(site: Site) -> Client:
    return visitor_with("reader")


@pytest.fixture
def analyst(site: Site) -> Client:
    return visitor_with("analyst")


@pytest.fixture
def administrator(site: Site) -> Client:
    return visitor_with("administrator")
