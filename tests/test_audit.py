# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit of dependencies: a known weakness fails it, and not having looked is said aloud."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

_SCRIPTS = Path(__file__).parents[1] / "scripts"


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    found = importlib.util.spec_from_file_location("audit_outcome", _SCRIPTS / "audit_outcome.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def test_a_known_weakness_fails(audit: ModuleType) -> None:
    weak = {"name": "library", "version": "1.0", "vulns": [{"id": "CVE-1"}, {"id": "CVE-2"}]}
    status, sentence = audit.outcome({"dependencies": [weak, {"name": "other", "version": "2", "vulns": []}]})
    assert status == 1
    assert "library 1.0: CVE-1, CVE-2" in sentence


def test_what_could_not_be_looked_at_is_said(audit: ModuleType, tmp_path: Path) -> None:
    skipped = {"name": "library", "skip_reason": "not found"}
    assert audit.outcome({"dependencies": [skipped]})[1].startswith("NOT AUDITED: 1 of 1")
    assert audit.main(tmp_path / "absent.json") == 0
    (tmp_path / "weak.json").write_text(
        json.dumps({"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "CVE-3"}]}]}), "utf-8"
    )
    assert audit.main(tmp_path / "weak.json") == 1


def test_nothing_known_is_said_with_how_many_were_looked_at(audit: ModuleType) -> None:
    clean = {"name": "library", "version": "1.0", "vulns": []}
    assert audit.outcome({"dependencies": [clean]}) == (0, "No known vulnerabilities in 1 packages.")
