# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Removing: after a yes, whole, written in the log, and not while something rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.publication.run_factory import fabricate_run
from wijkverhaal.foundation.workspace import Workspace

if TYPE_CHECKING:
    from django.test import Client

RUN = "20260102-a"


def test_a_source_goes_after_a_yes(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.log.models import Event

    (name,) = [folder.name for folder in home.sources.iterdir() if folder.name.startswith("kwb-2021")]
    address = f"/werk/bron/{name}/verwijderen/"
    assert "Bron verwijderen?" in analyst.get(address).text
    assert (home.sources / name).is_dir()
    assert analyst.post(address).status_code == 302
    assert not (home.sources / name).exists()
    assert not list(home.sources.glob(".unfinished*"))
    newest = Event.objects.first()
    assert newest is not None
    assert (newest.key, newest.facts) == ("source-removed", {"source": name})
    assert analyst.get(address).status_code == 404


def test_a_source_stays_while_a_run_rests_on_it(home: Workspace, analyst: Client) -> None:
    from wijkverhaal.site.jobs import queue
    from wijkverhaal.site.jobs.models import ESTIMATE

    queue.ask(ESTIMATE, {}, "anna")
    job = queue.claim("one", (ESTIMATE,))
    assert job is not None
    name = next(folder.name for folder in home.sources.iterdir())
    answer = analyst.post(f"/werk/bron/{name}/verwijderen/")
    assert answer.status_code == 409
    assert "Er loopt nu een berekening" in answer.text
    assert (home.sources / name).is_dir()


def test_a_run_goes_with_its_files(empty: Workspace, analyst: Client) -> None:
    fabricate_run(empty.runs / RUN, wijken=25)
    assert analyst.get(f"/berekening/{RUN}/").status_code == 200
    assert analyst.get(f"/berekening/{RUN}/downloads/areas.csv").status_code == 200
    exports = empty.root / "site" / "exports" / RUN
    assert exports.is_dir()
    address = f"/werk/berekening/{RUN}/verwijderen/"
    page = analyst.get(address).text
    assert "de enige berekening" in page
    assert analyst.post(address).status_code == 302
    assert not (empty.runs / RUN).exists()
    assert not exports.exists()
    assert analyst.get(f"/berekening/{RUN}/methode/").status_code == 404
    assert analyst.get(address).status_code == 404


@pytest.mark.parametrize("name", ["..", "%2e%2e", "kwb-2021/../..", ".unfinished-1-x"])
def test_no_path_can_be_asked_for(name: str, home: Workspace, analyst: Client) -> None:
    before = sorted(path for path in home.root.rglob("*"))
    assert analyst.post(f"/werk/bron/{name}/verwijderen/").status_code in (301, 404)
    assert analyst.post(f"/werk/berekening/{name}/verwijderen/").status_code in (301, 404)
    assert sorted(path for path in home.root.rglob("*")) == before
