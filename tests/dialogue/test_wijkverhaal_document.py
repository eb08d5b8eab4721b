# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal: six parts in a fixed order, refreshed without losing edits, in two languages."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dialogue.conftest import WIJK
from wijkverhaal.dialogue.agreement import Agreement
from wijkverhaal.dialogue.document_file import document_dict, document_from
from wijkverhaal.dialogue.document_material import FigureOutcome, Material, Quotation
from wijkverhaal.dialogue.document_part import Part, PartKind
from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
from wijkverhaal.dialogue.follow_up import follow_up
from wijkverhaal.dialogue.generated_parts import generated_parts, sources_of
from wijkverhaal.dialogue.hypothesis import EvidenceBalance, Hypothesis
from wijkverhaal.dialogue.recognition import Recognised
from wijkverhaal.dialogue.statement import Tag
from wijkverhaal.dialogue.tally import Tally
from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
from wijkverhaal.expectation.finished_run import FinishedRun
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.foundation.language import LANGUAGES, speaking

AGREED = Agreement("a", "Spreekuur op school", "wijkteam", date(2023, 1, 1), WIJK, "run-1", 2021)
WORDS = st.lists(st.sampled_from(["een", "twee", "drie", "vier", "vijf"]), max_size=5).map(tuple)


def _material(run: FinishedRun) -> Material:
    return Material(
        run,
        WIJK,
        2022,
        figures=(FigureReference(FigureKind.INDICATOR, WIJK, 2022, "social_assistance"),),
        quotations=(Quotation("Niemand belde terug.", "een moeder", "Onderzoek 2022"),),
        outcomes=(FigureOutcome("Werkelijk gebruik", Tally(None, {})),),
        hypotheses=((Hypothesis("h", "De huisarts verwijst veel", Tag.SUPPLY, WIJK), EvidenceBalance(1, 0)),),
        agreements=((AGREED, follow_up(AGREED, run, run)),),
        without_figures=("De sfeer",),
    )


def test_the_order_is_fixed() -> None:
    empty = WijkverhaalDocument.empty(WIJK, "nl")
    assert [part.kind.heading for part in empty.parts] == [
        "Wat we zien",
        "Wat te verwachten was",
        "Wat mensen vertellen",
        "Wat partners ervan vinden",
        "Wat we afspraken",
        "Wat we niet weten",
    ]


def test_everything_is_told_in_its_place(run: FinishedRun) -> None:
    parts = {kind: " ".join(text) for kind, text in generated_parts(_material(run)).items()}
    assert "11,4%" in parts[PartKind.SEEN]
    assert "Inwoners met bijstand" in parts[PartKind.SEEN]
    assert "te verwachten" in parts[PartKind.EXPECTED]
    assert "geen oordeel" in parts[PartKind.EXPECTED]
    assert "Niemand belde terug." in parts[PartKind.TOLD]
    assert "De huisarts verwijst veel" in parts[PartKind.PARTNERS]
    assert "Spreekuur op school" in parts[PartKind.AGREED]
    assert "De sfeer" in parts[PartKind.UNKNOWN]
    assert "nog open" in parts[PartKind.UNKNOWN]


def test_an_empty_conversation_still_reads(run: FinishedRun) -> None:
    parts = generated_parts(Material(run, WIJK, 2022))
    assert all(parts[kind] for kind in PartKind)


def test_partners_are_told_with_step_figure_year_and_value(run: FinishedRun) -> None:
    outcome = FigureOutcome(
        "Werkelijk gebruik",
        Tally(3, {Recognised.YES: 3, Recognised.PARTLY: 0, Recognised.NO: 0}, left_out=2),
        Tally(None, {}),
        year=2021,
        value="11,2% (90%-marge 10,4 tot 12,0%)",
        reasons=("een", "twee", "drie", "vier", "vijf"),
        wishes=("zonder aantallen niet verteld",),
    )
    empty = FigureOutcome("Verwacht gebruik", Tally(None, {}), Tally(None, {}), year=2022)
    told = generated_parts(Material(run, WIJK, 2022, outcomes=(outcome, empty)))[PartKind.PARTNERS]
    assert told[0].startswith("Werkelijk gebruik (2021): 11,2% (90%-marge 10,4 tot 12,0%). Herkennen: ")
    assert "Van 2 mensen telt het laatste antwoord niet mee" in told[0]
    assert "Waarderen" not in told[0]
    assert "En nog 2." in told[1]
    assert "vier" not in told[1]
    assert "Niet alle cijfers in dit deel zijn van 2022" in told[2]
    whole = " ".join(told)
    for absent in ("Minder dan drie mensen", "Verwacht gebruik", "zonder aantallen"):
        assert absent not in whole


