# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Wijkverhaal: generated, written in by several people, refreshed without losing a word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.site.conftest import RUN, WIJK
from wijkverhaal.dialogue.document_part import PartKind
from wijkverhaal.foundation.language import speaking

from .conftest import EVIL, HOME, QUOTED

if TYPE_CHECKING:
    from django.test import Client

    from wijkverhaal.dialogue.wijkverhaal_document import WijkverhaalDocument
    from wijkverhaal.site.studies.models import ReleasedQuotation
    from wijkverhaal.site.wijken.models import StoredAgreement, StoredHypothesis

PAGE = f"{HOME}wijkverhaal/"


def _now(language: str = "nl") -> WijkverhaalDocument:
    from wijkverhaal.site.wijken.document_store import document_of, stored_document

    return document_of(stored_document(WIJK, language), WIJK, language)


def _form(kind: PartKind, **words: str) -> dict[str, str]:
    document = _now()
    part = document.part(kind)
    middle = "\n\n".join(part.generated if part.written is None else part.written)
    texts = {"ervoor": part.before, "tekst": middle, "erna": part.after, **words}
    named = {f"{kind.value}-{name}": text for name, text in texts.items()}
    return {"versie": str(document.version), "doe": f"bewaar:{kind.value}", **named}


def _save(visitor: Client, form: dict[str, str]) -> int:
    return int(visitor.post(f"{PAGE}bewerken/", form).status_code)


def test_a_reader_finds_nothing_until_a_facilitator_makes_it(facilitator: Client, reader: Client) -> None:
    assert "nog geen Wijkverhaal" in reader.get(PAGE).content.decode()
    assert reader.get(f"{PAGE}wijkverhaal.docx").status_code == 404
    assert reader.post(f"{PAGE}vernieuwen/").status_code == 403
    assert facilitator.post(f"{PAGE}vernieuwen/").status_code == 302
    page = reader.get(PAGE).content.decode()
    headings = [page.index(f"<h2>{kind.heading}</h2>") for kind in PartKind]
    assert headings == sorted(headings)
    assert "naar schatting" in page
    assert "verzonnen" in page
    assert reader.get(f"{PAGE}bewerken/").status_code == 403


def test_it_holds_the_figure_the_quotation_and_the_agreement(
    facilitator: Client,
    reader: Client,
    hypothesis: StoredHypothesis,
    agreement: StoredAgreement,
    quotation: ReleasedQuotation,
) -> None:
    from wijkverhaal.site.wijken.quotations import choose_quotation

    choose_quotation(WIJK, quotation.id)
    facilitator.post(
        f"{HOME}verklaringen/{hypothesis.id}/bewijs/",
        {"wat": "cijfer", "cijfer": "deel:income", "richting": "voor"},
    )
    facilitator.post(f"{PAGE}vernieuwen/")
    document = _now()
    assert any("Inkomen" in text for text in document.part(PartKind.EXPECTED).paragraphs)
    assert any(QUOTED in text for text in document.part(PartKind.TOLD).paragraphs)
    partners = document.part(PartKind.PARTNERS).paragraphs
    assert any(hypothesis.text in text and "Inkomen" in text for text in partners)
    assert any(agreement.text in text for text in document.part(PartKind.AGREED).paragraphs)
    assert any("Op tijd (verzonnen)" in text for text in document.sources)


