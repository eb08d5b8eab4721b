# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Explanations of a wijk: made, hung with evidence, judged, and read by everybody without harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import RUN, WIJK
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.foundation.errors import InputError, NotFoundError

from .conftest import EVIL, HOME, QUOTED

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.expectation.finished_run import FinishedRun
    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.wijken.models import StoredHypothesis


def _address(one: StoredHypothesis) -> str:
    return f"{HOME}verklaringen/{one.id}/"


def test_a_facilitator_keeps_an_explanation_and_a_reader_reads_it(
    facilitator: Client, reader: Client
) -> None:
    form = {"verklaring": "Het wijkteam zit om de hoek", "soort": "aanbod"}
    made = facilitator.post(f"{HOME}verklaringen/nieuw/", form)
    assert made.status_code == 302
    for address in (HOME, made.headers["Location"]):
        page = reader.get(address).content.decode()
        assert "Het wijkteam zit om de hoek" in page
        assert 'name="verklaring"' not in page
        assert 'name="stand"' not in page
    assert reader.post(f"{HOME}verklaringen/nieuw/", form).status_code == 403


def test_what_is_wrong_is_said_at_the_form_and_what_was_typed_stays(facilitator: Client) -> None:
    answer = facilitator.post(f"{HOME}verklaringen/nieuw/", {"verklaring": "x" * 501, "soort": "aanbod"})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "x" * 501 in page
    assert re.search(r'role="alert" id="verklaring-fout"', page)
    assert 'aria-describedby="verklaring-fout"' in page


def test_markup_and_turned_text_are_only_text(facilitator: Client, reader: Client) -> None:
    made = facilitator.post(f"{HOME}verklaringen/nieuw/", {"verklaring": EVIL, "soort": "wijk"})
    page = reader.get(made.headers["Location"]).content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\u202e" not in page
    assert "\u0007" not in page


def test_the_same_statement_of_a_conversation_is_kept_once(site: object) -> None:
    from wijkverhaal.site.wijken.hypotheses import hypotheses_of_conversation, make_hypothesis

    for _time in range(2):
        make_hypothesis(WIJK, RUN, 2022, "Een", "bevolking", conversation="c1", statement="7")
    make_hypothesis(WIJK, RUN, 2022, "Twee", "bevolking", conversation="c1", statement="8")
    assert [one.text for one in hypotheses_of_conversation("c1")] == ["Een", "Twee"]


def test_a_figure_of_the_run_hangs_with_its_sentence_in_the_language_of_the_reader(
    facilitator: Client, reader: Client, hypothesis: StoredHypothesis
) -> None:
    form = {"wat": "cijfer", "cijfer": "gebruik:", "richting": "voor", "waarom": "Dat zien wij ook"}
    assert facilitator.post(f"{_address(hypothesis)}bewijs/", form).status_code == 302
    page = reader.get(_address(hypothesis)).content.decode()
    assert "naar schatting" in page
    assert "Dat zien wij ook" in page
    assert "1 stuk bewijs voor en 0 stukken bewijs tegen" in page
    reader.post("/taal/", {"taal": "en", "terug": "/"})
    assert "naar schatting" not in reader.get(_address(hypothesis)).content.decode()


def test_every_kind_of_figure_that_the_page_offers_can_be_hung(
    facilitator: Client, hypothesis: StoredHypothesis
) -> None:
    page = facilitator.get(_address(hypothesis)).content.decode()
    offered = set(
        re.findall(r'<option value="((?:gebruik|verwacht|verschil|deel|kenmerk|vergelijkbaar):[^"]*)"', page)
    )
    assert {one.partition(":")[0] for one in offered} == {kind.value for kind in FigureKind}
    for value in sorted(offered):
        form = {"wat": "cijfer", "cijfer": value, "richting": "tegen"}
        assert facilitator.post(f"{_address(hypothesis)}bewijs/", form).status_code == 302
    assert hypothesis.evidence.count() == len(offered)


@pytest.mark.parametrize("value", ["", "deel:bestaat-niet", "x:y", "vergelijkbaar:WK000000"])
def test_a_figure_that_the_run_does_not_have_is_refused(
    value: str, facilitator: Client, hypothesis: StoredHypothesis
) -> None:
    form = {"wat": "cijfer", "cijfer": value, "richting": "voor"}
    answer = facilitator.post(f"{_address(hypothesis)}bewijs/", form)
    assert (answer.status_code, hypothesis.evidence.count()) == (400, 0)


def test_a_released_quotation_is_never_copied_and_goes_when_it_is_taken_back(
    facilitator: Client, reader: Client, hypothesis: StoredHypothesis, quotation: ReleasedQuotation
) -> None:
    form = {"wat": "citaat", "citaat": quotation.id, "richting": "voor"}
    assert facilitator.post(f"{_address(hypothesis)}bewijs/", form).status_code == 302
    assert QUOTED in reader.get(_address(hypothesis)).content.decode()
    assert QUOTED in reader.get(HOME).content.decode()
    quotation.delete()
    assert "wachtlijst" not in reader.get(_address(hypothesis)).content.decode()
    assert facilitator.post(f"{_address(hypothesis)}bewijs/", form).status_code == 400


