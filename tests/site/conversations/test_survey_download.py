# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What surveys gave leaves as a file of the gemeente's own figures, and comes in as any such file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

from wijkverhaal.dialogue.cooperation import Bounded, NetworkFigures
from wijkverhaal.dialogue.cooperation_indicators import COLUMNS
from wijkverhaal.figures.intake import import_files
from wijkverhaal.figures.store import FigureStore
from wijkverhaal.foundation.workspace import Workspace

from ..conftest import WIJK, Site, aside, visitor_with
from .conftest import Table

if TYPE_CHECKING:
    from django.test import Client

OTHER = "WK900202"


@pytest.fixture(autouse=True)
def _nothing_left(site: Site) -> Iterator[None]:
    yield
    from wijkverhaal.site.jobs.models import Job
    from wijkverhaal.site.wijken.models import KeptCooperation

    aside(lambda: (KeptCooperation.objects.all().delete(), Job.objects.all().delete()))


@pytest.fixture
def surveyed(table: Table) -> Table:
    """A conversation in a workspace in which two wijken were surveyed, one of them twice."""
    from wijkverhaal.site.wijken.cooperation import keep_cooperation

    keep_cooperation("vorig jaar", WIJK, date(2025, 1, 1), _figures(10.0))
    keep_cooperation(table.id, WIJK, date(2026, 1, 1), _figures(30.0))
    keep_cooperation("elders", OTHER, date(2026, 1, 2), _figures(None))
    return table


def _figures(value: float | None) -> NetworkFigures:
    one = Bounded(value, 0.0, 100.0)
    return NetworkFigures(one, one, one, one, partners=5, people=7)


def _downloaded(table: Table, year: str = "2022") -> bytes:
    answer = table.leader.get(table.address(f"samenwerking/samenwerking.csv?jaar={year}"))
    assert answer.status_code == 200
    assert "samenwerking.csv" in answer.headers["Content-Disposition"]
    return bytes(answer.content)


def test_the_file_has_the_newest_figures_of_each_wijk_and_goes_in(surveyed: Table, tmp_path: Path) -> None:
    path = tmp_path / "samenwerking.csv"
    path.write_bytes(_downloaded(surveyed))
    workspace = Workspace(tmp_path / "werkmap")
    (report,) = import_files(workspace, [path])
    assert report.kind == "local"
    found = FigureStore(workspace).figures()
    assert set(found["measure"]) == {f"local:{column}" for column in COLUMNS.values()}
    assert set(found["year"]) == {2022}
    known = found.filter(pl.col("value").is_not_null())
    assert set(known["area"]) == {WIJK}
    assert set(known["value"]) == {30.0}


def test_a_file_from_a_fictional_workspace_says_so(
    surveyed: Table, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Workspace, "fictional", property(lambda _self: True))
    path = tmp_path / "samenwerking.csv"
    path.write_bytes(_downloaded(surveyed))
    monkeypatch.undo()
    workspace = Workspace(tmp_path / "werkmap")
    import_files(workspace, [path])
    assert workspace.fictional is True


@pytest.mark.parametrize("year", ["", "twintig", "1900", "20222"])
def test_a_year_that_cannot_be_is_refused(surveyed: Table, year: str) -> None:
    answer = surveyed.leader.get(surveyed.address(f"samenwerking/samenwerking.csv?jaar={year}"))
    assert answer.status_code == 400
    assert "Dit jaar kan niet" in answer.text


def test_an_analyst_sends_it_on_to_be_looked_at(surveyed: Table, site: Site) -> None:
    from wijkverhaal.site.jobs.models import Job
    from wijkverhaal.site.jobs.tasks import look

    where = surveyed.address("samenwerking/inlezen/")
    assert surveyed.leader.post(where, {"jaar": "2022"}).status_code == 403
    analyst = _both(surveyed)
    answer = analyst.post(where, {"jaar": "2022"})
    assert answer.status_code == 302
    (job,) = Job.objects.all()
    assert answer.headers["Location"] == f"/werk/opdracht/{job.pk}/"
    found = look(str(site.root), job.parameters, lambda _what, _share: None)
    assert not found["trouble"]
    assert [one["kind"] for one in found["files"]] == ["local"]


def _both(table: Table) -> Client:
    """Somebody who is an analyst and leads this conversation too."""
    from django.contrib.auth import get_user_model

    both = visitor_with("analyst", "facilitator")
    table.stored.facilitators.add(get_user_model().objects.get(name="test-analyst-facilitator"))
    return both