def test_both_languages_are_made_and_written_apart(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    assert _save(facilitator, _form(PartKind.SEEN, ervoor="Ons eigen woord.")) == 302
    assert _now("nl").part(PartKind.SEEN).before == "Ons eigen woord."
    assert _now("en").part(PartKind.SEEN).before == ""
    assert _now("en").part(PartKind.SEEN).generated != _now("nl").part(PartKind.SEEN).generated


def test_refreshing_keeps_every_word_that_people_wrote(facilitator: Client, newer: str) -> None:
    import shutil

    from django.conf import settings

    runs = settings.FILES.workspace.runs
    aside = runs.parent / "opzij"
    shutil.move(runs / newer, aside)
    facilitator.post(f"{PAGE}vernieuwen/")
    before = _now().part(PartKind.SEEN)
    shutil.move(aside, runs / newer)
    rewritten = "\n\n".join(("Wij zien dit anders.", *before.generated[1:]))
    assert _save(facilitator, _form(PartKind.SEEN, tekst=rewritten, ervoor="Boven.", erna="Onder.")) == 302
    answer = facilitator.post(f"{PAGE}vernieuwen/")
    after = _now().part(PartKind.SEEN)
    assert after.generated != before.generated
    assert (after.before, after.after) == ("Boven.", "Onder.")
    assert "Wij zien dit anders." in after.paragraphs
    assert answer.headers["Location"].endswith("bewerken/")
    page = facilitator.get(f"{PAGE}bewerken/").content.decode()
    assert "Nieuwe tekst van de site" in page
    [mark] = after.marks
    assert _save(facilitator, {**_form(PartKind.SEEN), "doe": f"nieuw-0:{PartKind.SEEN.value}"}) == 302
    chosen = _now().part(PartKind.SEEN)
    assert "Wij zien dit anders." not in chosen.paragraphs
    assert set(mark.beneath) <= set(chosen.paragraphs)
    assert chosen.marks == ()
    assert chosen.before == "Boven."


def test_keeping_ones_own_words_ends_the_choice(facilitator: Client, agreement: StoredAgreement) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    _save(facilitator, _form(PartKind.AGREED, tekst="Wij spraken iets af."))
    agreement.text = "De school belt elke week"
    agreement.save()
    facilitator.post(f"{PAGE}vernieuwen/")
    assert len(_now().part(PartKind.AGREED).marks) == 1
    assert _save(facilitator, {**_form(PartKind.AGREED), "doe": f"oud-0:{PartKind.AGREED.value}"}) == 302
    part = _now().part(PartKind.AGREED)
    assert (part.paragraphs, part.marks) == (("Wij spraken iets af.",), ())
    assert _save(facilitator, {**_form(PartKind.AGREED), "doe": f"oud-0:{PartKind.AGREED.value}"}) == 409
    assert _save(facilitator, {**_form(PartKind.AGREED), "doe": f"terug:{PartKind.AGREED.value}"}) == 302
    assert any("elke week" in text for text in _now().part(PartKind.AGREED).paragraphs)


def test_two_people_in_one_part_never_undo_each_other_unseen(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    first, second = _form(PartKind.TOLD, erna="Van de een."), _form(PartKind.TOLD, erna="Van de ander.")
    assert _save(facilitator, first) == 302
    answer = facilitator.post(f"{PAGE}bewerken/", second)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert _now().part(PartKind.TOLD).after == "Van de een."
    assert "Van de ander." in page
    assert "Van de een." in page


def test_two_people_in_different_parts_both_keep_their_words(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    first, second = _form(PartKind.TOLD, erna="Van de een."), _form(PartKind.AGREED, erna="Van de ander.")
    assert _save(facilitator, first) == 302
    assert _save(facilitator, second) == 302
    assert _now().part(PartKind.TOLD).after == "Van de een."
    assert _now().part(PartKind.AGREED).after == "Van de ander."


def test_one_button_keeps_what_was_typed_in_every_part(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    both = {**_form(PartKind.TOLD, erna="Bij verteld."), **_form(PartKind.AGREED, ervoor="Bij afgesproken.")}
    version = _now().version
    assert _save(facilitator, both) == 302
    assert (_now().part(PartKind.TOLD).after, _now().part(PartKind.AGREED).before) == (
        "Bij verteld.",
        "Bij afgesproken.",
    )
    assert _now().version == version + 1
    assert _save(facilitator, {**both, "versie": str(version + 1)}) == 302
    assert _now().version == version + 1


def test_what_was_typed_elsewhere_stays_in_its_fields_when_one_part_is_refused(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    both = {**_form(PartKind.TOLD, erna="Van de ander."), **_form(PartKind.AGREED, erna="Nog te bewaren.")}
    _save(facilitator, _form(PartKind.TOLD, erna="Van de een."))
    answer = facilitator.post(f"{PAGE}bewerken/", both)
    assert answer.status_code == 409
    assert _now().part(PartKind.AGREED).after == ""
    fields = dict(re.findall(r'<textarea id="([\w-]+)"[^>]*>([^<]*)', answer.content.decode()))
    assert fields[f"{PartKind.AGREED.value}-erna"] == "Nog te bewaren."
    assert fields[f"{PartKind.TOLD.value}-erna"] == "Van de een."
    assert "Van de ander." in fields[f"{PartKind.TOLD.value}-eigen"]


def test_of_two_who_save_at_the_same_moment_one_hears_that_the_other_was_first(facilitator: Client) -> None:
    import pytest

    from wijkverhaal.foundation.errors import InputError
    from wijkverhaal.site.wijken import document_store

    facilitator.post(f"{PAGE}vernieuwen/")
    stored = document_store.stored_document(WIJK, "nl")
    now = _now()
    fresh = now.with_part(now.part(PartKind.TOLD).around("x", ""), now.version)
    document_store._write(stored, now, fresh, "een", RUN, 2022)
    with pytest.raises(InputError, match="Iemand anders"):
        document_store._write(stored, now, fresh, "ander", RUN, 2022)


def test_every_version_can_be_read_again(facilitator: Client, reader: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    _save(facilitator, _form(PartKind.SEEN, erna="Eerst zo."))
    seen = _now().version
    _save(facilitator, _form(PartKind.SEEN, erna="Toen zo."))
    page = facilitator.get(f"{PAGE}versies/?versie={seen}").content.decode()
    assert "Eerst zo." in page
    assert "Toen zo." not in page
    assert ", test-facilitator" in page
    assert facilitator.get(f"{PAGE}versies/?versie=x").status_code == 200
    assert reader.get(f"{PAGE}versies/").status_code == 403


def test_markup_that_somebody_writes_is_only_text(facilitator: Client, reader: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    assert _save(facilitator, _form(PartKind.SEEN, ervoor=EVIL, tekst=EVIL, erna=EVIL)) == 302
    for visitor, rest in ((reader, ""), (facilitator, "bewerken/"), (reader, "wijkverhaal.html")):
        page = visitor.get(f"{PAGE}{rest}").content.decode()
        assert "&lt;script&gt;" in page
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "\u202e" not in page


def test_a_text_that_is_too_long_is_refused_and_shown_again(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    version = _now().version
    answer = facilitator.post(f"{PAGE}bewerken/", _form(PartKind.SEEN, erna="x" * 250_000))
    assert answer.status_code in (400, 409)
    assert _now().version == version


def test_what_is_sent_wrong_changes_nothing(facilitator: Client) -> None:
    facilitator.post(f"{PAGE}vernieuwen/")
    version = _now().version
    for wrong in (
        {"versie": "x"},
        {"versie": "-1"},
        {"versie": "9" * 30},
        {"doe": f"nieuw-7:{PartKind.SEEN.value}"},
        {"doe": f"oud-x:{PartKind.SEEN.value}"},
    ):
        assert _save(facilitator, {**_form(PartKind.SEEN, erna="Iets"), **wrong}) == 409
    assert _now().version == version


def test_the_answers_of_a_conversation_come_into_it(facilitator: Client) -> None:
    from datetime import date

    from wijkverhaal.dialogue.figure_reference import FigureKind, FigureReference
    from wijkverhaal.dialogue.recognition import Recognised
    from wijkverhaal.dialogue.tally import Tally
    from wijkverhaal.dialogue.valuation import Valued
    from wijkverhaal.site.wijken.discussed import JudgedFigure, forget_discussed, keep_discussed

    use = FigureReference(FigureKind.USE, WIJK, 2022)
    recognised = Tally(5, dict(zip(Recognised, (3, 1, 1), strict=True)))
    valued: Tally[Valued] = Tally(None, {})
    for _time in range(2):
        keep_discussed("c1", WIJK, RUN, date(2026, 5, 5), [JudgedFigure(use, recognised, valued)])
    facilitator.post(f"{PAGE}vernieuwen/")
    told = [text for text in _now().part(PartKind.PARTNERS).paragraphs if recognised.sentence in text]
    assert len(told) == 1
    assert told[0].startswith("Werkelijk gebruik (2022): ")
    assert "90%-marge" in told[0]
    assert "Herkennen: 5 mensen" in told[0]
    assert "Minder dan drie mensen" not in str(_now().part(PartKind.PARTNERS).paragraphs)
    with speaking("en"):
        assert any(recognised.sentence in text for text in _now("en").part(PartKind.PARTNERS).paragraphs)
    forget_discussed("c1")
    facilitator.post(f"{PAGE}vernieuwen/")
    assert "nog niet over deze wijk" in _now().part(PartKind.PARTNERS).paragraphs[0]


def test_a_quotation_that_is_taken_back_goes_from_every_version_and_language(
    facilitator: Client, reader: Client, quotation: ReleasedQuotation
) -> None:
    from wijkverhaal.site.wijken.models import DocumentVersion, StoredDocument
    from wijkverhaal.site.wijken.quotations import choose_quotation

    choose_quotation(WIJK, quotation.id)
    facilitator.post(f"{PAGE}vernieuwen/")
    shortened = "Een moeder: “een heel jaar op de wachtlijst en niemand belde”"
    _save(facilitator, _form(PartKind.TOLD, tekst=f"Wat wij hoorden.\n\n{shortened}", erna="Onze woorden."))
    open_form = _form(PartKind.TOLD)
    from django.conf import settings

    papers = [
        settings.FILES.exports / "wijkverhaal" / "a.pdf",
        settings.FILES.exports / RUN / "pdf" / "a.pdf",
    ]
    for paper in papers:
        paper.parent.mkdir(parents=True, exist_ok=True)
        paper.write_bytes(b"%PDF")
    quotation.delete()
    assert not any(paper.exists() for paper in papers)
    kept = [row.content for table in (StoredDocument, DocumentVersion) for row in table.objects.all()]
    assert len(kept) == 5
    assert "wachtlijst" not in str(kept)
    part = _now().part(PartKind.TOLD)
    assert part.paragraphs == ("Wat wij hoorden.", "Onze woorden.")
    assert "wachtlijst" not in reader.get(PAGE).content.decode()
    assert _save(facilitator, open_form) == 409
