# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A study goes out without names and comes in again with its codings on their words."""

from pathlib import Path

from tests.stories.example import LENGTH, coding, full_study
from wijkverhaal.stories.hit_decision import HitDecision, pseudonymised
from wijkverhaal.stories.refi_read import read_qdpx
from wijkverhaal.stories.refi_write import write_qdpx
from wijkverhaal.stories.study.exchange import codings_of, factors_of, qda_project_of
from wijkverhaal.stories.study.record import Coding

RAW = "Linda zei dat het te laat was, en dat niemand kwam. ".ljust(LENGTH, ".")
TEXTS = {name: pseudonymised(RAW, [HitDecision(0, 5, True, "[moeder-A]", "anna")]) for name in ("A1", "B1")}


def test_out_and_in_again(tmp_path: Path) -> None:
    study = full_study().changed("k9", coding("k9", "A1", "click", 14))
    project = qda_project_of(study, TEXTS, with_memos=True)
    assert len(project.findings) == 1
    write_qdpx(project, tmp_path / "studie.qdpx")
    again = read_qdpx(tmp_path / "studie.qdpx")
    assert sorted(again.quotations()) == sorted(project.quotations())
    assert {quoted for _name, _code, quoted in again.quotations()} == {
        "[moeder-A] zei ", "het te laa", " laat was,"
    }  # fmt: skip
    assert [note.text for note in again.notes] == ["Zij twijfelt hier."]
    assert b"Linda" not in (tmp_path / "studie.qdpx").read_bytes()


def test_memos_stay_unless_asked() -> None:
    project = qda_project_of(full_study(), TEXTS)
    assert project.notes == ()
    assert not any(selection.notes for source in project.sources for selection in source.selections)


def test_codes_become_a_codebook_and_codings_point_to_it() -> None:
    project = qda_project_of(full_study(), TEXTS)
    factors = factors_of(project.codes, "r-")
    assert [(one.name, bool(one.parent)) for one in factors] == [
        ("Te laat", False),
        ("Wachten", True),
        ("Klik", False),
    ]
    found = codings_of(project.sources[0], "A1", "bo", "r-")
    assert all(isinstance(one, Coding) and one.factor in {factor.id for factor in factors} for one in found)
    assert len({one.id for one in found}) == len(found) == 1
