# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project between two processes, and from bytes as from a file."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.stories.test_refi import PROJECT
from wijkverhaal.foundation.errors import InputError
from wijkverhaal.stories.project_source import read_project, read_project_content
from wijkverhaal.stories.qda_json import project_json, read_project_json
from wijkverhaal.stories.qda_project import QdaProject
from wijkverhaal.stories.refi_write import qdc_bytes, qdpx_bytes


@pytest.mark.parametrize(
    "project", [PROJECT, QdaProject("Leeg"), replace(PROJECT, findings=("iets",), companion="{}")]
)
def test_a_project_goes_between_processes_unchanged(project: QdaProject) -> None:
    again = read_project_json(json.loads(json.dumps(project_json(project))))
    assert (again, again.findings, again.companion) == (project, project.findings, project.companion)


def test_bytes_are_read_as_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "studie.qdpx"
    path.write_bytes(qdpx_bytes(PROJECT))
    assert read_project_content("studie.qdpx", path.read_bytes()) == read_project(path) == PROJECT
    assert read_project_content("codes.qdc", qdc_bytes(PROJECT.codes)).codes == PROJECT.codes


def test_a_database_is_read_from_bytes_as_from_a_file(published_file: Callable[[str], Path]) -> None:
    path = published_file("qda/taguette/taguette_sample.sqlite3")
    before = sorted(path.parent.iterdir())
    assert read_project_content(path.name, path.read_bytes()) == read_project(path)
    assert sorted(path.parent.iterdir()) == before


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\x00" * 500]
)
def test_what_is_no_project_is_refused(content: bytes) -> None:
    with pytest.raises(InputError):
        read_project_content("iets.qdpx", content)
