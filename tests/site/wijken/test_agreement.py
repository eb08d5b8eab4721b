# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements: kept, past their date, and what newer figures say beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from tests.site.conftest import RUN, WIJK, Site
from wijkverhaal.dialogue.follow_up import follow_up
from wijkverhaal.foundation.errors import InputError

from .conftest import EVIL, HOME, NEWER, made_in

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.site.wijken.models import StoredAgreement

FORM = {"afspraak": "Het wijkteam houdt spreekuur", "wie": "het wijkteam", "klaar": "2090-03-01"}
LONG_AGO = date(2025, 1, 1)


def test_an_agreement_is_kept_and_read_by_everybody(facilitator: Client, reader: Client) -> None:
    assert facilitator.post(f"{HOME}afspraken/nieuw/", FORM).status_code == 302
    page = reader.get(HOME).content.decode()
    assert "Het wijkteam houdt spreekuur" in page
    assert "1 maart 2090" in page
    assert reader.post(f"{HOME}afspraken/nieuw/", FORM).status_code == 403


@pytest.mark.parametrize(
    ("field", "typed"),
    [("klaar", ""), ("klaar", "31-12"), ("klaar", "9999-01-01"), ("klaar", "1970-01-01"), ("afspraak", " "),
     ("wie", ""), ("wie", "x" * 201), ("kenmerk", "bestaat-niet"), ("afspraak", "x" * 10_000)],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_kept(field: str, typed: str, facilitator: Client) -> None:
    from wijkverhaal.site.wijken.agreements import agreements_of

    answer = facilitator.post(f"{HOME}afspraken/nieuw/", {**FORM, field: typed})
    assert answer.status_code == 400
    assert 'id="afspraak-fout"' in answer.content.decode()
    assert agreements_of(WIJK) == []


def test_a_form_that_is_sent_twice_is_kept_once(facilitator: Client) -> None:
    from wijkverhaal.site.wijken.agreements import agreements_of
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of

    for _time in range(2):
        assert facilitator.post(f"{HOME}afspraken/nieuw/", FORM).status_code == 302
        said = {"verklaring": "Er is veel aanbod", "soort": "aanbod"}
        assert facilitator.post(f"{HOME}verklaringen/nieuw/", said).status_code == 302
    assert (len(agreements_of(WIJK)), len(hypotheses_of(WIJK))) == (1, 1)
    facilitator.post(f"{HOME}afspraken/nieuw/", {**FORM, "wie": "de school"})
    assert len(agreements_of(WIJK)) == 2


def test_the_name_of_a_person_is_for_facilitators_only(
    facilitator: Client, reader: Client, analyst: Client
) -> None:
    form = {**FORM, "wie": "Wiebrigje Verzonnen", "naam": "ja"}
    facilitator.post(f"{HOME}afspraken/nieuw/", form)
    facilitator.post(f"{HOME}wijkverhaal/vernieuwen/")
    assert "Wiebrigje Verzonnen" in facilitator.get(HOME).content.decode()
    profile = f"/berekening/{RUN}/wijk/{WIJK}/"
    for address in (HOME, profile, f"{HOME}wijkverhaal/", f"{HOME}wijkverhaal/wijkverhaal.html"):
        for visitor in (reader, analyst):
            page = visitor.get(address).content.decode()
            assert "Wiebrigje" not in page
            assert "een deelnemer" in page


def test_markup_in_an_agreement_is_only_text(facilitator: Client, reader: Client) -> None:
    facilitator.post(f"{HOME}afspraken/nieuw/", {**FORM, "afspraak": EVIL, "wie": "<b>school</b>"})
    for visitor, address in ((reader, HOME), (facilitator, HOME), (facilitator, "/afspraken/")):
        page = visitor.get(address).content.decode()
        assert "<script>alert" not in page
        assert "<b>school" not in page
        assert "\u202e" not in page


def test_without_newer_figures_nothing_is_said_of_what_happened(
    reader: Client, agreement: StoredAgreement
) -> None:
    page = reader.get(HOME).content.decode()
    assert "Er zijn nog geen nieuwere cijfers dan bij deze afspraak." in page
    assert "Wat er daarna gebeurde" not in page


def test_a_newer_run_fills_the_follow_up_and_asks_for_a_reflection(
    facilitator: Client, reader: Client, agreement: StoredAgreement, newer: str
) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.agreements import as_agreement

    told = follow_up(as_agreement(agreement), library.opened(RUN), library.opened(newer))
    assert told.use is not None
    assert told.comparable is not None
    page = reader.get(HOME).content.decode()
    for sentence in told.sentences:
        assert sentence in page
    assert "De school belt het wijkteam" in facilitator.get("/afspraken/").content.decode()
    words = {"terugblik": "Er is vaker gebeld."}
    assert facilitator.post(f"{HOME}afspraken/{agreement.id}/terugblik/", words).status_code == 302
    assert "Er is vaker gebeld." in reader.get(HOME).content.decode()
    assert "Bij geen enkele afspraak wacht een terugblik." in facilitator.get("/afspraken/").content.decode()


def test_figures_of_before_the_agreement_are_only_background(
    facilitator: Client, reader: Client, agreement: StoredAgreement, newer: str
) -> None:
    made_in(2026, agreement)
    page = reader.get(HOME).content.decode()
    assert "Deze cijfers gaan over 2023, van voor de afspraak (18 november 2026)" in page
    assert "Cijfers van voor de afspraak</h4>" in page
    assert "Wat er daarna gebeurde" not in page
    assert "Dat iets veranderde na de afspraak" not in page
    assert "terugblik moet nog" not in page
    assert "Bewaar de terugblik" not in facilitator.get(HOME).content.decode()
    assert "Bij geen enkele afspraak wacht een terugblik." in facilitator.get("/afspraken/").content.decode()
    there = f"{HOME}afspraken/{agreement.id}/terugblik/"
    answer = facilitator.post(there, {"terugblik": "Te vroeg"})
    assert answer.status_code == 400
    assert "Er zijn nog geen cijfers van na de afspraak" in answer.content.decode()


def test_a_year_in_which_it_was_agreed_is_partly_after_it(
    reader: Client, agreement: StoredAgreement, newer: str
) -> None:
    made_in(2023, agreement)
    page = reader.get(HOME).content.decode()
    assert "Alleen een deel van 2023 ligt dus na de afspraak" in page
    assert "Wat er daarna gebeurde" in page


def test_a_day_that_is_over_is_refused(facilitator: Client, agreement: StoredAgreement) -> None:
    from wijkverhaal.site.wijken.agreements import agreements_of

    past = (timezone.localdate() - timedelta(days=1)).isoformat()
    answer = facilitator.post(f"{HOME}afspraken/nieuw/", {**FORM, "klaar": past})
    assert answer.status_code == 400
    assert "Deze dag is al voorbij; kies een dag vanaf vandaag." in answer.content.decode()
    assert [one.pk for one in agreements_of(WIJK)] == [agreement.pk]
    today = timezone.localdate().isoformat()
    assert facilitator.post(f"{HOME}afspraken/nieuw/", {**FORM, "klaar": today}).status_code == 302
    there = f"{HOME}afspraken/{agreement.id}/stand/"
    assert facilitator.post(there, {"stand": "bezig", "klaar": past}).status_code == 400


def test_one_that_is_past_its_day_can_still_be_called_done(facilitator: Client, site: Site) -> None:
    from wijkverhaal.site.wijken.agreements import make_agreement

    late = make_agreement(WIJK, RUN, 2022, "Laat", "school", date(2026, 3, 1), agreed=LONG_AGO)
    there = f"{HOME}afspraken/{late.id}/stand/"
    assert facilitator.post(there, {"stand": "gedaan", "klaar": "2026-03-01"}).status_code == 302


def test_a_second_reflection_beside_the_same_run_takes_the_place_of_the_first(
    facilitator: Client, agreement: StoredAgreement, newer: str
) -> None:
    there = f"{HOME}afspraken/{agreement.id}/terugblik/"
    for words in ("Eerst dit.", "Toch dat."):
        facilitator.post(there, {"terugblik": words})
    assert [one.text for one in agreement.reflections.all()] == ["Toch dat."]


def test_without_newer_figures_there_is_nothing_to_look_back_at(
    facilitator: Client, agreement: StoredAgreement
) -> None:
    answer = facilitator.post(f"{HOME}afspraken/{agreement.id}/terugblik/", {"terugblik": "Te vroeg"})
    assert answer.status_code == 400


def test_when_the_run_of_an_agreement_is_gone_the_newer_one_tells_both_years(
    reader: Client, agreement: StoredAgreement, newer: str
) -> None:
    agreement.run = "20250101-weg"
    agreement.save()
    page = reader.get(HOME).content.decode()
    assert "in 2022 naar" in page


def test_another_form_of_care_is_no_newer_run(agreement: StoredAgreement, newer: str) -> None:
    from dataclasses import replace

    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.follow_ups import newer_run

    entries = library.entries()
    other = [
        replace(one, card={**one.card, "outcome": "iets-anders"}) if one.id == newer else one
        for one in entries
    ]
    found = newer_run(RUN, 2022, entries)
    assert found is not None
    assert found.id == NEWER
    assert newer_run(RUN, 2022, other) is None


def test_the_same_years_once_more_are_no_newer_figures(
    facilitator: Client, reader: Client, site: Site, newer: str
) -> None:
    from wijkverhaal.site.wijken.agreements import make_agreement

    make_agreement(WIJK, RUN, 2023, "Van het nieuwste jaar", "school", date(2090, 6, 1))
    assert "Er zijn nog geen nieuwere cijfers dan bij deze afspraak." in reader.get(HOME).content.decode()
    assert "Bij geen enkele afspraak wacht een terugblik." in facilitator.get("/afspraken/").content.decode()


def test_a_later_year_of_the_same_run_counts_as_newer(reader: Client, site: Site) -> None:
    from wijkverhaal.site.wijken.agreements import make_agreement

    made_in(2021, make_agreement(WIJK, RUN, 2021, "Van het eerste jaar", "school", date(2090, 6, 1)))
    page = reader.get(HOME).content.decode()
    assert "Wat er daarna gebeurde" in page
    assert "in 2021 naar" in page


def test_the_list_holds_what_is_open_after_its_date_the_oldest_first(facilitator: Client) -> None:
    from wijkverhaal.site.wijken.agreements import change_agreement, make_agreement, overdue_agreements

    late = make_agreement(WIJK, RUN, 2022, "Laat", "school", date(2026, 3, 1), agreed=LONG_AGO)
    later = make_agreement("WK900202", RUN, 2022, "Later", "school", date(2026, 2, 1), agreed=LONG_AGO)
    done = make_agreement(WIJK, RUN, 2022, "Gedaan", "school", date(2026, 1, 1), agreed=LONG_AGO)
    make_agreement(WIJK, RUN, 2022, "Straks", "school", date(2026, 3, 2), agreed=LONG_AGO)
    change_agreement(done, "gedaan")
    assert overdue_agreements(date(2026, 3, 2)) == [later, late]
    page = facilitator.get("/afspraken/").content.decode()
    assert page.index("Later") < page.index("Laat<")
    assert "Gedaan" not in page


def test_how_far_it_is_and_its_date_can_change(facilitator: Client, agreement: StoredAgreement) -> None:
    there = f"{HOME}afspraken/{agreement.id}/stand/"
    assert facilitator.post(there, {"stand": "bezig", "klaar": "2090-09-09"}).status_code == 302
    agreement.refresh_from_db()
    assert (agreement.state, agreement.due) == ("bezig", date(2090, 9, 9))
    assert facilitator.post(there, {"stand": "verzonnen"}).status_code == 400
    assert facilitator.post(there.replace(WIJK, "WK900202"), {"stand": "gedaan"}).status_code == 404


def test_the_same_contribution_of_a_conversation_is_kept_once(site: object) -> None:
    from wijkverhaal.site.wijken.agreements import agreements_of_conversation, make_agreement

    for _time in range(2):
        make_agreement(
            WIJK, RUN, 2022, "Een", "school", date(2090, 1, 1), conversation="c9", contribution="3"
        )
    assert [one.text for one in agreements_of_conversation("c9")] == ["Een"]
    with pytest.raises(InputError):
        make_agreement(WIJK, RUN, 2022, "", "school", date(2090, 1, 1))