def test_a_quotation_of_which_the_time_is_over_is_not_told(
    reader: Client, hypothesis: StoredHypothesis, quotation: ReleasedQuotation
) -> None:
    from datetime import date

    from wijkverhaal.site.wijken.evidence import hang_quotation
    from wijkverhaal.site.wijken.told_evidence import balances_of

    hang_quotation(hypothesis, quotation.id, "voor")
    quotation.until = date(2020, 1, 1)
    quotation.save()
    assert "wachtlijst" not in reader.get(_address(hypothesis)).content.decode()
    assert balances_of([hypothesis])[hypothesis.id].for_it == 0


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "http://a b",
        "ftp://x.nl/",
        'https://x.nl/"onclick=',
        "//x.nl",
    ],
)
def test_only_an_address_of_the_web_becomes_a_link(
    address: str, facilitator: Client, hypothesis: StoredHypothesis
) -> None:
    form = {"wat": "document", "titel": "Wijkplan", "adres": address, "richting": "voor"}
    answer = facilitator.post(f"{_address(hypothesis)}bewijs/", form)
    assert answer.status_code == 400
    assert not re.search(r'href="(javascript|data|ftp)', answer.content.decode())
    assert (
        facilitator.post(
            f"{_address(hypothesis)}bewijs/", {**form, "adres": "https://x.nl/plan?a=1"}
        ).status_code
        == 302
    )
    assert 'href="https://x.nl/plan?a=1"' in facilitator.get(_address(hypothesis)).content.decode()


def test_a_state_needs_evidence_and_a_reason(facilitator: Client, hypothesis: StoredHypothesis) -> None:
    judge = f"{_address(hypothesis)}stand/"
    assert facilitator.post(judge, {"stand": "ondersteund", "reden": "Want"}).status_code == 400
    facilitator.post(
        f"{_address(hypothesis)}bewijs/", {"wat": "cijfer", "cijfer": "verschil:", "richting": "voor"}
    )
    assert facilitator.post(judge, {"stand": "ondersteund", "reden": " "}).status_code == 400
    assert facilitator.post(judge, {"stand": "verzonnen", "reden": "Want"}).status_code == 400
    assert (
        facilitator.post(judge, {"stand": "ondersteund", "reden": "Dit cijfer wijst erop"}).status_code == 302
    )
    page = facilitator.get(_address(hypothesis)).content.decode()
    assert "Ondersteund." in page
    assert "Dit cijfer wijst erop" in page


def test_the_page_says_what_the_figures_could_say(
    reader: Client, hypothesis: StoredHypothesis, run: FinishedRun
) -> None:
    from wijkverhaal.dialogue.what_the_data_could_say import what_the_data_could_say
    from wijkverhaal.site.wijken.hypotheses import as_hypothesis

    page = reader.get(_address(hypothesis)).content.decode()
    says = what_the_data_could_say(run, as_hypothesis(hypothesis), 2022)
    assert says.sentences
    for sentence in says.sentences:
        assert sentence.replace("'", "&#39;") in page


def test_an_explanation_of_another_wijk_is_not_there(
    facilitator: Client, hypothesis: StoredHypothesis
) -> None:
    other = _address(hypothesis).replace(WIJK, "WK900202")
    assert facilitator.get(other).status_code == 404
    assert facilitator.post(f"{other}weg/", {"zeker": "ja"}).status_code == 404
    assert facilitator.get("/wijk/WK990001/").status_code == 404


def test_removing_asks_whether_it_is_sure(facilitator: Client, hypothesis: StoredHypothesis) -> None:
    assert facilitator.post(f"{_address(hypothesis)}weg/").status_code == 400
    assert facilitator.post(f"{_address(hypothesis)}weg/", {"zeker": "ja"}).status_code == 302
    assert facilitator.get(_address(hypothesis)).status_code == 404


def test_a_figure_of_a_run_that_was_removed_says_so(
    reader: Client, hypothesis: StoredHypothesis, newer: str
) -> None:
    from wijkverhaal.site.runs import library
    from wijkverhaal.site.wijken.evidence import hang_figure
    from wijkverhaal.site.wijken.models import StoredEvidence

    hang_figure(hypothesis, library.opened(newer), FigureReference(FigureKind.USE, WIJK, 2023), "voor")
    StoredEvidence.objects.update(run="20250101-weg")
    page = reader.get(_address(hypothesis)).content.decode()
    assert "De berekening van dit cijfer is er niet meer." in page


def test_the_functions_refuse_what_cannot_be(hypothesis: StoredHypothesis, run: FinishedRun) -> None:
    from wijkverhaal.site.wijken.evidence import hang_figure, hang_quotation
    from wijkverhaal.site.wijken.hypotheses import make_hypothesis

    with pytest.raises(InputError, match="soort verklaring"):
        make_hypothesis(WIJK, RUN, 2022, "Tekst", "bestaat-niet")
    with pytest.raises(InputError, match="voor of tegen"):
        hang_figure(hypothesis, run, FigureReference(FigureKind.USE, WIJK, 2022), "schuin")
    with pytest.raises(NotFoundError, match="niet meer vrijgegeven"):
        hang_quotation(hypothesis, "ffffffffffffffff", "voor")


@pytest.mark.parametrize("odd", ["\x00", "é", "' or 1=1 --", "a" * 5000, "\ud7ff"])
def test_an_id_that_nobody_made_is_not_there_and_breaks_nothing(
    odd: str, facilitator: Client, hypothesis: StoredHypothesis
) -> None:
    there = _address(hypothesis)
    form = {"wat": "citaat", "citaat": odd, "richting": "voor"}
    assert facilitator.post(f"{there}bewijs/", form).status_code == 400
    assert facilitator.post(f"{there}bewijs/weg/", {"bewijs": odd}).status_code == 404
    assert facilitator.post(f"{HOME}citaten/", {"citaat": odd}).status_code == 400
    assert facilitator.post(f"{HOME}citaten/", {"citaat": odd, "doe": "weg"}).status_code == 302
    agreed = {"afspraak": "Iets", "wie": "school", "klaar": "2090-01-01", "bij": odd}
    assert facilitator.post(f"{HOME}afspraken/nieuw/", agreed).status_code == 302
