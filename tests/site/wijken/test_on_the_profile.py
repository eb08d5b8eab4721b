# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the wijkprofiel tells of the conversation: new at once, though the page is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.site.conftest import RUN, WIJK, Site
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference

from .conftest import HOME, QUOTED

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.expectation.finished_run import FinishedRun
    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.wijken.models import StoredHypothesis


def _profile(site: Site, visitor: Client) -> str:
    return str(visitor.get(site.address(f"wijk/{WIJK}/")).content.decode())


def test_what_changes_is_on_the_kept_page_at_once(site: Site, reader: Client, facilitator: Client) -> None:
    assert "nog geen verklaringen of afspraken" in _profile(site, reader)
    assert "nog geen verklaringen of afspraken" in _profile(site, reader)
    form = {"verklaring": "Er is veel aanbod", "soort": "aanbod"}
    one = facilitator.post(f"{HOME}verklaringen/nieuw/", form).headers["Location"]
    page = _profile(site, reader)
    assert "Er is veel aanbod" in page
    assert f'href="{one}"' in page
    facilitator.post(
        f"{HOME}afspraken/nieuw/", {"afspraak": "Wij bellen", "wie": "school", "klaar": "2090-01-01"}
    )
    assert "Wij bellen" in _profile(site, reader)
    facilitator.post(f"{HOME}wijkverhaal/vernieuwen/")
    assert f'href="{HOME}wijkverhaal/"' in _profile(site, reader)
    facilitator.post(f"{one}weg/", {"zeker": "ja"})
    assert "Er is veel aanbod" not in _profile(site, reader)


def test_another_wijk_does_not_tell_it(site: Site, reader: Client, hypothesis: StoredHypothesis) -> None:
    other = reader.get(site.address("wijk/WK900202/")).content.decode()
    assert hypothesis.text not in other


def test_the_newest_three_are_told(site: Site, reader: Client) -> None:
    from wijkverhaal.site.wijken.agreements import make_agreement

    for number in range(5):
        make_agreement(WIJK, RUN, 2022, f"Afspraak nummer {number}", "school", date(2090, 1, 1 + number))
    page = _profile(site, reader)
    assert [number for number in range(5) if f"Afspraak nummer {number}" in page] == [2, 3, 4]


def test_a_kept_page_asks_the_database_one_thing_of_the_wijk(site: Site, reader: Client) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    _profile(site, reader)
    with CaptureQueriesContext(connection) as asked:
        _profile(site, reader)
    about = [one["sql"] for one in asked if "wijken_" in one["sql"]]
    assert len(about) == 1
    assert "wijken_wijkchange" in about[0]


def test_what_hangs_on_an_explanation_is_told_and_goes_when_it_is_taken_back(
    site: Site, reader: Client, hypothesis: StoredHypothesis, quotation: ReleasedQuotation, run: FinishedRun
) -> None:
    from wijkverhaal.site.wijken.evidence import hang_figure, hang_quotation

    hang_quotation(hypothesis, quotation.id, "voor")
    hang_figure(hypothesis, run, FigureReference(FigureKind.USE, WIJK, 2021), "tegen")
    page = _profile(site, reader)
    assert QUOTED in page
    assert "gebruikte in 2021 naar schatting" in page
    quotation.delete()
    assert QUOTED not in _profile(site, reader)
