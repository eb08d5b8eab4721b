# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional study as records: whole, marked as fictional, without names, and the same after exchange."""

import zipfile
from datetime import date
from pathlib import Path

import pytest

from wijkverhaal.cli.fictional_study import FICTIONAL, StudyToStore, study_to_store
from wijkverhaal.simulation.study.fictional_study import fictional_study
from wijkverhaal.stories.history_timeline import timeline
from wijkverhaal.stories.hit_decision import pseudonymised
from wijkverhaal.stories.leaving.quotation import leaving, quotations
from wijkverhaal.stories.pseudonym import left_over
from wijkverhaal.stories.refi_read import read_qdc, read_qdpx
from wijkverhaal.stories.refi_write import write_qdc, write_qdpx
from wijkverhaal.stories.study.coder_agreement import coded_together
from wijkverhaal.stories.study.exchange import codings_of, factors_of, qda_project_of
from wijkverhaal.stories.study.history import history_of
from wijkverhaal.stories.study.record import (
    Coding,
    Consent,
    Factor,
    Family,
    Finished,
    Following,
    Informant,
    Interview,
    Judgement,
    Outcome,
    Statement,
)

TODAY = date(2026, 6, 1)
SCHEMAS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "qda" / "refi"


@pytest.fixture(scope="module")
def stored() -> StudyToStore:
    return study_to_store()


def test_everything_of_the_study_is_there(stored: StudyToStore) -> None:
    told, study = fictional_study(), stored.study
    assert len(list(study.all(Family))) == 10
    assert len(list(study.all(Interview))) == len(stored.texts) == 30
    assert len(list(study.all(Coding))) == sum(len(one.codings) for one in told.families)
    assert len(list(study.all(Statement))) == sum(len(one.accounts) for one in told.families)
    assert len(list(study.all(Following))) == sum(len(one.choices) for one in told.families)
    absent = sum(one.state == "absent" for family in told.families for one in family.codings)
    assert sum(not one.present for one in study.all(Coding)) == absent > 0
    recognisable = sum(one.recognisable for family in told.families for one in family.codings)
    assert sum(one.recognisable for one in study.all(Judgement)) == recognisable > 0
    quotable = sum("quotation" in who.consent.purposes for one in told.families for who in one.informants)
    assert sum(one.quotations for one in study.all(Consent)) == quotable < 30


def test_coders_are_done_with_what_they_coded(stored: StudyToStore) -> None:
    coded = {(one.interview, one.coder) for one in stored.study.all(Coding)}
    assert {(one.interview, one.coder) for one in stored.study.all(Finished)} == coded
    assert len(coded_together(stored.study)) == 6


def test_help_that_helped_in_part_is_an_outcome_of_its_own(stored: StudyToStore) -> None:
    verdicts = [one.value for family in fictional_study().families for one in family.outcomes]
    words = {True: "helped", None: "partly", False: "not_helped"}
    found = [words[one.good] for one in stored.study.all(Outcome)]
    assert sorted(found) == sorted(verdicts)
    assert "partly" in found


def test_it_says_everywhere_that_it_is_fictional(stored: StudyToStore) -> None:
    assert stored.study.title.startswith(FICTIONAL)
    assert all(FICTIONAL in one.label for one in stored.study.all(Family))
    assert all(text.startswith(FICTIONAL) for text in stored.texts.values())


def test_no_id_and_no_title_tells_anything(stored: StudyToStore) -> None:
    assert all(len(name) == 32 and int(name, 16) for name in stored.study.records)
    assert not left_over(stored.study.title, stored.register.everybody())


def test_codings_stand_on_their_words(stored: StudyToStore) -> None:
    told = {one.quote for family in fictional_study().families for one in family.codings}
    found = {stored.texts[one.interview][one.start : one.end] for one in stored.study.all(Coding)}
    assert found == told


def test_histories_have_clashes_and_one_decision(stored: StudyToStore) -> None:
    lines = [timeline(history_of(stored.study, one.id)) for one in stored.study.all(Family)]
    assert all(line.events for line in lines)
    assert any(line.open_clashes for line in lines)
    assert any(not line.open_clashes for line in lines)
    assert any(line.history.choices for line in lines)


def test_only_what_may_be_quoted_leaves_and_without_names(stored: StudyToStore) -> None:
    study, roster = stored.study, stored.register.everybody()
    texts = {name: pseudonymised(text, stored.decisions[name]) for name, text in stored.texts.items()}
    found = quotations(study, texts, TODAY)
    going = leaving(found)
    assert 0 < len(going) < len(found)
    judged = {one.coding: one.recognisable for one in study.all(Judgement)}
    allowed = {one.informant for one in study.all(Consent) if one.quotations}
    for one in going:
        coding = study.one(Coding, one.coding)
        assert not judged[coding.id]
        assert study.one(Interview, coding.interview).informant in allowed
        own = stored.register.roster(study.family_of(coding.interview))
        assert not left_over(one.text, own)
    assert len(roster) > 100


def test_written_and_read_again_it_is_the_same_study(stored: StudyToStore, tmp_path: Path) -> None:
    study = stored.study
    texts = {name: pseudonymised(text, stored.decisions[name]) for name, text in stored.texts.items()}
    project = qda_project_of(study, texts)
    path = tmp_path / "studie.qdpx"
    write_qdpx(project, path)
    back = read_qdpx(path)
    assert back.codes == project.codes
    assert back.users == project.users
    assert {case.name: case.sources for case in back.cases} == {
        case.name: case.sources for case in project.cases
    }
    assert {one.guid: one.text for one in back.sources} == {one.guid: one.text for one in project.sources}
    assert sorted(back.quotations()) == sorted(project.quotations())
    names = {one.id: one.name for one in factors_of(back.codes)}
    own = sorted(
        (
            study.one(Factor, one.factor).name,
            texts[one.interview][0][slice(*texts[one.interview][1].to_new(one.start, one.end))],
        )
        for one in study.all(Coding)
        if one.present
    )
    again = sorted(
        (names[one.factor], (source.text or "")[one.start : one.end])
        for source in back.sources
        for one in codings_of(source, source.guid)
    )
    assert again == own
    assert {study.one(Informant, one.informant).role for one in study.all(Interview)} == {
        source.name.rpartition(" - ")[2] for source in back.sources
    }


def test_both_files_are_valid(stored: StudyToStore, tmp_path: Path) -> None:
    etree = pytest.importorskip("lxml.etree", reason="lxml is needed to validate against a schema")
    if not SCHEMAS.exists():
        pytest.skip("the schemas of REFI-QDA are not on this machine")
    texts = {name: pseudonymised(text, stored.decisions[name]) for name, text in stored.texts.items()}
    project = qda_project_of(stored.study, texts, with_memos=True)
    write_qdpx(project, tmp_path / "a.qdpx")
    write_qdc(project.codes, tmp_path / "a.qdc")
    with zipfile.ZipFile(tmp_path / "a.qdpx") as packed:
        inner = packed.read("project.qde")
    for content, schema in ((inner, "Project.xsd"), ((tmp_path / "a.qdc").read_bytes(), "Codebook.xsd")):
        etree.XMLSchema(etree.parse(str(SCHEMAS / schema))).assertValid(etree.fromstring(content))
    assert read_qdc(tmp_path / "a.qdc") == project.codes