def test_a_figure_that_a_newer_run_lost_is_left_out(run: FinishedRun) -> None:
    gone = FigureReference(FigureKind.INDICATOR, WIJK, 2022, "nothing")
    assert generated_parts(Material(run, WIJK, 2022, (gone,))) == generated_parts(Material(run, WIJK, 2022))


def test_both_languages_are_generated_each_by_itself(run: FinishedRun) -> None:
    found = {}
    for language in LANGUAGES:
        with speaking(language):
            found[language] = generated_parts(_material(run))
    assert set(found) == {"nl", "en"}
    assert "11,4%" in found["nl"][PartKind.SEEN][0]
    assert "11.4%" in found["en"][PartKind.SEEN][0]


def test_sources_name_the_run_and_the_studies(run: FinishedRun) -> None:
    sources = sources_of(_material(run))
    assert any("run-1" in source for source in sources)
    assert "Onderzoek 2022" in sources


@settings(deadline=None)
@given(WORDS, WORDS, WORDS, WORDS)
def test_edits_outlive_every_refresh(
    first: tuple[str, ...], second: tuple[str, ...], third: tuple[str, ...], own: tuple[str, ...]
) -> None:
    mine = tuple(f"eigen {one} {k}" for k, one in enumerate(own))
    part = Part(PartKind.SEEN, first).around("vooraf", "achteraf")
    part = part.rewritten("\n\n".join((*first[:1], *mine, *first[2:])))
    for generated in (second, third, second):
        part = part.refreshed(generated)
        assert [one for one in mine if one not in part.paragraphs] == []
        assert (part.paragraphs[0], part.paragraphs[-1]) == ("vooraf", "achteraf")


def test_saving_without_a_change_is_no_edit(run: FinishedRun) -> None:
    """Also where words of people stand in the generated text, from right to left or with empty lines."""
    quotation = Quotation("eerst\n\n\u05e9\u05dc\u05d5\u05dd", "een vader", "Onderzoek")
    for kind, generated in generated_parts(Material(run, WIJK, 2022, quotations=(quotation,))).items():
        part = Part(kind, generated)
        assert part.rewritten("\r\n\r\n".join(generated)) == part


def test_a_changed_figure_beneath_an_edit_is_marked_until_somebody_looked() -> None:
    part = Part(PartKind.SEEN, ("11,4%", "Bron")).rewritten("11,4%, dat herkennen wij\n\nBron")
    later = part.refreshed(("12,0%", "Bron"))
    assert later.paragraphs == ("11,4%, dat herkennen wij", "Bron")
    assert [mark.beneath for mark in later.marks] == [("12,0%",)]
    again = later.refreshed(("12,0%", "Bron"))
    assert again.marks == later.marks
    newest = again.refreshed(("13,0%", "Bron"))
    assert [mark.beneath for mark in newest.marks] == [("13,0%",)]
    assert newest.rewritten("13,0%, dat herkennen wij\n\nBron").marks == ()
    assert newest.as_generated().paragraphs == ("13,0%", "Bron")


def test_untouched_parts_follow_the_figures(run: FinishedRun) -> None:
    document = WijkverhaalDocument.empty(WIJK, "nl").refreshed({PartKind.SEEN: ("oud",)}, (), 0)
    document = document.refreshed({PartKind.SEEN: ("nieuw",)}, (), 1)
    assert document.part(PartKind.SEEN).paragraphs == ("nieuw",)
    assert document.to_look_at == ()


def test_a_document_is_stored_and_read_back(run: FinishedRun) -> None:
    document = WijkverhaalDocument.empty(WIJK, "nl").refreshed(
        generated_parts(_material(run)), ("CBS",), seen=0
    )
    told = document.part(PartKind.SEEN).around("vooraf", "").rewritten("van ons")
    document = document.with_part(told.refreshed(("anders",)), seen=1)
    assert document.part(PartKind.SEEN).marks
    assert document_from(json.loads(json.dumps(document_dict(document)))) == document


def test_two_writers_cannot_undo_each_other_unseen() -> None:
    document = WijkverhaalDocument.empty(WIJK, "nl")
    part = document.part(PartKind.TOLD)
    changed = document.with_part(part.around("van een", ""), seen=0)
    with pytest.raises(InputError, match="Iemand anders"):
        changed.with_part(part.around("van twee", ""), seen=0)


def test_markup_in_edits_stays_text_and_too_long_is_refused() -> None:
    part = Part(PartKind.SEEN).around("<script>x</script>", "")
    assert part.paragraphs == ("<script>x</script>",)
    with pytest.raises(InputError, match="korter"):
        part.rewritten("a" * 100_001)


def test_a_part_emptied_by_people_stays_empty() -> None:
    part = replace(Part(PartKind.SEEN, ("a",))).rewritten("")
    assert part.paragraphs == ()
    assert part.refreshed(("a",)).paragraphs == ()
