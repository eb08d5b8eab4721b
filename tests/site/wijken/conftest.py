# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A facilitator, a released quotation, and a newer run; what tests keep with a wijk goes afterwards."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from tests.publication.run_factory import fabricate_run
from tests.site.conftest import RUN, WIJK, Site, aside, visitor_with

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.expectation.finished_run import FinishedRun
    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.wijken.models import StoredAgreement, StoredHypothesis

HOME = f"/wijk/{WIJK}/"
NEWER = "20260303-b"
QUOTED = "Wij stonden een heel jaar op de wachtlijst en niemand belde ons ooit terug."
EVIL = '<script>alert("x")</script><img src=x onerror=alert(1)> \u202eomgekeerd\u0007'


@pytest.fixture
def facilitator(site: Site) -> Client:
    return visitor_with("facilitator")


@pytest.fixture(autouse=True)
def _nothing_left(site: Site) -> Iterator[None]:
    """Nothing that one test keeps is there in the next."""
    yield
    aside(_clean)


def _clean() -> None:
    from wijkverhaal.site.studies.models import StoredStudy
    from wijkverhaal.site.wijken import models

    tables = (models.StoredHypothesis, models.StoredAgreement, models.DiscussedFigure, models.StoredDocument)
    for table in tables:
        table.objects.all().delete()
    StoredStudy.objects.all().delete()


def made_in(year: int, agreement: StoredAgreement) -> StoredAgreement:
    """An agreement as if it was made in November of a year."""
    from wijkverhaal.site.wijken.models import StoredAgreement

    day = datetime(year, 11, 18, 13, 0, tzinfo=UTC)
    StoredAgreement.objects.filter(pk=agreement.pk).update(made=day)
    return StoredAgreement.objects.get(pk=agreement.pk)


@pytest.fixture
def run(site: Site) -> FinishedRun:
    from wijkverhaal.site.runs import library

    return library.opened(RUN)


@pytest.fixture
def newer(site: Site) -> Iterator[str]:
    """A run with a year more, made two months later."""
    folder = fabricate_run(site.root / "runs" / NEWER, wijken=25, years=(2021, 2022, 2023))
    card = json.loads((folder / "run.json").read_text("utf-8"))
    card |= {"created": "2026-03-03T03:04:05"}
    (folder / "run.json").write_text(json.dumps(card), "utf-8")
    yield NEWER
    shutil.rmtree(folder)


@pytest.fixture
def hypothesis(site: Site) -> StoredHypothesis:
    from wijkverhaal.site.wijken.hypotheses import make_hypothesis

    return make_hypothesis(WIJK, RUN, 2022, "Er wonen veel gezinnen met een laag inkomen", "bevolking")


@pytest.fixture
def agreement(site: Site) -> StoredAgreement:
    """Made in 2022: the figures of 2023 are of after it."""
    from wijkverhaal.site.wijken.agreements import make_agreement

    made = make_agreement(WIJK, RUN, 2022, "De school belt het wijkteam", "de school", date(2090, 6, 1))
    return made_in(2022, made)


@pytest.fixture
def quotation(site: Site) -> ReleasedQuotation:
    from wijkverhaal.site.studies.models import ReleasedQuotation, StoredStudy

    study = StoredStudy.objects.create(
        id="0123456789ab", title="Op tijd (verzonnen)", keep_until=date(2090, 1, 1)
    )
    made: ReleasedQuotation = ReleasedQuotation.objects.create(
        id="00000000000000aa",
        study=study,
        record="c-1",
        family="A",
        informant="A-mother",
        text=QUOTED,
        role="moeder",
        factor="Te laat",
        until=date(2090, 1, 1),
    )
    return made
